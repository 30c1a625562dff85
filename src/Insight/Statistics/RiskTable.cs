namespace Coxswain.Insight.Statistics;

/// <summary>One moment at which deals were decided: how many were being watched, and how many ended by each cause (index = cause).</summary>
internal readonly record struct RiskRow(double Time, int AtRisk, int Decided, int[] ByCause);

internal static class RiskTable
{
    /// <summary>
    /// Rows in order of time. A deal is at risk after its entry up to and including its time; decisions come before censorings
    /// of the same day. Deals whose time is not after their entry were never watched and are left out.
    /// </summary>
    public static IReadOnlyList<RiskRow> Of(IEnumerable<Duration> durations)
    {
        var watched = durations.Where(d => d.Time > d.Entry).OrderBy(d => d.Time).ToArray();
        var entries = watched.Select(d => d.Entry).Order().ToArray();
        var causes = watched.Length == 0 ? 0 : watched.Max(d => d.Cause);
        var rows = new List<RiskRow>();

        for (int entered = 0, left = 0; left < watched.Length;)
        {
            var time = watched[left].Time;
            while (entered < entries.Length && entries[entered] < time) entered++;
            var atRisk = entered - left;
            var byCause = new int[causes + 1];
            for (; left < watched.Length && watched[left].Time == time; left++) byCause[watched[left].Cause]++;
            var decided = byCause.Skip(1).Sum();
            if (decided > 0) rows.Add(new(time, atRisk, decided, byCause));
        }

        return rows;
    }
}
