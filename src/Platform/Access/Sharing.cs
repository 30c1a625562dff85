using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Platform.Access;

/// <summary>Shows rows to single people beyond the hierarchy, and takes that back. Saved by the caller, with the reason for it.</summary>
public static class Sharing
{
    /// <summary>Lets a person do so much with a row at least; what they may already stays.</summary>
    /// <param name="db">Of whoever decides it.</param>
    /// <param name="kind">The kind of row.</param>
    /// <param name="rowId">Which.</param>
    /// <param name="personId">Who.</param>
    /// <param name="level">What they may do.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task ShareAsync(this AppDb db, string kind, Guid rowId, Guid personId, AccessLevel level, CancellationToken ct)
    {
        var share = await db.Rows<Share>().SingleOrDefaultAsync(s => s.PersonId == personId && s.Kind == kind && s.RowId == rowId, ct);
        if (share is null) db.Add(share = new Share { Kind = kind, RowId = rowId, PersonId = personId, Level = level });
        if (share.Level < level) share.Level = level;
    }

    /// <summary>Takes it back for these rows.</summary>
    public static async Task UnshareAsync(this AppDb db, string kind, IReadOnlyCollection<Guid> rowIds, Guid personId, CancellationToken ct) =>
        db.RemoveRange(await db.Rows<Share>().Where(s => s.PersonId == personId && s.Kind == kind && rowIds.Contains(s.RowId)).ToListAsync(ct));
}
