using Coxswain.Platform.Tenants;
namespace Coxswain.Platform.Periods;

/// <summary>How quarters are cut: into calendar months, or into months of four and five whole weeks.</summary>
public enum QuarterPattern { Months, FourFourFive, FourFiveFour, FiveFourFour }

/// <summary>Where a year of whole weeks begins.</summary>
public enum YearStart
{
    /// <summary>On the week's first day nearest to the first of the starting month: the retail calendar's way.</summary>
    Nearest,
    /// <summary>On the week's first day on or before the first of the starting month: the year before ends with the last such week's end in its month.</summary>
    OnOrBefore,
}

/// <summary>
/// The organisation's calendar: every week, month, quarter and year of the product comes from here. Each day is in exactly one period of
/// each kind. Serves days of the years 2 to 9997.
/// </summary>
/// <param name="TimeZone">IANA name; a day begins and ends there. An unknown one is taken as UTC.</param>
/// <param name="FiscalStartMonth">1 is January.</param>
/// <param name="Pattern">How quarters are cut.</param>
/// <param name="YearStart">Where a year of whole weeks begins; calendar months begin theirs on the first.</param>
/// <param name="WeekStart">The first day of a week.</param>
public sealed record Periods(string TimeZone, int FiscalStartMonth, QuarterPattern Pattern, YearStart YearStart, DayOfWeek WeekStart)
{
    public static Periods Of(Tenant tenant) => new(tenant.TimeZone, tenant.FiscalStartMonth, tenant.QuarterPattern, tenant.YearStart, tenant.WeekStart);

    /// <summary>The day a moment is on.</summary>
    public DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(LocalOf(utc));

    /// <summary>What the clocks there show at a moment.</summary>
    public DateTime LocalOf(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(utc, Zone);

    /// <summary>The first moment of a day, in UTC. Where the clocks skip midnight the day begins when they go on; where they strike it twice, the first time.</summary>
    public DateTime StartOf(DateOnly day)
    {
        var (zone, midnight) = (Zone, day.ToDateTime(TimeOnly.MinValue));
        while (zone.IsInvalidTime(midnight)) midnight = midnight.AddMinutes(15);
        var offset = zone.IsAmbiguousTime(midnight) ? zone.GetAmbiguousTimeOffsets(midnight).Max() : zone.GetUtcOffset(midnight);
        return DateTime.SpecifyKind(midnight - offset, DateTimeKind.Utc);
    }

    /// <summary>The period of a kind that a day is in.</summary>
    public Period Of(PeriodKind kind, DateOnly day)
    {
        if (kind is PeriodKind.Week) return Week(day);
        var year = YearOf(day);
        var months = Months(year);
        if (kind is PeriodKind.Year) return new Period(kind, year, 1, months[0], months[12].AddDays(-1));
        var month = Enumerable.Range(0, 12).Last(m => months[m] <= day);
        var (first, count) = kind is PeriodKind.Month ? (month, 1) : (month / 3 * 3, 3);
        return new Period(kind, year, first / count + 1, months[first], months[first + count].AddDays(-1));
    }

    /// <summary>The period after this one.</summary>
    public Period After(Period period) => Of(period.Kind, period.To.AddDays(1));

    /// <summary>The period before this one.</summary>
    public Period Before(Period period) => Of(period.Kind, period.From.AddDays(-1));

    private TimeZoneInfo Zone => TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out var found) ? found : TimeZoneInfo.Utc;

    // A week belongs to the year that holds its fourth day; with weeks from Monday this is ISO 8601.
    private Period Week(DateOnly day)
    {
        var from = OnOrBefore(day);
        var year = YearOf(from.AddDays(3));
        var first = OnOrBefore(FirstOf(year).AddDays(3));
        return new Period(PeriodKind.Week, year, (from.DayNumber - first.DayNumber) / 7 + 1, from, from.AddDays(6));
    }

    private DateOnly OnOrBefore(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek - (int)WeekStart + 7) % 7));

    private int YearOf(DateOnly day) => Enumerable.Range(day.Year - 1, 3).Last(year => FirstOf(year) <= day);

    /// <summary>The first day of a fiscal year. A year that begins in July or later is named after the year it ends in.</summary>
    private DateOnly FirstOf(int year)
    {
        var first = new DateOnly(FiscalStartMonth > 6 ? year - 1 : year, FiscalStartMonth, 1);
        if (Pattern is QuarterPattern.Months) return first;
        return OnOrBefore(YearStart is YearStart.Nearest ? first.AddDays(3) : first);
    }

    /// <summary>The first days of the twelve months of a year, and of the year after. A 53rd week lengthens the last month.</summary>
    private DateOnly[] Months(int year)
    {
        var first = FirstOf(year);
        if (Pattern is QuarterPattern.Months) return [.. Enumerable.Range(0, 13).Select(first.AddMonths)];
        int[] weeks = Pattern switch { QuarterPattern.FourFourFive => [0, 4, 8], QuarterPattern.FourFiveFour => [0, 4, 9], _ => [0, 5, 9] };
        return [.. Enumerable.Range(0, 12).Select(m => first.AddDays(7 * (m / 3 * 13 + weeks[m % 3]))), FirstOf(year + 1)];
    }
}
