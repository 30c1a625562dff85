using System.Globalization;
using System.Text.Json.Nodes;
using Coxswain.Platform.Access;
using Coxswain.Platform.CustomObjects;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Platform.Http;
using Coxswain.Platform.Money;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Platform.CustomFields;

/// <summary>Takes what was typed into a record's own fields.</summary>
public static class CustomTaking
{
    private const int LongestText = 4_000;
    private const decimal Most = 1_000_000_000_000_000m;

    /// <summary>Takes the fields that were sent, the others stay, and computes the formulas anew. What cannot be taken is a problem of its field, and nothing is changed then.</summary>
    /// <param name="db">The database.</param>
    /// <param name="kind">The kind of the record.</param>
    /// <param name="row">The record, its other fields set already.</param>
    /// <param name="input">What was sent; null is nothing.</param>
    /// <param name="problems">Where to say what is wrong.</param>
    /// <param name="ct">Cancels.</param>
    /// <param name="merge">What others changed since the form was drawn; all of a record's own fields are kept in one property, and each is merged for itself.</param>
    public static async Task TakeAsync(AppDb db, string kind, IHasCustomFields row, CustomInput? input, Problems problems, CancellationToken ct, Merge? merge = null)
    {
        var (fields, seen, locked) = (await db.AllCustomFieldsAsync(kind, ct), await db.CustomFieldsAsync(kind, ct), db.Reaches.Fields.Locked(kind));
        if (fields.Count == 0 && input is not { Values.Count: > 0 }) return;
        var values = CustomValues.Read(row.CustomFields);
        var since = (merge?.Since(nameof(IHasCustomFields.CustomFields)) ?? []).Select(s => (Before: CustomHistory.Read(s.Change.Before), After: CustomHistory.Read(s.Change.After), s.By)).ToList();
        // A currency is of its amount, whichever of them comes first.
        foreach (var (key, typed) in (input?.Values ?? new Dictionary<string, IReadOnlyList<string>>()).OrderBy(v => AmountOf(seen, v.Key) is not null))
        {
            var name = CustomField.Prefix + key;
            if (AmountOf(seen, key) is { } amount)
            {
                if (InCurrency(values, amount, typed, locked, since) is { } wrong) problems.Add(name, wrong);
            }
            else if (seen.FirstOrDefault(f => f.Key == key) is not { } field) problems.Add(name, T("There is no field {0} here.", key));
            else if (locked.Contains(name)) problems.Add(name, FieldLocks.Said);
            else if (field.Type is CustomFieldType.Formula) problems.Add(name, T("{0} is computed: change what it is computed from.", field.Label));
            else
            {
                var others = since.Where(s => !JsonNode.DeepEquals(s.Before[key], s.After[key])).ToList();
                var taken = values.DeepClone().AsObject();
                if (await TakeAsync(db, taken, field, typed, input!.Culture, ct) is { } problem) problems.Add(name, problem);
                else if (others.Count == 0) values = taken;
                else if (!JsonNode.DeepEquals(taken[key], values[key]) && !JsonNode.DeepEquals(taken[key], others[0].Before[key])) merge!.Add(new Clash(field.Label, CustomHistory.Shown(taken, field) ?? "", CustomHistory.Shown(values, field) ?? "", others[^1].By.ActorId, others[^1].By.RecordedAt));
            }
        }
        if (problems.Any) return;
        CustomFormula.Fill(CustomFormula.Ordered(fields), fields, values, row);
        CustomValues.Keep(row, values);
    }

    // The currency of an amount is read beside it, and so it is sent.
    private static CustomField? AmountOf(IReadOnlyList<CustomField> fields, string key) =>
        key.EndsWith(CustomValues.CurrencyWord, StringComparison.Ordinal) && fields.All(f => f.Key != key) ? fields.FirstOrDefault(f => f.Type is CustomFieldType.Money && f.Key == key[..^CustomValues.CurrencyWord.Length]) : null;

    private static string? InCurrency(JsonObject values, CustomField amount, IReadOnlyList<string> typed, IReadOnlySet<string> locked, IReadOnlyList<(JsonObject Before, JsonObject After, Event By)> since)
    {
        if (typed.Count == 0 || CustomValues.Number(values, amount.Key) is not { } number) return null;
        if (Currencies.Clean(typed[^1]) is not { } currency) return T("A currency has three letters, like EUR.");
        // Drawn before somebody else gave it another: theirs stays, as does an amount that only they changed.
        if (currency == CustomValues.Currency(values, amount) || since.Any(s => CustomValues.Currency(s.Before, amount) == currency)) return null;
        if (locked.Contains(amount.Name)) return FieldLocks.Said;
        CustomValues.Set(values, amount, number, currency);
        return null;
    }

