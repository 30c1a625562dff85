namespace Coxswain.Insight.Diagnosis;

/// <summary>How much of the variance of one quarter's results (log scale) is people, assigned, or common to all.</summary>
internal static class Spreads
{
    public static Spread Of(Contrast contrast, IReadOnlyList<PersonReading> rows, Roster roster) => Share(Variances(contrast, rows, roster));

    /// <summary>The whole, without the cycle, which moves deals in time but not their sum; volume counts as assigned.</summary>
    public static Spread Whole(IEnumerable<Contrast> contrasts, IReadOnlyList<PersonReading> rows, Roster roster)
    {
        double people = 0, assigned = 0, common = 0;
        foreach (var contrast in contrasts.Where(c => c.Component != Component.Cycle))
        {
            if (!contrast.Enough) return default;
            var part = Variances(contrast, rows, roster);
            var volume = contrast.Component == Component.Volume;
            people += volume ? 0 : part.People;
            assigned += part.Assigned + (volume ? part.People : 0);
            common += part.Common;
        }

        return Share((people, assigned, common));
    }

    private static (double People, double Assigned, double Common) Variances(Contrast contrast, IReadOnlyList<PersonReading> rows, Roster roster)
    {
        if (!contrast.Enough) return default;
        var component = contrast.Component;
        int[] measured = [.. Enumerable.Range(0, rows.Count).Where(i => contrast.Measured[i])];
        // On the log odds a step moves ln p by (1 − p); the other components are fitted on the log scale itself.
        var scale = component == Component.WinRate ? Math.Pow(1 - Readings.Typical(contrast)!.Value, 2) : 1;
        var mean = measured.Average(i => rows[i][component].Assigned ?? 0);
        return (scale * contrast.SpreadBetween,
            measured.Average(i => Math.Pow((rows[i][component].Assigned ?? 0) - mean, 2)),
            scale * measured.Average(i => contrast.Own[i].Variance * Math.Max(1, roster.Quarters(i))));
    }

    private static Spread Share((double People, double Assigned, double Common) v)
    {
        var whole = v.People + v.Assigned + v.Common;
        return whole <= 0 ? default : new(v.People / whole, v.Assigned / whole, v.Common / whole);
    }
}
