namespace Coxswain.Insight.Diagnosis;

/// <summary>
/// Deals opened in a person's month: effects on the log rate. Where months vary more than Poisson's law allows (leads come in
/// batches) variances grow by Pearson's dispersion, so that bursts do not pass for differences between people.
/// </summary>
internal sealed class VolumeLikelihood(int[] opened, double[] days) : ILikelihood
{
    public double Dispersion { get; private set; } = 1;

    public void Prepare(double[] total) { }

    public LevelFit[] Fit(int[] level, int levels, double[] offset)
    {
        var expected = new double[levels];
        var events = new int[levels];
        for (var i = 0; i < opened.Length; i++)
        {
            expected[level[i]] += days[i] * Math.Exp(offset[i]);
            events[level[i]] += opened[i];
        }

        double[] effect = [.. events.Select((d, l) => Math.Log((d + 0.5) / (expected[l] + 0.5)))];
        Dispersion = Math.Max(1, Pearson(level, effect, offset));
        return [.. effect.Select((e, l) => expected[l] <= 0 ? LevelFit.Unknown : new(
            events[l], e, Dispersion / (events[l] + 0.5), (events[l] - expected[l]) / expected[l], Dispersion / expected[l]))];
    }

    private double Pearson(int[] level, double[] effect, double[] offset)
    {
        double sum = 0;
        for (var i = 0; i < opened.Length; i++)
        {
            var mean = days[i] * Math.Exp(offset[i] + effect[level[i]]);
            sum += (opened[i] - mean) * (opened[i] - mean) / Math.Max(0.1, mean);
        }

        return sum / Math.Max(1, opened.Length - effect.Length);
    }
}
