namespace Coxswain.Platform.Tabular;

/// <summary>Text as it is kept: only what nobody sees is taken off its ends.</summary>
public static class ColumnText
{
    /// <summary>Takes white space, byte order marks and zero-width spaces off both ends; joiners and direction marks inside or outside stay.</summary>
    public static string Trim(string text)
    {
        int from = 0, to = text.Length;
        while (from < to && Unseen(text[from])) from++;
        while (to > from && Unseen(text[to - 1])) to--;
        return to - from == text.Length ? text : text[from..to];
    }

    /// <summary>The same without making a new string.</summary>
    public static ReadOnlySpan<char> Trimmed(ReadOnlySpan<char> text)
    {
        while (text.Length > 0 && Unseen(text[0])) text = text[1..];
        while (text.Length > 0 && Unseen(text[^1])) text = text[..^1];
        return text;
    }

    private static bool Unseen(char c) => char.IsWhiteSpace(c) || c is '\uFEFF' or '\u200B' or '\u2060';
}
