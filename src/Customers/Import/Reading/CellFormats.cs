using System.Buffers;
using System.Globalization;
namespace Coxswain.Customers.Import.Reading;

/// <summary>Reads dates and numbers in one stated way, and finds the ways a column can be read.</summary>
internal static class CellFormats
{
    private static readonly string[] Days =
    [
        "yyyy-MM-dd", "yyyy/M/d", "yyyyMMdd", "d.M.yyyy", "d/M/yyyy", "M/d/yyyy", "d-M-yyyy", "M-d-yyyy", "d.M.yy", "d/M/yy", "M/d/yy", "d MMM yyyy", "d MMMM yyyy", "MMM d, yyyy", "MMMM d, yyyy", "d-MMM-yyyy",
    ];

    private static readonly string[] Clock = ["", " H:mm", " H:mm:ss", "'T'HH:mm:ss", "'T'HH:mm:ss'Z'", "'T'HH:mm:ss.fff'Z'", " H:mm:ss.fff", " h:mm:ss tt", " h:mm tt", "'T'HH:mm:sszzz", "'T'HH:mm:ss.fffzzz", "'T'HH:mm", " H:mm:sszzz", " H:mm:ss.ffffff"];

    /// <summary>The day a cell holds; a time of day beside it does not count. Null where there is no such day.</summary>
    public static DateOnly? Day(string text, string format) => Written(text, format) is { } at ? DateOnly.FromDateTime(at.DateTime) : null;

