using System.Collections.Frozen;
using Coxswain.Customers.Records;
using PhoneNumbers;
namespace Coxswain.Customers.Duplicates.Matching;

/// <summary>Telephone numbers as they are compared.</summary>
internal static class Numbers
{
    private const int Fewest = 7;

    /// <summary>In international form, or where the country is not known its digits without the zeros before them; null for none.</summary>
    public static string? Of(string? typed, string? country)
    {
        if (string.IsNullOrWhiteSpace(typed)) return null;
        if (Phones.E164(typed, Places.Region(country) ?? Phones.Region) is { } whole) return whole;
        var digits = new string([.. typed.Where(char.IsAsciiDigit)]).TrimStart('0');
        return digits.Length >= Fewest ? digits : null;
    }

    /// <summary>Whether it surely is one person's and no desk's.</summary>
    public static bool IsMobile(string number)
    {
        if (number[0] != '+') return false;
        var phones = PhoneNumberUtil.GetInstance();
        try { return phones.GetNumberType(phones.Parse(number, null)) is PhoneNumberType.MOBILE; }
        catch (NumberParseException) { return false; }
    }
}

/// <summary>Countries as they are compared.</summary>
internal static class Places
{
    private static readonly FrozenDictionary<string, string> Names = Known();

    /// <summary>Its two letters; null where that is not known.</summary>
    public static string? Region(string? typed) => typed is null ? null : Names.GetValueOrDefault(Plain.Of(typed).Trim());

    private static FrozenDictionary<string, string> Known()
    {
        var names = new Dictionary<string, string>();
        foreach (var culture in System.Globalization.CultureInfo.GetCultures(System.Globalization.CultureTypes.SpecificCultures))
        {
            var region = new System.Globalization.RegionInfo(culture.Name);
            if (region.TwoLetterISORegionName.Length != 2 || !char.IsLetter(region.TwoLetterISORegionName[0])) continue;
            foreach (var name in (string[])[region.TwoLetterISORegionName, region.ThreeLetterISORegionName, region.EnglishName, region.NativeName]) names.TryAdd(Plain.Of(name).Trim(), region.TwoLetterISORegionName);
        }
        foreach (var (name, region) in (ReadOnlySpan<(string, string)>)[("usa", "US"), ("united states of america", "US"), ("uk", "GB"), ("great britain", "GB"), ("england", "GB"), ("holland", "NL"), ("the netherlands", "NL"), ("czech republic", "CZ")]) names.TryAdd(name, region);
        return names.ToFrozenDictionary();
    }
}
