using Coxswain.Funnel.Opportunities;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Tests.Opportunities;

public sealed class FoundDealsTests
{
    [Theory, OnBoth]
    public async Task Deals_of_one_name_are_told_apart_where_they_are_found(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        await sales.DealAsync("Nordwind: yard planning", stage: "Discover", amount: 2_400_00);
        var won = await sales.DealAsync("Nordwind: yard planning", stage: "Propose", amount: 9_100_00);
        await sales.Ana.Browser.PostFormAsync($"/opportunities/{won.Id}/closures", ("End", "Won"), ("On", "2026-07-02"), ("Reason", "They told us"));
        foreach (var page in new[] { "/find?q=nordw", "/search?q=nordw" })
        {
            var text = (await sales.Ana.PlainBrowser.TextAsync(page)).Replace("\u00a0", " ").Replace("\u202f", " ");
            Assert.Contains("Discover · € 2,400", text);
            Assert.Contains("Won · 2 Jul 2026 · € 9,100", text);
        }
    }

    [Theory, OnBoth]
    public async Task Whoever_reaches_the_deals_of_few_or_many_finds_theirs_and_no_others(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var tenant = sales.Ana.Tenant;
        var (few, many) = (await tenant.PersonAsync(Role.Seller, "Few"), await tenant.PersonAsync(Role.Seller, "Many"));
        var others = Enumerable.Range(0, 80).Select(_ => Guid.CreateVersion7()).ToList();
        await sales.Ana.InDb(async db => { await db.InsertManyAsync([.. others.SelectMany((o, i) => Enumerable.Range(0, 40).Select(n => Deal(sales, $"Harbour {i}x{n}", o)))], default); return true; });
        await sales.Ana.InDb(db => db.Rows<AccessRow>().Where(a => a.ViewerId == few.Id || a.ViewerId == many.Id).ExecuteDeleteAsync());
        await tenant.SaveAsync([.. others.Take(70).Select(o => Grant(many, o)), Grant(few, others[3])]);
        foreach (var (viewer, reached, beyond) in new[] { (few, 3, 4), (many, 69, 70) })
        {
            Assert.Equal(12, await HitsAsync(viewer, $"harb {reached}x"));
            Assert.Equal(0, await HitsAsync(viewer, $"harb {beyond}x"));
            Assert.Equal(12, await HitsAsync(viewer, "harb"));
            Assert.Equal(1, await HitsAsync(viewer, $"{reached}x17"));
        }
    }

    private static Opportunity Deal(Sales sales, string name, Guid owner) => new() { Name = name, OwnerId = owner, StageId = sales.Stages[0].Id, End = StageEnd.Open, Currency = "EUR" };

    private static AccessRow Grant(TestViewer viewer, Guid owner) => new() { Kind = "opportunity", ViewerId = viewer.Id, OwnerId = owner, Level = AccessLevel.Read };

    private static async Task<int> HitsAsync(TestViewer viewer, string words) => (await viewer.Browser.PageAsync($"/find?q={Uri.EscapeDataString(words)}")).Split("href=\"/opportunities/").Length - 1;
}
