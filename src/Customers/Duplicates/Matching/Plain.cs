using System.Text;
using Coxswain.Platform.Data;
namespace Coxswain.Customers.Duplicates.Matching;

/// <summary>Text as names are compared: letters of every alphabet that has them brought to the plain one, spellings with and without dots on the vowels alike.</summary>
internal static class Plain
{
    /// <summary>Folded, with "Müller", "Mueller" and "Muller" the same, and abbreviations such as "S.p.A." as one word.</summary>
    public static string Of(string? text)
    {
        var folded = Folding.Fold(text);
        var plain = new StringBuilder(folded.Length);
        for (var i = 0; i < folded.Length; i++)
        {
            var c = folded[i];
            // "s.p.a.", "a/s" and "l'oreal" are one word each: a sign between two letters of which one stands alone.
            if (c is '.' or '/' or '\'' or '’' && Joins(folded, i)) continue;
            plain.Append(c switch { 'ø' => "o", 'æ' => "a", 'œ' => "o", 'ł' => "l", 'đ' or 'ð' => "d", 'þ' => "th", 'ı' => "i", _ => char.IsLetterOrDigit(c) || c == '&' ? c.ToString() : " " });
        }
        return plain.Replace("ae", "a").Replace("oe", "o").Replace("ue", "u").ToString();
    }

    public static string[] Words(string? text) => Of(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static bool Joins(string text, int at) => at > 0 && char.IsLetter(text[at - 1]) && (at == 1 || !char.IsLetterOrDigit(text[at - 2]));
}