    private static async Task<string?> TakeAsync(AppDb db, JsonObject values, CustomField field, IReadOnlyList<string> typed, CultureInfo culture, CancellationToken ct)
    {
        if (typed.Count == 0) { CustomValues.Set(values, field, null); return null; }
        var text = Typing.Clean(typed[^1]);
        switch (field.Type)
        {
            case CustomFieldType.Text when text.Length > LongestText: return T("At most {0} characters.", LongestText);
            case CustomFieldType.Text: CustomValues.Set(values, field, text); return null;
            case CustomFieldType.Number or CustomFieldType.Money:
                var (figure, currency) = field.Type is CustomFieldType.Money ? InParts(text) : (text, null);
                var read = Typing.Read(typeof(decimal), figure, culture);
                if (read.Value is not decimal number) return read.Message;
                if (Math.Abs(number) > Most) return T("This is out of range.");
                CustomValues.Set(values, field, number, field.Type is CustomFieldType.Money ? currency ?? CustomValues.Currency(values, field) ?? (await db.TenantAsync(ct)).Currency : null);
                return null;
            case CustomFieldType.Date:
                if (Typing.Read(typeof(DateOnly), text, culture) is not { Value: DateOnly day }) return Typing.Read(typeof(DateOnly), text, culture).Message;
                CustomValues.Set(values, field, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                return null;
            case CustomFieldType.Choice or CustomFieldType.Choices: return Choose(values, field, typed);
            default: return await LinkAsync(db, values, field, text, ct);
        }
    }

    // Whoever types an amount says its currency behind it, or before.
    private static (string Figure, string? Currency) InParts(string text) =>
        text.LastIndexOf(' ') is > 0 and var last && Currencies.Clean(text[last..]) is { } behind ? (text[..last].Trim(), behind)
        : text.IndexOf(' ') is > 0 and var first && Currencies.Clean(text[..first]) is { } before ? (text[first..].Trim(), before) : (text, null);

    private static string? Choose(JsonObject values, CustomField field, IReadOnlyList<string> typed)
    {
        var chosen = new List<string>();
        foreach (var text in typed.Select(Typing.Clean))
        {
            if (field.Answers.FirstOrDefault(a => Folding.Fold(a) == Folding.Fold(text)) is not { } answer) return T("{0} is none of: {1}.", text, string.Join(", ", field.Answers));
            chosen.Add(answer);
        }
        CustomValues.Set(values, field, field.Type is CustomFieldType.Choice ? chosen[^1] : new JsonArray([.. chosen.Distinct().Select(c => (JsonNode)c)]));
        return null;
    }

    private static async Task<string?> LinkAsync(AppDb db, JsonObject values, CustomField field, string text, CancellationToken ct)
    {
        if (db.LinkKind(field.LinkKind) is not { } link) return T("There is nothing it could lead to.");
        var found = Guid.TryParse(text, out var id) ? await link.Named(db).Where(n => n.Id == id).Select(n => n.Id).Take(1).ToListAsync(ct) : await link.Named(db).Where(n => n.FoldedName == Folding.Fold(text)).Select(n => n.Id).Take(2).ToListAsync(ct);
        if (found is not [var one]) return found.Count == 0 ? T("Nothing here is called {0}.", text) : T("Several are called {0}.", text);
        CustomValues.Set(values, field, one.ToString());
        return null;
    }
}

/// <summary>A kind of record that a field can lead to.</summary>
public interface ILinkKind
{
    string Kind { get; }

    /// <summary>What one is called.</summary>
    string Label { get; }

    /// <summary>Where one is.</summary>
    string HrefOf(Guid id);

    /// <summary>Those the viewer may see, by name; composable.</summary>
    IQueryable<LinkName> Named(AppDb db);
}

/// <summary>A record that a field leads to.</summary>
public sealed record LinkName
{
    public required Guid Id { get; init; }
    public required string Name { get; init; }
    public required string FoldedName { get; init; }
}

/// <summary>Reads what linked records are called.</summary>
public static class LinkNames
{
    private const int AtOnce = 10_000;

    /// <summary>Of what one field leads to.</summary>
    public static async Task<IReadOnlyDictionary<Guid, string>> OfAsync(AppDb db, CustomField link, IEnumerable<string> ids, CancellationToken ct)
    {
        var names = new Dictionary<Guid, string>();
        if (db.LinkKind(link.LinkKind) is not { } kind) return names;
        foreach (var some in ids.Select(id => Guid.TryParse(id, out var key) ? key : Guid.Empty).Where(id => id != Guid.Empty).Distinct().Chunk(AtOnce))
            foreach (var name in await kind.Named(db).Where(n => some.Contains(n.Id)).ToListAsync(ct)) names[name.Id] = name.Name;
        return names;
    }

    /// <summary>One statement for each kind that is linked to; none where nothing is.</summary>
    public static async Task<IReadOnlyDictionary<Guid, string>> OfAsync(AppDb db, IReadOnlyList<CustomField> fields, IEnumerable<string?> rows, CancellationToken ct)
    {
        var names = new Dictionary<Guid, string>();
        var linked = fields.Where(f => f.Type is CustomFieldType.Link).ToList();
        if (linked.Count == 0) return names;
        var values = rows.OfType<string>().Select(CustomValues.Read).ToList();
        foreach (var kind in linked.GroupBy(f => f.LinkKind))
        {
            var ids = kind.SelectMany(f => values.Select(v => Guid.TryParse((string?)v[f.Key]?.ToString(), out var id) ? id : Guid.Empty)).Where(id => id != Guid.Empty).ToHashSet();
            if (ids.Count > 0 && db.LinkKind(kind.Key) is { } link)
                foreach (var name in await link.Named(db).Where(n => ids.Contains(n.Id)).ToListAsync(ct)) names[name.Id] = name.Name;
        }
        return names;
    }
}
