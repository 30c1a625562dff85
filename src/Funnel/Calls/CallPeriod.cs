using System.Globalization;
using Coxswain.Platform.Periods;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Calls;

/// <summary>The period a number is called for, as addresses and people write it.</summary>
internal static class CallPeriod
{
    private const int Earliest = 1990, Latest = 2200;

    /// <summary>The period of a key such as <c>2026-Q3</c>; the quarter of a day where nothing is asked; null where it is none.</summary>
    public static Period? Read(Periods calendar, string? key, DateOnly day)
    {
        if (string.IsNullOrWhiteSpace(key)) return calendar.Of(PeriodKind.Quarter, day);
        var parts = key.Trim().ToUpperInvariant().Split('-');
        if (!int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year is < Earliest or > Latest || parts.Length > 2) return null;
        var whole = calendar.Of(PeriodKind.Year, new DateOnly(year, calendar.FiscalStartMonth > 6 ? 3 : 9, 1));
        if (parts.Length == 1) return whole;
        if (parts[1].StartsWith('Q')) return Nth(calendar, PeriodKind.Quarter, whole, parts[1][1..], 4);
        if (parts[1].StartsWith('P')) return Nth(calendar, PeriodKind.Month, whole, parts[1][1..], 12);
        return int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var month) && month is >= 1 and <= 12 ? calendar.Of(PeriodKind.Month, new DateOnly(year, month, 1)) : null;
    }

    /// <summary>"Q3 2026", "July 2026", "2026".</summary>
    public static string Name(this Periods calendar, Period period) => period.Kind switch
    {
        PeriodKind.Quarter => T("Q{0} {1}", period.Number, period.Year),
        PeriodKind.Month when calendar.Pattern is QuarterPattern.Months => period.From.ToString("MMMM yyyy", CultureInfo.CurrentCulture),
        PeriodKind.Month => T("month {0} of {1}", period.Number, period.Year),
        _ => period.Year.ToString(CultureInfo.InvariantCulture),
    };

    private static Period? Nth(Periods calendar, PeriodKind kind, Period whole, string number, int most)
    {
        if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var nth) || nth < 1 || nth > most) return null;
        var period = calendar.Of(kind, whole.From);
        for (var i = 1; i < nth; i++) period = calendar.After(period);
        return period;
    }
}
