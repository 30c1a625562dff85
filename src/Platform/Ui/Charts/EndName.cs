namespace Coxswain.Platform.Ui.Charts;

/// <summary>The name of a line at its end, moved as little as needed so that none covers another.</summary>
internal sealed record EndName(int Series, string Text, string Full, double Y)
{
    /// <summary>From name to name, in px.</summary>
    public const double Apart = 15;

    private const int MostLetters = 14;

    public static IReadOnlyList<EndName> Spaced(IReadOnlyList<Line> lines, PlotPaths paths, double height)
    {
        List<EndName> names = [.. lines.Take(Shapes.Most).Select((line, i) => (line, i)).Where(l => paths.Last(l.line) is not null)
            .Select(l => new EndName(l.i, AxisLabels.Short(l.line.Name, MostLetters), l.line.Name, paths.Y(l.line.At(paths.Last(l.line)!.Value)!.Value))).OrderBy(n => n.Y)];
        for (var i = 1; i < names.Count; i++) names[i] = names[i] with { Y = Math.Max(names[i].Y, names[i - 1].Y + Apart) };
        // What was pushed below the floor comes up again, and pushes up what is above it.
        for (var i = names.Count - 1; i >= 0; i--) names[i] = names[i] with { Y = Math.Min(names[i].Y, i == names.Count - 1 ? height : names[i + 1].Y - Apart) };
        return names;
    }
}
