using System.Buffers;
using System.Globalization;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Platform.Http;

/// <summary>One typed text as a value of a type, or what is wrong with it, or the readings to choose from.</summary>
internal static class Typing
{
    internal readonly record struct Result(object? Value, string? Message = null, IReadOnlyList<string>? Readings = null);

    // What nobody means to type: control characters, and marks some programs paste before a number.
    private static readonly SearchValues<char> Unwanted = SearchValues.Create(['\0', '\u0001', '\u0002', '\u0003', '\u0004', '\u0005', '\u0006', '\u0007', '\b', '\uFEFF', '\u200B']);

    public static Result Read(Type type, string text, CultureInfo culture)
    {
        if (type == typeof(Guid)) return Guid.TryParse(text, out var id) ? new(id) : Wrong();
        if (type == typeof(bool)) return text is "on" or "true" or "1" ? new(true) : text is "off" or "false" or "0" ? new(false) : Wrong();
        if (type.IsEnum) return Enum.TryParse(type, text, ignoreCase: true, out var name) && Enum.IsDefined(type, name) ? new(name) : Wrong();
        if (type == typeof(DateOnly)) return Day(text, culture);
        if (type == typeof(TimeOnly)) return TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var clock) || TimeOnly.TryParse(text, culture, DateTimeStyles.None, out clock) ? new(clock) : new(null, T("This is not a time: write it like {0}.", new TimeOnly(14, 30).ToString("t", culture)));
        if (type == typeof(DateTime)) return DateTime.TryParse(text, culture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var at) ? new(at) : new(null, T("This is not a date and time."));
        if (type == typeof(int)) return Number(text, culture) is { Value: decimal whole } ? whole % 1 == 0 && whole is >= int.MinValue and <= int.MaxValue ? new((int)whole) : new(null, T("A whole number, please.")) : NotANumber();
        if (type == typeof(long)) return Number(text, culture) is { Value: decimal whole } ? whole % 1 == 0 && whole is >= long.MinValue and <= long.MaxValue ? new((long)whole) : new(null, T("A whole number, please.")) : NotANumber();
        if (type == typeof(decimal)) return Number(text, culture);
        if (type == typeof(double)) return Number(text, culture) is { Value: decimal number } read ? read with { Value = (double)number } : Number(text, culture);
        return Wrong();
    }

    /// <summary>The text without outer white space and without what nobody means to type.</summary>
    public static string Clean(string text) => text.AsSpan().IndexOfAny(Unwanted) < 0 ? text.Trim() : string.Concat(text.Where(c => !Unwanted.Contains(c))).Trim();

    /// <summary>
    /// A number as people of the culture write it. One decimal mark followed by exactly three digits ("1.500" where the point is the
    /// decimal mark) is how other cultures group thousands: both readings are offered and neither is taken.
    /// </summary>
    private static Result Number(string text, CultureInfo culture)
    {
        var format = culture.NumberFormat;
        var plain = text.Replace("\u00A0", "", StringComparison.Ordinal).Replace("\u202F", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).Replace('\u2212', '-');
        if (IsAmbiguous(plain, format.NumberDecimalSeparator) && decimal.TryParse(plain, NumberStyles.Number, culture, out var small))
        {
            var big = decimal.Parse(plain.Replace(format.NumberDecimalSeparator, "", StringComparison.Ordinal), NumberStyles.Number, culture);
            return new(null, T("Is this {0} or {1}?", big.ToString("N0", culture), small.ToString("0.###", culture)), [big.ToString("0", culture), small.ToString("0.###", culture)]);
        }
        if (!IsGrouped(plain, format)) return NotANumber();
        return decimal.TryParse(plain, NumberStyles.Number, culture, out var number) ? new(number) : NotANumber();
    }

    private static bool IsAmbiguous(string text, string mark)
    {
        var at = text.IndexOf(mark, StringComparison.Ordinal);
        return at is >= 1 and <= 4 && text.Length - at - mark.Length == 3 && text.TrimStart('-', '+')[0] != '0' && text.All(c => char.IsAsciiDigit(c) || c is '-' or '+' || mark.Contains(c, StringComparison.Ordinal));
    }

    // .NET reads "1.5" as 15 where the point groups thousands: a group has to have three digits.
    private static bool IsGrouped(string text, NumberFormatInfo format)
    {
        var whole = text.Split(format.NumberDecimalSeparator)[0];
        var groups = whole.TrimStart('-', '+').Split(format.NumberGroupSeparator);
        return groups.Length == 1 || (groups[0].Length is >= 1 and <= 3 && groups.Skip(1).All(g => g.Length is 2 or 3) && groups[^1].Length == 3);
    }

    private static Result Day(string text, CultureInfo culture)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var iso)) return new(iso);
        if (DateOnly.TryParse(text, culture, DateTimeStyles.None, out var day)) return new(day);
        return new(null, NoSuchDay(text, culture) ?? T("This is not a date: write it like {0}.", new DateOnly(2026, 12, 31).ToString("d", culture)));
    }

    // "31.02.2026": say what is wrong with it instead of "not understood".
    private static string? NoSuchDay(string text, CultureInfo culture)
    {
        var parts = text.Split('.', '/', '-').Select(p => int.TryParse(p, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1).ToArray();
        if (parts is not [var a, var b, var c] || parts.Contains(-1)) return null;
        var (year, month) = a > 31 ? (a, b) : (c, culture.DateTimeFormat.ShortDatePattern.StartsWith('M') ? a : b);
        if (month is < 1 or > 12 || year is < 1000 or > 9999) return null;
        return T("There is no such day: {0} has {1} days.", new DateOnly(year, month, 1).ToString("MMMM yyyy", culture), DateTime.DaysInMonth(year, month));
    }

    private static Result NotANumber() => new(null, T("This is not a number."));

    private static Result Wrong() => new(null, T("This is not understood."));
}
