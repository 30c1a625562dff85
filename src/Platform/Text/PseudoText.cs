using System.Globalization;
using System.Text;

namespace Coxswain.Platform.Text;

/// <summary>
/// The pseudo-locale qps-ploc: every text accented and inside ⟦…⟧, arguments as they are, so that anything plain on a page
/// is either data or a text that escaped translation.
/// </summary>
internal static class PseudoText
{
    private const string Plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private const string Accented = "áƀçđéƒĝĥíĵķļɱñóþǫŕšţúṽŵẋýžÁƁÇĐÉƑĜĤÍĴĶĻṀÑÓÞǪŔŠŢÚṼŴẊÝŽ";

    public static bool Is(CultureInfo culture) => culture.Name.Equals("qps-ploc", StringComparison.OrdinalIgnoreCase);

    public static string Of(string english)
    {
        var text = new StringBuilder("⟦", english.Length + 2);
        var depth = 0;
        foreach (var c in english)
        {
            depth += c switch { '{' => 1, '}' => -1, _ => 0 };
            text.Append(depth is 0 && Plain.IndexOf(c) is >= 0 and var at ? Accented[at] : c);
        }

        return text.Append('⟧').ToString();
    }
}
