using System.Globalization;
namespace Coxswain.Platform.Ui.Charts;

/// <summary>A scale with few, round ticks: steps of 1, 2 or 5 times a power of ten, from at or below the least to at or above the greatest value.</summary>
public sealed record Axis(double Min, double Max, IReadOnlyList<double> Ticks)
{
    private static readonly double[] Leading = [1, 2, 5, 10];

    /// <summary>Around the values that are known. All alike: from zero to them. None: from 0 to 1.</summary>
    /// <param name="values">Unknown ones are left out.</param>
    /// <param name="fromZero">Zero is on it, as where lengths are compared.</param>
    /// <param name="most">Ticks at most; at least three.</param>
    public static Axis Over(IEnumerable<double?> values, bool fromZero = false, int most = 5)
    {
        var known = values.OfType<double>().Where(double.IsFinite).ToList();
        var (low, high) = known.Count == 0 ? (0, 1) : (known.Min(), known.Max());
        if (fromZero || low == high) (low, high) = (Math.Min(low, 0), Math.Max(high, 0));
        return low == high ? Between(0, 1, most) : Between(low, high, most);
    }

    /// <summary>Where a value stands, from 0 to 1.</summary>
    public double At(double value) => Math.Clamp((value - Min) / (Max - Min), 0, 1);

    /// <summary>A tick in the reader's culture, with the decimals its step needs and no more.</summary>
    public string Text(double tick) => tick.ToString("N" + Digits(Step), CultureInfo.CurrentCulture);

    private double Step => Ticks[1] - Ticks[0];

    private static Axis Between(double low, double high, int most)
    {
        var step = Steps(high - low).First(s => Math.Ceiling(Whole(high / s)) - Math.Floor(Whole(low / s)) < Math.Max(most, 3));
        var (first, last) = ((long)Math.Floor(Whole(low / step)), (long)Math.Ceiling(Whole(high / step)));
        double[] ticks = [.. Enumerable.Range(0, (int)(last - first) + 1).Select(i => Round((first + i) * step, step))];
        return new(ticks[0], ticks[^1], ticks);
    }

    private static IEnumerable<double> Steps(double range)
    {
        for (var power = Math.Floor(Math.Log10(range)) - 1; ; power++)
            foreach (var lead in Leading) yield return lead * Math.Pow(10, power);
    }

    // What is whole but for the last bits of a division is whole.
    private static double Whole(double value) => Math.Abs(value - Math.Round(value)) < 1e-9 ? Math.Round(value) : value;

    private static double Round(double value, double step) => Digits(step) is var digits and <= 15 ? Math.Round(value, digits) : value;

    private static int Digits(double step) => (int)Math.Max(0, -Math.Floor(Math.Log10(step) + 1e-9));
}
