using System.Buffers;
namespace Coxswain.Platform.Tabular;

/// <summary>Keeps a spreadsheet from running what someone typed as a name: text that begins like a formula gets an apostrophe in front.</summary>
public static class FormulaGuard
{
    private static readonly SearchValues<char> OfNumbers = SearchValues.Create("0123456789.,");

    /// <summary>The text with its guard, or itself. A plain negative number is no formula.</summary>
    public static string Add(string text) => Risky(text) && !IsPlainNumber(text) ? "'" + text : text;

    /// <summary>Takes the guard off again, for files that come back.</summary>
    public static string Remove(string text) => text.Length > 1 && text[0] == '\'' && Risky(text[1..]) ? text[1..] : text;

    // Spreadsheets fold full-width signs to the plain ones.
    private static bool Risky(string text) => text.Length > 0 && (text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠');

    private static bool IsPlainNumber(string text) =>
        text.Length is > 1 and < 40 && text[0] == '-' && char.IsAsciiDigit(text[^1]) && text.AsSpan(1).IndexOfAnyExcept(OfNumbers) < 0;
}
