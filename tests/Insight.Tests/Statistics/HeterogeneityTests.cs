using Coxswain.Insight.Statistics;

namespace Coxswain.Insight.Tests.Statistics;

public class HeterogeneityTests
{
    // 30 of 100 against 50 of 100: expected 40 and 60 each; R 4.2.2: chisq.test(matrix(c(30, 50, 70, 50), 2), correct = FALSE).
    [Fact]
    public void Proportions_as_R_tests_them()
    {
        var test = Heterogeneity.OfProportions([(30, 100), (50, 100)]);
        Assert.Equal(25.0 / 3, test.Statistic, 9);
        Assert.Equal(0.0038924171, test.PValue, 9);
    }

    // 10 and 20 events in equal time: expected 15 each, χ² = 25/15 · 2 = 10/3; R 4.2.2: pchisq(10 / 3, 1, lower.tail = FALSE).
    [Fact]
    public void Rates_by_hand()
    {
        var test = Heterogeneity.OfRates([(10, 2.0), (20, 2.0)]);
        Assert.Equal(10.0 / 3, test.Statistic, 9);
        Assert.Equal(0.067889155, test.PValue, 1e-8);
    }

    // R 4.2.2: summary(aov(x ~ g)) on these logs, 2 and 15 degrees of freedom.
    [Fact]
    public void Log_values_give_the_F_that_R_gives()
    {
        double[][] logs = [[6, 8, 4, 5, 3, 4], [8, 12, 9, 11, 6, 8], [13, 9, 11, 8, 7, 12]];
        var test = Heterogeneity.OfLogValues([.. logs.Select(g => g.Select(x => Math.Exp(x)).ToArray())]);
        Assert.Equal(9.2647059, test.Statistic, 6);
        Assert.Equal(0.0023987773, test.PValue, 8);
    }

    // Freireich 1963, 42 children with leukaemia; R 4.2.2, survival 3.5: survdiff(Surv(t, d) ~ g).
    [Fact]
    public void Durations_give_the_log_rank_that_R_gives()
    {
        var test = LogRank.Test([Leukaemia.Treated, Leukaemia.Placebo]);
        Assert.Equal(16.792941, test.Statistic, 5);
        Assert.Equal(1, test.Freedom);
        Assert.Equal(4.1688091e-05, test.PValue, 1e-11);
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
