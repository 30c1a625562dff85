using MathNet.Numerics.Distributions;

namespace Coxswain.Insight.Statistics;

/// <summary>One step of the curve: the share still open just after `Time`, with Greenwood's variance.</summary>
internal readonly record struct SurvivalStep(double Time, int AtRisk, int Decided, double Share, double Variance);

/// <summary>
/// Share of deals still undecided by age, open deals censored and late entries entering late. Unit: days and shares.
/// Source: Kaplan and Meier 1958, JASA 53:457; variance after Greenwood 1926; intervals on the log(−log) scale
/// (Kalbfleisch and Prentice); median by Brookmeyer and Crowley 1982, Biometrics 38:29.
/// </summary>
internal sealed class KaplanMeier
{
    private KaplanMeier(IReadOnlyList<SurvivalStep> steps, double lastSeen, int n) => (Steps, LastSeen, N) = (steps, lastSeen, n);

    public IReadOnlyList<SurvivalStep> Steps { get; }

    /// <summary>The greatest age at which any deal was watched; nothing is known beyond.</summary>
    public double LastSeen { get; }

    public int N { get; }

    public static KaplanMeier Of(IReadOnlyCollection<Duration> durations)
    {
        double share = 1, sum = 0;
        var steps = new List<SurvivalStep>();
        foreach (var row in RiskTable.Of(durations))
        {
            share *= 1 - (double)row.Decided / row.AtRisk;
            if (row.AtRisk > row.Decided) sum += row.Decided / ((double)row.AtRisk * (row.AtRisk - row.Decided));
            steps.Add(new(row.Time, row.AtRisk, row.Decided, share, share * share * sum));
        }

        return new(steps, durations.Select(d => d.Time).DefaultIfEmpty(0).Max(), durations.Count);
    }

    /// <summary>Share still open at an age, with its interval.</summary>
    public Estimate At(double age, double level = Interval.Level)
    {
        var step = Steps.LastOrDefault(s => s.Time <= age);
        return step.AtRisk == 0 ? new(1, 1, 1, N) : new(step.Share, Range(step, level), N);
    }

    /// <summary>Median days to decision: the first age with half or fewer still open. Null bounds and value where the curve does not fall that far.</summary>
    public (double? Value, double? Low, double? High) Median(double level = Interval.Level) =>
        (First(s => s.Share <= 0.5 + 1e-12), First(s => Range(s, level).Low <= 0.5), First(s => Range(s, level).High <= 0.5));

    /// <summary>
    /// Restricted mean: expected days to decision counted up to a horizon, the area under the curve, with Greenwood-type variance
    /// (Klein and Moeschberger 2003, section 4.5). Choose a horizon within <see cref="LastSeen"/>; the curve is held flat beyond.
    /// </summary>
    public Estimate RestrictedMean(double horizon, double level = Interval.Level)
    {
        var steps = Steps.Where(s => s.Time < horizon).ToArray();
        double mean = steps.Length == 0 ? horizon : steps[0].Time, variance = 0, later = 0;
        for (var i = 0; i < steps.Length; i++) mean += steps[i].Share * (Next(i) - steps[i].Time);
        for (var i = steps.Length - 1; i >= 0; i--)
        {
            later += steps[i].Share * (Next(i) - steps[i].Time);
            double n = steps[i].AtRisk, d = steps[i].Decided;
            if (n > d) variance += later * later * d / (n * (n - d));
        }

        var half = Normal.InvCDF(0, 1, (1 + level) / 2) * Math.Sqrt(variance);
        return new(mean, Math.Max(0, mean - half), Math.Min(horizon, mean + half), N);

        double Next(int i) => i + 1 < steps.Length ? steps[i + 1].Time : horizon;
    }

    private double? First(Func<SurvivalStep, bool> when) => Steps.Where(when).Select(s => (double?)s.Time).FirstOrDefault();

    private static Interval Range(SurvivalStep step, double level)
    {
        if (step.Share is <= 0 or >= 1) return new(Math.Max(0, step.Share), step.Share);
        var width = Normal.InvCDF(0, 1, (1 + level) / 2) * Math.Sqrt(step.Variance) / (step.Share * -Math.Log(step.Share));
        return new(Math.Pow(step.Share, Math.Exp(width)), Math.Pow(step.Share, Math.Exp(-width)));
    }
}
