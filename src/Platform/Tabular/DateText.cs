using System.Globalization;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Platform.Tabular;

/// <summary>A date as written, taken apart. Which of the first two numbers is the day may depend on the column.</summary>
internal readonly record struct DateText(int Year, int First, int Second, bool OrderIsClear, ClockText? Clock)
{
    public bool Ambiguous => !OrderIsClear && First is >= 1 and <= 12 && Second is >= 1 and <= 12 && First != Second;

    /// <summary>Has the shape of a date in one order or the other, even if the month has no such day.</summary>
    public bool Possible => Year >= 1 && (Fits(First, Second) || !OrderIsClear && Fits(Second, First));

    public bool OnlyDayFirst => !OrderIsClear && Fits(First, Second) && !Fits(Second, First);
    public bool OnlyMonthFirst => !OrderIsClear && Fits(Second, First) && !Fits(First, Second);

    public int Day(DateOrder order) => OrderIsClear || order == DateOrder.DayFirst ? First : Second;
    public int Month(DateOrder order) => OrderIsClear || order == DateOrder.DayFirst ? Second : First;

    public DateOnly Date(DateOrder order) => new(Year, Month(order), Day(order));

    /// <summary>Why the calendar has no such day, or null.</summary>
    public string? Fault(DateOrder order, string text)
    {
        int month = Month(order), day = Day(order);
        if (Year < 1) return T("{0} is not a date: there is no year 0", text);
        if (month is < 1 or > 12) return T("{0} is not a date: there is no month {1}", text, month);
        var days = DateTime.DaysInMonth(Year, month);
        return day >= 1 && day <= days ? null
            : T("{0} is not a date: {1} has {2} days", text, new DateOnly(Year, month, 1).ToString("MMMM yyyy", CultureInfo.CurrentCulture), days);
    }

    /// <summary>Null for text that does not have the shape of a date.</summary>
    public static DateText? Split(ReadOnlySpan<char> text)
    {
        text = ColumnText.Trimmed(text);
        if (text.Length is < 6 or > 60 || text.IndexOfAnyInRange('0', '9') < 0) return null;
        var clock = ClockText.Find(text, out var date);
        if (clock is { Valid: false }) return null;
        return DateParts.Read(date) is { } parts ? parts with { Clock = clock } : null;
    }

    private static bool Fits(int day, int month) => day is >= 1 and <= 31 && month is >= 1 and <= 12;
}
