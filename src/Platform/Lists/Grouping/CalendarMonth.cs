using System.Globalization;
using Coxswain.Platform.Lists.Conditions;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Platform.Lists.Grouping;

/// <summary>The month a calendar shows: whole weeks, from the organisation's first day of a week.</summary>
/// <param name="First">Its first day.</param>
/// <param name="Today">The day pages stand on.</param>
/// <param name="WeekStart">The first day of a week.</param>
public sealed record CalendarMonth(DateOnly First, DateOnly Today, DayOfWeek WeekStart)
{
    /// <summary>The month asked for; the one the pages stand in where none is.</summary>
    /// <exception cref="WrongConditionException">It is no month.</exception>
    public static CalendarMonth Read(string? month, ListDays days) =>
        DateOnly.TryParseExact((month ?? Text(days.Day)) + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first) && first.Year is > 1 and < 9998
            ? new(first, days.Day, days.Calendar.WeekStart) : throw new WrongConditionException(T("A month is written like 2026-03, not {0}.", month));

    /// <summary>All days of the weeks that the month is in.</summary>
    public IEnumerable<DateOnly> Days
    {
        get
        {
            var from = First.AddDays(-(((int)First.DayOfWeek - (int)WeekStart + 7) % 7));
            var last = First.AddMonths(1).AddDays(-1);
            for (var day = from; day <= last || day.DayOfWeek != WeekStart; day = day.AddDays(1)) yield return day;
        }
    }

    public bool Holds(DateOnly day) => day.Year == First.Year && day.Month == First.Month;

    public static string Text(DateOnly month) => month.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
