using Coxswain.Insight.Statistics;

namespace Coxswain.Insight.Tests.Statistics;

public class LogValuesTests
{
    // Logs (base e) 1, 2, 3 and 3, 4, 5: means 2 and 4, variance within 1, each mean's variance 1/3, so spread 2 − 1/3 = 5/3;
    // R 4.2.2 agrees: within 1, spread 1.6666667, smearing 1.3620538 (reference/statistics.R).
    private static readonly double[][] Amounts = [[Math.E, Math.Exp(2), Math.Exp(3)], [Math.Exp(3), Math.Exp(4), Math.Exp(5)]];

    [Fact]
    public void Two_people_by_hand()
    {
        var values = LogValues.Fit(Amounts)!;
        Assert.Equal(1, values.VarianceWithin, 9);
        Assert.Equal(5.0 / 3, values.Prior.Spread, 6);
        Assert.Equal(3 - (1 - 1.0 / 3 / 2), values.LogMean(Amounts[0]).Value, 6);
        Assert.Equal(1.3620538, values.Smearing, 7);
    }

    [Fact]
    public void Someone_without_deals_is_expected_in_the_middle_with_a_wide_range()
    {
        var values = LogValues.Fit(Amounts)!;
        Assert.Equal(3, values.LogMean([]).Value, 6);
        Assert.Equal(0, values.LogMean([]).N);
        Assert.True(values.LogMean([]).High - values.LogMean([]).Low > values.LogMean(Amounts[0]).High - values.LogMean(Amounts[0]).Low);
    }

    // Planted: lognormal amounts average exp(μ + σ²/2).
    [Fact]
    public void The_average_comes_back_in_money()
    {
        var random = new Random(5);
        var people = Draw.Many(20, () => Draw.Many(200, () => MathNet.Numerics.Distributions.LogNormal.Sample(random, 9, 0.6)));
        Assert.Equal(Math.Exp(9 + 0.18), LogValues.Fit(people)!.Average(people[0]).Value, Math.Exp(9.18) * 0.05);
    }

    [Fact]
    public void One_person_alone_cannot_be_compared() => Assert.Null(LogValues.Fit([[1.0, 2.0]]));
}
