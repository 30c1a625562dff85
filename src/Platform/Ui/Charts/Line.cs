namespace Coxswain.Platform.Ui.Charts;

/// <summary>A line of a chart, a value per point; null is unknown and leaves a gap. Low and High: the band around it, as P10 and P90.</summary>
public sealed record Line(string Name, IReadOnlyList<double?> Values)
{
    public IReadOnlyList<double?> Low { get; init; } = [];
    public IReadOnlyList<double?> High { get; init; } = [];

    internal bool HasBand => Low.Count > 0 && High.Count > 0;
    internal IEnumerable<double?> All => Values.Concat(Low).Concat(High);
    internal double? LowAt(int i) => i < Low.Count ? Low[i] : null;
    internal double? HighAt(int i) => i < High.Count ? High[i] : null;
    internal double? At(int i) => i < Values.Count && Values[i] is { } value && double.IsFinite(value) ? value : null;
}
