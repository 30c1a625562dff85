using Coxswain.Platform.Data;
using Coxswain.Platform.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
namespace Coxswain.Platform.Privacy;

/// <summary>What a time limit is counted in.</summary>
public enum RetentionUnit { Days, Months }

/// <summary>Something that is kept for a time an administrator sets. Registered as a service by the module that keeps it; done once a day.</summary>
public interface IRetain
{
    /// <summary>Stable name, kept in the rows.</summary>
    string What { get; }

    /// <summary>What is kept, through T.</summary>
    string Label { get; }

    /// <summary>What happens when the time is over, through T.</summary>
    string Then { get; }
    RetentionUnit Unit { get; }

    /// <summary>How long, where nobody set anything.</summary>
    int Default { get; }
    int Least { get; }
    int Most { get; }

    /// <summary>Does what the time limit asks for. May be asked again for the same day.</summary>
    /// <param name="db">Of one organisation, as the system.</param>
    /// <param name="before">What is older is over, in UTC.</param>
    /// <param name="now">The moment of this run, in UTC.</param>
    /// <param name="ct">Stops between two steps.</param>
    /// <returns>How many were cleared or put up for review.</returns>
    Task<int> ApplyAsync(AppDb db, DateTime before, DateTime now, CancellationToken ct);
}

/// <summary>A time limit that an administrator set.</summary>
public sealed class RetentionLimit : Entity
{
    public required string What { get; init; }

    /// <summary>In the unit of <see cref="IRetain.Unit"/>.</summary>
    public required int Length { get; set; }
}

/// <summary>What a day's run did.</summary>
public sealed class RetentionRun : Entity
{
    /// <summary>Runs are kept this long.</summary>
    public const int KeptDays = 400;

    public required string What { get; init; }

    /// <summary>The UTC day.</summary>
    public required DateOnly Day { get; init; }
    public required DateTime At { get; set; }
    public required int Count { get; set; }
}

internal sealed class RetentionLimitTable : IEntityTypeConfiguration<RetentionLimit>
{
    public void Configure(EntityTypeBuilder<RetentionLimit> row)
    {
        row.ToTable("RetentionLimits");
        row.HasIndex(l => new { l.TenantId, l.What }).IsUnique();
    }
}

internal sealed class RetentionRunTable : IEntityTypeConfiguration<RetentionRun>
{
    public void Configure(EntityTypeBuilder<RetentionRun> row)
    {
        row.ToTable("RetentionRuns");
        row.HasIndex(r => new { r.TenantId, r.Day, r.What }).IsUnique();
    }
}

/// <summary>How long things are kept here.</summary>
public static class RetentionReads
{
    public static async Task<IReadOnlyDictionary<string, int>> LimitsAsync(AppDb db, IEnumerable<IRetain> all, CancellationToken ct)
    {
        var set = await db.Rows<RetentionLimit>().AsNoTracking().ToDictionaryAsync(l => l.What, l => l.Length, ct);
        return all.ToDictionary(r => r.What, r => set.GetValueOrDefault(r.What, r.Default));
    }

    /// <summary>How long one of them is kept.</summary>
    public static async Task<int> LimitAsync(this AppDb db, string what, int usual, CancellationToken ct) => await db.Rows<RetentionLimit>().Where(l => l.What == what).Select(l => (int?)l.Length).SingleOrDefaultAsync(ct) ?? usual;

    public static DateTime Before(IRetain what, int length, DateTime now) => what.Unit is RetentionUnit.Days ? now.AddDays(-length) : now.AddMonths(-length);
}

/// <summary>Once a day: does what every time limit asks for, and writes down what it did. One that fails keeps none of the others from their turn.</summary>
public sealed class RetentionUpkeep(IEnumerable<IRetain> all) : IUpkeep
{
    public async Task TidyAsync(AppDb db, DateTime now, CancellationToken ct)
    {
        var limits = await RetentionReads.LimitsAsync(db, all, ct);
        var (day, failures) = (DateOnly.FromDateTime(now), new List<Exception>());
        foreach (var one in all)
        {
            try
            {
                var count = await one.ApplyAsync(db, RetentionReads.Before(one, limits[one.What], now), now, ct);
                db.ChangeTracker.Clear();
                await NoteAsync(db, one.What, day, now, count, ct);
            }
            catch (Exception failure) when (!ct.IsCancellationRequested) { failures.Add(failure); }
            // What could not be saved must not be tried again with the next.
            db.ChangeTracker.Clear();
        }
        var old = day.AddDays(-RetentionRun.KeptDays);
        await db.ClearAsync(db.Rows<RetentionRun>().Where(r => r.Day < old), ct);
        if (failures.Count > 0) throw new AggregateException(failures);
    }

    private static async Task NoteAsync(AppDb db, string what, DateOnly day, DateTime now, int count, CancellationToken ct)
    {
        if (await db.Rows<RetentionRun>().SingleOrDefaultAsync(r => r.Day == day && r.What == what, ct) is { } run) (run.At, run.Count) = (now, run.Count + count);
        else db.Add(new RetentionRun { What = what, Day = day, At = now, Count = count });
        await db.SaveChangesAsync(ct);
    }
}
