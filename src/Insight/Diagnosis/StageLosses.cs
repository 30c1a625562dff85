using Coxswain.Insight.Statistics;

namespace Coxswain.Insight.Diagnosis;

/// <summary>Where a person loses more deals than peers: share lost of those leaving a stage, as a ratio (Katz 1978, Biometrics 34:469).</summary>
internal sealed class StageLosses
{
    private const int Fewest = 10;
    private const double Least = 1.25;
    private readonly Dictionary<string, Losses> _byPerson, _byPeers;

    /// <param name="deals">Those closed in the window.</param>
    /// <param name="people">Everyone, with whom each is compared.</param>
    public StageLosses(IEnumerable<BriefDeal> deals, IEnumerable<(string Person, string? Peers)> people)
    {
        (_byPerson, _byPeers) = ([], []);
        foreach (var deal in deals)
        {
            var own = _byPerson.TryGetValue(deal.Person, out var known) ? known : _byPerson[deal.Person] = [];
            foreach (var exit in deal.Exits) Add(own, exit.Stage, 1, exit.Onward ? 0 : 1);
        }

        foreach (var (person, peers) in people)
        {
            var all = _byPeers.TryGetValue(peers ?? "", out var known) ? known : _byPeers[peers ?? ""] = [];
            foreach (var (stage, (left, lost)) in Of(person)) Add(all, stage, left, lost);
        }
    }

    /// <summary>The stage with most losses beyond peers, where the ratio's interval lies above 1; null if none does.</summary>
    public StageLoss? Worst(string person, string? peers)
    {
        var all = _byPeers[peers ?? ""];
        return Of(person)
            .Select(s => (Stage: s.Key, Own: s.Value, Others: (Left: all[s.Key].Left - s.Value.Left, Lost: all[s.Key].Lost - s.Value.Lost)))
            .Where(s => s.Own.Left >= Fewest && s.Others.Left >= Fewest && s.Others.Lost > 0 && s.Own.Lost > 0)
            .Select(s => (Loss: Compare(s.Stage, s.Own, s.Others), Excess: s.Own.Lost - s.Own.Left * (double)s.Others.Lost / s.Others.Left))
            .Where(s => s.Loss.Ratio.Low > 1 && s.Loss.Ratio.Value >= Least)
            .OrderByDescending(s => s.Excess).ThenBy(s => s.Loss.Stage, StringComparer.Ordinal)
            .Select(s => s.Loss).FirstOrDefault();
    }

    private Losses Of(string person) => _byPerson.TryGetValue(person, out var own) ? own : [];

    private static void Add(Losses to, string stage, int left, int lost)
    {
        var before = to.GetValueOrDefault(stage);
        to[stage] = (before.Left + left, before.Lost + lost);
    }

    private static StageLoss Compare(string stage, (int Left, int Lost) own, (int Left, int Lost) others)
    {
        var log = Math.Log((double)own.Lost / own.Left) - Math.Log((double)others.Lost / others.Left);
        var half = 1.6449 * Math.Sqrt(1.0 / own.Lost - 1.0 / own.Left + 1.0 / others.Lost - 1.0 / others.Left);
        return new(stage, new Estimate(log, log - half, log + half, own.Left).To(Math.Exp));
    }

    // How many deals left each stage, and how many of these were lost there.
    private sealed class Losses() : Dictionary<string, (int Left, int Lost)>(StringComparer.Ordinal);
}
