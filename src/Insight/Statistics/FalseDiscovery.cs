namespace Coxswain.Insight.Statistics;

/// <summary>Keeps the expected share of false alarms among alarms below a rate. Source: Benjamini and Hochberg 1995, JRSS B 57:289.</summary>
internal static class FalseDiscovery
{
    /// <summary>Which of the p-values may be called discoveries at the given rate.</summary>
    public static bool[] Discoveries(IReadOnlyList<double> pValues, double rate) => [.. Adjust(pValues).Select(p => p <= rate)];

    /// <summary>Adjusted p-values (the smallest rate at which each would be a discovery), in the order given.</summary>
    public static double[] Adjust(IReadOnlyList<double> pValues)
    {
        var adjusted = new double[pValues.Count];
        var smallest = 1.0;
        var rank = pValues.Count;
        foreach (var i in Enumerable.Range(0, pValues.Count).OrderByDescending(i => pValues[i]))
        {
            smallest = Math.Min(smallest, pValues[i] * pValues.Count / rank--);
            adjusted[i] = smallest;
        }

        return adjusted;
    }
}
