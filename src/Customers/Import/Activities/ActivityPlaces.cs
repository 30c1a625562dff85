using Coxswain.Customers.Import.Reading;
using Coxswain.Platform.Data;
using Coxswain.Platform.Importing;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Import.Activities;

/// <summary>Where an imported activity belongs.</summary>
internal readonly record struct ActivityPlace(Guid? AccountId, Guid? ContactId, string? AboutKind, Guid? AboutId)
{
    public bool IsNowhere => AccountId is null && ContactId is null && AboutId is null;
}

/// <summary>
/// Finds what imported activities are about, by the keys their rows name, else by a name. Contacts and deals may be a million: only those that
/// a batch names are looked up.
/// </summary>
internal sealed class ActivityPlaces
{
    private const string Deal = "opportunity";

    // Which kinds a field's keys may be of; the first that has one counts.
    private static readonly (string Field, string[] Kinds)[] Asked =
        [("contact", [Kinds.Contact, Kinds.Lead]), ("deal", [Deal]), ("account", [Kinds.Account]), ("about", [Deal, Kinds.Lead, Kinds.Contact, Kinds.Account])];

    private readonly Dictionary<string, IReadOnlyDictionary<string, KeyedRecord>> _found = [];
    private readonly Dictionary<string, IReadOnlyDictionary<string, KeyedRecord?>> _named = [];
    private readonly Dictionary<int, ActivityPlace> _places = [];

    private ActivityPlaces() { }

    /// <summary>The fields of an activity that say what it is about.</summary>
    public static IReadOnlyList<ImportField> Fields { get; } =
    [
        new("contact", () => T("Keys of contacts"), ImportType.Text) { Several = true, Limit = 20_000, Synonyms = ["contact id", "contact ids", "associated contact ids"] },
        new("deal", () => T("Keys of deals"), ImportType.Text) { Several = true, Limit = 20_000, Synonyms = ["deal id", "opportunity id", "deal ids", "associated deal ids"] },
        new("account", () => T("Keys of accounts"), ImportType.Text) { Several = true, Limit = 20_000, Synonyms = ["account id", "company id", "company ids", "associated company ids"] },
        new("about", () => T("Keys of what it is about"), ImportType.Text) { Several = true, Limit = 20_000, Synonyms = ["what id", "who id", "related to id", "parent id"] },
        new("regarding", () => T("Name of what it is about"), ImportType.Text),
        new("accountName", () => T("Account"), ImportType.Reference) { To = Kinds.Account, Synonyms = ["account", "account name", "company", "company name", "organization", "organisation", "customer", "firma", "kunde"] },
    ];

    /// <summary>The names of those fields.</summary>
    public static IReadOnlyList<string> FieldNames { get; } = [.. Fields.Select(f => f.Name)];

    /// <summary>The kinds of records that they name.</summary>
    public static IReadOnlyList<string> LooksFor { get; } = [Deal, Kinds.Lead, Kinds.Contact, Kinds.Account];

    public static async Task<ActivityPlaces> OfAsync(ImportBatch batch, CancellationToken ct)
    {
        var places = new ActivityPlaces();
        foreach (var kind in Asked.SelectMany(a => a.Kinds).Distinct())
        {
            var keys = batch.Rows.SelectMany(r => Asked.Where(a => a.Kinds.Contains(kind)).SelectMany(a => r.Keys(a.Field))).ToHashSet();
            places._found[kind] = await batch.FindAsync(kind, keys, ct);
        }
        var names = batch.Rows.Select(r => r.Text("regarding")).OfType<string>().Select(Folding.Fold).ToHashSet();
        if (names.Count > 0) foreach (var kind in (string[])[Deal, Kinds.Contact, Kinds.Lead, Kinds.Account]) places._named[kind] = await batch.FindNamedAsync(kind, names, ct);
        var others = new List<(ImportRow Row, string Kind, Guid Id)>();
        foreach (var row in batch.Rows) places._places[row.Number] = places.Find(row, batch.Names, others);
        await TellAsync(batch, others, ct);
        return places;
    }

    public ActivityPlace Of(ImportRow row) => _places[row.Number];

    private ActivityPlace Find(ImportRow row, NameBook book, List<(ImportRow, string, Guid)> others)
    {
        var place = new ActivityPlace(row.Id("accountName"), null, null, null);
        Guid? account = null;
        foreach (var (field, kinds) in Asked)
            foreach (var key in row.Keys(field))
            {
                if (kinds.FirstOrDefault(k => _found[k].ContainsKey(key)) is not { } kind)
                {
                    row.RemarkOnce(T("Kept without: {0}", T("{0}: nothing here has the key {1}.", Fields.First(f => f.Name == field).Label(), key.Length <= 60 ? key : key[..60] + "…")));
                    continue;
                }
                var record = _found[kind][key];
                account ??= record.AccountId;
                place = With(place, kind, record);
                if (!Names(place, kind, record.Id) && !others.Contains((row, kind, record.Id))) others.Add((row, kind, record.Id));
            }
        if (place.IsNowhere && row.Text("regarding") is { } name && Named(row, name, book) is var (of, known))
        {
            account ??= known.AccountId;
            place = With(place, of, known);
        }
        return place with { AccountId = place.AccountId ?? account };
    }

    private static ActivityPlace With(ActivityPlace place, string kind, KeyedRecord record) => kind switch
    {
        Kinds.Account => place with { AccountId = place.AccountId ?? record.Id },
        Kinds.Contact => place with { ContactId = place.ContactId ?? record.Id },
        _ => place.AboutId is null ? place with { AboutKind = kind, AboutId = record.Id } : place,
    };

    private static bool Names(ActivityPlace place, string kind, Guid id) => id == kind switch { Kinds.Account => place.AccountId, Kinds.Contact => place.ContactId, _ => place.AboutId };

    // A deal is called like its account often enough: the nearest to the work counts. Nothing is ever made from such a name.
    private (string Kind, KeyedRecord Record)? Named(ImportRow row, string name, NameBook book)
    {
        foreach (var (kind, known) in _named)
        {
            if (!known.TryGetValue(Folding.Fold(name), out var record)) continue;
            if (record is not null) return (kind, record);
            row.Remark(T("Two records are called “{0}”: which is meant is not known.", name));
            return null;
        }
        // Made from its name by a dry run.
        if (!book.IsTwice(Kinds.Account, name) && book.Find(Kinds.Account, name) is { } account) return (Kinds.Account, new KeyedRecord(account, account));
        row.Remark(T("No deal, person or account here is called “{0}”.", name));
        return null;
    }

    // An activity has one account, one contact and one more record: who else was named is told.
    private static async Task TellAsync(ImportBatch batch, List<(ImportRow Row, string Kind, Guid Id)> others, CancellationToken ct)
    {
        var names = new Dictionary<Guid, string>();
        foreach (var kind in others.GroupBy(o => o.Kind))
            foreach (var (id, name) in await batch.NamesOfAsync(kind.Key, [.. kind.Select(k => k.Id).Distinct()], ct)) names[id] = name;
        foreach (var row in others.GroupBy(o => o.Row))
            if (string.Join(", ", row.Select(o => names.GetValueOrDefault(o.Id)).OfType<string>()) is { Length: > 0 } told) row.Key.Remark(T("Named as well and left out: {0}.", told));
    }
}
