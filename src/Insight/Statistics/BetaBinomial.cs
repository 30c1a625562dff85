using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace Coxswain.Insight.Statistics;

/// <summary>
/// How a proportion varies from group to group: a Beta distribution with mean m and strength k, worth k observations.
/// Fitted to the groups by maximum likelihood (empirical Bayes), it pulls each group toward the rest by how little we know of it.
/// Source: Griffiths 1973, Biometrics 29:637; Casella 1985, The American Statistician 39:83.
/// </summary>
/// <param name="Mean">m, the mean of the groups' true proportions (0–1).</param>
/// <param name="Strength">
/// k, between 1 and the number of observations in all groups: the groups together cannot teach more than they saw. Where
/// groups differ no more than by chance the likelihood has its peak at infinity and k takes that upper bound.
/// </param>
internal readonly record struct BetaBinomial(double Mean, double Strength)
{
    /// <summary>Fits m and k. Groups without observations are ignored; no observation at all gives m = ½, k = 1 (no opinion).</summary>
    public static BetaBinomial Fit(IEnumerable<(int Successes, int N)> groups)
    {
        var counts = groups.Where(g => g.N > 0).CountBy(g => g).Select(g => (g.Key.Successes, g.Key.N, Times: g.Value)).ToArray();
        double total = counts.Sum(c => (double)c.N * c.Times), won = counts.Sum(c => (double)c.Successes * c.Times);
        if (total <= 1) return new(0.5, 1);

        var pooled = (won + 0.5) / (total + 1);
        if (counts.Sum(c => c.Times) < 2 || won == 0 || won == total) return new(pooled, total);

        double BestMean(double strength) => Search.Peak(m => LogLikelihood(m, strength), 1e-4, 1 - 1e-4, 1e-5);
        var k = Math.Exp(Search.Peak(x => LogLikelihood(BestMean(Math.Exp(x)), Math.Exp(x)), 0, Math.Log(total), 1e-4));
        return new(BestMean(k), k);

        double LogLikelihood(double mean, double strength)
        {
            double a = mean * strength, b = strength - a, fixedPart = SpecialFunctions.BetaLn(a, b);
            return counts.Sum(c => c.Times * (SpecialFunctions.BetaLn(a + c.Successes, b + c.N - c.Successes) - fixedPart));
        }
    }

    /// <summary>The group's shrunk proportion (w + k·m)/(n + k) with its credible interval. n = 0 gives what the other groups say.</summary>
    public Estimate Shrink(int successes, int n, double level = Interval.Level)
    {
        double a = successes + Strength * Mean, b = n - successes + Strength * (1 - Mean);
        return new(a / (a + b), Beta.InvCDF(a, b, (1 - level) / 2), Beta.InvCDF(a, b, (1 + level) / 2), n);
    }
}
