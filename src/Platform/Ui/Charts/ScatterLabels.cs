namespace Coxswain.Platform.Ui.Charts;

/// <summary>Which points of a scatter get their name beside them: as many as find room on the narrowest screen without touching another or its mark.</summary>
internal static class ScatterLabels
{
    private const int MostLetters = 12;
    private const double Line = 15;

    // Right above, left above, right below, left below: the first that is free.
    private static readonly (bool Before, bool Below)[] Sides = [(false, false), (true, false), (false, true), (true, true)];

    /// <summary>Those that stand out first, then from the top.</summary>
    public static IEnumerable<(int Point, string Text, bool Before, bool Below)> Placed(IReadOnlyList<ScatterPoint> points, Func<ScatterPoint, (double X, double Y)> at)
    {
        var marks = points.Select(p => Box(at(p).X - 6, at(p).Y, 12)).ToList();
        var taken = new List<(double Left, double Right, double Y)>();
        foreach (var i in Enumerable.Range(0, points.Count).OrderByDescending(i => points[i].Stands).ThenBy(i => at(points[i]).Y))
        {
            var text = AxisLabels.Short(points[i].Name, MostLetters);
            var others = marks.Where((_, m) => m != i).Concat(taken).ToList();
            foreach (var side in Sides)
            {
                var box = Beside(at(points[i]), AxisLabels.Width(text), side);
                if (box.Left < 0 || box.Right > AxisLabels.Narrowest || others.Any(other => Touch(other, box))) continue;
                taken.Add(box);
                yield return (i, text, side.Before, side.Below);
                break;
            }
        }
    }

    private static (double Left, double Right, double Y) Beside((double X, double Y) at, double width, (bool Before, bool Below) side) =>
        Box(side.Before ? at.X - 8 - width : at.X + 8, at.Y + (side.Below ? 8 : -7), width);

    private static (double Left, double Right, double Y) Box(double left, double y, double width) => (left, left + width, y);

    private static bool Touch((double Left, double Right, double Y) a, (double Left, double Right, double Y) b) => Math.Abs(a.Y - b.Y) < Line && a.Left < b.Right && b.Left < a.Right;
}
