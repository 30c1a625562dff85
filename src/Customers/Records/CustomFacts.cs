using Coxswain.Platform.CustomFields;
using Coxswain.Platform.Data;
using Coxswain.Platform.Ui;
namespace Coxswain.Customers.Records;

/// <summary>A record's own fields among its facts.</summary>
public static class CustomFacts
{
    /// <summary>The facts with the organisation's own behind them.</summary>
    public static async Task<FactsView> WithOwnAsync(this FactsView facts, AppDb db, string kind, string? json, CancellationToken ct)
    {
        var fields = await db.CustomFieldsAsync(kind, ct);
        if (fields.Count == 0) return facts;
        var names = await LinkNames.OfAsync(db, fields, [json], ct);
        var values = CustomValues.Read(json);
        return facts with { Facts = [.. facts.Facts, .. fields.Select(f => Of(db, f, values, names))] };
    }

    private static Fact Of(AppDb db, CustomField field, System.Text.Json.Nodes.JsonObject values, IReadOnlyDictionary<Guid, string> names) => new(field.Name, field.Label, CustomValues.Shown(values, field, names))
    {
        Kind = KindOf(field.Type), Typed = CustomValues.Typed(values, field, names), Hint = field.Hint, Choices = [.. field.Answers.Select(a => new Choice(a, a))], IsComputed = field.Type is CustomFieldType.Formula,
        Href = field.Type is CustomFieldType.Link && Guid.TryParse((string?)values[field.Key]?.ToString(), out var id) && names.ContainsKey(id) ? db.LinkKinds.FirstOrDefault(l => l.Kind == field.LinkKind)?.HrefOf(id) : null,
    };

    /// <summary>How a field is typed.</summary>
    public static FieldKind KindOf(CustomFieldType type) => type switch
    {
        CustomFieldType.Number => FieldKind.Number, CustomFieldType.Money => FieldKind.Money, CustomFieldType.Date => FieldKind.Date, CustomFieldType.Choice => FieldKind.Choice, CustomFieldType.Choices => FieldKind.SomeOf, _ => FieldKind.Text,
    };
}
