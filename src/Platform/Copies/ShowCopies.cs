using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Jobs;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Platform.Copies;

/// <summary>The copies that were made, whether one is being made now, and how to take one back.</summary>
internal static class ShowCopies
{
    private const int Most = 20;

    public static async Task<Outcome<CopiesView>> Do(AppDb db, CopyList copies, TimeProvider clock, CancellationToken ct)
    {
        var last = await db.Rows<Job>().AsNoTracking().Where(j => j.Kind == MakeCopy.JobKind).OrderByDescending(j => j.AskedAt)
            .Select(j => new CopyWork(j.State, j.Done, j.Word, j.Cause)).FirstOrDefaultAsync(ct);
        return new CopiesView([.. copies.Read().Take(Most).Select(c => new CopyShown(c, c.IsThere))], copies.Folder, clock.GetUtcNow().UtcDateTime, last, db.Engine is Engine.Postgres);
    }
}

/// <param name="Copies">The newest first.</param>
/// <param name="Folder">Where those made from the browser are put.</param>
/// <param name="Now">In UTC.</param>
/// <param name="Last">The last that was asked for in the browser; null where none was.</param>
/// <param name="OnPostgres">The database is PostgreSQL.</param>
public sealed record CopiesView(IReadOnlyList<CopyShown> Copies, string Folder, DateTime Now, CopyWork? Last, bool OnPostgres)
{
    /// <summary>How old the newest may be before it deserves a look.</summary>
    public const int FreshDays = 7;

    public CopyLine? Newest => Copies.Count == 0 ? null : Copies[0].Copy;

    public bool IsOld => Newest is { } newest && newest.MadeAt < Now.AddDays(-FreshDays);

    public bool IsUnderWay => Last?.State is JobState.Waiting or JobState.Running;
}

/// <summary>A copy, and whether it is still where it was put.</summary>
public sealed record CopyShown(CopyLine Copy, bool IsThere);

/// <summary>The work of making one.</summary>
public sealed record CopyWork(JobState State, long Parts, string? Word, string? Cause);
