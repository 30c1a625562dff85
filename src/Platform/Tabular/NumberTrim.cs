namespace Coxswain.Platform.Tabular;

/// <summary>Takes sign, brackets, currency and percent sign off both ends of a written number.</summary>
internal ref struct NumberTrim(ReadOnlySpan<char> text)
{
    private ReadOnlySpan<char> rest = text;
    private int signs;

    public bool Negative { get; private set; }
    public string? Currency { get; private set; }
    public bool HasCurrency { get; private set; }
    public bool Percent { get; private set; }

    public readonly ReadOnlySpan<char> Body => rest;

    /// <summary>False when something other than a number's company stands around the digits.</summary>
    public bool Clean()
    {
        while (rest.Length > 0 && !IsBody(rest[0]))
            if (!FromStart()) return false;
        while (rest.Length > 0 && !char.IsAsciiDigit(rest[^1]))
            if (!FromEnd()) return false;
        return rest.Length > 0 && signs <= 1;
    }

    private static bool IsBody(char c) => char.IsAsciiDigit(c) || c is '.' or ',';

    private bool FromStart()
    {
        var c = rest[0];
        if (c == '(' && rest[^1] == ')')
        {
            rest = rest[1..^1];
            return Sign(true);
        }
        if (char.IsWhiteSpace(c)) { rest = rest[1..]; return true; }
        if (c is '-' or '\u2212' or '+') { rest = rest[1..]; return Sign(c != '+'); }
        var length = 0;
        while (length < rest.Length && IsWord(rest[length])) length++;
        if (length > 1 && length < rest.Length && rest[length] == '.') length += CurrencySigns.Knows(rest[..(length + 1)], out _) ? 1 : 0;
        return Money(rest[..length], rest[length..]);
    }

    private bool FromEnd()
    {
        var c = rest[^1];
        if (char.IsWhiteSpace(c)) { rest = rest[..^1]; return true; }
        if (c is '-' or '\u2212') { rest = rest[..^1]; return Sign(true); }
        if (c == '%') { rest = rest[..^1]; return !Percent && (Percent = true); }
        var from = rest.Length - (c == '.' ? 1 : 0);
        while (from > 0 && IsWord(rest[from - 1])) from--;
        return Money(rest[from..], rest[..from]);
    }

    private bool Money(ReadOnlySpan<char> word, ReadOnlySpan<char> remains)
    {
        if (word.IsEmpty || HasCurrency && Currency is not null || !CurrencySigns.Knows(word, out var code)) return false;
        (Currency, HasCurrency) = (code, true);
        rest = remains;
        return true;
    }

    private bool Sign(bool negative)
    {
        signs++;
        Negative |= negative;
        return signs <= 1;
    }

    private static bool IsWord(char c) => char.IsLetter(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.CurrencySymbol;
}
