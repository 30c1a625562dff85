namespace Coxswain.Platform.Ui.Charts;

/// <summary>An estimate and its interval; null is unknown.</summary>
public readonly record struct Spread(double? Value, double? Low = null, double? High = null)
{
    internal IEnumerable<double?> All => [Value, Low, High];
}

/// <summary>A point of a scatter. Stands: drawn in another shape and colour, since it is what the picture is about.</summary>
public sealed record ScatterPoint(string Name, Spread X, Spread Y)
{
    public bool Stands { get; init; }

    internal bool IsKnown => X.Value is { } x && Y.Value is { } y && double.IsFinite(x) && double.IsFinite(y);
}
