using System.Collections.Frozen;
namespace Coxswain.Platform.Money;

/// <summary>Minor units: amounts are stored as whole numbers of a currency's smallest unit.</summary>
public static class Minor
{
    // ISO 4217 (2024 list): currencies whose smallest unit is not a hundredth.
    private static readonly FrozenDictionary<string, int> Unusual = new Dictionary<string, int>
    {
        ["BIF"] = 0, ["CLP"] = 0, ["DJF"] = 0, ["GNF"] = 0, ["ISK"] = 0, ["JPY"] = 0, ["KMF"] = 0, ["KRW"] = 0, ["PYG"] = 0, ["RWF"] = 0,
        ["UGX"] = 0, ["UYI"] = 0, ["VND"] = 0, ["VUV"] = 0, ["XAF"] = 0, ["XOF"] = 0, ["XPF"] = 0,
        ["BHD"] = 3, ["IQD"] = 3, ["JOD"] = 3, ["KWD"] = 3, ["LYD"] = 3, ["OMR"] = 3, ["TND"] = 3,
        ["CLF"] = 4, ["UYW"] = 4,
    }.ToFrozenDictionary();

    private static readonly long[] Powers = [1, 10, 100, 1_000, 10_000];

    /// <summary>Digits after the decimal mark.</summary>
    public static int Digits(string currency) => Unusual.GetValueOrDefault(currency, 2);

    /// <summary>Whole units as a double, for sums and statistics.</summary>
    public static double ToMajor(long minor, string currency) => (double)minor / Powers[Digits(currency)];

    /// <summary>The same number of another currency: 10,000 stays 10,000, whatever its smallest unit; a finer fraction is rounded half to even.</summary>
    public static long? Restate(long? minor, string from, string to) =>
        minor is { } known && Digits(from) != Digits(to) ? FromMajor((decimal)known / Powers[Digits(from)], to) : minor;

    /// <summary>Minor units of an exact amount; a finer fraction is rounded half to even.</summary>
    /// <exception cref="OverflowException">More than a long holds.</exception>
    public static long FromMajor(decimal major, string currency) => checked((long)Math.Round(major * Powers[Digits(currency)], 0, MidpointRounding.ToEven));
}
