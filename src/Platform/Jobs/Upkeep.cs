using Coxswain.Platform.Data;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Platform.Jobs;

/// <summary>Once a day: clears away what its time is over for, in every module. What fails keeps none of the others from their turn.</summary>
internal sealed class Upkeep(AppDb db, IEnumerable<IUpkeep> parts, TimeProvider clock) : IJobHandler
{
    public const string JobKind = "upkeep";

    public string Kind => JobKind;

    public string Label => T("Daily upkeep");

    public async Task RunAsync(JobAtWork job, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var failures = new List<Exception>();
        foreach (var part in parts)
        {
            try { await part.TidyAsync(db, now, ct); }
            catch (Exception failure) when (!ct.IsCancellationRequested) { failures.Add(failure); }
            db.ChangeTracker.Clear();
        }
        if (failures is [var only]) throw only;
        if (failures.Count > 1) throw new AggregateException(failures);
    }
}

/// <summary>Jobs that are done or were cancelled a month ago; failed ones wait for a person.</summary>
internal sealed class OldJobs : IUpkeep
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    public Task TidyAsync(AppDb db, DateTime now, CancellationToken ct)
    {
        var before = now - Kept;
        return db.ClearAsync(db.Rows<Job>().Where(j => (j.State == JobState.Done || j.State == JobState.Cancelled) && j.EndedAt < before), ct);
    }
}
