using System.Text;
namespace Coxswain.Platform.Ui.Charts;

/// <summary>The paths of lines in a plot 100 units wide, stretched to its width, and so many px high.</summary>
internal sealed record PlotPaths(Axis Axis, int Points, double Height)
{
    // Room for a mark at the top, and half a mark at the sides.
    private const double Top = 8, Side = 1.5;

    /// <summary>In hundredths of the width.</summary>
    public double X(int point) => Points <= 1 ? 50 : Side + (100 - 2 * Side) * point / (Points - 1);

    /// <summary>In px from the top.</summary>
    public double Y(double value) => Top + (Height - Top) * (1 - Axis.At(value));

    /// <summary>A line that stops where a value is unknown and begins anew after it.</summary>
    public string Way(Line line) => string.Concat(Runs(i => line.At(i) is not null).Select(run => "M" + string.Join("L", run.Select(i => At(i, line.At(i)!.Value)))));

    /// <summary>A band for each stretch where both its edges are known.</summary>
    public string Band(Line line)
    {
        var path = new StringBuilder();
        foreach (var run in Runs(i => line.LowAt(i) is not null && line.HighAt(i) is not null))
            path.Append('M').AppendJoin('L', run.Select(i => At(i, line.HighAt(i)!.Value)).Concat(run.AsEnumerable().Reverse().Select(i => At(i, line.LowAt(i)!.Value)))).Append('z');
        return path.ToString();
    }

    /// <summary>Every point where there are few, else the last one and those that stand alone between gaps.</summary>
    public IEnumerable<int> Marked(Line line)
    {
        var few = Points <= 12;
        return Runs(i => line.At(i) is not null).SelectMany(run => few || run.Count == 1 ? run : run.TakeLast(1).Where(i => Last(line) == i));
    }

    /// <summary>The last known point; null where there is none.</summary>
    public int? Last(Line line) => Enumerable.Range(0, Points).Where(i => line.At(i) is not null).Select(i => (int?)i).LastOrDefault();

    private string At(int point, double value) => $"{Svg.N(X(point))} {Svg.N(Y(value))}";

    private List<List<int>> Runs(Func<int, bool> isKnown)
    {
        var runs = new List<List<int>>();
        for (var i = 0; i < Points; i++)
        {
            if (!isKnown(i)) continue;
            if (i == 0 || !isKnown(i - 1)) runs.Add([]);
            runs[^1].Add(i);
        }
        return runs;
    }
}
