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
        return [];
    }
}

/// <summary>An answer is of an account; a contact is named in it only by chance, and taken out when they are erased.</summary>
internal sealed class ContactFitData : IPersonData
{
    public string Kind => Customers.Kinds.Contact;

    public IReadOnlyList<PersonRows> Rows { get; } = [];

    public IReadOnlyDictionary<Type, string> Kept { get; } = new Dictionary<Type, string> { [typeof(FitAnswer)] = "What an account is like; words that name a contact go when they are erased." };
}

/// <summary>A lead has no account yet.</summary>
internal sealed class LeadFitData : IPersonData
{
    public string Kind => Customers.Kinds.Lead;

    public IReadOnlyList<PersonRows> Rows { get; } = [];

    public IReadOnlyDictionary<Type, string> Kept { get; } = new Dictionary<Type, string> { [typeof(FitAnswer)] = "Of accounts; a lead has none yet." };
}
