using Coxswain.Customers;
using Coxswain.Funnel.Opportunities;
using Coxswain.Platform.Data;
using Coxswain.Platform.Erasing;
using Coxswain.Platform.Privacy;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Meetings;

/// <summary>Plans of meetings at the account of an erased contact name them no more; that somebody came, was asked or was told something stays.</summary>
internal sealed class MeetingErasing : IErase
{
    public string Kind => Customers.Kinds.Contact;

    public async Task<IReadOnlyList<string>> EraseAsync(AppDb db, Guid id, CancellationToken ct)
    {
        if (await db.ContactBlotAsync(id, ct) is not { } blot) return [];
        var account = await db.AccountOfContactAsync(id, ct);
        var without = T("Somebody who was erased");
        var deals = db.RowsWithRemoved<Opportunity>().Where(o => account != null && o.AccountId == account).Select(o => o.Id);
        // They may have come when they worked elsewhere.
        var lines = await db.RowsWithRemoved<MeetingLine>().AsNoTracking().Where(l => l.ContactId == id || deals.Contains(l.OpportunityId)).Select(l => new { l.Id, l.Kind, l.ContactId, l.Text, l.SoWhat, l.Proof, l.Answer }).ToListAsync(ct);
        List<Guid> naming = [.. lines.Where(l => l.ContactId == id || blot.Names(l.Text) || blot.Names(l.SoWhat) || blot.Names(l.Proof) || blot.Names(l.Answer)).Select(l => l.Id)];
        await db.RewriteRecordsAsync(db.RowsWithRemoved<MeetingLine>().Where(l => naming.Contains(l.Id)), l => (l.ContactId, l.Text, l.SoWhat, l.Proof, l.Answer) = (l.ContactId == id ? null : l.ContactId, l.ContactId == id || blot.Names(l.Text) ? without : l.Text, blot.Text(l.SoWhat), blot.Text(l.Proof), blot.Text(l.Answer)), blot, ct);
        // What was said before it was corrected is sealed, and nobody can look whom it names.
        await db.RewriteHistoryAsync([.. lines.Where(l => l.Kind.IsQuestion() || l.Kind is MeetingLineKind.Gives).Select(l => l.Id)], blot, ct);
        await PlansAsync(db, deals, without, blot, ct);
        return [];
    }

    private static async Task PlansAsync(AppDb db, IQueryable<Guid> deals, string without, Blot blot, CancellationToken ct)
    {
        var plans = await db.RowsWithRemoved<MeetingPlan>().AsNoTracking().Where(p => deals.Contains(p.OpportunityId)).ToListAsync(ct);
        List<Guid> naming = [.. plans.Where(p => new[] { p.Reason, p.Concept, p.Perspective, p.Best, p.Least, p.Place, p.CredibilityNote }.Any(blot.Names)).Select(p => p.Id)];
        await db.RewriteRecordsAsync(db.RowsWithRemoved<MeetingPlan>().Where(p => naming.Contains(p.Id)), p =>
        {
            p.Reason = blot.Names(p.Reason) ? without : p.Reason;
            (p.Concept, p.Perspective, p.Best, p.Least, p.Place, p.CredibilityNote) = (blot.Text(p.Concept), blot.Text(p.Perspective), blot.Text(p.Best), blot.Text(p.Least), blot.Text(p.Place), blot.Text(p.CredibilityNote));
        }, blot, ct);
        await db.RewriteHistoryAsync([.. plans.Select(p => p.Id)], blot, ct);
    }
}

/// <summary>Plans of meetings and lines of them that name a contact are theirs to read.</summary>
internal sealed class MeetingData : IPersonData
{
    public string Kind => Customers.Kinds.Contact;

    public IReadOnlyList<PersonRows> Rows { get; } =
    [
        PersonRows.Simply(() => T("Plans of meetings that name them"), Plans),
        PersonRows.Simply(() => T("Lines of plans of meetings that name them"), Lines),
    ];

    private static IQueryable<MeetingPlan> Plans(AppDb db, Guid id)
    {
        var contacts = db.ContactRows();
        return db.MeetingPlans.Where(p => contacts.Any(c => c.Id == id && (p.Reason.Contains(c.Name) || p.Concept!.Contains(c.Name) || p.Best!.Contains(c.Name) || p.Least!.Contains(c.Name) || p.CredibilityNote!.Contains(c.Name))));
    }

    private static IQueryable<MeetingLine> Lines(AppDb db, Guid id)
    {
        var contacts = db.ContactRows();
        return db.MeetingLines.Where(l => contacts.Any(c => c.Id == id && (l.ContactId == id || l.Text.Contains(c.Name) || l.SoWhat!.Contains(c.Name) || l.Answer!.Contains(c.Name) || l.Proof!.Contains(c.Name))));
    }
}

/// <summary>A lead has no deal yet.</summary>
internal sealed class LeadMeetingData : IPersonData
{
    public string Kind => Customers.Kinds.Lead;

    public IReadOnlyList<PersonRows> Rows { get; } = [];

    public IReadOnlyDictionary<Type, string> Kept { get; } = new Dictionary<Type, string> { [typeof(MeetingPlan)] = "Of deals, and a lead has none.", [typeof(MeetingLine)] = "Of deals, and a lead has none." };
}
