using System.Text.RegularExpressions;
namespace Coxswain.Platform.Tabular;

/// <summary>What a single value plainly is, without knowing its column.</summary>
internal static partial class Plain
{
    public static bool IsEmail(string text) => text.Length is > 4 and < 255 && text.Contains('@') && Email.IsMatch(text);

    public static bool IsPhone(string text)
    {
        if (text.Length is < 7 or > 30 || !Phone.IsMatch(text)) return false;
        var digits = text.Count(char.IsAsciiDigit);
        return digits is >= 6 and <= 15 && (text[0] is '+' or '(' or '0' || text.Count(c => c is '-' or ' ' or '.' or '/') >= 2);
    }

    public static bool IsNumberWithFraction(string text) => Fraction.IsMatch(text.Trim());
    public static bool IsDate(string text) => DateText.Split(text) is { Possible: true } date && (date.Year is > 1900 and < 2200);

    [GeneratedRegex(@"^\s*[^@\s,;<>""]+@[^@\s,;<>""]+\.[^@\s,;<>"".]{2,}\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Email { get; }

    [GeneratedRegex(@"^\+?[\d ()./\-]+(\s*(x|ext\.?|#)\s*\d{1,6})?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Phone { get; }

    [GeneratedRegex(@"^[-+]?[$€£]?\s?\d[\d.,' ]*[.,]\d+$", RegexOptions.CultureInvariant)]
    private static partial Regex Fraction { get; }
}
