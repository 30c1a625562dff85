namespace Coxswain.Customers.Maps;

/// <summary>
/// Where everybody stands: a tree by who reports to whom, the same for the same people. Many who report to one and have nobody below stand in
/// two columns under them; who reports to nobody and has nobody below stands underneath all. Where somebody put a card, it stays.
/// </summary>
internal sealed class MapLayout
{
    public const double Width = 196, Height = 78, Between = 64, Down = 60, Edge = 20;
    private const double Near = 14;
    private const int Column = 3, Row = 4;

    private readonly ILookup<Guid?, MapPersonView> _below;
    private readonly Dictionary<Guid, Spot> _spots = [];

    public MapLayout(IReadOnlyList<MapPersonView> people, IReadOnlyList<MapTieView> ties)
    {
        var ordered = people.OrderBy(p => p.IsUnknown).ThenByDescending(p => p.Influence).ThenBy(p => p.Name, StringComparer.Ordinal).ThenBy(p => p.Id).ToList();
        _below = ordered.ToLookup(p => p.ReportsToId);
        var roots = _below[null].ToList();
        var left = Edge;
        foreach (var root in roots.Where(HasBelow))
        {
            Put(root, left, Edge);
            left += Span(root) + Between * 2;
        }
        // Two who report to each other hang from nobody.
        var loose = roots.Where(r => !HasBelow(r)).Concat(ordered.Where(p => p.ReportsToId is not null && !_spots.ContainsKey(p.Id))).ToList();
        var top = _spots.Count == 0 ? Edge : _spots.Values.Max(s => s.Y) + Height + Down;
        var across = Math.Max(Row, (int)((left - Edge) / (Width + Between)));
        foreach (var (person, i) in loose.Where(p => !_spots.ContainsKey(p.Id)).Select((p, i) => (p, i))) _spots[person.Id] = new(person, Edge + i % across * (Width + Between), top + i / across * (Height + Between), false);
        foreach (var person in people.Where(p => p is { X: not null, Y: not null })) _spots[person.Id] = new(person, person.X!.Value, person.Y!.Value, false);
        Bows = [.. ties.Where(t => t.FromId != t.ToId && Of(t.FromId) is not null && Of(t.ToId) is not null).Select(t => (t, MapLines.Tie(Of(t.FromId)!, Of(t.ToId)!)))];
        if (_spots.Count > 0) (Wide, High) = (_spots.Values.Select(s => s.X + Width).Concat(Bows.Select(b => b.Line.Right)).Max() + Edge, _spots.Values.Select(s => s.Y + Height).Concat(Bows.Select(b => b.Line.Bottom)).Max() + Edge);
    }

    public double Wide { get; }

    public double High { get; }

    /// <summary>The lines between people who both stand somewhere.</summary>
    public IReadOnlyList<(MapTieView Tie, Bow Line)> Bows { get; }

    public IEnumerable<Spot> Spots => _spots.Values.OrderBy(s => s.Y).ThenBy(s => s.X);

    public Spot? Of(Guid? id) => id is { } person ? _spots.GetValueOrDefault(person) : null;

    private bool HasBelow(MapPersonView person) => _below[person.Id].Any();

    private bool InColumns(IReadOnlyCollection<MapPersonView> below) => below.Count > Column && !below.Any(HasBelow);

    private double Span(MapPersonView person)
    {
        var below = _below[person.Id].ToList();
        if (below.Count == 0) return Width;
        return InColumns(below) ? 2 * Width + Between : Math.Max(Width, below.Sum(Span) + Between * (below.Count - 1));
    }

    private void Put(MapPersonView person, double left, double top)
    {
        var span = Span(person);
        _spots[person.Id] = new(person, left + (span - Width) / 2, top, false);
        var below = _below[person.Id].ToList();
        var under = top + Height + Down;
        if (InColumns(below))
        {
            foreach (var (one, i) in below.Select((b, i) => (b, i))) _spots[one.Id] = new(one, left + i % 2 * (Width + Between), under + i / 2 * (Height + Near), true);
            return;
        }
        var at = left + (span - (below.Sum(Span) + Between * (below.Count - 1))) / 2;
        foreach (var one in below)
        {
            Put(one, at, under);
            at += Span(one) + Between;
        }
    }
}

/// <summary>Where somebody stands.</summary>
/// <param name="Person">Who.</param>
/// <param name="X">From the left.</param>
/// <param name="Y">From above.</param>
/// <param name="Beside">The line from above comes to the side.</param>
internal sealed record Spot(MapPersonView Person, double X, double Y, bool Beside);
