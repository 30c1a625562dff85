using System.Globalization;
using Coxswain.Platform.Ui;
namespace Coxswain.People.Me;

/// <summary>The languages and formats people may choose from. Texts without a translation stay English; dates and numbers follow at once.</summary>
internal static class Languages
{
    private static readonly string[] Names = ["en", "en-GB", "en-US", "de", "fr", "es", "it", "nl", "pl", "pt", "ja", "ar", "he"];

    public static IReadOnlyList<Choice> All => [.. Names.Select(c => new Choice(c, CultureInfo.GetCultureInfo(c).NativeName))];
}
