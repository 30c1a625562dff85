using Coxswain.Insight.Statistics;

namespace Coxswain.Insight.Diagnosis;

/// <summary>Where a person loses more deals than peers: share lost of those leaving a stage, as a ratio (Katz 1978, Biometrics 34:469).</summary>
internal static class StageLosses
{
    private const int Fewest = 10;
    private const double Least = 1.25;

    /// <summary>The stage with most losses beyond peers, where the ratio's interval lies above 1; null if none does.</summary>
    public static StageLoss? Worst(string person, ILookup<string, BriefDeal> closedByPerson, IEnumerable<string> peers)
    {
        var own = Count(closedByPerson[person]);
        var others = Count(peers.Where(p => p != person).SelectMany(p => closedByPerson[p]));
        return own
            .Where(s => s.Value.Left >= Fewest && others.TryGetValue(s.Key, out var o) && o.Left >= Fewest && o.Lost > 0 && s.Value.Lost > 0)
            .Select(s => (Loss: Compare(s.Key, s.Value, others[s.Key]), Excess: s.Value.Lost - s.Value.Left * (double)others[s.Key].Lost / others[s.Key].Left))
            .Where(s => s.Loss.Ratio.Low > 1 && s.Loss.Ratio.Value >= Least)
            .OrderByDescending(s => s.Excess).ThenBy(s => s.Loss.Stage, StringComparer.Ordinal)
            .Select(s => s.Loss).FirstOrDefault();
    }

    private static StageLoss Compare(string stage, (int Left, int Lost) own, (int Left, int Lost) others)
    {
        var log = Math.Log((double)own.Lost / own.Left) - Math.Log((double)others.Lost / others.Left);
        var half = 1.6449 * Math.Sqrt(1.0 / own.Lost - 1.0 / own.Left + 1.0 / others.Lost - 1.0 / others.Left);
        return new(stage, new Estimate(log, log - half, log + half, own.Left).To(Math.Exp));
    }

    private static Dictionary<string, (int Left, int Lost)> Count(IEnumerable<BriefDeal> deals) => deals
        .SelectMany(d => d.Exits).GroupBy(e => e.Stage, StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => (g.Count(), g.Count(e => !e.Onward)), StringComparer.Ordinal);
}
