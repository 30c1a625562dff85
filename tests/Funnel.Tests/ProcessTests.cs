using System.Net;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Tests;

public sealed class ProcessTests
{
    [Theory, OnBoth]
    public async Task A_leader_renames_arranges_adds_and_retires_stages(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var lea = await sales.Ana.Tenant.PersonAsync(Role.Leader, "Lea Brand");
        var discover = sales.Stage("Discover");
        await lea.PlainBrowser.PostFormAsync($"/settings/stages/{discover.Id}", ("Version", "1"), ("Name", "Explore"), ("CustomerAct", "Shows us the yard"), ("Category", "Pipeline"));
        await lea.PlainBrowser.PostFormAsync($"/settings/stages/{discover.Id}/arrangements?later=true");
        await lea.PlainBrowser.PostFormAsync("/settings/stages", ("Name", "Pilot"), ("Category", "BestCase"));
        await lea.PlainBrowser.PostFormAsync($"/settings/stages/{sales.Stage("Qualify").Id}/retirements");
        var names = await lea.InDb(db => db.Stages.Where(s => s.RetiredAt == null).OrderBy(s => s.Position).Select(s => s.Name).ToListAsync());
        Assert.Equal(["New", "Propose", "Explore", "Decide", "Pilot", "Won", "Lost", "No decision"], names);
        Assert.Contains("Shows us the yard", await lea.PlainBrowser.TextAsync("/settings/stages"));
        var twice = await lea.Browser.PostFormAsync("/settings/stages", ("Name", " pilot "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, twice.StatusCode);
        Assert.Contains("There is a stage of this name already.", await twice.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.Forbidden, (await lea.Browser.PostFormAsync($"/settings/stages/{sales.Stage("Won").Id}/retirements")).StatusCode);
    }

    [Theory, OnBoth]
    public async Task Sellers_do_not_come_to_the_process_settings(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        Assert.Equal(HttpStatusCode.Forbidden, (await sales.Ana.PlainBrowser.GetAsync("/settings/stages")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await sales.Ana.Browser.PostFormAsync("/settings/products", ("Name", "Mine"))).StatusCode);
    }

    [Theory, OnBoth]
    public async Task Products_stand_on_a_deal_and_the_amount_follows_when_someone_says_so(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var lea = await sales.Ana.Tenant.PersonAsync(Role.Leader, "Lea Brand");
        await lea.PlainBrowser.PostFormAsync("/settings/products", ("Name", "Berth planner"), ("ListPrice", "12,000"), ("Family", "Harbour"), ("_culture", "en"));
        var product = await lea.InDb(db => db.Products.SingleAsync());
        var deal = await sales.DealAsync(amount: 5_00);
        var url = $"/opportunities/{deal.Id}";
        await sales.Ana.PlainBrowser.PostFormAsync(url + "/lines", ("Product", product.Id.ToString()), ("Quantity", "3"));
        var page = await sales.Ana.PlainBrowser.TextAsync(url);
        Assert.Contains("Take €\u00A036,000 from the products", page);
        Assert.Contains("Product: 3 × Berth planner", page);
        Assert.Equal(5_00, (await sales.StoredAsync(deal.Id)).Amount);
        await sales.Ana.PlainBrowser.PostFormAsync(url + "/amount-from-lines");
        Assert.Equal((36_000_00L, product.Id), ((await sales.StoredAsync(deal.Id)).Amount!.Value, (await sales.StoredAsync(deal.Id)).MainProductId!.Value));

        var line = await sales.Ana.InDb(db => db.OpportunityLines.SingleAsync());
        await sales.Ana.PlainBrowser.PostFormAsync($"{url}/lines/{line.Id}", ("Version", "1"), ("Quantity", "2"), ("UnitPrice", "10,500.50"), ("_culture", "en"));
        Assert.Equal((2, 10_500_50L), await sales.Ana.InDb(async db => await db.OpportunityLines.SingleAsync() is var l ? (l.Quantity, l.UnitPrice!.Value) : default));
        await sales.Ana.PlainBrowser.PostFormAsync($"{url}/lines/{line.Id}/removals");
        Assert.Null((await sales.StoredAsync(deal.Id)).MainProductId);
        await lea.PlainBrowser.PostFormAsync($"/settings/products/{product.Id}/retirements");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await sales.Ana.Browser.PostFormAsync(url + "/lines", ("Product", product.Id.ToString()), ("Quantity", "1"))).StatusCode);
    }

    [Theory, OnBoth]
    public async Task The_export_holds_the_shown_rows_and_no_formula_runs(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var mia = await sales.Ana.Tenant.PersonAsync(Role.Manager, "Mia Holm");
        await sales.DealAsync("=HYPERLINK(\"x\"), yes", amount: null);
        await sales.DealAsync("Won one", stage: "Won");
        var csv = await mia.PlainBrowser.PageAsync("/opportunities/export");
        Assert.Contains("\"'=HYPERLINK(\"\"x\"\"), yes\"", csv);
        Assert.DoesNotContain("Won one", csv);
        Assert.Contains("Won one", await mia.PlainBrowser.PageAsync("/opportunities/export?end=Won"));
        Assert.Equal(HttpStatusCode.Forbidden, (await sales.Ana.PlainBrowser.GetAsync("/opportunities/export")).StatusCode);
    }
}
