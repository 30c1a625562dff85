using System.Globalization;
using Coxswain.Platform.Money;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Platform.Ui;

/// <summary>Amounts as a person writes them: sign, no-break space, grouped figures; cents only where there are any.</summary>
public static class MoneyText
{
    private const char NoBreak = '\u00A0';

    /// <summary>The amount in its currency; "unknown" where nobody knows it.</summary>
    /// <param name="minor">Minor units of the currency.</param>
    /// <param name="currency">ISO 4217.</param>
    public static string Of(long? minor, string currency)
    {
        if (minor is not { } known) return T("unknown");
        var major = Minor.ToMajor(known, currency);
        var digits = major == Math.Truncate(major) ? 0 : Minor.Digits(currency);
        return Written(major.ToString("N" + digits, CultureInfo.CurrentCulture), currency);
    }

    /// <summary>Figures with their currency, on the side where the reader's language writes it.</summary>
    public static string Written(string figures, string currency) =>
        CultureInfo.CurrentCulture.NumberFormat.CurrencyPositivePattern is 1 or 3 ? $"{figures}{NoBreak}{Sign(currency)}" : $"{Sign(currency)}{NoBreak}{figures}";

    /// <summary>Several currencies side by side, the largest first; null where there is no amount at all.</summary>
    public static string? Of(IEnumerable<(string Currency, long Minor)> sums)
    {
        var parts = sums.Where(s => s.Minor != 0).OrderByDescending(s => Minor.ToMajor(s.Minor, s.Currency)).Select(s => Of(Rounded(s.Minor, s.Currency), s.Currency)).ToList();
        return parts.Count == 0 ? null : string.Join(" + ", parts);
    }

    /// <summary>What is written beside the figures: a sign where everyone knows it, else the code.</summary>
    public static string Sign(string currency) => currency switch
    {
        "EUR" => "€", "USD" => "$", "GBP" => "£", "JPY" => "¥", "INR" => "₹", "PLN" => "zł", "CHF" => "CHF", _ => currency,
    };

    // A sum of many is not read to the cent.
    private static long Rounded(long minor, string currency) => Minor.FromMajor(Math.Round((decimal)Minor.ToMajor(minor, currency)), currency);
}
