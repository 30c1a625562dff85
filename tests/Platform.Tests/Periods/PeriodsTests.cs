using System.Globalization;
using Coxswain.Platform.Periods;
using static Coxswain.Platform.Periods.PeriodKind;
using static Coxswain.Platform.Periods.QuarterPattern;
namespace Coxswain.Platform.Tests.Periods;

using Periods = Coxswain.Platform.Periods.Periods;

public sealed class PeriodsTests
{
    private static readonly DateOnly First = new(2019, 1, 1), Last = new(2029, 12, 31);

    public static TheoryData<QuarterPattern, YearStart> Ways() => new(
        from pattern in Enum.GetValues<QuarterPattern>()
        from start in Enum.GetValues<YearStart>()
        select (pattern, start));

    [Theory, MemberData(nameof(Ways))]
    public void Every_day_is_in_exactly_one_period_of_each_kind_whenever_year_and_week_begin(QuarterPattern pattern, YearStart start)
    {
        foreach (var month in Enumerable.Range(1, 12))
            foreach (var week in Enum.GetValues<DayOfWeek>())
                foreach (var kind in Enum.GetValues<PeriodKind>()) FollowOn(new Periods("UTC", month, pattern, start, week), kind);
    }

    // One after the other without gap or overlap, and each day of each period finds that period.
    private static void FollowOn(Periods periods, PeriodKind kind)
    {
        var count = 0;
        for (var period = periods.Of(kind, First); period.From <= Last; period = periods.After(period), count++)
        {
            Assert.True(period.From <= period.To);
            var next = periods.After(period);
            Assert.Equal(period.To.AddDays(1), next.From);
            Assert.Equal(period, periods.Before(next));
            Assert.Equal((period, period, period), (periods.Of(kind, period.From), periods.Of(kind, period.From.AddDays(period.Days / 2)), periods.Of(kind, period.To)));
            Assert.True((next.Year, next.Number) == (period.Year, period.Number + 1) || (next.Year, next.Number) == (period.Year + 1, 1), $"{periods} {period} is followed by {next}");
        }
        Assert.True(count >= 10);
    }

    [Theory, MemberData(nameof(Ways))]
    public void Months_make_quarters_and_quarters_make_years(QuarterPattern pattern, YearStart start)
    {
        var periods = new Periods("UTC", 10, pattern, start, DayOfWeek.Sunday);
        for (var year = periods.Of(Year, First); year.From < Last; year = periods.After(year))
        {
            var quarters = Within(periods, Quarter, year);
            Assert.Equal(4, quarters.Count);
            Assert.Equal(12, quarters.Sum(q => Within(periods, Month, q).Count));
            Assert.Equal(year.Days, quarters.Sum(q => Within(periods, Month, q).Sum(m => m.Days)));
        }
    }

    // The 4-5-4 calendar of the National Retail Federation (nrf.com, "4-5-4 Calendar"): weeks from Sunday, the year from the Sunday nearest to 1 February.
    [Theory]
    [InlineData(2022, "2022-01-30", "2023-01-28", 52)]
    [InlineData(2023, "2023-01-29", "2024-02-03", 53)]
    [InlineData(2024, "2024-02-04", "2025-02-01", 52)]
    [InlineData(2017, "2017-01-29", "2018-02-03", 53)]
    [InlineData(2012, "2012-01-29", "2013-02-02", 53)]
    public void The_retail_years_are_those_the_federation_prints(int name, string from, string to, int weeks)
    {
        var year = Retail.Of(Year, Day(from));
        Assert.Equal((name, Day(from), Day(to), weeks * 7), (year.Year, year.From, year.To, year.Days));
        Assert.Equal(name, Retail.Of(Year, Day(to)).Year);
    }

    [Fact]
    public void The_retail_months_of_2024_are_those_the_federation_prints()
    {
        string[] starts = ["2024-02-04", "2024-03-03", "2024-04-07", "2024-05-05", "2024-06-02", "2024-07-07", "2024-08-04", "2024-09-01", "2024-10-06", "2024-11-03", "2024-12-01", "2025-01-05"];
        Assert.Equal(starts.Select(Day), Within(Retail, Month, Retail.Of(Year, Day("2024-06-01"))).Select(m => m.From));
    }

    [Fact]
    public void A_53rd_week_lengthens_the_last_month()
    {
        var january = Retail.Of(Month, Day("2024-02-03"));
        Assert.Equal((12, Day("2023-12-31"), 35), (january.Number, january.From, january.Days));
        Assert.Equal("2023-P12", Retail.Key(january));
    }

    // Cisco's year ends on the last Saturday of July (its Forms 10-K): fiscal 2023 on 29 July 2023, 2024 on 27 July 2024, 2025 on 26 July 2025.
    [Theory, InlineData(2023, "2023-07-29"), InlineData(2024, "2024-07-27"), InlineData(2025, "2025-07-26")]
    public void A_year_that_ends_with_the_last_Saturday_of_July_begins_on_the_Sunday_on_or_before_the_first_of_August(int name, string end)
    {
        var year = new Periods("UTC", 8, FourFourFive, YearStart.OnOrBefore, DayOfWeek.Sunday).Of(Year, Day(end));
        Assert.Equal((name, Day(end)), (year.Year, year.To));
    }