    /// <summary>The moment a cell holds, in UTC. A time that names no zone is one of the zone given, of UTC where none is; a day without a time begins it.</summary>
    public static DateTime? Moment(string text, string format, string? zone)
    {
        if (Written(text, format) is not { } at) return null;
        if (at.IsPlaced) return at.DateTime - at.Offset;
        var found = zone is not null && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var known) ? known : TimeZoneInfo.Utc;
        var local = DateTime.SpecifyKind(at.DateTime, DateTimeKind.Unspecified);
        // An hour that summer time leaves out is the next one.
        return TimeZoneInfo.ConvertTimeToUtc(found.IsInvalidTime(local) ? local.AddHours(1) : local, found);
    }

    /// <summary>Whole minutes of "1:05:30", of "12:30" (minutes and seconds), or of a number that counts the unit; minutes where none is said. Null for anything else.</summary>
    public static int? Minutes(string text, string mark, string? unit)
    {
        double? seconds = text.Split(':') is { Length: 2 or 3 } parts
            ? parts.All(p => p.Length > 0 && p.All(char.IsAsciiDigit)) ? parts.Aggregate(0d, (sum, part) => sum * 60 + double.Parse(part, CultureInfo.InvariantCulture)) * (unit is "hm" && parts.Length == 2 ? 60 : 1) : null
            : Number(text, mark) is { } number and >= 0 ? (double)number * (unit switch { "ms" => 0.001, "s" => 1, "h" => 3600, _ => 60 }) : null;
        return seconds is { } known and < 60_000_000 ? (int)Math.Round(known / 60, MidpointRounding.AwayFromZero) : null;
    }

    private static (DateTime DateTime, TimeSpan Offset, bool IsPlaced)? Written(string text, string format)
    {
        foreach (var clock in Clock)
        {
            if (!DateTime.TryParseExact(text, format + clock, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces | DateTimeStyles.RoundtripKind, out var at)) continue;
            var isPlaced = clock.Contains("'Z'", StringComparison.Ordinal) || clock.Contains("zzz", StringComparison.Ordinal);
            // With an offset the framework has turned the time into that of this machine; what was written counts.
            if (!clock.Contains("zzz", StringComparison.Ordinal)) return (DateTime.SpecifyKind(at, DateTimeKind.Unspecified), TimeSpan.Zero, isPlaced);
            var placed = DateTimeOffset.ParseExact(text, format + clock, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces);
            return (placed.DateTime, placed.Offset, true);
        }
        return null;
    }

    /// <summary>The formats that read most of these cells, where any reads at least two in three.</summary>
    public static IReadOnlyList<string> DayFormats(IReadOnlyCollection<string> cells)
    {
        if (cells.Count == 0) return [];
        var fits = Days.Select(f => (Format: f, Fits: cells.Count(c => Day(c, f) is not null))).ToList();
        var most = fits.Max(f => f.Fits);
        return most * 3 < cells.Count * 2 ? [] : [.. fits.Where(f => f.Fits == most).Select(f => f.Format)];
    }

    /// <summary>The number a cell holds with this decimal mark; currency signs, codes, spaces and grouping do not count. Null for what is no number.</summary>
    public static decimal? Number(string text, string mark)
    {
        var bare = Bare(text, out var negative);
        var group = mark is "," ? "." : ",";
        if (!Grouped(bare, mark, group)) return null;
        bare = bare.Replace(group, "").Replace(mark, ".");
        return decimal.TryParse(bare, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? (negative ? -value : value) : null;
    }

    /// <summary>The decimal marks under which these cells can be read: two where they could mean either.</summary>
    public static IReadOnlyList<string> Marks(IReadOnlyCollection<string> cells)
    {
        if (cells.Count == 0) return [];
        var point = cells.Count(c => Number(c, ".") is not null);
        var comma = cells.Count(c => Number(c, ",") is not null);
        if (Math.Max(point, comma) * 3 < cells.Count * 2) return [];
        if (point != comma) return [point > comma ? "." : ","];
        return cells.Any(c => Number(c, ".") != Number(c, ",")) ? [".", ","] : ["."];
    }

    /// <summary>ISO code that a cell names by sign or code; null where it names none.</summary>
    public static string? Currency(string text)
    {
        if (IsPlain(text)) return null;
        foreach (var (sign, code) in Signs) if (text.Contains(sign, StringComparison.Ordinal)) return code;
        return null;
    }

    /// <summary>"Amount (USD)" speaks of an amount.</summary>
    public static string WithoutCurrency(string text) => IsPlain(text) ? text : Signs.Aggregate(text, (bare, sign) => bare.Replace(sign.Sign, "", StringComparison.Ordinal));

    // Most cells of a column of amounts, so the many ways to name a currency need not be looked for.
    private static bool IsPlain(string text) => !text.AsSpan().ContainsAnyExcept(Plain);

    private static readonly SearchValues<char> Plain = SearchValues.Create("0123456789.,-");

    private static readonly (string Sign, string Code)[] Signs =
        [("€", "EUR"), ("£", "GBP"), ("US$", "USD"), ("$", "USD"), ("CHF", "CHF"), ("EUR", "EUR"), ("USD", "USD"), ("GBP", "GBP"), ("PLN", "PLN"), ("zł", "PLN"), ("¥", "JPY"), ("JPY", "JPY"), ("₹", "INR"), ("INR", "INR"), ("SEK", "SEK"), ("NOK", "NOK"), ("DKK", "DKK"), ("CZK", "CZK")];

    private static string Bare(string text, out bool negative)
    {
        var bare = WithoutCurrency(text.Trim());
        negative = bare is ['(', .., ')'];
        return new string([.. bare.Trim('(', ')').Where(c => !char.IsWhiteSpace(c) && c is not ('\'' or '’' or '\u202f'))]).Replace('−', '-');
    }

    // A grouping sign stands before three digits each, and never after the decimal mark.
    private static bool Grouped(string text, string mark, string group)
    {
        var whole = text.Split(mark);
        if (whole.Length > 2 || (whole.Length == 2 && whole[1].Contains(group))) return false;
        var parts = whole[0].TrimStart('-', '+').Split(group);
        return parts.Length == 1 || (parts[0].Length is > 0 and <= 3 && parts.Skip(1).All(p => p.Length == 3));
    }
}
