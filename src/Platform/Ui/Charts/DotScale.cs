namespace Coxswain.Platform.Ui.Charts;

/// <summary>The common scale of the dots in a column, so that they can be compared by eye. Positions outside it stop at its edge.</summary>
public sealed record DotScale(double Min, double Max)
{
    private const double Edge = 5;

    /// <summary>From 0 to 1.</summary>
    public static DotScale Shares { get; } = new(0, 1);

    /// <summary>Just wide enough for all of the values, with a little air at both ends.</summary>
    public static DotScale Around(params IEnumerable<double> values)
    {
        var all = values.Where(double.IsFinite).ToArray();
        if (all.Length == 0) return Shares;
        var air = (all.Max() - all.Min()) * .06;
        return air == 0 ? new(all.Min() - 1, all.Max() + 1) : new(all.Min() - air, all.Max() + air);
    }

    /// <summary>Where a value stands on a drawing so many units wide.</summary>
    public double At(double value, double width) =>
        Max <= Min ? width / 2 : Edge + (width - 2 * Edge) * Math.Clamp((value - Min) / (Max - Min), 0, 1);
}
