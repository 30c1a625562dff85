using Coxswain.Customers;
using Coxswain.Platform.Data;
using Coxswain.Platform.Erasing;
using Coxswain.Platform.Privacy;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Value;

/// <summary>An erased contact needs nothing by name any more.</summary>
internal sealed class ValueErasing : IErase
{
    public string Kind => Customers.Kinds.Contact;

    public async Task<IReadOnlyList<string>> EraseAsync(AppDb db, Guid id, CancellationToken ct)
    {
        if (await db.ContactBlotAsync(id, ct) is not { } blot) return [];
        var without = T("Something that named an erased contact");
        await db.RewriteRecordsAsync(db.RowsWithRemoved<ValueItem>().Where(i => i.ForId == id), i => (i.ForId, i.Capability) = (null, blot.Names(i.Capability) ? without : i.Capability), blot, ct);
        return [];
    }
}

/// <summary>What a contact needs, as we see it.</summary>
internal sealed class ValueData : IPersonData
{
    public string Kind => Customers.Kinds.Contact;

    public IReadOnlyList<PersonRows> Rows { get; } = [PersonRows.Simply(() => T("What they need of what we offer"), (db, id) => db.ValueItems.Where(i => i.ForId == id))];
}

/// <summary>A lead has no deal yet.</summary>
internal sealed class LeadValueData : IPersonData
{
    public string Kind => Customers.Kinds.Lead;

    public IReadOnlyList<PersonRows> Rows { get; } = [];

    public IReadOnlyDictionary<Type, string> Kept { get; } = new Dictionary<Type, string> { [typeof(ValueItem)] = "Of deals, and a lead has none." };
}
