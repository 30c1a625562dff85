using System.Globalization;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Platform.Tabular;

/// <summary>Words the questions that a file's columns leave open.</summary>
internal static class FormatQuestions
{
    public static FormatQuestion? AboutNumbers(IReadOnlyList<ColumnGuess> columns)
    {
        var open = columns.Where(c => IsNumber(c) && c.Mark is null).ToList();
        if (open.Count == 0) return null;
        var hint = Agreed(columns.Where(c => IsNumber(c) && c is { Mark: not null, Decides: true }).Select(c => c.Mark));
        var samples = Samples(open);
        return new(T("Numbers such as {0} can be read in two ways. Which does the file mean?", samples[0]), Headers(open), Sorted(
        [
            new(T("The comma marks decimals"), DecimalMark.Comma, null, [.. samples.Select(s => Number(s, DecimalMark.Comma))], hint == DecimalMark.Comma),
            new(T("The point marks decimals"), DecimalMark.Point, null, [.. samples.Select(s => Number(s, DecimalMark.Point))], hint == DecimalMark.Point),
        ]));
    }

    public static FormatQuestion? AboutDates(IReadOnlyList<ColumnGuess> columns)
    {
        var open = columns.Where(c => IsDate(c) && c.Order is null).ToList();
        if (open.Count == 0) return null;
        var hint = Agreed(columns.Where(c => IsDate(c) && c is { Order: not null, Decides: true }).Select(c => c.Order));
        var samples = Samples(open);
        return new(T("Dates such as {0} can be read in two ways. Which does the file mean?", samples[0]), Headers(open), Sorted(
        [
            new(T("The day comes first"), null, DateOrder.DayFirst, [.. samples.Select(s => Day(s, DateOrder.DayFirst))], hint == DateOrder.DayFirst),
            new(T("The month comes first"), null, DateOrder.MonthFirst, [.. samples.Select(s => Day(s, DateOrder.MonthFirst))], hint == DateOrder.MonthFirst),
        ]));
    }

    private static bool IsNumber(ColumnGuess column) => column.Type is ColumnType.WholeNumber or ColumnType.Decimal or ColumnType.Money;
    private static bool IsDate(ColumnGuess column) => column.Type is ColumnType.Date or ColumnType.DateTime;
    private static string[] Headers(List<ColumnGuess> columns) => [.. columns.Select(c => c.Header)];
    private static string[] Samples(List<ColumnGuess> columns) => [.. columns.SelectMany(c => c.Ambiguous.DefaultIfEmpty(c.Samples[0])).Distinct().Take(4)];
    private static FormatReading[] Sorted(FormatReading[] readings) => [.. readings.OrderByDescending(r => r.Suggested)];
    private static TValue? Agreed<TValue>(IEnumerable<TValue?> said) where TValue : struct => said.Distinct().ToList() is [var one] ? one : null;

    // Written out without groups and with all decimals, a number is clear in any culture.
    private static SampleReading Number(string text, DecimalMark mark) => new(text, NumberText.Read(text, mark) is not { } number ? T("not a number")
        : number.Value == decimal.Truncate(number.Value) ? T("{0} (whole)", number.Value.ToString("0", CultureInfo.CurrentCulture))
        : T("{0} and a fraction of {1}", decimal.Truncate(number.Value).ToString("0", CultureInfo.CurrentCulture), (number.Value - decimal.Truncate(number.Value)).ToString("0.########", CultureInfo.CurrentCulture)));

    private static SampleReading Day(string text, DateOrder order) =>
        new(text, DateText.Split(text) is { } date && date.Fault(order, text) is null ? Ui.DayText.Full(date.Date(order)) : T("not a date"));
}
