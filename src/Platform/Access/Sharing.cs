using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
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
    public static async Task UnshareAsync(this AppDb db, string kind, IReadOnlyCollection<Guid> rowIds, Guid personId, CancellationToken ct)
    {
        foreach (var share in await db.Rows<Share>().Where(s => s.PersonId == personId && s.Kind == kind && rowIds.Contains(s.RowId)).ToListAsync(ct)) db.Unshare(share);
    }

    /// <summary>Takes one back; the record says so, by which a program of theirs knows what to forget.</summary>
    public static void Unshare(this AppDb db, Share share)
    {
        db.Remove(share);
        db.Happened(share.Kind, share.RowId, new RecordUnshared(share.PersonId));
    }
}

/// <summary>A record is shown to somebody no longer.</summary>
internal sealed record RecordUnshared(Guid PersonId) : News(RecordUnshared.Told)
{
    public const string Told = "record.unshared";
}
