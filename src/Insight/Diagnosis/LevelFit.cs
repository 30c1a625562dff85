namespace Coxswain.Insight.Diagnosis;

/// <summary>What the data alone say of one level (a person, a product) of a factor, with all other factors held.</summary>
/// <param name="Effect">Its effect on the scale of the fit, with its variance.</param>
/// <param name="Score">One step from no effect, with the variance that holds if there is none: unbiased for testing.</param>
internal readonly record struct LevelFit(int N, double Effect, double Variance, double Score, double ScoreVariance)
{
    public static LevelFit Unknown => new(0, 0, 1e6, 0, 1e6);

    public bool Known => N > 0 && Variance < 100;
}

/// <summary>How observations of one component depend on the sum of the effects that bear on them.</summary>
internal interface ILikelihood
{
    /// <summary>Called once a pass with all effects summed, for what must be estimated from everyone (a baseline).</summary>
    void Prepare(double[] total);

    LevelFit[] Fit(int[] level, int levels, double[] offset);
}

/// <summary>One way to group the observations: by person, product, season …</summary>
internal sealed record Factor(int[] Level, int Levels, bool Mix = false);
