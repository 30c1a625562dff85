using System.Globalization;
using Coxswain.Platform.Http;
namespace Coxswain.Platform.Tests.Http;

public sealed class TypingTests
{
    [Theory]
    [InlineData("1.500", "de", "1500")]
    [InlineData("1,5", "de", "1.5")]
    [InlineData("1.234.567,89", "de", "1234567.89")]
    [InlineData("1,500", "en", "1500")]
    [InlineData("1.5", "en", "1.5")]
    [InlineData("1 234,5", "fr", "1234.5")]
    [InlineData("-1,234.50", "en", "-1234.50")]
    [InlineData("0.125", "en", "0.125")]
    public void A_number_is_read_as_people_of_the_culture_write_it(string text, string culture, string expected) =>
        Assert.Equal(decimal.Parse(expected, CultureInfo.InvariantCulture), Typing.Read(typeof(decimal), text, CultureInfo.GetCultureInfo(culture)).Value);

    [Theory]
    [InlineData("1.500", "en", "1500", "1.5")]
    [InlineData("1,500", "de", "1500", "1,5")]
    public void A_number_with_two_readings_is_asked_about_and_either_answer_is_then_clear(string text, string culture, string first, string second)
    {
        var read = Typing.Read(typeof(decimal), text, CultureInfo.GetCultureInfo(culture));
        Assert.Null(read.Value);
        Assert.Equal([first, second], read.Readings);
        Assert.All(read.Readings!, r => Assert.NotNull(Typing.Read(typeof(decimal), r, CultureInfo.GetCultureInfo(culture)).Value));
    }

    [Theory]
    [InlineData("1.5", "de")]
    [InlineData("12.34", "de")]
    [InlineData("12a", "en")]
    [InlineData("1,50", "en")]
    public void What_would_silently_become_another_number_is_refused(string text, string culture)
    {
        var read = Typing.Read(typeof(decimal), text, CultureInfo.GetCultureInfo(culture));
        Assert.Equal((null, "This is not a number."), (read.Value, read.Message));
    }

    [Theory]
    [InlineData("2026-02-28", "de")]
    [InlineData("28.02.2026", "de")]
    [InlineData("28/02/2026", "en-GB")]
    [InlineData("2/28/2026", "en-US")]
    public void A_date_is_read_in_the_order_of_the_culture_and_iso_always(string text, string culture) =>
        Assert.Equal(new DateOnly(2026, 2, 28), Typing.Read(typeof(DateOnly), text, CultureInfo.GetCultureInfo(culture)).Value);

    [Fact]
    public void The_31st_of_February_is_told_how_long_February_is() =>
        Assert.Equal("There is no such day: February 2026 has 28 days.", Typing.Read(typeof(DateOnly), "31.02.2026", CultureInfo.GetCultureInfo("en-GB")).Message);

    [Fact]
    public void A_whole_number_takes_no_fraction() => Assert.Equal("A whole number, please.", Typing.Read(typeof(int), "2.5", CultureInfo.GetCultureInfo("en")).Message);
}
