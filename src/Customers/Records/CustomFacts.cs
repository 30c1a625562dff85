using Coxswain.Platform.Access;
using Coxswain.Platform.CustomFields;
using Coxswain.Platform.CustomObjects;
using Coxswain.Platform.Data;
using Coxswain.Platform.Ui;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Records;

/// <summary>A record's own fields among its facts.</summary>
public static class CustomFacts
{
    /// <summary>The facts that the viewer sees, with the organisation's own behind them.</summary>
    public static async Task<FactsView> WithOwnAsync(this FactsView facts, AppDb db, string kind, string? json, CancellationToken ct)
    {
        facts = facts with { SharesHref = $"/shares/{(kind.StartsWith(CustomObject.Prefix, StringComparison.Ordinal) ? CustomObject.RecordKind : kind)}/{facts.Url.Split('/')[^1]}" };
        var own = await OfAsync(db, kind, json, ct);
        return db.Reaches.Fields.IsWhole ? own.Count == 0 ? facts : facts with { Facts = [.. facts.Facts, .. own] } : facts with { Facts = [.. Seen(db, kind, facts.Facts.Concat(own))] };
    }

    /// <summary>Those that the viewer sees, each with why it is not changed.</summary>
    public static IEnumerable<Fact> Seen(AppDb db, string kind, IEnumerable<Fact> facts)
    {
        var (hidden, locked) = (db.Reaches.Fields.Hidden(kind), db.Reaches.Fields.Locked(kind));
        return facts.Where(f => !hidden.Contains(f.Field)).Select(f => locked.Contains(f.Field) ? f with { Lock = FieldLocks.Said } : f);
    }

    /// <summary>The organisation's own fields of a kind as facts.</summary>
    public static async Task<IReadOnlyList<Fact>> OfAsync(AppDb db, string kind, string? json, CancellationToken ct)
    {
        var fields = await db.CustomFieldsAsync(kind, ct);
        if (fields.Count == 0) return [];
        var (names, values) = (await LinkNames.OfAsync(db, fields, [json], ct), CustomValues.Read(json));
        return [.. fields.Select(f => Of(db, f, values, names))];
    }

    private static Fact Of(AppDb db, CustomField field, System.Text.Json.Nodes.JsonObject values, IReadOnlyDictionary<Guid, string> names) => new(field.Name, field.Label, CustomValues.Shown(values, field, names))
    {
        Kind = KindOf(field.Type), Typed = CustomValues.Typed(values, field, names), Hint = field.Hint ?? (field.Type is CustomFieldType.Money ? T("With its currency behind it where it is another, like 500 USD") : null), Choices = [.. field.Answers.Select(a => new Choice(a, a))], IsComputed = field.Type is CustomFieldType.Formula,
        Href = field.Type is CustomFieldType.Link && Guid.TryParse((string?)values[field.Key]?.ToString(), out var id) && names.ContainsKey(id) ? db.LinkKind(field.LinkKind)?.HrefOf(id) : null,
    };

    /// <summary>How a field is typed.</summary>
    public static FieldKind KindOf(CustomFieldType type) => type switch
    {
        CustomFieldType.Number => FieldKind.Number, CustomFieldType.Money => FieldKind.Money, CustomFieldType.Date => FieldKind.Date, CustomFieldType.Choice => FieldKind.Choice, CustomFieldType.Choices => FieldKind.SomeOf, _ => FieldKind.Text,
    };
}
