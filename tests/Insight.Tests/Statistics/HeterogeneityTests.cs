using Coxswain.Insight.Statistics;

namespace Coxswain.Insight.Tests.Statistics;

public class HeterogeneityTests
{
    // 30 of 100 against 50 of 100: expected 40 and 60 each, χ² = 4 · 100/60 + … = 8.3333 on 1, p = 0.0039.
    [Fact]
    public void Proportions_by_hand()
    {
        var test = Heterogeneity.OfProportions([(30, 100), (50, 100)]);
        Assert.Equal(25.0 / 3, test.Statistic, 9);
        Assert.Equal(0.0039, test.PValue, 4);
    }

    // 10 and 20 events in equal time: expected 15 each, χ² = 25/15 · 2 = 3.3333 on 1, p = 0.0679.
    [Fact]
    public void Rates_by_hand()
    {
        var test = Heterogeneity.OfRates([(10, 2.0), (20, 2.0)]);
        Assert.Equal(10.0 / 3, test.Statistic, 9);
        Assert.Equal(0.0679, test.PValue, 4);
    }

    // Logs 6 8 4 5 3 4 | 8 12 9 11 6 8 | 13 9 11 8 7 12: F = 9.26 on 2 and 15, p = 0.0024 (a much printed example).
    [Fact]
    public void Log_values_give_the_printed_F()
    {
        double[][] logs = [[6, 8, 4, 5, 3, 4], [8, 12, 9, 11, 6, 8], [13, 9, 11, 8, 7, 12]];
        var test = Heterogeneity.OfLogValues([.. logs.Select(g => g.Select(x => Math.Exp(x)).ToArray())]);
        Assert.Equal(9.2647, test.Statistic, 3);
        Assert.Equal(0.0024, test.PValue, 4);
    }

    // Freireich 1963, 42 children with leukaemia: χ² = 16.79 on 1.
    [Fact]
    public void Durations_give_the_published_log_rank()
    {
        var test = LogRank.Test([Leukaemia.Treated, Leukaemia.Placebo]);
        Assert.Equal(16.79, test.Statistic, 2);
        Assert.Equal(1, test.Freedom);
        Assert.InRange(test.PValue, 3e-5, 5e-5);
    }

    [Fact]
    public void A_third_group_without_decisions_leaves_the_log_rank_defined()
    {
        var test = LogRank.Test([Leukaemia.Treated, Leukaemia.Placebo, [new(0.5, Duration.Open)]]);
        Assert.Equal(16.79, test.Statistic, 2);
    }

    [Fact]
    public void Nothing_to_compare_is_no_difference()
    {
        Assert.Equal(1, Heterogeneity.OfProportions([(5, 10)]).PValue);
        Assert.Equal(1, Heterogeneity.OfProportions([(0, 10), (0, 20)]).PValue);
        Assert.Equal(1, Heterogeneity.OfRates([]).PValue);
        Assert.Equal(1, LogRank.Test([]).PValue);
    }

    [Fact]
    public void Equal_groups_are_called_different_about_as_often_as_promised()
    {
        var random = new Random(11);
        var alarms = Enumerable.Range(0, 1000).Count(_ => Heterogeneity.OfProportions(Draw.Many(20, () => (Draw.Many(60, random.NextDouble).Count(x => x < 0.4), 60))).PValue < 0.05);
        Assert.InRange(alarms, 30, 72);
    }
}
