using Coxswain.Platform.Tabular;

namespace Coxswain.Platform.Tests.Tabular;

public sealed class ValueReaderTests
{
    private static readonly ValueReader Point = new(new() { Currency = "EUR", Order = DateOrder.MonthFirst });
    private static readonly ValueReader Comma = new(new() { Mark = DecimalMark.Comma, Currency = "EUR", Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin") });

    public ValueReaderTests() => System.Globalization.CultureInfo.CurrentCulture = System.Globalization.CultureInfo.GetCultureInfo("en-GB");

    [Theory]
    [InlineData("1,234.50", 1234.50), InlineData("-5", -5), InlineData("(5.25)", -5.25), InlineData("5-", -5), InlineData("\u22125", -5), InlineData("+7", 7), InlineData("1.2E+3", 1200), InlineData(".5", 0.5), InlineData("45%", 45), InlineData("$ 1,000", 1000)]
    public void Numbers_with_a_point(string text, double value) => Assert.Equal((decimal)value, Point.Number(text).Value);

    [Theory]
    [InlineData("1.234,50", 1234.50), InlineData("1 234,5", 1234.5), InlineData("1'234,5", 1234.5), InlineData("1.500", 1500), InlineData("1,5", 1.5)]
    public void Numbers_with_a_comma(string text, double value) => Assert.Equal((decimal)value, Comma.Number(text).Value);

    [Theory]
    [InlineData("1,5"), InlineData("1,23,4"), InlineData("1.2.3"), InlineData("12 34"), InlineData("five"), InlineData("5 apples"), InlineData("--5"), InlineData("1,,000"), InlineData("5."), InlineData("-(5)"), InlineData("0,500"), InlineData("1e99")]
    public void What_is_not_quite_a_number_is_an_error_and_never_another_number(string text)
    {
        var reading = Point.Number(text);
        Assert.False(reading.Known);
        Assert.Contains(text, reading.Error);
    }

    [Theory]
    [InlineData("1054", 105400, "EUR"), InlineData("-1,054.10", -105410, "EUR"), InlineData("USD 7.5", 750, "USD"), InlineData("7 ¥", 700, "EUR"), InlineData("JPY 700", 700, "JPY"), InlineData("1.234 KWD", 1234, "KWD"), InlineData("£3", 300, "GBP"), InlineData("CHF 1'000.05", 100005, "CHF")]
    public void Money_is_kept_in_minor_units_of_its_currency(string text, long minor, string currency) => Assert.Equal(new Amount(minor, currency), Point.Money(text).Value);

    [Fact]
    public void Money_too_large_or_without_currency_is_an_error()
    {
        Assert.Contains("too large", Point.Money("999999999999999999999").Error);
        Assert.Contains("currency", new ValueReader(new()).Money("5").Error);
    }

    [Theory]
    [InlineData("2026-04-03", "2026-04-03"), InlineData("03.04.2026", "2026-04-03"), InlineData("03/04/2026", "2026-04-03"), InlineData("2026/4/3", "2026-04-03"), InlineData("3 Apr 2026", "2026-04-03"), InlineData("Apr 3, 2026", "2026-04-03"), InlineData("3. April 2026", "2026-04-03"), InlineData("Fri, 3 Apr 2026", "2026-04-03"), InlineData("3-Apr-26", "2026-04-03"), InlineData("20260403", "2026-04-03"), InlineData("3 de abril de 2026", "2026-04-03"), InlineData("3.4.99", "1999-04-03"), InlineData("29.02.2024", "2024-02-29")]
    public void Dates_as_they_are_written(string text, string date) => Assert.Equal(DateOnly.Parse(date), Comma.Date(text).Value);

    [Fact]
    public void The_decided_order_is_obeyed()
    {
        Assert.Equal(new DateOnly(2026, 3, 4), Point.Date("03/04/2026").Value);
        Assert.Equal(new DateOnly(2026, 4, 3), Comma.Date("03/04/2026").Value);
    }

    [Theory]
    [InlineData("31.02.2026", "31.02.2026 is not a date: February 2026 has 28 days"), InlineData("29/02/2025", "29/02/2025 is not a date: February 2025 has 28 days")]
    [InlineData("2026-13-01", "2026-13-01 is not a date: there is no month 13"), InlineData("03/25/2026", "03/25/2026 is not a date: there is no month 25"), InlineData("31.04.2026", "31.04.2026 is not a date: April 2026 has 30 days"), InlineData("soon", "soon is not a date"), InlineData("42736", "42736 is not a date")]
    public void A_day_that_does_not_exist_is_an_error_and_never_shifted(string text, string error)
    {
        var reading = Comma.Date(text);
        Assert.False(reading.Known);
        Assert.Equal(error, reading.Error);
    }

    [Theory]
    [InlineData("2026-01-15 10:00", "2026-01-15T09:00:00"), InlineData("2026-07-15 10:00", "2026-07-15T08:00:00"), InlineData("2026-07-15T10:00:00Z", "2026-07-15T10:00:00"), InlineData("2026-07-15T10:00:00+05:30", "2026-07-15T04:30:00"), InlineData("15.07.2026 10:00:30 PM", "2026-07-15T20:00:30"), InlineData("2026-07-15", "2026-07-14T22:00:00"), InlineData("2026-03-29 02:30", "2026-03-29T01:30:00"), InlineData("2026-07-15T10:00:00.250Z", "2026-07-15T10:00:00.250")]
    public void Moments_become_UTC_by_their_offset_or_the_zone(string text, string utc)
    {
        var moment = Comma.Moment(text);
        Assert.Equal(DateTime.Parse(utc), moment.Value);
        Assert.Equal(DateTimeKind.Utc, moment.Value.Kind);
    }

    [Theory]
    [InlineData(""), InlineData("  "), InlineData("NULL"), InlineData("n/a"), InlineData("-"), InlineData("#N/A"), InlineData("\u200B")]
    public void Unknown_is_neither_zero_nor_No_nor_an_error(string text)
    {
        Assert.Equal(default, Point.Number(text));
        Assert.Equal(default, Point.Money(text));
        Assert.Equal(default, Point.Date(text));
        Assert.Equal(default, Point.Moment(text));
        Assert.Equal(default, ValueReader.YesNo(text));
        Assert.Equal(default, ValueReader.Text(text));
        Assert.False(Point.Number(text).Known);
    }

    [Fact]
    public void Yes_and_no_in_several_languages()
    {
        Assert.True(ValueReader.YesNo("Ja").Value);
        Assert.False(ValueReader.YesNo("FALSE").Value);
        Assert.True(ValueReader.YesNo("FALSE").Known);
        Assert.NotNull(ValueReader.YesNo("maybe").Error);
    }

    [Fact]
    public void Text_survives_but_for_the_unseen_at_its_ends()
    {
        Assert.Equal("שלום", ValueReader.Text("\uFEFF  שלום \u200B").Value);
        Assert.Equal("👩‍👩‍👧‍👦", ValueReader.Text("👩‍👩‍👧‍👦").Value);
        Assert.Equal("a \u200B b", ValueReader.Text(" a \u200B b ").Value);
        Assert.Equal(10_000, ValueReader.Text(new string('x', 10_000)).Value!.Length);
        Assert.Equal("NA", ValueReader.Text("NA").Value);
    }

    [Fact]
    public void Whole_numbers_have_no_fraction()
    {
        Assert.Equal(1500, Point.Whole("1,500").Value);
        Assert.Contains("not a whole number", Point.Whole("1.5").Error);
        Assert.Contains("too large", Point.Whole("99999999999999999999").Error);
    }
}
