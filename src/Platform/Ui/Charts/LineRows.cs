using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Platform.Ui.Charts;

/// <summary>Lines as the table behind them, and in words.</summary>
internal static class LineRows
{
    public static IReadOnlyList<string> Heads(string? first, IReadOnlyList<Line> lines) =>
        [first ?? T("When"), .. lines.SelectMany(l => l.HasBand ? (string[])[l.Name, T("{0}, from", l.Name), T("{0}, to", l.Name)] : [l.Name])];

    public static IReadOnlyList<IReadOnlyList<ChartCell>> Of(IReadOnlyList<string> points, IReadOnlyList<Line> lines, Func<double, string> format) =>
        [.. points.Select((point, i) => (IReadOnlyList<ChartCell>)[point, .. lines.SelectMany(l => Cells(l, i, format))])];

    /// <summary>Where a line begins, where it ends, and between what it moves.</summary>
    public static string Aloud(IReadOnlyList<string> points, Line line, Func<double, string> format)
    {
        var known = Enumerable.Range(0, points.Count).Where(i => line.At(i) is not null).ToList();
        if (known.Count == 0) return T("{0}: unknown", line.Name);
        double At(int i) => line.At(i)!.Value;
        return T("{0}: from {1} ({2}) to {3} ({4}), between {5} and {6}", line.Name, format(At(known[0])), points[known[0]], format(At(known[^1])), points[known[^1]], format(known.Min(At)), format(known.Max(At)));
    }

    private static IEnumerable<ChartCell> Cells(Line line, int i, Func<double, string> format) =>
        line.HasBand ? [Cell(line.At(i), format), Cell(line.LowAt(i), format), Cell(line.HighAt(i), format)] : [Cell(line.At(i), format)];

    public static ChartCell Cell(double? value, Func<double, string> format) => new(value is { } known ? format(known) : T("unknown"), value);
}
