using MathNet.Numerics.Distributions;

namespace Coxswain.Insight.Statistics;

/// <summary>Intervals for one proportion on its own, without peers. Unit: share (0–1).</summary>
internal static class Proportions
{
    /// <summary>
    /// Wilson's score interval, without continuity correction. Throws when successes lie outside 0..n or n is 0.
    /// Source: Wilson 1927, JASA 22:209; recommended by Brown, Cai and DasGupta 2001, Statistical Science 16:101.
    /// </summary>
    public static Estimate Wilson(int successes, int n, double level = Interval.Level)
    {
        Check(successes, n);
        double p = (double)successes / n, z = Normal.InvCDF(0, 1, (1 + level) / 2), z2 = z * z;
        var centre = (p + z2 / (2 * n)) / (1 + z2 / n);
        var half = z / (1 + z2 / n) * Math.Sqrt(p * (1 - p) / n + z2 / (4.0 * n * n));
        return new(p, Math.Max(0, centre - half), Math.Min(1, centre + half), n);
    }

    /// <summary>
    /// Jeffreys' equal-tailed interval: quantiles of Beta(w + ½, n − w + ½), closed at 0 and 1 where nothing or everything succeeded.
    /// Source: Brown, Cai and DasGupta 2001, section 4.1.2.
    /// </summary>
    public static Estimate Jeffreys(int successes, int n, double level = Interval.Level)
    {
        Check(successes, n);
        double a = successes + 0.5, b = n - successes + 0.5;
        var low = successes == 0 ? 0 : Beta.InvCDF(a, b, (1 - level) / 2);
        var high = successes == n ? 1 : Beta.InvCDF(a, b, (1 + level) / 2);
        return new((double)successes / n, low, high, n);
    }

    private static void Check(int successes, int n)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(n);
        ArgumentOutOfRangeException.ThrowIfNegative(successes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(successes, n);
    }
}
