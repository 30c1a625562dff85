using System.Globalization;
using Coxswain.Platform.Lists;
using Coxswain.Platform.Lists.Conditions;
using Coxswain.Platform.Periods;
namespace Coxswain.Platform.Tests.Lists;

public sealed class ConditionTests
{
    [Theory]
    [InlineData("amount >= 5000")]
    [InlineData("amount >= 5000 and stage != \"In talks\"")]
    [InlineData("tier = A or (tier = B and city ~ graz)")]
    [InlineData("(tier = A or tier = B) and (city ~ graz or city = none)")]
    [InlineData("cf.note ~ \"and \\\"so\\\" on\"")]
    [InlineData("close = last-30-days and close <= today+7")]
    public void Conditions_are_written_as_they_were_read(string text) => Assert.Equal(text, ConditionReader.Read(text).ToString());

    [Fact]
    public void And_binds_closer_than_or()
    {
        var any = Assert.IsType<Condition.Several>(ConditionReader.Read("a = 1 or b = 2 AND c = 3"));
        Assert.True(any.IsAny);
        Assert.False(Assert.IsType<Condition.Several>(any.Parts[1]).IsAny);
    }

    [Theory]
    [InlineData("")]
    [InlineData("amount")]
    [InlineData("amount >=")]
    [InlineData("(amount >= 5")]
    [InlineData("amount >= 5 tier = A")]
    [InlineData("tier = \"A")]
    [InlineData("and and and")]
    public void What_cannot_be_read_is_refused_with_an_example(string text) => Assert.Contains("amount >= 5000", Assert.Throws<WrongConditionException>(() => ConditionReader.Read(text)).Message);

    [Fact]
    public void Conditions_without_end_are_refused_before_they_are_followed()
    {
        Assert.Throws<WrongConditionException>(() => ConditionReader.Read(new string('(', 3_000)));
        Assert.Throws<WrongConditionException>(() => ConditionReader.Read(string.Join(" or ", Enumerable.Repeat("a = 1", 300))));
        Assert.Throws<WrongConditionException>(() => ConditionReader.Read(new string('a', 5_000)));
    }

    [Theory]
    [InlineData("today", "2026-11-28", "2026-11-28")]
    [InlineData("today-28", "2026-10-31", "2026-10-31")]
    [InlineData("this-week", "2026-11-23", "2026-11-29")]
    [InlineData("last-month", "2026-10-01", "2026-10-31")]
    [InlineData("this-quarter", "2026-10-01", "2026-12-31")]
    [InlineData("next-year", "2027-01-01", "2027-12-31")]
    [InlineData("last-7-days", "2026-11-22", "2026-11-28")]
    [InlineData("next-30-days", "2026-11-28", "2026-12-27")]
    [InlineData("2026-02-03", "2026-02-03", "2026-02-03")]
    public void Words_for_days_are_read_in_the_organisations_calendar(string word, string from, string to) =>
        Assert.Equal((Day(from), Day(to)), new ListDays(Day("2026-11-28"), new Coxswain.Platform.Periods.Periods("UTC", 1, QuarterPattern.Months, YearStart.Nearest, DayOfWeek.Monday)).Of(word));

    [Fact]
    public void A_quarter_is_the_fiscal_one_and_what_is_no_day_means_none()
    {
        var days = new ListDays(Day("2026-11-28"), new Coxswain.Platform.Periods.Periods("UTC", 2, QuarterPattern.Months, YearStart.Nearest, DayOfWeek.Monday));
        Assert.Equal((Day("2026-11-01"), Day("2027-01-31")), days.Of("this-quarter"));
        Assert.All(new[] { "some-day", "today*2", "this-days", "last-0-days", "today+99999999", "next-quarter-more", "" }, word => Assert.Null(days.Of(word)));
    }

    [Fact]
    public void A_form_keeps_tests_that_are_not_filled_in_yet_and_shows_only_what_it_can()
    {
        var form = new ConditionForm(true, [new(false, [new("city", Comparison.Has, "a;b,c~d"), new("tier", Comparison.Is, "")]), new(true, [new("tier", Comparison.IsNot, "B")])]);
        Assert.Equal(form.Kept, ConditionForm.Read(form.Kept)!.Kept);
        Assert.Equal("city ~ \"a;b,c~d\" or tier != B", form.Whole!.ToString());
        Assert.NotNull(ConditionForm.Of(ConditionReader.Read("(a = 1 or b = 2) and c = 3")));
        Assert.Null(ConditionForm.Of(ConditionReader.Read("(a = 1 or (b = 2 and (c = 3 or d = 4))) and e = 5")));
        Assert.Null(ConditionForm.Read("nonsense"));
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
