using MathNet.Numerics.Distributions;

namespace Coxswain.Insight.Diagnosis;

/// <summary>
/// How far ordinary people lie apart (τ²) when a few are out of the ordinary: the spread at which squared distances in their own
/// standard errors, each cut off at 2¼ so that the few cannot carry it, average what chance gives (Huber 1981, Robust Statistics,
/// section 5: proposal 2 for a scale). 0 where people differ no more than by chance.
/// </summary>
/// <param name="Spread">τ², on the scale of the fit.</param>
/// <param name="Freedom">People it was told from, less one.</param>
internal readonly record struct OrdinarySpread(double Spread, int Freedom)
{
    private const double Cut = 2.25;

    // E min(Z², 2.25) for a standard normal Z.
    private const double ByChance = 0.77848;

    public static OrdinarySpread Of(IReadOnlyCollection<(double Effect, double Variance)> seen)
    {
        double low = 0, high = 1;
        if (seen.Count == 0 || Average(0) <= ByChance) return new(0, Math.Max(1, seen.Count - 1));
        while (Average(high) > ByChance) high *= 4;
        for (var i = 0; i < 50; i++)
        {
            var middle = (low + high) / 2;
            if (Average(middle) > ByChance) low = middle; else high = middle;
        }

        return new((low + high) / 2, Math.Max(1, seen.Count - 1));

        double Average(double spread) => seen.Average(s => Math.Min(Cut, s.Effect * s.Effect / (s.Variance + spread)));
    }

    /// <summary>
    /// Chance of an ordinary person as far off by their own variance and the spread together. The spread is known from few people only:
    /// hence Student's distribution, its freedom by how much of the variance is spread (Satterthwaite 1946, Biometrics Bulletin 2:110).
    /// </summary>
    public double Chance(double distance, double variance)
    {
        var z = distance / Math.Sqrt(variance + Spread);
        if (Spread <= 0) return 1 - Normal.CDF(0, 1, z);
        var share = Spread / (variance + Spread);
        return 1 - StudentT.CDF(0, 1, Freedom / (share * share), z);
    }
}
