using Coxswain.Insight.Statistics;
using MathNet.Numerics.Distributions;

namespace Coxswain.Insight.Diagnosis;

/// <summary>
/// Money a quarter if one gap were closed to the peers' middle and all else stayed: B·(1 − e^gap), B the person's result at the
/// peers' figure. For the cycle "all else" includes the deals in hand, which then turn over faster. The interval is taken over a
/// fixed grid of equally likely values of B and gap, so that the same deals always give the same answer.
/// </summary>
internal static class Worth
{
    private const int Grid = 41;
    private static readonly double[] Quantiles = [.. Enumerable.Range(0, Grid).Select(i => Normal.InvCDF(0, 1, (i + 0.5) / Grid))];

    /// <summary>Null where volume, win rate or value of this person is quite unknown.</summary>
    public static Estimate? Of(PersonReading person, Component component)
    {
        if (person[component].Gap is not { } gap) return null;
        double logBase = 0, doubt = 0;
        foreach (var factor in (Component[])[Component.Volume, Component.WinRate, Component.Value])
        {
            var term = person[factor];
            if (term.Peers is not { } peers) return null;
            logBase += Math.Log(factor == component ? peers : term.Value?.Value ?? peers);
            if (factor != component && term.Gap is { } other) doubt += Variance(other);
        }

        if (component == Component.Cycle) logBase -= gap.Value;
        double spread = Math.Sqrt(doubt), gapSpread = Math.Sqrt(Variance(gap));
        double Money(double b, double g) => Math.Exp(logBase + spread * b) * (1 - Math.Exp(gap.Value + gapSpread * g));
        var draws = Quantiles.SelectMany(b => Quantiles.Select(g => Money(b, g))).Order().ToArray();
        return new(Money(0, 0), draws[(int)(0.05 * draws.Length)], draws[(int)(0.95 * draws.Length)], person[component].N);
    }

    /// <summary>The worth of several gaps together, their doubts taken as independent.</summary>
    public static Estimate? Sum(IReadOnlyCollection<Estimate?> parts)
    {
        var known = parts.OfType<Estimate>().ToArray();
        if (known.Length == 0) return null;
        double value = known.Sum(p => p.Value), below = known.Sum(p => Math.Pow(p.Value - p.Low, 2)), above = known.Sum(p => Math.Pow(p.High - p.Value, 2));
        return new(value, value - Math.Sqrt(below), value + Math.Sqrt(above), known.Sum(p => p.N));
    }

    private static double Variance(Estimate logRatio) => Math.Pow((logRatio.High - logRatio.Low) / (2 * 1.6449), 2);
}
