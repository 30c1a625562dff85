namespace Coxswain.Platform.Text;

/// <summary>The plural categories of the Unicode CLDR.</summary>
internal enum PluralForm { Zero, One, Two, Few, Many, Other }

/// <summary>
/// Which form of a text goes with a whole number. Rules: Unicode CLDR, supplemental/plurals.xml (cardinal), for numbers without
/// decimals and without compact notation. A language not listed counts like English.
/// </summary>
internal static class Plural
{
    public static PluralForm Of(string language, long count)
    {
        var n = count < 0 ? 0UL - (ulong)count : (ulong)count;
        return language switch
        {
            "ar" => Arabic(n),
            "cs" or "sk" => n is 1 ? PluralForm.One : n is >= 2 and <= 4 ? PluralForm.Few : PluralForm.Other,
            "es" or "it" => Romance(n, n is 1),
            "fr" or "pt" => Romance(n, n is 0 or 1),
            "id" or "ja" or "ko" or "th" or "vi" or "zh" => PluralForm.Other,
            "pl" => n is 1 ? PluralForm.One : Slavic(n),
            "ru" or "uk" => n % 10 is 1 && n % 100 is not 11 ? PluralForm.One : Slavic(n),
            _ => n is 1 ? PluralForm.One : PluralForm.Other,
        };
    }

    // "un million de contacts": a round million takes a preposition, hence a category.
    private static PluralForm Romance(ulong n, bool one) =>
        one ? PluralForm.One : n is not 0 && n % 1_000_000 is 0 ? PluralForm.Many : PluralForm.Other;

    private static PluralForm Slavic(ulong n) =>
        n % 10 is >= 2 and <= 4 && n % 100 is not (>= 12 and <= 14) ? PluralForm.Few : PluralForm.Many;

    private static PluralForm Arabic(ulong n) => n switch
    {
        0 => PluralForm.Zero,
        1 => PluralForm.One,
        2 => PluralForm.Two,
        _ => (n % 100) switch { >= 3 and <= 10 => PluralForm.Few, >= 11 => PluralForm.Many, _ => PluralForm.Other },
    };
}
