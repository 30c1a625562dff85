using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
namespace Coxswain.Platform.Ui;

/// <summary>
/// In which order, and with which points between, a language writes a day. English that names no country is written as in Britain: the
/// month in letters, the day before it.
/// </summary>
internal sealed partial record DayPatterns(string Day, string Year, string Week)
{
    private static readonly DayPatterns Plain = new("d MMMM", "d MMMM yyyy", "dddd, d MMMM");
    private static readonly ConcurrentDictionary<string, DayPatterns> Known = [];

    public static DayPatterns Current => Known.GetOrAdd(CultureInfo.CurrentCulture.Name, static _ => Of(CultureInfo.CurrentCulture));

    /// <summary>The same with the month cut short.</summary>
    public static string Short(string pattern) => pattern.Replace("MMMM", "MMM", StringComparison.Ordinal);

    private static DayPatterns Of(CultureInfo culture)
    {
        if (culture.Name is "" or "en" or "qps-ploc" || culture.Calendar is not GregorianCalendar) return Plain;
        var (day, whole) = (culture.DateTimeFormat.MonthDayPattern, culture.DateTimeFormat.LongDatePattern);
        return new(day, Weekday().Replace(whole, "").Trim(), $"dddd, {day}");
    }

    [GeneratedRegex(@"[\s,،]*dddd[\s,،]*")]
    private static partial Regex Weekday();
}
