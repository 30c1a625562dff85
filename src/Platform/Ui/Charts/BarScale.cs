namespace Coxswain.Platform.Ui.Charts;

/// <summary>The common scale of bars beside each other. Zero is always on it; it is the left edge where nothing is below.</summary>
internal sealed record BarScale(double Min, double Max)
{
    public static BarScale Of(IReadOnlyList<Bar> bars, double? full)
    {
        var all = bars.SelectMany(b => new[] { b.Above, b.Below, b.Mark ?? 0 }).Append(0).ToList();
        return new(all.Min(), Math.Max(full ?? all.Max(), 0));
    }

    /// <summary>Where a value stands, from 0 to 1.</summary>
    public double At(double value) => Max <= Min ? 0 : Math.Clamp((value - Min) / (Max - Min), 0, 1);

    /// <summary>The parts of a bar with where each begins and how long it is; what is below zero goes to the other side of it.</summary>
    public IEnumerable<(BarPart Part, double From, double Length)> Placed(Bar bar)
    {
        var (above, below) = (0d, 0d);
        foreach (var part in bar.Parts.Where(p => p.Value is not null))
        {
            var from = part.Length < 0 ? below + part.Length : above;
            yield return (part, At(from), At(from + Math.Abs(part.Length)) - At(from));
            if (part.Length < 0) below += part.Length;
            else above += part.Length;
        }
    }
}
