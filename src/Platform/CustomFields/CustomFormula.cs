using System.Text.Json.Nodes;
using Coxswain.Platform.Data;
using NCalc;
using NCalc.Exceptions;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Platform.CustomFields;

/// <summary>
/// Computed fields. A formula names other fields by their labels in brackets, and the numbers of the record itself by what it calls them:
/// [Price] * [Pieces] / [Employees]. It is computed when the record is saved and kept, so that lists sort and filter by it.
/// </summary>
public static class CustomFormula
{
    private const int Longest = 500, Deepest = 5;

    /// <summary>What is wrong with a formula; null where nothing is.</summary>
    /// <param name="formula">The formula.</param>
    /// <param name="own">The field it is of; null while it is new.</param>
    /// <param name="fields">The fields of its kind.</param>
    /// <param name="numbers">The numbers of the record itself.</param>
    public static string? Problem(string? formula, CustomField? own, IReadOnlyList<CustomField> fields, IReadOnlyCollection<string> numbers)
    {
        if (string.IsNullOrWhiteSpace(formula)) return T("Write what it is computed from, such as [Price] * [Pieces].");
        if (formula.Length > Longest) return T("At most {0} characters.", Longest);
        var expression = new Expression(formula, ExpressionOptions.NoCache);
        if (expression.HasErrors()) return T("This is no formula: look at its brackets and signs.");
        foreach (var name in expression.GetParameterNames())
        {
            if (numbers.Contains(name)) continue;
            if (Named(name, fields) is not { } field) return T("No field is called {0}.", name);
            if (field.Id == own?.Id || Needs(field, fields, Deepest).Any(f => f.Id == own?.Id)) return T("It would be computed from itself.");
            if (field.Type is CustomFieldType.Choices or CustomFieldType.Link) return T("{0} cannot be counted with.", field.Label);
        }
        return null;
    }

    /// <summary>The formulas of a kind, each behind those it needs.</summary>
    public static IReadOnlyList<CustomField> Ordered(IReadOnlyList<CustomField> fields) => [.. fields.Where(f => f.Type is CustomFieldType.Formula).OrderBy(f => Needs(f, fields, Deepest).Count())];

    /// <summary>Computes all formulas of a record.</summary>
    /// <param name="formulas">As <see cref="Ordered"/> gives them, once for many records.</param>
    /// <param name="fields">The fields of the kind.</param>
    /// <param name="values">What the record holds.</param>
    /// <param name="row">The record.</param>
    public static void Fill(IReadOnlyList<CustomField> formulas, IReadOnlyList<CustomField> fields, JsonObject values, IHasCustomFields row)
    {
        foreach (var field in formulas) Compute(field, fields, values, row);
    }

    private static void Compute(CustomField field, IReadOnlyList<CustomField> fields, JsonObject values, IHasCustomFields row)
    {
        var expression = new Expression(field.Formula!, ExpressionOptions.NoCache | ExpressionOptions.DecimalAsDefault);
        var numbers = row.Numbers;
        foreach (var name in expression.GetParameterNames())
        {
            var value = Named(name, fields) is { } other ? ValueOf(other, values) : numbers.GetValueOrDefault(name);
            if (value is null) { CustomValues.Set(values, field, null); return; }
            expression.Parameters[name] = value;
        }
        try { Keep(field, values, expression.Evaluate()); }
        catch (DivideByZeroException) { CustomValues.SetWrong(values, field, "zero"); }
        catch (Exception wrong) when (wrong is NCalcException or InvalidOperationException or InvalidCastException or FormatException or OverflowException or ArgumentException) { CustomValues.SetWrong(values, field, wrong.InnerException is DivideByZeroException ? "zero" : "type"); }
    }

    private static void Keep(CustomField field, JsonObject values, object? result)
    {
        if (result is double real && !double.IsFinite(real)) CustomValues.SetWrong(values, field, "zero");
        else if (result is string text) CustomValues.Set(values, field, text);
        else if (result is bool yes) CustomValues.Set(values, field, yes ? 1 : 0);
        else CustomValues.Set(values, field, result is null ? null : JsonValue.Create(Math.Round(Convert.ToDecimal(result, System.Globalization.CultureInfo.InvariantCulture), 6)));
    }

    private static object? ValueOf(CustomField field, JsonObject values) => field.Type switch
    {
        CustomFieldType.Number or CustomFieldType.Money => CustomValues.Number(values, field.Key),
        CustomFieldType.Formula => CustomValues.Number(values, field.Key) is { } number ? number : (string?)values[field.Key]?.ToString(),
        // Days apart are what two dates make of each other, so a day counts from a beginning.
        CustomFieldType.Date => DateOnly.TryParse((string?)values[field.Key], System.Globalization.CultureInfo.InvariantCulture, out var day) ? (decimal)day.DayNumber : null,
        _ => (string?)values[field.Key],
    };

    private static CustomField? Named(string name, IReadOnlyList<CustomField> fields) => fields.FirstOrDefault(f => f.Key == name) ?? fields.FirstOrDefault(f => Folding.Fold(f.Label) == Folding.Fold(name));

    private static IEnumerable<CustomField> Needs(CustomField field, IReadOnlyList<CustomField> fields, int depth) => field.Type is not CustomFieldType.Formula || depth == 0 ? [] :
        new Expression(field.Formula!, ExpressionOptions.NoCache).GetParameterNames().Select(n => Named(n, fields)).OfType<CustomField>().SelectMany(f => Needs(f, fields, depth - 1).Prepend(f));
}
