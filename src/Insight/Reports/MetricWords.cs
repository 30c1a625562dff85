using Coxswain.Insight.Metrics;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Insight.Reports;

/// <summary>What a definition says beside its formula.</summary>
internal static class MetricWords
{
    public static string Rule(DateRule rule) => rule switch
    {
        DateRule.Closed => T("Counts by the closing day."),
        DateRule.OpenAsOf => T("Stands on the as-of day."),
        _ => T("Takes all deals under way in the window."),
    };

    public static string Unit(Unit unit) => unit switch
    {
        Metrics.Unit.Money => T("money"),
        Metrics.Unit.Share => T("share"),
        Metrics.Unit.Days => T("days"),
        Metrics.Unit.Number => T("number"),
        Metrics.Unit.MoneyPerDay => T("money a day"),
        _ => T("deals"),
    };

    public static string Least(int n) => n == 0 ? T("Shown from the first deal on.") : T("Needs at least {0} deals.", n);

    public static string Interval(string? made) => made is null ? T("No interval.") : T("Interval (90 %): {0}", made);

    public static string Said(MetricDefinition m) =>
        string.Join(" ", [Rule(m.DateRule), T("Unit: {0}.", Unit(m.Unit)), Least(m.MinimumN), Interval(m.IntervalMethod), .. m.Source is { } source ? [T("Source: {0}.", source)] : (string[])[]]);
}
