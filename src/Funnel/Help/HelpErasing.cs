using Coxswain.Customers;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Erasing;
using Coxswain.Platform.Privacy;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Help;

/// <summary>An erased contact is named in no request any more; that help was asked, and what became of it, stays.</summary>
internal sealed class HelpErasing : IErase
{
    public string Kind => Customers.Kinds.Contact;

    public async Task<IReadOnlyList<string>> EraseAsync(AppDb db, Guid id, CancellationToken ct)
    {
        if (await db.ContactBlotAsync(id, ct) is not { } blot) return [];
        var naming = new List<Guid>();
        await foreach (var row in db.RowsWithRemoved<HelpRequest>().AsNoTracking().Select(r => new { r.Id, r.What, r.Because, r.EffectSaid }).AsAsyncEnumerable().WithCancellation(ct))
            if (blot.Names(row.What) || blot.Names(row.Because) || blot.Names(row.EffectSaid)) naming.Add(row.Id);
        if (naming.Count > 0) await db.RewriteRecordsAsync(db.RowsWithRemoved<HelpRequest>().Where(r => naming.Contains(r.Id)), r => (r.What, r.Because, r.EffectSaid) = (blot.Text(r.What)!, blot.Text(r.Because), blot.Text(r.EffectSaid)), blot, ct);
        return [];
    }
}

/// <summary>What somebody who works here asked, was asked and helped with.</summary>
internal sealed class HelpData : IPersonData
{
    public string Kind => "person";

    public IReadOnlyList<PersonRows> Rows { get; } =
    [
        PersonRows.Simply(() => T("Requests for help they asked, answered or helped with"), (db, id) => db.Rows<HelpRequest>().Where(r => r.OwnerId == id || r.ToPersonId == id || r.HelperId == id || r.RefusedById == id)),
        PersonRows.Simply(() => T("What they help with"), (db, id) => db.Experts.Where(e => e.OwnerId == id)),
    ];
}

/// <summary>What waits for somebody who leaves goes to the heir, and what they asked is the heir's to follow.</summary>
internal sealed class HelpTakeOver : ITakeOver
{
    public async Task TakeOverAsync(AppDb db, Guid leaverId, Guid heirId, CancellationToken ct)
    {
        foreach (var open in await db.Rows<HelpRequest>().Where(r => r.OwnerId == leaverId && r.State != HelpState.Done).ToListAsync(ct)) open.OwnerId = heirId;
        foreach (var asked in await db.Rows<HelpRequest>().Where(r => r.ToPersonId == leaverId && r.State == HelpState.Waiting).ToListAsync(ct)) asked.ToPersonId = heirId;
        await db.SaveChangesAsync(ct);
    }
}
