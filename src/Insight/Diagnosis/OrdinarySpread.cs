namespace Coxswain.Insight.Diagnosis;

/// <summary>
/// How far ordinary people lie apart (τ²) when a few are out of the ordinary: the spread at which squared distances in their own
/// standard errors, each cut off at 2¼ so that the few cannot carry it, average what chance gives (Huber 1981, Robust Statistics,
/// section 5: proposal 2 for a scale). 0 where people differ no more than by chance.
/// </summary>
internal static class OrdinarySpread
{
    private const double Cut = 2.25;

    // E min(Z², 2.25) for a standard normal Z.
    private const double ByChance = 0.77848;

    public static double Of(IReadOnlyCollection<(double Effect, double Variance)> seen)
    {
        double low = 0, high = 1;
        if (seen.Count == 0 || Average(0) <= ByChance) return 0;
        while (Average(high) > ByChance) high *= 4;
        for (var i = 0; i < 50; i++)
        {
            var middle = (low + high) / 2;
            if (Average(middle) > ByChance) low = middle; else high = middle;
        }

        return (low + high) / 2;

        double Average(double spread) => seen.Average(s => Math.Min(Cut, s.Effect * s.Effect / (s.Variance + spread)));
    }
}
