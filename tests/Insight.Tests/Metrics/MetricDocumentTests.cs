using Coxswain.Insight.Metrics;
using Coxswain.Insight.Reports;
using Coxswain.Platform.Data;
using Coxswain.Testing;
namespace Coxswain.Insight.Tests.Metrics;

public sealed class MetricDocumentTests
{
    [Fact]
    public void The_page_of_definitions_is_what_the_code_says()
    {
        var page = File.ReadAllText(Path.Combine(Checkout.Root, "docs", "metrics.md"));
        Assert.True(page == MetricDocument.Write(), "docs/metrics.md is behind the code: ./cox report --markdown > docs/metrics.md");
        Assert.All(MetricRegistry.All, m => Assert.Contains($"\n## {m.Id}\n", page));
    }

    [Theory, OnBoth]
    public async Task The_definitions_page_says_formula_interval_and_source_of_each(Engine engine)
    {
        var lea = await (await (await Host.On(engine)).TenantAsync()).PersonAsync(Platform.Access.Role.Leader, "Lea Roth");
        var page = System.Net.WebUtility.HtmlDecode(await lea.PlainBrowser.PageAsync("/metrics"));
        Assert.All(MetricRegistry.All, m => Assert.Contains(m.Formula, page));
        Assert.Contains("Interval (90 %): Of the median, after Brookmeyer and Crowley.", page);
        Assert.Contains("Source: Little 1961", page);
    }
}
