using Coxswain.Customers;
using Coxswain.Funnel.Opportunities;
using Coxswain.Platform.Data;
using Coxswain.Platform.Erasing;
using Coxswain.Platform.Privacy;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Debriefs;

/// <summary>What a debrief would say of an erased contact goes; what was heard in meetings names them no more.</summary>
internal sealed class DebriefErasing : IErase
{
    public string Kind => Customers.Kinds.Contact;

    public async Task<IReadOnlyList<string>> EraseAsync(AppDb db, Guid id, CancellationToken ct)
    {
        var blot = await db.BlotOfContactAsync(id, ct);
        var places = db.PlacesOf(id);
        var changes = await db.RowsWithRemoved<DebriefChange>().Where(c => c.ContactId == id || c.MapPersonId != null && places.Contains(c.MapPersonId.Value)).ToListAsync(ct);
        var debriefs = changes.Select(c => c.DebriefId).Distinct().ToList();
        db.RemoveRange(changes);
        await db.SaveChangesAsync(ct);
        await db.RewriteHistoryAsync([.. changes.Select(c => c.Id)], blot, ct);
        var without = T("Something that named an erased contact");
        // What is said of another, or of what they want solved, may name them too.
        var account = await db.AccountOfContactAsync(id, ct);
        var deals = db.RowsWithRemoved<Opportunity>().Where(o => account != null && o.AccountId == account).Select(o => o.Id);
        var heard = await db.RowsWithRemoved<Debrief>().AsNoTracking().Where(d => debriefs.Contains(d.Id) || deals.Contains(d.OpportunityId)).Select(d => new { d.Id, d.Heard }).ToListAsync(ct);
        List<Guid> naming = [.. heard.Where(d => debriefs.Contains(d.Id) || blot.Names(d.Heard)).Select(d => d.Id)];
        await db.RewriteRecordsAsync(db.RowsWithRemoved<Debrief>().Where(d => naming.Contains(d.Id)), d => d.Heard = d.Heard is { } said && blot.Names(said) ? without : d.Heard, blot, ct);
        var of = heard.Select(d => d.Id).ToList();
        List<Guid> said = [.. (await db.RowsWithRemoved<DebriefChange>().AsNoTracking().Where(c => of.Contains(c.DebriefId)).Select(c => new { c.Id, c.Text }).ToListAsync(ct)).Where(c => blot.Names(c.Text)).Select(c => c.Id)];
        await db.RewriteRecordsAsync(db.RowsWithRemoved<DebriefChange>().Where(c => said.Contains(c.Id)), c => c.Text = without, blot, ct);
        return [];
    }
}

/// <summary>What debriefs say of a contact is theirs to read.</summary>
internal sealed class DebriefData : IPersonData
{
    public string Kind => Customers.Kinds.Contact;

    public IReadOnlyList<PersonRows> Rows { get; } =
    [
        PersonRows.Simply(() => T("What debriefs of meetings say of them"), (db, id) => db.DebriefChanges.Where(c => c.ContactId == id || db.PlacesOf(id).Any(p => p == c.MapPersonId))),
        PersonRows.Simply(() => T("What was heard in meetings with them"), Heard),
    ];

    private static IQueryable<Debrief> Heard(AppDb db, Guid id)
    {
        var changes = db.DebriefChanges;
        return db.Debriefs.Where(d => changes.Any(c => c.DebriefId == d.Id && (c.ContactId == id || db.PlacesOf(id).Any(p => p == c.MapPersonId))));
    }
}

/// <summary>A lead has no deal yet.</summary>
internal sealed class LeadDebriefData : IPersonData
{
    public string Kind => Customers.Kinds.Lead;

    public IReadOnlyList<PersonRows> Rows { get; } = [];

    public IReadOnlyDictionary<Type, string> Kept { get; } = new Dictionary<Type, string> { [typeof(Debrief)] = "Of deals, and a lead has none.", [typeof(DebriefChange)] = "Of deals, and a lead has none." };
}
