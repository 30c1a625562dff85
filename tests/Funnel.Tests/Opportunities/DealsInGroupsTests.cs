using Coxswain.Platform.Data;
using Coxswain.Testing;
namespace Coxswain.Funnel.Tests.Opportunities;

public sealed class DealsInGroupsTests
{
    [Theory, OnBoth]
    public async Task Months_and_stages_have_their_sums_and_a_month_leads_to_its_deals(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        await sales.DealAsync("First", closeOn: new DateOnly(2026, 8, 1), amount: 10_000_00);
        await sales.DealAsync("Second", closeOn: new DateOnly(2026, 8, 31), amount: 5_000_00);
        await sales.DealAsync("Later", closeOn: new DateOnly(2026, 9, 1), amount: 700_00);
        await sales.DealAsync("Some day", amount: null);
        var page = await sales.Ana.PlainBrowser.TextAsync("/opportunities?group=close");
        Assert.Matches(">August 2026</a> <small>2 · €\u00A015,000<", page);
        Assert.Matches(">September 2026</a> <small>1 · €\u00A0700<", page);
        Assert.Matches(">unknown</a> <small>1<", page);
        var august = System.Text.RegularExpressions.Regex.Match(page, "href=\"([^\"]+)\">August 2026").Groups[1].Value.Replace("&amp;", "&");
        var its = await sales.Ana.PlainBrowser.TextAsync(august);
        Assert.Contains("Second", its);
        Assert.DoesNotContain("Later", its);
        Assert.Matches(">Discover</a> <small>", await sales.Ana.PlainBrowser.TextAsync("/opportunities?group=stage"));
        Assert.Contains("Second", await sales.Ana.PlainBrowser.TextAsync("/opportunities?as=board&group=owner"));
    }

    [Theory, OnBoth]
    public async Task A_calendar_shows_the_deals_of_a_month_on_their_days(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        foreach (var i in Enumerable.Range(1, 6)) await sales.DealAsync($"Deal {i}", closeOn: new DateOnly(2026, 8, 14));
        await sales.DealAsync("Next month", closeOn: new DateOnly(2026, 9, 2));
        var page = await sales.Ana.PlainBrowser.TextAsync("/opportunities?as=calendar&group=close&month=2026-08");
        Assert.Contains("August 2026", page);
        Assert.Contains("Deal 1", page);
        Assert.DoesNotContain("Next month", page);
        Assert.Contains("and 2 more", page);
        Assert.Contains("month=2026-09", page);
        Assert.Contains("Next month", await sales.Ana.PlainBrowser.TextAsync("/opportunities?as=calendar&group=close&month=2026-09"));
        Assert.Contains("written like 2026-03", await (await sales.Ana.PlainBrowser.GetAsync("/opportunities?as=calendar&group=close&month=13")).Content.ReadAsStringAsync());
    }

    [Theory, OnBoth]
    public async Task Conditions_on_the_outcome_reach_closed_deals_too(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        await sales.DealAsync("Open one", amount: 100_00);
        await sales.DealAsync("Won one", stage: "Won", amount: 200_00);
        var page = await sales.Ana.PlainBrowser.TextAsync("/opportunities?where=" + Uri.EscapeDataString("end = Won or amount <= 150"));
        Assert.Contains("Won one", page);
        Assert.Contains("Open one", page);
        Assert.Contains("€\u00A0300", page);
    }
}
