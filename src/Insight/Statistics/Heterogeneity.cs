using MathNet.Numerics.Distributions;

namespace Coxswain.Insight.Statistics;

/// <summary>How far groups differ, in the test's own unit, and how likely chance alone would do as much. PValue 1 where there is nothing to compare.</summary>
internal readonly record struct TestResult(double Statistic, double Freedom, double PValue)
{
    public static TestResult Nothing => new(0, 0, 1);

    public static TestResult ChiSquared(double statistic, double freedom) =>
        freedom <= 0 ? Nothing : new(statistic, freedom, 1 - MathNet.Numerics.Distributions.ChiSquared.CDF(freedom, Math.Max(0, statistic)));
}

/// <summary>Do groups differ beyond chance? For durations see <see cref="LogRank"/>.</summary>
internal static class Heterogeneity
{
    /// <summary>Pearson's χ² of homogeneity over successes and failures. Trust it from about 5 expected of each per group.</summary>
    public static TestResult OfProportions(IReadOnlyCollection<(int Successes, int N)> groups)
    {
        var counts = groups.Where(g => g.N > 0).ToArray();
        double n = counts.Sum(g => g.N), p = counts.Sum(g => g.Successes) / Math.Max(1, n);
        if (p is 0 or 1) return TestResult.Nothing;
        var statistic = counts.Sum(g => Math.Pow(g.Successes - g.N * p, 2) / (g.N * p * (1 - p)));
        return TestResult.ChiSquared(statistic, counts.Length - 1);
    }

    /// <summary>One-way analysis of variance of ln(amount) (Fisher's F). Amounts must be positive.</summary>
    public static TestResult OfLogValues(IReadOnlyCollection<IReadOnlyList<double>> groups)
    {
        var logs = groups.Where(g => g.Count > 0).Select(g => g.Select(x => Math.Log(x)).ToArray()).ToArray();
        int n = logs.Sum(g => g.Length), between = logs.Length - 1, within = n - logs.Length;
        if (between < 1 || within < 1) return TestResult.Nothing;

        var mean = logs.Sum(g => g.Sum()) / n;
        var squaresBetween = logs.Sum(g => g.Length * Math.Pow(g.Average() - mean, 2));
        var squaresWithin = logs.Sum(g => g.Sum(x => Math.Pow(x - g.Average(), 2)));
        if (squaresWithin <= 0) return squaresBetween <= 0 ? TestResult.Nothing : new(double.PositiveInfinity, between, 0);
        var f = squaresBetween / between / (squaresWithin / within);
        return new(f, between, 1 - FisherSnedecor.CDF(between, within, f));
    }

    /// <summary>Poisson dispersion test of events per time at risk. Trust it from about 5 expected events per group.</summary>
    public static TestResult OfRates(IReadOnlyCollection<(int Events, double Time)> groups)
    {
        var counts = groups.Where(g => g.Time > 0).ToArray();
        double events = counts.Sum(g => g.Events), rate = events / counts.Sum(g => g.Time);
        if (events == 0) return TestResult.Nothing;
        return TestResult.ChiSquared(counts.Sum(g => Math.Pow(g.Events - rate * g.Time, 2) / (rate * g.Time)), counts.Length - 1);
    }

    /// <summary>Cochran's Q: estimates of known sampling variance around their common mean.</summary>
    public static TestResult OfEffects(IReadOnlyList<double> effects, IReadOnlyList<double> variances)
    {
        if (effects.Count < 2) return TestResult.Nothing;
        var mean = effects.Select((e, i) => e / variances[i]).Sum() / variances.Sum(v => 1 / v);
        return TestResult.ChiSquared(effects.Select((e, i) => (e - mean) * (e - mean) / variances[i]).Sum(), effects.Count - 1);
    }
}
