using System.Globalization;
using System.Text;
using Coxswain.Insight.Metrics;
namespace Coxswain.Insight.Reports;

/// <summary>All definitions as one page of Markdown: docs/metrics.md.</summary>
public static class MetricDocument
{
    public static string Write()
    {
        var page = new StringBuilder("""
            # Figures

            Every figure has one definition, which pages, API and command line share. This page is made from the code:
            `./cox report --markdown > docs/metrics.md`; a test holds it to that.

            An answer carries `value`, `raw`, `numerator`, `denominator`, `n`, `low`, `high`, `unit`, `currency`, `unknown` and `status`. Below
            the minimum `value` is null and `status` is `not_enough_data`. Intervals are 90 %. Amounts of other currencies are converted at the
            rate of the closing day, open ones at that of the as-of day; without a rate a sum is refused. What is not known is counted as
            unknown, never taken for 0. A version is raised when the same data would give another figure.

            | id | name | unit | counts by | minimum n | version |
            |---|---|---|---|---|---|

            """.ReplaceLineEndings("\n"));
        foreach (var m in MetricRegistry.All)
            page.Append(CultureInfo.InvariantCulture, $"| [`{m.Id}`](#{m.Id}) | {m.Name} | {MetricWords.Unit(m.Unit)} | {Rule(m.DateRule)} | {(m.MinimumN == 0 ? "–" : m.MinimumN)} | {m.Version} |\n");
        foreach (var m in MetricRegistry.All) Section(page, m);
        return page.ToString();
    }

    private static void Section(StringBuilder page, Metric m)
    {
        page.Append(CultureInfo.InvariantCulture, $"\n## {m.Id}\n\n**{m.Name}**, version {m.Version}. {m.Formula}\n\n");
        page.Append(CultureInfo.InvariantCulture, $"- {MetricWords.Rule(m.DateRule)}\n- Unit: {MetricWords.Unit(m.Unit)}.\n- {MetricWords.Least(m.MinimumN)}\n- {MetricWords.Interval(m.IntervalMethod)}\n");
        if (m.Source is { } source) page.Append(CultureInfo.InvariantCulture, $"- Source: {source}.\n");
    }

    private static string Rule(DateRule rule) => rule switch { DateRule.Closed => "closing day", DateRule.OpenAsOf => "open on the as-of day", _ => "under way in the window" };
}
