using Coxswain.Customers;
using Coxswain.Platform.Data;
using Coxswain.Platform.Erasing;
using Coxswain.Platform.Privacy;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Agreements;

/// <summary>An erased contact agreed to nothing by name any more; that it was agreed, and kept or not, stays.</summary>
internal sealed class LadderErasing : IErase
{
    public string Kind => Customers.Kinds.Contact;

    public async Task<IReadOnlyList<string>> EraseAsync(AppDb db, Guid id, CancellationToken ct)
    {
        if (await db.ContactBlotAsync(id, ct) is not { } blot) return [];
        var without = T("What an erased contact agreed to");
        await db.RewriteRecordsAsync(db.RowsWithRemoved<DealAgreement>().Where(a => a.ById == id), a => (a.ById, a.Text) = (null, blot.Names(a.Text) ? without : a.Text), blot, ct);
        return [];
    }
}

/// <summary>What a contact agreed to.</summary>
internal sealed class LadderData : IPersonData
{
    public string Kind => Customers.Kinds.Contact;

    public IReadOnlyList<PersonRows> Rows { get; } = [PersonRows.Simply(() => T("What they agreed to do in deals"), (db, id) => db.DealAgreements.Where(a => a.ById == id))];
}

/// <summary>What somebody who works here asked customers to agree to.</summary>
internal sealed class OwnLadderData : IPersonData
{
    public string Kind => "person";

    public IReadOnlyList<PersonRows> Rows { get; } = [PersonRows.Simply(() => T("What they asked customers to agree to"), (db, id) => db.Rows<DealAgreement>().Where(a => a.SaidById == id))];
}

/// <summary>A lead has no deal yet.</summary>
internal sealed class LeadLadderData : IPersonData
{
    public string Kind => Customers.Kinds.Lead;

    public IReadOnlyList<PersonRows> Rows { get; } = [];

    public IReadOnlyDictionary<Type, string> Kept { get; } = new Dictionary<Type, string> { [typeof(DealAgreement)] = "Of deals, and a lead has none." };
}
