using Coxswain.Customers;
using Coxswain.Funnel.Opportunities;
using Coxswain.Platform.Data;
using Coxswain.Platform.Erasing;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Meetings;

/// <summary>Plans of meetings at the account of an erased contact name them no more; that somebody came, was asked or was told something stays.</summary>
internal sealed class MeetingErasing : IErase
{
    public string Kind => Customers.Kinds.Contact;

    public async Task<IReadOnlyList<string>> EraseAsync(AppDb db, Guid id, CancellationToken ct)
    {
        if (await db.ContactBlotAsync(id, ct) is not { } blot || await db.AccountOfContactAsync(id, ct) is not { } account) return [];
        var deals = db.RowsWithRemoved<Opportunity>().Where(o => o.AccountId == account).Select(o => o.Id);
        var lines = await db.RowsWithRemoved<MeetingLine>().AsNoTracking().Where(l => deals.Contains(l.OpportunityId)).Select(l => new { l.Id, l.Text, l.Proof }).ToListAsync(ct);
        List<Guid> naming = [.. lines.Where(l => blot.Names(l.Text) || blot.Names(l.Proof)).Select(l => l.Id)];
        var without = T("Somebody who was erased");
        await db.RewriteRecordsAsync(db.RowsWithRemoved<MeetingLine>().Where(l => EF.Parameter(naming).Contains(l.Id)), l => (l.Text, l.Proof) = (blot.Names(l.Text) ? without : l.Text, blot.Text(l.Proof)), blot, ct);
        return [];
    }
}
