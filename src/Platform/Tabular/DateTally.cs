namespace Coxswain.Platform.Tabular;

/// <summary>Weighs the two orders of a column's dates against each other.</summary>
internal sealed class DateTally
{
    private readonly List<string> ambiguous = [];
    private int dayFirst, monthFirst, unclear, clocks, compact;

    /// <summary>Values with the shape of a date.</summary>
    public int Count { get; private set; }

    public bool HasTime => clocks * 2 > Count;

    public bool Add(string value)
    {
        if (DateText.Split(value) is not { Possible: true } date) return false;
        if (value.Length == 8 && value.All(char.IsAsciiDigit))
        {
            if (date.Year is < 1950 or > 2100) return false;
            compact++;
        }
        Count++;
        if (date.Clock is not null) clocks++;
        if (date.OnlyDayFirst) dayFirst++;
        if (date.OnlyMonthFirst) monthFirst++;
        if (date.Ambiguous) Unclear(value);
        return true;
    }

    /// <summary>Eight digits are a date only if nearly all values are such dates; otherwise they are numbers.</summary>
    public bool Are(int values, double enough) => Count > 0 && Count >= enough * values && (compact * 2 < Count || values >= 3 && Count >= 0.98 * values);

    public ColumnGuess Describe(ColumnGuess guess) => guess with { Order = Order, Decides = dayFirst + monthFirst > 0, Ambiguous = Order is null ? ambiguous : [] };

    private DateOrder? Order =>
        dayFirst >= 10 * monthFirst && dayFirst > 0 ? DateOrder.DayFirst
        : monthFirst >= 10 * dayFirst && monthFirst > 0 ? DateOrder.MonthFirst
        : unclear == 0 && dayFirst == 0 ? DateOrder.DayFirst : null;

    private void Unclear(string value)
    {
        unclear++;
        if (ambiguous.Count < 5 && !ambiguous.Contains(value)) ambiguous.Add(value);
    }
}
