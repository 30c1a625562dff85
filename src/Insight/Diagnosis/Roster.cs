namespace Coxswain.Insight.Diagnosis;

/// <summary>The people of a brief in a fixed order, with whom each is compared, and the days each was at work in the window.</summary>
internal sealed class Roster
{
    public const double Quarter = 365.25 / 4;
    private const int Arrival = 30, Absence = 60;
    private readonly Dictionary<string, int> _index;

    public Roster(IReadOnlyCollection<BriefDeal> deals, BriefWindow window)
    {
        var groups = deals.GroupBy(d => d.Person).OrderBy(g => g.Key, StringComparer.Ordinal).ToArray();
        People = [.. groups.Select(g => g.Key)];
        Peers = [.. groups.Select(g => g.GroupBy(d => d.Peers).OrderByDescending(c => c.Count()).ThenBy(c => c.Key, StringComparer.Ordinal).First().Key)];
        AtWork = [.. groups.Select(g => Presence(g, window))];
        _index = People.Index().ToDictionary(p => p.Item, p => p.Index, StringComparer.Ordinal);
        // An effect of a group of few could not be told from that of its people: those of all such groups make one together.
        var sizes = Peers.CountBy(p => p ?? "", StringComparer.Ordinal).ToDictionary(c => c.Key, c => c.Value, StringComparer.Ordinal);
        var peerKeys = sizes.Where(s => s.Value >= Minima.People).Select(s => s.Key).Order(StringComparer.Ordinal).ToList();
        Group = [.. Peers.Select(p => peerKeys.IndexOf(p ?? "") + 1)];
        Groups = peerKeys.Count + 1;
    }

    public string[] People { get; }

    public string?[] Peers { get; }

    public int[] Group { get; }

    public int Groups { get; }

    /// <summary>First and last day; the first deal of someone who arrived within the window only marks the arrival.</summary>
    public (DateOnly From, DateOnly To)?[] AtWork { get; }

    public int this[string person] => _index[person];

    public double Quarters(int person) =>
        AtWork[person] is { } days ? Math.Max(1, days.To.DayNumber - days.From.DayNumber + 1) / Quarter : 0;

    // Nobody tells us who was employed when: someone silent for far longer than usual is taken to have left after the last opening.
    private static (DateOnly, DateOnly)? Presence(IEnumerable<BriefDeal> deals, BriefWindow window)
    {
        var opened = deals.Where(d => d.Opened <= window.End).Select(d => d.Opened!.Value).Order().ToArray();
        var within = opened.Where(d => d >= window.From).ToArray();
        if (within.Length == 0) return null;

        var from = opened[0] <= window.From.AddDays(Arrival) ? window.From : opened[0].AddDays(1);
        var usual = (within[^1].DayNumber - from.DayNumber) / (double)within.Length;
        var silent = window.End.DayNumber - within[^1].DayNumber;
        var to = silent > Math.Max(Absence, 5 * usual) ? within[^1] : window.End;
        return to <= from ? null : (from, to);
    }
}
