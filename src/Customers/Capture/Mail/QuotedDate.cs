using System.Globalization;
using System.Text.RegularExpressions;
using Coxswain.Platform.Data;
namespace Coxswain.Customers.Capture.Mail;

/// <summary>
/// The moment that a quoted head says, as mail programs write it in English, German, French, Spanish, Portuguese, Italian, Dutch, Danish and
/// Norwegian. What can be read in two ways, or has no time, is not read.
/// </summary>
internal static partial class QuotedDate
{
    private static readonly Dictionary<string, int> Months = new(StringComparer.Ordinal);
    private static readonly Dictionary<string, double> Zones = new(StringComparer.Ordinal)
    {
        ["utc"] = 0, ["gmt"] = 0, ["z"] = 0, ["wet"] = 0, ["west"] = 1, ["bst"] = 1, ["cet"] = 1, ["cest"] = 2, ["mez"] = 1, ["mesz"] = 2, ["eet"] = 2, ["eest"] = 3,
        ["est"] = -5, ["edt"] = -4, ["cst"] = -6, ["cdt"] = -5, ["mst"] = -7, ["mdt"] = -6, ["pst"] = -8, ["pdt"] = -7,
    };

    static QuotedDate()
    {
        foreach (var (names, month) in new[]
        {
            "jan january januar jänner januari janv janvier ene enero janeiro gen gennaio", "feb february februar februari fév févr février febrero fev fevereiro febbraio",
            "mar march mär märz mrz maart mrt mars marts marzo março", "apr april avr avril abr abril aprile", "may mai mei mayo maio maj mag maggio", "jun june juni juin junio junho giu giugno",
            "jul july juli juil juillet julio julho lug luglio", "aug august augustus août ago agosto", "sep sept september septembre septiembre set setembro settembre",
            "oct october okt oktober octobre octubre out outubro ott ottobre", "nov november novembre noviembre novembro", "dec december dez dezember déc décembre dic diciembre dezembro dicembre des desember",
        }.Select((names, i) => (names, i + 1))) foreach (var name in names.Split(' ')) Months[Folding.Fold(name)] = month;
    }

    /// <param name="said">What stands behind “Date:”.</param>
    /// <param name="inEnglish">Whether the month may stand before the day among numbers.</param>
    /// <param name="latest">When it was forwarded: nothing is forwarded before it was written.</param>
    /// <param name="zone">Where it was forwarded, for one that names no zone.</param>
    public static DateTime? Of(string said, bool inEnglish, DateTime latest, TimeZoneInfo zone)
    {
        var text = Folding.Fold(said);
        var (days, rest) = Numbers().Match(text) is { Success: true } numbers ? (InNumbers(numbers, inEnglish), text.Remove(numbers.Index, numbers.Length)) : ([], text);
        if (Time().Matches(rest) is not [var time, ..] || OfDay(time) is not { } clock) return null;
        var (before, after) = (rest[..time.Index], rest[(time.Index + time.Length)..]);
        if (days.Count == 0 && InWords($"{before} {after}") is { } day) days = [day];
        var moments = days.Select(d => Utc(d.ToDateTime(clock), after, zone)).Where(m => m <= latest.AddDays(1)).Distinct().ToList();
        return moments is [var moment] ? moment < latest ? moment : latest : null;
    }

    private static List<DateOnly> InNumbers(Match numbers, bool inEnglish)
    {
        var (first, sign, second, third) = (Number(numbers.Groups[1]), numbers.Groups[2].Value, Number(numbers.Groups[3]), Number(numbers.Groups[4]));
        if (numbers.Groups[1].Length == 4) return [.. Days(first, second, third)];
        var year = third < 100 ? 2000 + third : third;
        return [.. Days(year, second, first), .. sign == "/" && inEnglish ? Days(year, first, second) : []];
    }

    // A weekday may be called as a month is ("mar. 3 mars"): it stands first.
    private static DateOnly? InWords(string text)
    {
        var month = Words().Matches(text).Where(w => Months.ContainsKey(w.Value)).Select(w => Months[w.Value]).LastOrDefault();
        var numbers = Digits().Matches(Offset().Replace(text, " ")).ToList();
        var (years, days) = (numbers.Where(n => n.Length == 4).ToList(), numbers.Where(n => n.Length < 3).ToList());
        return month > 0 && (years, days) is ([var year], [var day]) ? Days(Number(year), month, Number(day)).Select(d => (DateOnly?)d).FirstOrDefault() : null;
    }

    private static IEnumerable<DateOnly> Days(int year, int month, int day) => year is > 1990 and < 2200 && month is > 0 and < 13 && day > 0 && day <= DateTime.DaysInMonth(year, month) ? [new DateOnly(year, month, day)] : [];

    private static TimeOnly? OfDay(Match time)
    {
        var (hour, minute, second, half) = (Number(time.Groups[1]), Number(time.Groups[2]), time.Groups[3].Success ? Number(time.Groups[3]) : 0, time.Groups[4].Value);
        if (half.Length > 0 && hour is < 1 or > 12) return null;
        if (half.Length > 0) hour = hour % 12 + (half[0] == 'p' ? 12 : 0);
        return hour < 24 && minute < 60 && second < 60 ? new TimeOnly(hour, minute, second) : null;
    }

    private static DateTime Utc(DateTime local, string after, TimeZoneInfo zone)
    {
        if (Offset().Match(after) is { Success: true } offset)
            return DateTime.SpecifyKind(local, DateTimeKind.Utc) - (offset.Groups[1].Value == "-" ? -1 : 1) * new TimeSpan(Number(offset.Groups[2]), offset.Groups[3].Success ? Number(offset.Groups[3]) : 0, 0);
        foreach (var word in Words().Matches(after).Select(w => w.Value)) if (Zones.TryGetValue(word, out var hours)) return DateTime.SpecifyKind(local, DateTimeKind.Utc).AddHours(-hours);
        return TimeZoneInfo.ConvertTimeToUtc(zone.IsInvalidTime(local) ? local.AddHours(1) : local, zone);
    }

    private static int Number(System.Text.RegularExpressions.Capture digits) => int.Parse(digits.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<!\d)(\d{4}|\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{1,2})(?!\d)")]
    private static partial Regex Numbers();

    [GeneratedRegex(@"(?<!\d)(\d{1,2})(?:[:.]| ?h ?)(\d{2})(?:[:.](\d{2}))?(?!\d)\s*([ap](?=\.? ?m\b))?")]
    private static partial Regex Time();

    [GeneratedRegex(@"(?<![\d\p{L}-])(?:gmt|utc)? ?([+-])(\d{1,2}):?(\d{2})?(?!\d)")]
    private static partial Regex Offset();

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Words();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();
}
