using System.Collections.Frozen;
namespace Coxswain.Platform.Tabular;

/// <summary>Currencies as they are written beside amounts: ISO 4217 codes and signs. A sign of several currencies stands for none.</summary>
internal static class CurrencySigns
{
    private const string Codes = "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYI UYU UYW UZS VED VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG";

    private static readonly FrozenDictionary<string, string?> BySign = Collect();

    /// <summary>True when the word stands for a currency; <paramref name="code"/> stays null when it could be several.</summary>
    public static bool Knows(ReadOnlySpan<char> word, out string? code) => BySign.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out code);

    private static FrozenDictionary<string, string?> Collect()
    {
        var signs = Codes.Split(' ').ToDictionary(c => c, string? (c) => c);
        foreach (var (sign, code) in new (string, string?)[]
        {
            ("€", "EUR"), ("£", "GBP"), ("₹", "INR"), ("₽", "RUB"), ("₩", "KRW"), ("₺", "TRY"), ("₴", "UAH"), ("₫", "VND"), ("₪", "ILS"), ("₱", "PHP"), ("₦", "NGN"), ("฿", "THB"),
            ("US$", "USD"), ("A$", "AUD"), ("AU$", "AUD"), ("C$", "CAD"), ("CA$", "CAD"), ("NZ$", "NZD"), ("HK$", "HKD"), ("S$", "SGD"), ("R$", "BRL"), ("MX$", "MXN"),
            ("zł", "PLN"), ("Kč", "CZK"), ("Ft", "HUF"), ("Fr", "CHF"), ("Fr.", "CHF"), ("SFr.", "CHF"), ("euro", "EUR"), ("Euro", "EUR"), ("Rs", null), ("Rs.", null),
            ("$", null), ("¥", null), ("￥", null), ("kr", null), ("kr.", null), ("lei", null),
        })
            signs[sign] = code;
        return signs.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
