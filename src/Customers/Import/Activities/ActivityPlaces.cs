using Coxswain.Customers.Import.Reading;
using Coxswain.Platform.Importing;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Import.Activities;

/// <summary>Where an imported activity belongs.</summary>
internal readonly record struct ActivityPlace(Guid? AccountId, Guid? ContactId, string? AboutKind, Guid? AboutId)
{
    public bool IsNowhere => AccountId is null && ContactId is null && AboutId is null;
}

/// <summary>
/// Finds what imported activities are about, by the keys their rows name. Contacts and deals may be a million: only those that a batch names are
/// looked up.
/// </summary>
internal sealed class ActivityPlaces
{
    private const string Deal = "opportunity";

    // Which kinds a field's keys may be of; the first that has one counts.
    private static readonly (string Field, string[] Kinds)[] Asked =
        [("contact", [Kinds.Contact, Kinds.Lead]), ("deal", [Deal]), ("account", [Kinds.Account]), ("about", [Deal, Kinds.Lead, Kinds.Contact, Kinds.Account])];

    private readonly Dictionary<string, IReadOnlyDictionary<string, KeyedRecord>> _found = [];

    private ActivityPlaces() { }

    /// <summary>The fields of an activity that say what it is about.</summary>
    public static IReadOnlyList<ImportField> Fields { get; } =
    [
        new("contact", () => T("Keys of contacts"), ImportType.Text) { Several = true, Limit = 20_000, Synonyms = ["contact id", "contact ids", "associated contact ids"] },
        new("deal", () => T("Keys of deals"), ImportType.Text) { Several = true, Limit = 20_000, Synonyms = ["deal id", "opportunity id", "deal ids", "associated deal ids"] },
        new("account", () => T("Keys of accounts"), ImportType.Text) { Several = true, Limit = 20_000, Synonyms = ["account id", "company id", "company ids", "associated company ids"] },
        new("about", () => T("Keys of what it is about"), ImportType.Text) { Several = true, Limit = 20_000, Synonyms = ["what id", "who id", "related to id", "parent id"] },
        new("accountName", () => T("Account"), ImportType.Reference) { To = Kinds.Account, Synonyms = ["account", "account name", "company", "company name", "organization", "organisation", "customer", "firma", "kunde"] },
    ];

    public static async Task<ActivityPlaces> OfAsync(ImportBatch batch, CancellationToken ct)
    {
        var places = new ActivityPlaces();
        foreach (var kind in Asked.SelectMany(a => a.Kinds).Distinct())
        {
            var keys = batch.Rows.SelectMany(r => Asked.Where(a => a.Kinds.Contains(kind)).SelectMany(a => r.Keys(a.Field))).ToHashSet();
            places._found[kind] = await batch.FindAsync(kind, keys, ct);
        }
        return places;
    }

    public ActivityPlace Of(ImportRow row)
    {
        var place = new ActivityPlace(row.Id("accountName"), null, null, null);
        Guid? account = null;
        foreach (var (field, kinds) in Asked)
            foreach (var key in row.Keys(field))
            {
                if (kinds.FirstOrDefault(k => _found[k].ContainsKey(key)) is not { } kind) continue;
                var record = _found[kind][key];
                account ??= record.AccountId;
                place = kind switch
                {
                    Kinds.Account => place with { AccountId = place.AccountId ?? record.Id },
                    Kinds.Contact => place with { ContactId = place.ContactId ?? record.Id },
                    _ => place.AboutId is null ? place with { AboutKind = kind, AboutId = record.Id } : place,
                };
            }
        return place with { AccountId = place.AccountId ?? account };
    }
}
