using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Platform.Jobs;
using Coxswain.Platform.Search;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Platform.Checkups;

/// <summary>Work in the background that waits for a person, or has stopped giving signs of life.</summary>
internal sealed class JobCheckup : ICheckup
{
    // Far beyond any lease: somebody would have taken it up by then, were anybody serving.
    private static readonly TimeSpan Silent = TimeSpan.FromHours(1);

    public async Task<IReadOnlyList<Checked>> LookAsync(AppDb db, CancellationToken ct)
    {
        var before = db.Clock.GetUtcNow().UtcDateTime - Silent;
        var failed = await db.Rows<Job>().CountAsync(j => j.State == JobState.Failed, ct);
        var stuck = await db.Rows<Job>().CountAsync(j => (j.State == JobState.Running && j.LeaseUntil < before) || (j.State == JobState.Waiting && j.NextTryAt < before), ct);
        var parked = await db.Rows<Delivery>().CountAsync(d => d.ParkedAt != null, ct);
        return
        [
            failed == 0 ? Checked.Good("Failed jobs", "none") : Checked.Wrong("Failed jobs", $"{failed}", "Read why at /jobs, then try again or cancel."),
            stuck == 0 ? Checked.Good("Jobs left lying", "none") : Checked.Watch("Jobs left lying", $"{stuck} wait for more than an hour.", "They go on when cox serve runs."),
            parked == 0 ? Checked.Good("Parked deliveries", "none") : Checked.Wrong("Parked deliveries", $"{parked}", "Read why at /jobs, then try again or leave out."),
        ];
    }
}

/// <summary>Search words stand for every record that is found by its words, and for nothing else.</summary>
internal sealed class SearchCheckup : ICheckup
{
    private static readonly System.Reflection.MethodInfo Missing = typeof(SearchCheckup).GetMethod(nameof(MissingAsync), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!;

    public async Task<IReadOnlyList<Checked>> LookAsync(AppDb db, CancellationToken ct)
    {
        var missing = 0;
        foreach (var type in db.Model.GetEntityTypes().Where(t => t.ClrType.IsAssignableTo(typeof(ISearchable))).ToList()) missing += await (Task<int>)Missing.MakeGenericMethod(type.ClrType).Invoke(null, [db, ct])!;
        return [missing == 0 ? Checked.Good("Search", "every record can be found") : Checked.Wrong("Search", $"{missing} records cannot be found by their words.", "Save each of them once, or restore a copy.")];
    }

    private static Task<int> MissingAsync<T>(AppDb db, CancellationToken ct) where T : Entity
    {
        var documents = db.Rows<SearchDocument>();
        return db.RowsWhole<T>().CountAsync(r => !documents.Any(d => d.Id == r.Id), ct);
    }
}
