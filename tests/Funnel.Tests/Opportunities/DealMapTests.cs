using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Coxswain.Funnel.Opportunities;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
namespace Coxswain.Funnel.Tests.Opportunities;

public sealed class DealMapTests
{
    [Theory, OnBoth]
    public async Task The_map_of_a_deal_is_that_of_its_account_with_what_each_does_in_this_decision(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var deal = await WithAccountAsync(sales);
        Assert.Contains($"/opportunities/{deal.Id}/map", await sales.Ana.Browser.PageAsync($"/opportunities/{deal.Id}"), StringComparison.Ordinal);
        var placed = await sales.Ana.Program.PostAsJsonAsync($"/api/accounts/{deal.AccountId}/map-people", new { placeholder = "Head of finance" });
        var person = (await placed.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("id").GetGuid();
        var before = WebUtility.HtmlDecode(await sales.Ana.Browser.PageAsync($"/opportunities/{deal.Id}/map"));
        foreach (var said in (string[])["Nobody is known who decides.", "Nobody is known who will use it.", "Nobody guides us there."]) Assert.Contains(said, before, StringComparison.Ordinal);
        Assert.Contains("Please fill this in.", await (await sales.Ana.PlainBrowser.PostFormAsync($"/opportunities/{deal.Id}/map-parts", ("Person", $"{person}"))).Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        var said2 = await sales.Ana.PlainBrowser.PostFormAsync($"/opportunities/{deal.Id}/map-parts", ("Person", $"{person}"), ("Part", "Approver"), ("Evidence", "The bylaws say so"));
        Assert.Equal($"/opportunities/{deal.Id}/map?person={person}", said2.Headers.Location!.OriginalString);
        var after = WebUtility.HtmlDecode(await sales.Ana.Browser.PageAsync($"/opportunities/{deal.Id}/map?person={person}"));
        Assert.DoesNotContain("Nobody is known who decides.", after, StringComparison.Ordinal);
        Assert.Contains("The bylaws say so", after, StringComparison.Ordinal);
        Assert.DoesNotContain("The bylaws say so", await sales.Ana.Browser.PageAsync($"/accounts/{deal.AccountId}/map?person={person}"), StringComparison.Ordinal);
        Assert.Contains(">decides<", await sales.Ana.Browser.PageAsync($"/opportunities/{deal.Id}/map.svg"), StringComparison.Ordinal);
        var part = (await sales.Ana.Program.GetFromJsonAsync<JsonElement>($"/api/opportunities/{deal.Id}/map")).GetProperty("people")[0].GetProperty("parts")[0].GetProperty("id").GetGuid();
        await sales.Ana.PlainBrowser.PostFormAsync($"/map-parts/{part}/removals");
        Assert.Contains("Nobody is known who decides.", WebUtility.HtmlDecode(await sales.Ana.Browser.PageAsync($"/opportunities/{deal.Id}/map")), StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task Deals_with_accounts_that_bought_before_are_told_from_those_with_new_ones(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var first = await WithAccountAsync(sales);
        var today = DateOnly.FromDateTime(sales.Ana.Tenant.Host.Clock.GetUtcNow().UtcDateTime);
        await sales.Ana.InDb(async db =>
        {
            var deal = db.Rows<Opportunity>().Single(o => o.Id == first.Id);
            (deal.End, deal.OpenedOn, deal.ClosedOn) = (StageEnd.Won, today.AddDays(-300), today.AddDays(-200));
            await db.SaveChangesAsync();
            return 0;
        });
        var second = await sales.DealAsync();
        await sales.Ana.InDb(async db =>
        {
            var deal = db.Rows<Opportunity>().Single(o => o.Id == second.Id);
            (deal.AccountId, deal.OpenedOn) = (first.AccountId, today.AddDays(-20));
            await db.SaveChangesAsync();
            return 0;
        });
        var deals = (await sales.Ana.Program.GetFromJsonAsync<JsonElement>($"/api/accounts/{first.AccountId}/map")).GetProperty("deals");
        Assert.Equal((2, 1), (deals.GetProperty("opened").GetInt32(), deals.GetProperty("withBuyers").GetInt32()));
    }

    [Theory, OnBoth]
    public async Task Somebody_who_may_not_see_the_deal_sees_no_map_of_it(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var deal = await WithAccountAsync(sales);
        var stranger = await (await sales.Ana.Tenant.Host.TenantAsync("Other")).PersonAsync(Role.Seller, "Zoe");
        foreach (var page in (string[])["map", "map.svg"]) Assert.Equal(HttpStatusCode.NotFound, (await stranger.PlainBrowser.GetAsync($"/opportunities/{deal.Id}/{page}")).StatusCode);
    }

    [Theory, OnBoth]
    public async Task Of_somebody_whose_contact_one_does_not_see_no_part_is_said_and_none_taken_back(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var deal = await WithAccountAsync(sales);
        var admin = await sales.Ana.Tenant.PersonAsync(Role.Admin, "Ines");
        var contact = await IdAsync(await admin.Program.PostAsJsonAsync("/api/contacts", new { name = "Tom Ask", accountId = deal.AccountId }));
        var person = await IdAsync(await admin.Program.PostAsJsonAsync($"/api/accounts/{deal.AccountId}/map-people", new { contactId = contact }));
        var part = await IdAsync(await sales.Ana.Program.PostAsJsonAsync($"/api/opportunities/{deal.Id}/map-parts", new { person, part = "Approver" }));
        Assert.True((await admin.Program.PostAsJsonAsync("/api/roles/Seller/kinds/contact", new { see = "Own", change = "Own" })).IsSuccessStatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await sales.Ana.Program.PostAsJsonAsync($"/api/opportunities/{deal.Id}/map-parts", new { person, part = "User" })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await sales.Ana.Program.DeleteAsync($"/api/map-parts/{part}")).StatusCode);
    }

    private static async Task<Guid> IdAsync(HttpResponseMessage made)
    {
        Assert.True(made.IsSuccessStatusCode, await made.Content.ReadAsStringAsync());
        return (await made.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("id").GetGuid();
    }

    private static async Task<Opportunity> WithAccountAsync(Sales sales)
    {
        var made = await sales.Ana.Program.PostAsJsonAsync("/api/accounts", new { name = "Nordwind Logistik" });
        var account = (await made.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("id").GetGuid();
        var deal = await sales.DealAsync();
        await sales.Ana.InDb(async db =>
        {
            db.Rows<Opportunity>().Single(o => o.Id == deal.Id).AccountId = account;
            await db.SaveChangesAsync();
            return 0;
        });
        return await sales.StoredAsync(deal.Id);
    }
}
