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
        var decided = (await db.PursuitDecisions.AsNoTracking().Where(d => deals.Contains(d.OpportunityId)).Select(d => new { d.Id, d.Reason, d.StopRule }).ToListAsync(ct)).Where(d => blot.Names(d.Reason) || d.StopRule is not null && blot.Names(d.StopRule)).Select(d => d.Id).ToList();
        await db.RewriteRecordsAsync(db.PursuitDecisions.Where(d => decided.Contains(d.Id)), d => (d.Reason, d.StopRule) = (blot.Names(d.Reason) ? without : d.Reason, d.StopRule is null || blot.Names(d.StopRule) ? null : d.StopRule), blot, ct);
    }
}

/// <summary>An answer is of an account; a contact is named in it only by chance, and taken out when they are erased.</summary>
internal sealed class ContactFitData : IPersonData
{
    public string Kind => Customers.Kinds.Contact;

    public IReadOnlyList<PersonRows> Rows { get; } = [];

    public IReadOnlyDictionary<Type, string> Kept { get; } = new Dictionary<Type, string> { [typeof(FitAnswer)] = "What an account is like; words that name a contact go when they are erased.", [typeof(PursuitSaying)] = "How a deal stands; words that name a contact go when they are erased." };
}

/// <summary>A lead has no account yet.</summary>
internal sealed class LeadFitData : IPersonData
{
    public string Kind => Customers.Kinds.Lead;

    public IReadOnlyList<PersonRows> Rows { get; } = [];

    public IReadOnlyDictionary<Type, string> Kept { get; } = new Dictionary<Type, string> { [typeof(FitAnswer)] = "Of accounts; a lead has none yet.", [typeof(PursuitSaying)] = "Of deals; a lead has none yet." };
}
