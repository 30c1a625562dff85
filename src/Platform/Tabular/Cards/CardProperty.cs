using System.Globalization;
using System.Text;
using System.Text.Unicode;
namespace Coxswain.Platform.Tabular.Cards;

/// <summary>A property of a card: <c>item1.TEL;TYPE=work,voice:+49 431 123</c>.</summary>
/// <param name="Name">In capitals, without its group.</param>
/// <param name="Marks">Its kinds and parameters in small letters, as <c>work</c>, <c>voice</c> and <c>encoding=b</c>.</param>
/// <param name="Value">As text, escapes still in it.</param>
internal sealed record CardProperty(string Name, IReadOnlySet<string> Marks, string Value)
{
    /// <summary>1 is the one to take first.</summary>
    public int Rank => Marks.Contains("pref") ? 1 : Marks.FirstOrDefault(m => m.StartsWith("pref=", StringComparison.Ordinal)) is { } said && int.TryParse(said.AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture, out var rank) ? rank : 100;

    public static bool IsQuotedPrintable(ReadOnlySpan<byte> line) => Head(line) is >= 0 and var colon && Encoding.ASCII.GetString(line[..colon]).Contains("QUOTED-PRINTABLE", StringComparison.OrdinalIgnoreCase);

    /// <summary>Null for a line that is none.</summary>
    public static CardProperty? Of(byte[] line)
    {
        if (Head(line) is not (> 0 and var colon)) return null;
        var parts = Parts(Encoding.UTF8.GetString(line, 0, colon));
        var marks = parts.Skip(1).SelectMany(Marked).ToHashSet();
        var name = parts[0][(parts[0].LastIndexOf('.') + 1)..].Trim(' ', '\t', '\uFEFF').ToUpperInvariant();
        if (name.Length == 0 || name.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_'))) return null;
        if (marks.Overlaps(["base64", "b", "encoding=base64", "encoding=b"])) return new(name, marks, "");
        var value = line.AsSpan(colon + 1);
        return new(name, marks, Text(marks.Overlaps(["quoted-printable", "encoding=quoted-printable"]) ? Unquoted(value) : value, marks));
    }

    // The first colon that stands in no quotes ends the names.
    private static int Head(ReadOnlySpan<byte> line)
    {
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
            if (line[i] == '"') quoted = !quoted;
            else if (line[i] == ':' && !quoted) return i;
        return -1;
    }

    private static List<string> Parts(string head)
    {
        var (parts, from, quoted) = (new List<string>(), 0, false);
        for (var i = 0; i < head.Length; i++)
        {
            if (head[i] == '"') quoted = !quoted;
            if (head[i] != ';' || quoted) continue;
            parts.Add(head[from..i]);
            from = i + 1;
        }
        parts.Add(head[from..]);
        return parts;
    }

    private static IEnumerable<string> Marked(string part)
    {
        var text = part.Trim().ToLowerInvariant();
        if (!text.StartsWith("type=", StringComparison.Ordinal)) return [text.Replace("\"", "", StringComparison.Ordinal)];
        return text[5..].Trim('"').Split(',', StringSplitOptions.TrimEntries);
    }

    private static string Text(ReadOnlySpan<byte> bytes, HashSet<string> marks)
    {
        var said = marks.FirstOrDefault(m => m.StartsWith("charset=", StringComparison.Ordinal))?[8..];
        return (Named(said) ?? (Utf8.IsValid(bytes) ? Encoding.UTF8 : EncodingGuess.Western)).GetString(bytes);
    }

    // Of UTF-8 that says it is nothing is to be done; a name nobody knows is as none.
    private static Encoding? Named(string? charset)
    {
        if (charset is null or "" or "utf-8" or "us-ascii") return null;
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(charset) ?? Encoding.GetEncoding(charset);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static byte[] Unquoted(ReadOnlySpan<byte> value)
    {
        var bytes = new List<byte>(value.Length);
        for (var i = 0; i < value.Length; i++)
            if (value[i] == '=' && i + 2 < value.Length && byte.TryParse(value.Slice(i + 1, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var coded))
            {
                bytes.Add(coded);
                i += 2;
            }
            else bytes.Add(value[i]);
        return [.. bytes];
    }
}