    [Fact]
    public void Quarters_of_4_4_5_weeks_have_months_of_four_four_and_five()
    {
        var periods = new Periods("UTC", 1, FourFourFive, YearStart.Nearest, DayOfWeek.Monday);
        // By hand: 1 January 2026 is a Thursday, the nearest Monday 29 December 2025; then 28 + 28 + 35 days to 29 March.
        var quarter = periods.Of(Quarter, Day("2026-01-01"));
        Assert.Equal((2026, 1, Day("2025-12-29"), Day("2026-03-29")), (quarter.Year, quarter.Number, quarter.From, quarter.To));
        Assert.Equal([28, 28, 35], Within(periods, Month, quarter).Select(m => m.Days));
    }

    [Theory, InlineData(1, "2026-02-15", 2026, 1), InlineData(4, "2026-03-31", 2025, 4), InlineData(4, "2026-04-01", 2026, 1), InlineData(7, "2026-07-01", 2027, 1), InlineData(10, "2026-09-30", 2026, 4)]
    public void A_fiscal_year_is_named_after_the_year_it_ends_in_once_it_begins_in_July_or_later(int start, string day, int year, int quarter)
    {
        var period = Calendar(start).Of(Quarter, Day(day));
        Assert.Equal((year, quarter), (period.Year, period.Number));
    }

    [Fact]
    public void A_leap_day_belongs_to_its_February()
    {
        var february = Calendar(1).Of(Month, Day("2024-02-29"));
        Assert.Equal((Day("2024-02-01"), Day("2024-02-29"), "2024-02"), (february.From, february.To, Calendar(1).Key(february)));
    }

    [Fact]
    public void Weeks_from_Monday_are_those_of_ISO_8601()
    {
        for (var day = First; day <= Last; day = day.AddDays(1))
        {
            var week = Calendar(1).Of(Week, day);
            Assert.Equal((ISOWeek.GetYear(day.ToDateTime(default)), ISOWeek.GetWeekOfYear(day.ToDateTime(default))), (week.Year, week.Number));
        }
    }

    [Theory, InlineData("Europe/Berlin"), InlineData("America/New_York"), InlineData("America/Sao_Paulo"), InlineData("America/Havana"), InlineData("Asia/Beirut"), InlineData("Australia/Lord_Howe"), InlineData("Asia/Kathmandu")]
    public void A_day_begins_once_however_the_clocks_are_set(string zone)
    {
        var periods = new Periods(zone, 1, Months, default, DayOfWeek.Monday);
        for (var day = First; day <= Last; day = day.AddDays(1))
        {
            var start = periods.StartOf(day);
            Assert.Equal((day, day.AddDays(-1)), (periods.DayOf(start), periods.DayOf(start.AddTicks(-1))));
        }
    }

    [Fact]
    public void The_day_the_clocks_go_forward_has_23_hours_and_a_skipped_midnight_begins_at_one()
    {
        var berlin = new Periods("Europe/Berlin", 1, Months, default, DayOfWeek.Monday);
        Assert.Equal(TimeSpan.FromHours(23), berlin.StartOf(Day("2026-03-30")) - berlin.StartOf(Day("2026-03-29")));
        Assert.Equal(TimeSpan.FromHours(25), berlin.StartOf(Day("2026-10-26")) - berlin.StartOf(Day("2026-10-25")));
        var paulo = new Periods("America/Sao_Paulo", 1, Months, default, DayOfWeek.Monday);
        Assert.Equal(new DateTime(2018, 11, 4, 3, 0, 0, DateTimeKind.Utc), paulo.StartOf(Day("2018-11-04")));
    }

    [Fact]
    public void The_shell_says_which_quarter_and_how_long_it_goes_on()
    {
        Assert.Equal("Q3 · 41 days left", Calendar(1).QuarterSoFar(new DateTime(2026, 8, 20, 9, 0, 0, DateTimeKind.Utc)));
        Assert.Equal("Q3 · one day left", Calendar(1).QuarterSoFar(new DateTime(2026, 9, 29, 9, 0, 0, DateTimeKind.Utc)));
        Assert.Equal("Q3 · last day", Calendar(1).QuarterSoFar(new DateTime(2026, 9, 30, 9, 0, 0, DateTimeKind.Utc)));
    }

    private static Periods Retail { get; } = new("America/New_York", 2, FourFiveFour, YearStart.Nearest, DayOfWeek.Sunday);

    private static Periods Calendar(int start) => new("UTC", start, Months, YearStart.Nearest, DayOfWeek.Monday);

    private static List<Period> Within(Periods periods, PeriodKind kind, Period whole)
    {
        var parts = new List<Period>();
        for (var part = periods.Of(kind, whole.From); part.From <= whole.To; part = periods.After(part)) parts.Add(part);
        return parts;
    }

    private static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
