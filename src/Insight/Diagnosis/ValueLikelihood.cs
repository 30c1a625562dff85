namespace Coxswain.Insight.Diagnosis;

/// <summary>Logs of won amounts: additive effects, one variance within.</summary>
internal sealed class ValueLikelihood(double[] logs) : ILikelihood
{
    /// <summary>Variance of a deal's log amount around what is expected of it.</summary>
    public double Within { get; private set; } = 1;

    public void Prepare(double[] total) { }

    public LevelFit[] Fit(int[] level, int levels, double[] offset)
    {
        var sum = new double[levels];
        var n = new int[levels];
        for (var i = 0; i < logs.Length; i++)
        {
            sum[level[i]] += logs[i] - offset[i];
            n[level[i]]++;
        }

        double squares = 0;
        for (var i = 0; i < logs.Length; i++)
        {
            var residual = logs[i] - offset[i] - sum[level[i]] / n[level[i]];
            squares += residual * residual;
        }

        Within = Math.Max(1e-9, squares / Math.Max(1, logs.Length - n.Count(x => x > 0)));
        return [.. sum.Select((s, l) => n[l] == 0 ? LevelFit.Unknown : new(n[l], s / n[l], Within / n[l], s / n[l], Within / n[l]))];
    }
}
