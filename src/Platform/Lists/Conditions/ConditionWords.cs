using System.Globalization;
using Coxswain.Platform.Ui;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Platform.Lists.Conditions;

/// <summary>Conditions as people read them.</summary>
public static class ConditionWords
{
    /// <summary>The whole: Tier is A or tier is B.</summary>
    public static string Said(Condition condition, IReadOnlyList<ListFilter> columns) => condition switch
    {
        Condition.Several several => string.Join(several.IsAny ? $" {T("or")} " : $" {T("and")} ", several.Parts.Select(p => p is Condition.Several ? $"({Said(p, columns)})" : Said(p, columns))),
        Condition.Test test => Said(test, columns.FirstOrDefault(c => c.Id.Equals(test.Column, StringComparison.OrdinalIgnoreCase))),
        _ => "",
    };

    /// <summary>How columns of a kind are compared, as a form offers it.</summary>
    public static IReadOnlyList<Choice> Hows(ListFilter column) =>
    [
        .. column.Kind switch
        {
            ColumnKind.Text => [new Choice("has", T("contains")), new Choice("hasnot", T("does not contain"))],
            ColumnKind.Choice when column.IsSeveral => [new Choice("is", T("includes")), new Choice("hasnot", T("does not include"))],
            ColumnKind.Choice => [new Choice("is", T("is")), new Choice("not", T("is not"))],
            ColumnKind.Date => [new Choice("is", T("is within")), new Choice("not", T("is not within")), new Choice("from", T("is on or after")), new Choice("to", T("is on or before"))],
            _ => (IEnumerable<Choice>)[new Choice("from", T("is at least")), new Choice("to", T("is at most")), new Choice("is", T("is")), new Choice("not", T("is not"))],
        },
        .. column.CanBeUnknown ? (IEnumerable<Choice>)[new("unknown", T("is unknown")), new("known", T("is known"))] : [],
    ];

    private static string Said(Condition.Test test, ListFilter? column)
    {
        if (column is null) return test.ToString();
        if (test.Value == Condition.Unknown) return $"{column.Label} {(test.How is Comparison.Is ? T("is unknown") : T("is known"))}";
        var how = Hows(column).FirstOrDefault(h => h.Value == ConditionForm.NameOf(test.How))?.Label ?? ConditionForm.NameOf(test.How);
        return $"{column.Label} {how} {ValueOf(test.Value, column)}";
    }

    private static string ValueOf(string value, ListFilter column) => column.Kind switch
    {
        ColumnKind.Choice => column.Choices.FirstOrDefault(c => c.Value.Equals(value, StringComparison.OrdinalIgnoreCase))?.Label ?? (value == Mine.Word ? T("Me") : value),
        ColumnKind.Date when DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => DayText.Whole(day),
        ColumnKind.Date => ListDays.Words.FirstOrDefault(w => w.Value == value).Label ?? value,
        ColumnKind.Number or ColumnKind.Money when decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number.ToString("#,0.######", CultureInfo.CurrentCulture),
        _ => value,
    };
}
