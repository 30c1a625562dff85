using System.Globalization;
namespace Coxswain.Platform.Tabular;

/// <summary>Reads a number as written, with its sign, groups, currency and percent sign. Groups must be whole, so that 1.5 is never 15.</summary>
/// <param name="Currency">ISO code when one is written, null when none is or when the sign is shared by several.</param>
internal readonly record struct NumberText(decimal Value, string? Currency, bool HasSign, bool Percent)
{
    public static NumberText? Read(ReadOnlySpan<char> text, DecimalMark mark)
    {
        text = ColumnText.Trimmed(text);
        if (text.Length is 0 or > 60 || text.IndexOfAnyInRange('0', '9') < 0) return null;
        var trim = new NumberTrim(text);
        if (!trim.Clean()) return null;
        return Magnitude(trim.Body, mark) is { } size ? new(trim.Negative ? -size : size, trim.Currency, trim.HasCurrency, trim.Percent) : null;
    }

    /// <summary>00123 and the like name something; they are not counted with.</summary>
    public static bool LooksLikeCode(ReadOnlySpan<char> text) =>
        text.Length > 1 && text[0] == '0' && text.IndexOfAnyExceptInRange('0', '9') < 0 || text.Length > 15 && text.IndexOfAnyExceptInRange('0', '9') < 0;

    private static decimal? Magnitude(ReadOnlySpan<char> body, DecimalMark mark)
    {
        var sign = mark == DecimalMark.Point ? '.' : ',';
        var power = body.IndexOfAny('e', 'E');
        var mantissa = power < 0 ? body : body[..power];
        var at = mantissa.LastIndexOf(sign);
        if (at >= 0 && mantissa[..at].Contains(sign)) return null;
        var whole = at < 0 ? mantissa : mantissa[..at];
        var fraction = at < 0 ? [] : mantissa[(at + 1)..];
        if (at >= 0 && (fraction.IsEmpty || fraction.IndexOfAnyExceptInRange('0', '9') >= 0)) return null;
        Span<char> plain = stackalloc char[80];
        if (Ungrouped(whole, mark, plain) is not (>= 0 and var length) || length == 0 && fraction.IsEmpty) return null;
        if (at >= 0)
        {
            plain[length++] = '.';
            fraction.CopyTo(plain[length..]);
            length += fraction.Length;
        }
        if (power >= 0)
        {
            body[power..].CopyTo(plain[length..]);
            length += body.Length - power;
        }
        return decimal.TryParse(plain[..length], NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var value) ? value : null;
    }

    // Digits without their group signs; -1 when the groups are not whole (three digits each; 12,34,567 is Indian).
    private static int Ungrouped(ReadOnlySpan<char> whole, DecimalMark mark, Span<char> plain)
    {
        int length = 0, run = 0, groups = 0;
        char group = '\0';
        var indian = false;
        foreach (var c in whole)
        {
            if (char.IsAsciiDigit(c)) { plain[length++] = c; run++; continue; }
            if (!IsGroup(c, mark) || group != '\0' && c != group || run == 0) return -1;
            if (groups == 0 ? run > 3 : run != 3 && !(run == 2 && c == ',')) return -1;
            indian |= groups > 0 && run == 2;
            if (groups > 0 && indian && run == 3) return -1;
            (group, run, groups) = (c, 0, groups + 1);
        }
        if (groups == 0) return length;
        return run == 3 && whole[0] != '0' ? length : -1;
    }

    private static bool IsGroup(char c, DecimalMark mark) => c switch
    {
        ',' => mark == DecimalMark.Point,
        '.' => mark == DecimalMark.Comma,
        ' ' or '\u00A0' or '\u202F' or '\u2009' or '\'' or '\u2019' => true,
        _ => false,
    };
}
