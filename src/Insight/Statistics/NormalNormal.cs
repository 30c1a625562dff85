using MathNet.Numerics.Distributions;

namespace Coxswain.Insight.Statistics;

/// <summary>
/// How an effect varies from group to group around a common mean, when each group's own estimate has a known sampling variance.
/// The spread comes from Paule and Mandel's moment equation (J. Res. NBS 87:377, 1982; for odd cases the safest of its kind,
/// Veroniki 2016, Res. Synth. Methods 7:55); intervals follow Morris 1983, JASA 78:47, so that they also carry what we do not
/// know about mean and spread. With no more than chance between groups the spread is 0 and every group gets the mean.
/// </summary>
/// <param name="Mean">Precision-weighted mean of the true effects.</param>
/// <param name="Spread">τ², the variance of the true effects between groups.</param>
internal sealed record NormalNormal(double Mean, double Spread, double MeanVariance, double TypicalVariance, int Groups)
{
    /// <summary>Fits mean and spread to estimates with their sampling variances (each above 0).</summary>
    public static NormalNormal Fit(IReadOnlyList<double> effects, IReadOnlyList<double> variances)
    {
        if (effects.Count == 0) return new(0, 0, 0, 0, 0);
        var spread = effects.Count < 2 || Excess(0) <= 0 ? 0 : Solve();
        return new(Centre(spread), spread, 1 / Weight(spread), variances.Average(), effects.Count);

        double Weight(double t) => variances.Sum(v => 1 / (v + t));
        double Centre(double t) => effects.Select((e, i) => e / (variances[i] + t)).Sum() / Weight(t);
        double Excess(double t)
        {
            var mean = Centre(t);
            return effects.Select((e, i) => (e - mean) * (e - mean) / (variances[i] + t)).Sum() - (effects.Count - 1);
        }

        double Solve()
        {
            double low = 0, high = 1e-6;
            while (Excess(high) > 0) high *= 4;
            for (var i = 0; i < 60; i++)
            {
                var middle = (low + high) / 2;
                if (Excess(middle) > 0) low = middle; else high = middle;
            }

            return (low + high) / 2;
        }
    }

    /// <summary>The group's effect pulled toward the mean, and its posterior variance.</summary>
    public (double Effect, double Variance) Posterior(double effect, double variance)
    {
        var pull = variance / (variance + Spread);
        var cautious = pull * Math.Max(1, Groups - 3) / Math.Max(2, Groups - 1);
        var ownDoubt = (1 - cautious) * variance;
        var spreadDoubt = 2.0 / Math.Max(1, Groups - 3) * cautious * cautious * Square(effect - Mean)
            * (TypicalVariance + Spread) / (variance + Spread);
        return (Mean + (1 - pull) * (effect - Mean), ownDoubt + pull * pull * MeanVariance + spreadDoubt);
    }

    /// <summary>The group's effect pulled toward the mean, with its interval; n is passed through.</summary>
    public Estimate Shrink(double effect, double variance, int n, double level = Interval.Level)
    {
        var (value, doubt) = Posterior(effect, variance);
        var half = Normal.InvCDF(0, 1, (1 + level) / 2) * Math.Sqrt(doubt);
        return new(value, value - half, value + half, n);
    }

    private static double Square(double x) => x * x;
}
