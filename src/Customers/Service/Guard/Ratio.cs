namespace Coxswain.Customers.Service.Guard;

/// <summary>A share of n with its 90 % interval (Wilson 1927); unit 0 to 1.</summary>
/// <param name="Value">The share.</param>
/// <param name="Low">Its lower bound.</param>
/// <param name="High">Its upper bound.</param>
/// <param name="N">Of how many.</param>
public sealed record Ratio(double Value, double Low, double High, int N)
{
    /// <summary>Fewer answers than this are not shown: they would be known by name.</summary>
    public const int Floor = 5;

    /// <summary>The quantile of the normal distribution that leaves a twentieth above it.</summary>
    internal const double Z = 1.6448536269514722;

    /// <summary>Null below the floor.</summary>
    public static Ratio? Of(int some, int n) => n < Floor ? null : Wilson(some, n, Z);

    /// <summary>Wilson's interval at another level.</summary>
    internal static Ratio Wilson(int some, int n, double z)
    {
        double p = (double)some / n, z2 = z * z;
        var centre = (p + z2 / (2 * n)) / (1 + z2 / n);
        var half = z / (1 + z2 / n) * Math.Sqrt(p * (1 - p) / n + z2 / (4.0 * n * n));
        return new(p, Math.Max(0, centre - half), Math.Min(1, centre + half), n);
    }

    /// <summary>How much more the second is than the first, with the bounds Newcombe 1998 (method 10) makes of both intervals.</summary>
    public static (double Value, double Low, double High) Rise(Ratio before, Ratio after)
    {
        var rise = after.Value - before.Value;
        return (rise, rise - Square(after.Value - after.Low, before.High - before.Value), rise + Square(after.High - after.Value, before.Value - before.Low));

        static double Square(double a, double b) => Math.Sqrt(a * a + b * b);
    }
}
