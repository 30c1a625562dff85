namespace Coxswain.Insight.Diagnosis;

/// <summary>
/// Days to decision, open deals censored, late entries entering late: each effect stretches time by its exponential (accelerated
/// failure time, with the common shape left free; Lin, Wei and Ying 1998, Biometrika 85:605). An effect is found where decisions
/// equal those expected of stretched ages under the baseline of everyone; variances come from the deals' own residuals.
/// </summary>
internal sealed class CycleLikelihood(double[] logEntry, double[] logExit, bool[] decided) : ILikelihood
{
    public Baseline Baseline { get; private set; } = new([], [], []);

    /// <summary>Variance of one deal's residual; 1 for exponential durations, less for regular ones.</summary>
    public double Dispersion { get; private set; } = 1;

    public double MeanDays => _meanDays ??= Baseline.MeanDays();

    private double? _meanDays;

    public void Prepare(double[] total)
    {
        Baseline = new(
            [.. logEntry.Select((e, i) => e - total[i])], [.. logExit.Select((x, i) => x - total[i])], decided);
        _meanDays = null;
        double squares = 0;
        for (var i = 0; i < decided.Length; i++) squares += Math.Pow(Residual(i, total[i]).Excess, 2);
        Dispersion = Math.Max(0.05, squares / Math.Max(1, decided.Count(d => d)));
    }

    public LevelFit[] Fit(int[] level, int levels, double[] offset)
    {
        var effect = new double[levels];
        var first = Step(level, effect, offset);
        var current = first;
        for (var round = 0; round < 6; round++)
        {
            for (var l = 0; l < levels; l++)
                if (current.Slope[l] > 1e-9) effect[l] -= Math.Clamp(current.Excess[l] / current.Slope[l], -0.7, 0.7);
            current = Step(level, effect, offset);
        }

        return [.. effect.Select((e, l) => first.N[l] == 0 || current.Slope[l] <= 1e-9 || first.Slope[l] <= 1e-9 ? LevelFit.Unknown : new(
            first.N[l], e, Dispersion * first.N[l] / Math.Pow(current.Slope[l], 2),
            -first.Excess[l] / first.Slope[l], Dispersion * (first.N[l] - first.Excess[l] / 2) / Math.Pow(first.Slope[l], 2)))];
    }

    private (double Excess, double Slope) Residual(int i, double stretch)
    {
        var (exit, exitSlope) = Baseline.At(logExit[i] - stretch);
        var (entry, entrySlope) = Baseline.At(logEntry[i] - stretch);
        return ((decided[i] ? 1 : 0) - (exit - entry), exitSlope - entrySlope);
    }

    private (double[] Excess, double[] Slope, int[] N) Step(int[] level, double[] effect, double[] offset)
    {
        var excess = new double[effect.Length];
        var slope = new double[effect.Length];
        var n = new int[effect.Length];
        for (var i = 0; i < decided.Length; i++)
        {
            var l = level[i];
            var (more, steeper) = Residual(i, offset[i] + effect[l]);
            excess[l] += more;
            slope[l] += steeper;
            if (decided[i]) n[l]++;
        }

        return (excess, slope, n);
    }
}
