using Coxswain.Customers;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Erasing;
using Coxswain.Platform.Outside;
using Coxswain.Platform.Privacy;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Disagreement;

/// <summary>An erased contact is named in no worksheet any more. Those whose key is elsewhere stay closed, and nobody can read them.</summary>
internal sealed class WorksheetErasing(PrivateKeeper keeper) : IErase
{
    public string Kind => Customers.Kinds.Contact;

    public async Task<IReadOnlyList<string>> EraseAsync(AppDb db, Guid id, CancellationToken ct)
    {
        if (await db.ContactBlotAsync(id, ct) is not { } blot) return [];
        var tenant = db.Viewer.TenantId;
        await foreach (var row in db.RowsWithRemoved<Worksheet>().AsAsyncEnumerable().WithCancellation(ct))
            if (row.Open(tenant, keeper) is { } words && Clean(words, blot) is var clean && !Same(words, clean)) row.Close(tenant, keeper, clean);
        await db.SaveChangesAsync(ct);
        return [];
    }

    private static SheetWords Clean(SheetWords words, Blot blot) => words with
    {
        Issue = blot.Text(words.Issue)!, Name = blot.Text(words.Name), MyNeed = blot.Text(words.MyNeed), TheirNeed = blot.Text(words.TheirNeed), Ending = blot.Text(words.Ending), Rungs = [.. words.Rungs.Select(r => r with { Text = blot.Text(r.Text)! })],
        Gestures = [.. words.Gestures.Select(g => g with { Said = blot.Text(g.Said), Text = blot.Text(g.Text), Note = blot.Text(g.Note) })],
    };

    private static bool Same(SheetWords one, SheetWords other) => one.Rungs.SequenceEqual(other.Rungs) && one.Gestures.SequenceEqual(other.Gestures) && one with { Rungs = other.Rungs, Gestures = other.Gestures } == other;
}

/// <summary>What somebody who works here wrote for themselves is read by them where they wrote it, and is in no file that others make of them.</summary>
internal sealed class WorksheetData : IPersonData
{
    public string Kind => "person";

    public IReadOnlyList<PersonRows> Rows { get; } = [];

    public IReadOnlyDictionary<Type, string> Kept { get; } = new Dictionary<Type, string> { [typeof(Worksheet)] = "What they wrote for their own eyes: they read it on its page, and no file that somebody else makes holds it." };
}

/// <summary>Nobody inherits a worksheet: with whoever wrote it it goes, and whom it was shown to reads it no longer once they leave.</summary>
internal sealed class WorksheetTakeOver : ITakeOver
{
    public async Task TakeOverAsync(AppDb db, Guid leaverId, Guid heirId, CancellationToken ct)
    {
        db.RemoveRange(await db.RowsWithRemoved<Worksheet>().Where(w => w.AuthorId == leaverId).ToListAsync(ct));
        foreach (var shown in await db.RowsWithRemoved<Worksheet>().Where(w => w.MediatorId == leaverId).ToListAsync(ct)) shown.MediatorId = null;
        await db.SaveChangesAsync(ct);
    }
}
