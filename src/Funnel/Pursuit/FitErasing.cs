using Coxswain.Customers;
using Coxswain.Platform.Data;
using Coxswain.Platform.Erasing;
using Coxswain.Platform.Privacy;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Pursuit;

/// <summary>What shows that an account fits may name an erased contact: the words go, the answer stays.</summary>
internal sealed class FitErasing : IErase
{
    public string Kind => Customers.Kinds.Contact;

    public async Task<IReadOnlyList<string>> EraseAsync(AppDb db, Guid id, CancellationToken ct)
    {
        if (await db.ContactBlotAsync(id, ct) is not { } blot) return [];
        var accounts = db.AccountsOfContact(id);
        var without = T("What an erased contact did or said");
        foreach (var lead in await db.LeadsOfContactAsync(id, ct)) await LeadFitErasing.ForgetAsync(db, lead, ct);
        var said = await db.Rows<FitAnswer>().AsNoTracking().Where(a => a.Evidence != null && accounts.Contains(a.AccountId)).Select(a => new { a.Id, a.Evidence }).ToListAsync(ct);
        var named = said.Where(a => blot.Names(a.Evidence!)).Select(a => a.Id).ToList();
        await db.RewriteRecordsAsync(db.Rows<FitAnswer>().Where(a => named.Contains(a.Id)), a => a.Evidence = without, blot, ct);
        await DealsAsync(db, accounts, without, blot, ct);
        return [];
    }

    private static async Task DealsAsync(AppDb db, IQueryable<Guid?> accounts, string without, Blot blot, CancellationToken ct)
    {
        var deals = db.RowsWithRemoved<Opportunities.Opportunity>().Where(o => accounts.Contains(o.AccountId)).Select(o => o.Id);
        var says = (await db.PursuitSayings.AsNoTracking().Where(s => s.Evidence != null && deals.Contains(s.OpportunityId)).Select(s => new { s.Id, s.Evidence }).ToListAsync(ct)).Where(s => blot.Names(s.Evidence!)).Select(s => s.Id).ToList();
        await db.RewriteRecordsAsync(db.PursuitSayings.Where(s => says.Contains(s.Id)), s => s.Evidence = without, blot, ct);
        var answers = (await db.FitAnswers.AsNoTracking().Where(a => a.Evidence != null && deals.Contains(a.OpportunityId!.Value)).Select(a => new { a.Id, a.Evidence }).ToListAsync(ct)).Where(a => blot.Names(a.Evidence!)).Select(a => a.Id).ToList();
        await db.RewriteRecordsAsync(db.FitAnswers.Where(a => answers.Contains(a.Id)), a => a.Evidence = without, blot, ct);
        var decided = (await db.PursuitDecisions.AsNoTracking().Where(d => deals.Contains(d.OpportunityId)).Select(d => new { d.Id, d.Reason, d.StopRule }).ToListAsync(ct)).Where(d => blot.Names(d.Reason) || d.StopRule is not null && blot.Names(d.StopRule)).Select(d => d.Id).ToList();
        await db.RewriteRecordsAsync(db.PursuitDecisions.Where(d => decided.Contains(d.Id)), d => (d.Reason, d.StopRule) = (blot.Names(d.Reason) ? without : d.Reason, d.StopRule is null || blot.Names(d.StopRule) ? null : d.StopRule), blot, ct);
    }
}

/// <summary>What was answered of a lead goes with the lead; what is an account's by now stays, without saying whom it was learned of.</summary>
internal sealed class LeadFitErasing : IErase
{
    public string Kind => Customers.Kinds.Lead;

    public async Task<IReadOnlyList<string>> EraseAsync(AppDb db, Guid id, CancellationToken ct)
    {
        if (await db.LeadBlotAsync(id, ct) is { } blot)
        {
            var without = T("What an erased contact did or said");
            await db.RewriteRecordsAsync(db.FitAnswers.Where(a => a.LeadId == id && a.AccountId != null), a => a.Evidence = a.Evidence is not null && blot.Names(a.Evidence) ? without : a.Evidence, blot, ct);
        }
        await ForgetAsync(db, id, ct);
        return [];
    }

    internal static async Task ForgetAsync(AppDb db, Guid lead, CancellationToken ct)
    {
        var answers = await db.FitAnswers.Where(a => a.LeadId == lead).ToListAsync(ct);
        var theirs = answers.Where(a => a.AccountId is null).ToList();
        foreach (var answer in answers) answer.LeadId = null;
        db.RemoveRange(theirs);
        await db.SaveChangesAsync(ct);
        await db.RewriteHistoryAsync([.. theirs.Select(a => a.Id)], new Blot([]), ct);
    }
}

/// <summary>An answer is of an account; a contact is named in it only by chance, and taken out when they are erased.</summary>
internal sealed class ContactFitData : IPersonData
{
    public string Kind => Customers.Kinds.Contact;

    public IReadOnlyList<PersonRows> Rows { get; } = [];

    public IReadOnlyDictionary<Type, string> Kept { get; } = new Dictionary<Type, string> { [typeof(FitAnswer)] = "What an account is like; words that name a contact go when they are erased.", [typeof(PursuitSaying)] = "How a deal stands; words that name a contact go when they are erased." };
}

/// <summary>What was answered of a lead is about them.</summary>
internal sealed class LeadFitData : IPersonData
{
    public string Kind => Customers.Kinds.Lead;

    public IReadOnlyList<PersonRows> Rows { get; } = [PersonRows.Simply(() => T("Do they fit?"), (db, id) => db.FitAnswers.Where(a => a.LeadId == id))];

    public IReadOnlyDictionary<Type, string> Kept { get; } = new Dictionary<Type, string> { [typeof(PursuitSaying)] = "Of deals; a lead has none yet." };
}
