using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Coxswain.Funnel.Plans;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Tests.Strategy;

/// <summary>Who works on a deal, and who of them has read what is to be won.</summary>
public sealed class StrategyTests
{
    private static DealObjective Aim(Guid deal, string what, DateOnly said, Guid by) => new() { OpportunityId = deal, What = what, Quantity = 3, Currency = "EUR", Place = "The north", On = new DateOnly(2031, 1, 2), SaidOn = said, SaidById = by };

    [Theory, OnBoth]
    public async Task Each_of_the_team_has_a_part_and_says_that_they_have_read_what_is_to_be_won_and_after_a_change_it_is_to_be_read_again(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var (deal, tenant) = (await sales.DealAsync(), sales.Ana.Tenant);
        var (ben, url) = (await tenant.PersonAsync(Role.Seller, "Ben Ito"), $"/opportunities/{deal.Id}");
        await tenant.SaveAsync(new Share { Kind = Kinds.Opportunity, RowId = deal.Id, PersonId = ben.Id, Level = AccessLevel.Read, Function = "Prices and terms" });
        Assert.Contains("What is to be won is not said yet.", await ben.PlainBrowser.TextAsync(url + "/team"));
        Assert.Equal(HttpStatusCode.Forbidden, (await ben.PlainBrowser.PostFormAsync(url + "/strategy-reads")).StatusCode);
        await tenant.SaveAsync(Aim(deal.Id, "Cranes for four yards", new DateOnly(2026, 6, 1), sales.Ana.Id));
        var before = await ben.PlainBrowser.TextAsync(url + "/team");
        foreach (var said in (string[])["0 of 2 have read what is to be won.", "Cranes for four yards", "Prices and terms", "leads it", "I have read it"]) Assert.Contains(said, before);
        Assert.Equal(HttpStatusCode.SeeOther, (await ben.PlainBrowser.PostFormAsync(url + "/strategy-reads")).StatusCode);
        Assert.Contains("1 of 2 have read what is to be won.", await sales.Ana.PlainBrowser.TextAsync(url + "/team"));
        Assert.DoesNotContain("I have read it", await ben.PlainBrowser.TextAsync(url + "/team"));
        Assert.Contains("Read what is to be won", await sales.Ana.PlainBrowser.TextAsync(url));
        await sales.Ana.PlainBrowser.PostFormAsync(url + "/strategy-reads");
        Assert.Contains("All of us have read what is to be won.", await sales.Ana.PlainBrowser.TextAsync(url + "/team"));
        await tenant.SaveAsync(Aim(deal.Id, "Cranes for two yards", new DateOnly(2026, 7, 1), sales.Ana.Id));
        var after = await ben.PlainBrowser.TextAsync(url + "/team");
        foreach (var said in (string[])["0 of 2 have read what is to be won.", "Cranes for two yards", "read before it changed", "I have read it"]) Assert.Contains(said, after);
        await ben.PlainBrowser.PostFormAsync(url + "/strategy-reads");
        Assert.Equal(2, await sales.Ana.InDb(db => db.StrategyReads.CountAsync()));
    }

    [Theory, OnBoth]
    public async Task Nobody_says_it_for_somebody_else_or_about_a_deal_they_do_not_work_on(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var (deal, tenant) = (await sales.DealAsync(), sales.Ana.Tenant);
        await tenant.SaveAsync(Aim(deal.Id, "Cranes", new DateOnly(2026, 6, 1), sales.Ana.Id));
        await sales.Ana.PlainBrowser.PostFormAsync($"/opportunities/{deal.Id}/strategy-reads");
        var read = await sales.Ana.InDb(db => db.StrategyReads.Select(r => r.Id).SingleAsync());
        var (ben, olga, stranger) = (await tenant.PersonAsync(Role.Seller, "Ben Ito"), await tenant.PersonAsync(Role.Staff, "Olga Dahl"), await (await tenant.Host.TenantAsync()).PersonAsync(Role.Leader, "Lea Fremd"));
        Assert.Equal(HttpStatusCode.Forbidden, (await ben.PlainBrowser.PostFormAsync($"/opportunities/{deal.Id}/strategy-reads")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await ben.PlainBrowser.PostFormAsync($"/strategy-reads/{read}/removals")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await olga.PlainBrowser.GetAsync($"/opportunities/{deal.Id}/team")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.PlainBrowser.GetAsync($"/opportunities/{deal.Id}/team")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Program.PostAsJsonAsync($"/api/opportunities/{deal.Id}/strategy-reads", new { })).StatusCode);
        await sales.Ana.PlainBrowser.PostFormAsync($"/strategy-reads/{read}/removals");
        Assert.Contains("0 of 1 have read what is to be won.", await sales.Ana.PlainBrowser.TextAsync($"/opportunities/{deal.Id}/team"));
    }

    [Theory, OnBoth]
    public async Task Programs_read_the_team_and_help_asked_on_the_deal_stands_beside_it(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var deal = await sales.DealAsync();
        await sales.Ana.Tenant.SaveAsync(Aim(deal.Id, "Cranes", new DateOnly(2026, 6, 1), sales.Ana.Id));
        await sales.Ana.PlainBrowser.PostFormAsync("/requests", ("What", "Somebody who knows yards"), ("DealId", $"{deal.Id}"));
        Assert.Equal(HttpStatusCode.Created, (await sales.Ana.Program.PostAsJsonAsync($"/api/opportunities/{deal.Id}/strategy-reads", new { })).StatusCode);
        var team = JsonDocument.Parse(await sales.Ana.Program.PageAsync($"/api/opportunities/{deal.Id}/team")).RootElement;
        Assert.Equal(("Cranes", "Ana Okafor", true, "Somebody who knows yards"), (team.GetProperty("strategy").GetProperty("what").GetString(), team.GetProperty("members")[0].GetProperty("name").GetString(), team.GetProperty("members")[0].GetProperty("isCurrent").GetBoolean(), team.GetProperty("requests")[0].GetProperty("what").GetString()));
        Assert.Contains("Somebody who knows yards", await sales.Ana.PlainBrowser.TextAsync($"/opportunities/{deal.Id}/team"));
    }
}
