using System.Buffers;
using System.Globalization;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Platform.Http;

/// <summary>One typed text as a value of a type, or what is wrong with it, or the readings to choose from.</summary>
internal static class Typing
{
    internal readonly record struct Result(object? Value, string? Message = null, IReadOnlyList<string>? Readings = null);

    public static Result Read(Type type, string text, CultureInfo culture)
    {
        if (type == typeof(Guid)) return Guid.TryParse(text, out var id) ? new(id) : Wrong();
        if (type == typeof(bool)) return text is "on" or "true" or "1" ? new(true) : text is "off" or "false" or "0" ? new(false) : Wrong();
        if (type.IsEnum) return Enum.TryParse(type, text, ignoreCase: true, out var name) && Enum.IsDefined(type, name) ? new(name) : Wrong();
        if (type == typeof(int)) return int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? new(number) : Wrong();
        return Wrong();
    }

    /// <summary>What nobody means to type: outer white space, control characters, the marks some programs paste before a number.</summary>
    public static string Clean(string text) =>
        text.AsSpan().IndexOfAny(Unwanted) < 0 ? text.Trim() : string.Concat(text.Where(c => !Unwanted.Contains(c))).Trim();

    private static readonly SearchValues<char> Unwanted = SearchValues.Create(['\0', '\u0001', '\u0002', '\u0003', '\u0004', '\u0005', '\u0006', '\u0007', '\b', '\uFEFF', '\u200B']);

    private static Result Wrong() => new(null, T("This is not understood."));
}
