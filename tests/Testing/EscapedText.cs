using System.Text;
namespace Coxswain.Testing;

/// <summary>Finds text on a page drawn in the pseudo-locale qps-ploc that did not go through <c>T</c> or <c>N</c>.</summary>
public static class EscapedText
{
    /// <summary>
    /// The words that escaped, in order: outside ⟦…⟧ every word, inside every word in plain letters (an argument that is no data).
    /// Names, formatted dates and other data of the page are passed as <paramref name="knownData"/> and left out; numbers are no words.
    /// </summary>
    public static IReadOnlyList<string> Of(string visibleText, params IEnumerable<string> knownData)
    {
        foreach (var known in knownData.Where(k => k.Length > 0).OrderByDescending(k => k.Length)) visibleText = visibleText.Replace(known, "\0", StringComparison.Ordinal);

        var escaped = new List<string>();
        var word = new StringBuilder();
        var depth = 0;
        foreach (var c in visibleText + " ")
        {
            depth = c switch { '⟦' => depth + 1, '⟧' => Math.Max(0, depth - 1), _ => depth };
            if (char.IsLetter(c) && (depth is 0 || char.IsAsciiLetter(c) || word.Length > 0)) word.Append(c);
            else if (word.Length > 0)
            {
                escaped.Add(word.ToString());
                word.Clear();
            }
        }

        return escaped;
    }
}
