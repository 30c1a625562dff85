using System.Globalization;
using Coxswain.Platform.Data;
using Coxswain.Platform.Periods;
using Coxswain.Platform.Tenants;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Platform.Lists.Conditions;

/// <summary>What words such as "this quarter" mean in the organisation's calendar, on the day its pages stand on.</summary>
/// <param name="Day">The day.</param>
/// <param name="Calendar">The calendar.</param>
public sealed record ListDays(DateOnly Day, Periods.Periods Calendar)
{
    private static readonly PeriodKind[] Kinds = [PeriodKind.Week, PeriodKind.Month, PeriodKind.Quarter, PeriodKind.Year];

    public static async Task<ListDays> ReadAsync(AppDb db, CancellationToken ct)
    {
        var tenant = await db.TenantAsync(ct);
        return new(Standing.Of(tenant, db.Clock.GetUtcNow().UtcDateTime).Day, Periods.Periods.Of(tenant));
    }

    /// <summary>The words and what they are called, as a filter offers them.</summary>
    public static IReadOnlyList<(string Value, string Label)> Words =>
    [
        ("today", T("today")), ("this-week", T("this week")), ("this-month", T("this month")), ("this-quarter", T("this quarter")), ("this-year", T("this year")),
        ("last-week", T("last week")), ("last-month", T("last month")), ("last-quarter", T("last quarter")), ("last-year", T("last year")),
        ("next-week", T("next week")), ("next-month", T("next month")), ("next-quarter", T("next quarter")), ("next-year", T("next year")),
        ("last-7-days", T("in the last {0} days", 7)), ("last-30-days", T("in the last {0} days", 30)), ("last-90-days", T("in the last {0} days", 90)),
        ("next-7-days", T("in the next {0} days", 7)), ("next-30-days", T("in the next {0} days", 30)), ("next-90-days", T("in the next {0} days", 90)),
    ];

    /// <summary>The first and the last day a text means: a day, <c>today+30</c>, <c>last-30-days</c>, <c>this-quarter</c>; null where it means none.</summary>
    public (DateOnly From, DateOnly To)? Of(string text)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return (day, day);
        if (text.StartsWith("today", StringComparison.Ordinal)) return Shifted(text["today".Length..]);
        if (text.Split('-') is not [var which, var what, .. var rest] || which is not ("this" or "last" or "next")) return null;
        if (rest is ["days"] && Within(what) is { } days) return which switch { "last" => (Day.AddDays(1 - days), Day), "next" => (Day, Day.AddDays(days - 1)), _ => null };
        if (rest.Length > 0 || Kinds.Where(k => k.ToString().Equals(what, StringComparison.OrdinalIgnoreCase)).ToList() is not [var kind]) return null;
        var period = Calendar.Of(kind, Day);
        period = which switch { "last" => Calendar.Before(period), "next" => Calendar.After(period), _ => period };
        return (period.From, period.To);
    }

    private (DateOnly, DateOnly)? Shifted(string by)
    {
        if (by.Length == 0) return (Day, Day);
        if (by[0] is not ('+' or '-') || Within(by[1..]) is not { } days) return null;
        var day = Day.AddDays(by[0] == '-' ? -days : days);
        return (day, day);
    }

    private static int? Within(string days) => int.TryParse(days, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is > 0 and <= 36_500 ? count : null;
}
