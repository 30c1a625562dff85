using Coxswain.Platform.Data;
using Coxswain.Platform.Erasing;
using Coxswain.Platform.Privacy;
using Coxswain.Customers;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Issues;

/// <summary>An erased contact confirmed nothing by name any more; that it was confirmed, and when, stays.</summary>
internal sealed class IssueErasing : IErase
{
    public string Kind => Customers.Kinds.Contact;

    public async Task<IReadOnlyList<string>> EraseAsync(AppDb db, Guid id, CancellationToken ct)
    {
        if (await db.ContactBlotAsync(id, ct) is not { } blot) return [];
        var without = T("What an erased contact wanted solved");
        await db.RewriteRecordsAsync(db.RowsWithRemoved<DealIssue>().Where(i => i.ConfirmedById == id), i => (i.Text, i.ConfirmedById) = (blot.Names(i.Text) ? without : i.Text, null), blot, ct);
        return [];
    }
}

/// <summary>What a contact confirmed.</summary>
internal sealed class IssueData : IPersonData
{
    public string Kind => Customers.Kinds.Contact;

    public IReadOnlyList<PersonRows> Rows { get; } = [PersonRows.Simply(() => T("What they confirmed they want solved"), (db, id) => db.DealIssues.Where(i => i.ConfirmedById == id))];
}

/// <summary>A lead has no deal yet.</summary>
internal sealed class LeadIssueData : IPersonData
{
    public string Kind => Customers.Kinds.Lead;

    public IReadOnlyList<PersonRows> Rows { get; } = [];

    public IReadOnlyDictionary<Type, string> Kept { get; } = new Dictionary<Type, string> { [typeof(DealIssue)] = "Contacts confirm issues; a lead has no deal yet." };
}
