using System.Globalization;
using System.Text.RegularExpressions;
namespace Coxswain.Platform.Tabular;

/// <summary>The time of day behind a date, with its offset from UTC where one is written.</summary>
internal readonly partial record struct ClockText(TimeSpan Time, TimeSpan? Offset, bool Valid)
{
    /// <summary>Null without a colon; then all of the text is the date.</summary>
    public static ClockText? Find(ReadOnlySpan<char> text, out ReadOnlySpan<char> date)
    {
        date = text;
        var colon = text.IndexOf(':');
        if (colon < 1) return null;
        var start = colon;
        while (start > 0 && char.IsAsciiDigit(text[start - 1])) start--;
        if (start == 0) return default(ClockText);
        date = text[..start].TrimEnd(" T,\u00A0");
        return Read(text[start..].ToString());
    }

    private static ClockText Read(string text)
    {
        var found = Pattern.Match(text);
        if (!found.Success) return default;
        int hour = Int(found, "h"), minute = Int(found, "m"), second = Int(found, "s");
        if (found.Groups["half"].Value is { Length: > 0 } half)
        {
            if (hour is < 1 or > 12) return default;
            hour = hour % 12 + (half[0] is 'p' or 'P' ? 12 : 0);
        }
        if (hour > 23 || minute > 59 || second > 59) return default;
        var ticks = found.Groups["f"].Value is { Length: > 0 } fraction ? long.Parse(fraction.PadRight(7, '0')[..7], CultureInfo.InvariantCulture) : 0;
        return Zone(found, out var offset) ? new(new TimeSpan(hour, minute, second) + TimeSpan.FromTicks(ticks), offset, true) : default;
    }

    private static bool Zone(Match found, out TimeSpan? offset)
    {
        offset = found.Groups["utc"].Success ? TimeSpan.Zero : null;
        if (!found.Groups["sign"].Success) return true;
        var span = new TimeSpan(Int(found, "oh"), Int(found, "om"), 0);
        offset = found.Groups["sign"].Value is "+" ? span : -span;
        return span <= TimeSpan.FromHours(14);
    }

    private static int Int(Match found, string group) => found.Groups[group] is { Success: true, Value: var digits } ? int.Parse(digits, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"^(?<h>\d{1,2}):(?<m>\d{2})(:(?<s>\d{2})([.,](?<f>\d{1,9}))?)?\s*(?<half>[AaPp]\.?[Mm]\.?)?\s*((?<utc>Z|UTC|GMT)|((UTC|GMT)?(?<sign>[+\-\u2212])(?<oh>\d{2}):?(?<om>\d{2})?))?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern { get; }
}
