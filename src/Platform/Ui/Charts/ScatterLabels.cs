namespace Coxswain.Platform.Ui.Charts;

/// <summary>Which points of a scatter get their name beside them: as many as find room on the narrowest screen without touching another or its mark.</summary>
internal static class ScatterLabels
{
    private const int MostLetters = 12;
    private const double Line = 15;

    /// <summary>Those that stand out first, then from the top.</summary>
    public static IEnumerable<(int Point, string Text, bool Before)> Placed(IReadOnlyList<ScatterPoint> points, Func<ScatterPoint, (double X, double Y)> at)
    {
        var marks = points.Select(p => Box(at(p).X - 6, at(p).Y, 12)).ToList();
        var taken = new List<(double Left, double Right, double Y)>();
        foreach (var i in Enumerable.Range(0, points.Count).OrderByDescending(i => points[i].Stands).ThenBy(i => at(points[i]).Y))
        {
            var text = AxisLabels.Short(points[i].Name, MostLetters);
            var (x, y) = at(points[i]);
            foreach (var before in (bool[])[false, true])
            {
                var box = Box(before ? x - 8 - AxisLabels.Width(text) : x + 8, y - 7, AxisLabels.Width(text));
                if (box.Left < 0 || box.Right > AxisLabels.Narrowest || taken.Any(t => Touch(t, box)) || marks.Where((_, m) => m != i).Any(m => Touch(m, box))) continue;
                taken.Add(box);
                yield return (i, text, before);
                break;
            }
        }
    }

    private static (double Left, double Right, double Y) Box(double left, double y, double width) => (left, left + width, y);

    private static bool Touch((double Left, double Right, double Y) a, (double Left, double Right, double Y) b) => Math.Abs(a.Y - b.Y) < Line && a.Left < b.Right && b.Left < a.Right;
}
