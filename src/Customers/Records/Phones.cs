using System.Globalization;
using PhoneNumbers;
namespace Coxswain.Customers.Records;

/// <summary>Phone numbers: kept as typed; beside it the international form, where the number is a real one.</summary>
internal static class Phones
{
    /// <summary>The region national numbers are read in: the reader's own.</summary>
    public static string? Region => CultureInfo.CurrentCulture.IsNeutralCulture || CultureInfo.CurrentCulture.Equals(CultureInfo.InvariantCulture) ? null : new RegionInfo(CultureInfo.CurrentCulture.Name).TwoLetterISORegionName;

    /// <summary>The number as <c>+4940555010</c>; null where it is none, or where nobody said the country.</summary>
    public static string? E164(string? typed, string? region)
    {
        if (string.IsNullOrWhiteSpace(typed)) return null;
        try
        {
            var phones = PhoneNumberUtil.GetInstance();
            var number = phones.Parse(typed, region);
            return phones.IsPossibleNumber(number) ? phones.Format(number, PhoneNumberFormat.E164) : null;
        }
        catch (NumberParseException) { return null; }
    }

    /// <summary>Whether this can be a phone number at all: a few digits, and nothing but what people write between them.</summary>
    public static bool Looks(string? typed) => typed is null || (typed.Count(char.IsDigit) is >= 3 and <= 20 && typed.All(c => char.IsDigit(c) || char.IsWhiteSpace(c) || "+-()/.#*,;xetEXT".Contains(c, StringComparison.Ordinal)));

    /// <summary>The link that dials it; null where there is no number.</summary>
    public static string? Link(string? typed, string? e164) => e164 is not null ? "tel:" + e164 : typed is null ? null : "tel:" + string.Concat(typed.Where(c => char.IsAsciiDigit(c) || c == '+'));
}
