using Coxswain.Insight.Statistics;

namespace Coxswain.Insight.Tests.Statistics;

public class NormalNormalTests
{
    // Thirteen trials of the BCG vaccine, Colditz 1994, as log risk ratios with their variances (the reference data of meta-analysis).
    private static readonly double[] Effects =
        [-0.8893, -1.5854, -1.3481, -1.4416, -0.2175, -0.7861, -1.6209, 0.0120, -0.4694, -1.3713, -0.3394, 0.4459, -0.0173];
    private static readonly double[] Variances =
        [0.3256, 0.1946, 0.4154, 0.0200, 0.0512, 0.0069, 0.2230, 0.0040, 0.0564, 0.0730, 0.0124, 0.5325, 0.0714];

    // R 4.2.2, uniroot() of Paule and Mandel's equation on the rounded figures above; Cochran's Q and its p on 12 (reference/statistics.R).
    [Fact]
    public void The_fit_finds_the_spread_and_mean_that_R_finds()
    {
        var prior = NormalNormal.Fit(Effects, Variances);
        Assert.Equal(0.31808244, prior.Spread, 7);
        Assert.Equal(-0.71497031, prior.Mean, 7);
        Assert.Equal(0.032722832, prior.MeanVariance, 8);
        Assert.Equal(151.81492, Heterogeneity.OfEffects(Effects, Variances).Statistic, 4);
    }

    // Rubin 1981, eight schools; R 4.2.2: Q = 4.7070789 on 7 (p = 0.69565917) is below 7, so no spread, and every school gets the mean.
    [Fact]
    public void Eight_schools_do_not_differ_and_share_the_mean()
    {
        double[] effects = [28, 8, -3, 7, -1, 1, 18, 12], errors = [15, 10, 16, 11, 9, 11, 10, 18];
        var prior = NormalNormal.Fit(effects, [.. errors.Select(e => e * e)]);
        Assert.Equal(0, prior.Spread);
        Assert.Equal(7.6856167, prior.Mean, 6);
        Assert.Equal(16.580526, prior.MeanVariance, 5);
        var test = Heterogeneity.OfEffects(effects, [.. errors.Select(e => e * e)]);
        Assert.Equal(4.7070789, test.Statistic, 6);
        Assert.Equal(0.69565917, test.PValue, 7);
        Assert.Equal(prior.Mean, prior.Shrink(28, 225, 30).Value, 9);
    }

    [Fact]
    public void Ninety_percent_intervals_hold_the_truth_about_nine_times_in_ten()
    {
        var random = new Random(3);
        var hits = 0;
        for (var company = 0; company < 300; company++)
        {
            var truths = Draw.Many(12, () => MathNet.Numerics.Distributions.Normal.Sample(random, 0, 0.15));
            double[] variances = [.. truths.Select((_, i) => 0.01 + 0.005 * i)];
            double[] seen = [.. truths.Select((t, i) => MathNet.Numerics.Distributions.Normal.Sample(random, t, Math.Sqrt(variances[i])))];
            var prior = NormalNormal.Fit(seen, variances);
            hits += truths.Where((t, i) => prior.Shrink(seen[i], variances[i], 1).Range.Contains(t)).Count();
        }

        Assert.InRange(hits / 3600.0, 0.88, 0.95);
    }
}
