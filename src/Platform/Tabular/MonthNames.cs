using System.Collections.Frozen;
using System.Globalization;
using Coxswain.Platform.Data;
namespace Coxswain.Platform.Tabular;

/// <summary>Names of months, long and short, in the languages exports come in.</summary>
internal static class MonthNames
{
    private static readonly FrozenDictionary<string, int> ByName = Collect();

    /// <summary>1 to 12, or 0 for a word that names no month.</summary>
    public static int Number(ReadOnlySpan<char> word) => word.Length < 3 ? 0 : ByName.GetValueOrDefault(Folding.Fold(word.ToString()));

    private static FrozenDictionary<string, int> Collect()
    {
        var names = new Dictionary<string, int>();
        foreach (var language in new[] { "en-US", "de-DE", "fr-FR", "es-ES", "it-IT", "nl-NL", "pt-PT", "pl-PL", "sv-SE", "da-DK", "nb-NO" })
        {
            var format = CultureInfo.GetCultureInfo(language).DateTimeFormat;
            foreach (var list in new[] { format.MonthNames, format.AbbreviatedMonthNames, format.MonthGenitiveNames, format.AbbreviatedMonthGenitiveNames })
                for (var month = 0; month < 12; month++) names.TryAdd(Folding.Fold(list[month]).Trim('.'), month + 1);
        }
        names["sept"] = 9;
        names.Remove("");
        return names.ToFrozenDictionary();
    }
}
