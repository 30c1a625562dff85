using Coxswain.Platform.Data;
namespace Coxswain.Platform.Tests.Data;

public sealed class IntervalBucketTests
{
    private static readonly DateTime Day = new(2024, 3, 31, 23, 59, 59, DateTimeKind.Utc);

    [Fact]
    public void An_interval_that_holds_an_instant_is_in_a_drawer_that_is_opened_for_it()
    {
        var random = new Random(7);
        for (var i = 0; i < 200_000; i++)
        {
            var length = TimeSpan.FromTicks((long)Math.Exp(random.NextDouble() * Math.Log(TimeSpan.FromDays(40_000).Ticks)));
            var from = Day - TimeSpan.FromTicks((long)(random.NextDouble() * length.Ticks));
            if (from + length > Day) Assert.Contains(IntervalBucket.Of(from, from + length), IntervalBucket.Holding(Day));
        }
    }

    [Theory]
    [InlineData(1), InlineData(2), InlineData(32_768)]
    public void An_interval_of_just_a_class_length_is_found_in_its_last_instant_and_its_first(int days)
    {
        var (from, to) = (Day.AddDays(-days), Day);
        Assert.Contains(IntervalBucket.Of(from, to), IntervalBucket.Holding(from));
        Assert.Contains(IntervalBucket.Of(from, to), IntervalBucket.Holding(to.AddMicroseconds(-1)));
    }

    [Fact]
    public void Of_ten_years_of_intervals_of_a_few_months_no_more_is_read_than_three_times_what_holds_the_day()
    {
        var random = new Random(8);
        var all = Enumerable.Range(0, 50_000).Select(_ => Day.AddDays(random.NextDouble() * -3650)).Select(from => (From: from, To: from.AddDays(10 + random.NextDouble() * 170))).ToArray();
        var opened = IntervalBucket.Holding(Day);
        var read = all.Count(s => opened.Contains(IntervalBucket.Of(s.From, s.To)) && s.From <= Day);
        var holding = all.Count(s => s.From <= Day && s.To > Day);
        Assert.InRange(read, holding, 3 * holding);
    }

    [Fact]
    public void What_has_not_ended_or_lasts_for_ages_is_always_looked_at()
    {
        Assert.Equal(IntervalBucket.Unended, IntervalBucket.Of(Day, null));
        Assert.Equal(IntervalBucket.Unended, IntervalBucket.Of(DateTime.MinValue, DateTime.MaxValue));
        Assert.Contains(IntervalBucket.Unended, IntervalBucket.Holding(Day));
        Assert.Contains(IntervalBucket.Of(DateTime.MinValue, DateTime.MinValue.AddHours(1)), IntervalBucket.Holding(DateTime.MinValue));
    }
}
