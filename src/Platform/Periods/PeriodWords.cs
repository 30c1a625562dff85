using System.Globalization;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Platform.Periods;

/// <summary>Periods as people and addresses write them.</summary>
public static class PeriodWords
{
    /// <summary>Sorts by time: <c>2026-07</c> for a calendar month, <c>2026-P06</c> for one of weeks, <c>2026-W30</c>, <c>2026-Q3</c>, <c>2026</c>.</summary>
    public static string Key(this Periods periods, Period period) => period.Kind switch
    {
        PeriodKind.Month when periods.Pattern is QuarterPattern.Months => period.From.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        PeriodKind.Month => string.Create(CultureInfo.InvariantCulture, $"{period.Year:0000}-P{period.Number:00}"),
        PeriodKind.Week => string.Create(CultureInfo.InvariantCulture, $"{period.Year:0000}-W{period.Number:00}"),
        PeriodKind.Quarter => string.Create(CultureInfo.InvariantCulture, $"{period.Year:0000}-Q{period.Number}"),
        _ => period.Year.ToString("0000", CultureInfo.InvariantCulture),
    };

    /// <summary>Where the quarter stands: "Q3 · 41 days left".</summary>
    public static string QuarterSoFar(this Periods periods, DateTime now)
    {
        var today = periods.DayOf(now);
        var quarter = periods.Of(PeriodKind.Quarter, today);
        var left = quarter.DaysLeft(today);
        return left == 0 ? T("Q{0} · last day", quarter.Number) : N(left, "Q{1} · one day left", "Q{1} · {0} days left", quarter.Number);
    }
}
