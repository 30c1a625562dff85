namespace Coxswain.Insight.Statistics;

/// <summary>
/// Typical positive amounts per group, compared on the log scale where deal sizes are near normal. Sampling variance is the pooled
/// variance within groups over n; groups are pulled together by <see cref="NormalNormal"/>. To come back to money the log mean is
/// multiplied by the mean of the retransformed residuals (Duan 1983, JASA 78:605), which holds for any common shape.
/// </summary>
internal sealed record LogValues(NormalNormal Prior, double VarianceWithin, double Smearing)
{
    /// <summary>Fits to the positive amounts of each group; others must have been counted as unknown before. Null below two groups or without repeats.</summary>
    public static LogValues? Fit(IEnumerable<IReadOnlyList<double>> groups)
    {
        var logs = groups.Where(g => g.Count > 0).Select(g => g.Select(x => Math.Log(x)).ToArray()).ToArray();
        var freedom = logs.Sum(g => g.Length - 1);
        if (logs.Length < 2 || freedom == 0) return null;

        var residuals = logs.SelectMany(g => g.Select(x => x - g.Average())).ToArray();
        var within = Math.Max(1e-12, residuals.Sum(r => r * r) / freedom);
        var prior = NormalNormal.Fit([.. logs.Select(g => g.Average())], [.. logs.Select(g => within / g.Length)]);
        return new(prior, within, residuals.Average(x => Math.Exp(x)));
    }

    /// <summary>The group's shrunk mean of ln(amount).</summary>
    public Estimate LogMean(IReadOnlyCollection<double> amounts, double level = Interval.Level) => amounts.Count == 0
        ? Prior.Shrink(Prior.Mean, 1e9, 0, level)
        : Prior.Shrink(amounts.Average(x => Math.Log(x)), VarianceWithin / amounts.Count, amounts.Count, level);

    /// <summary>The group's shrunk average amount, in money.</summary>
    public Estimate Average(IReadOnlyCollection<double> amounts, double level = Interval.Level) =>
        LogMean(amounts, level).To(x => Math.Exp(x) * Smearing);
}
