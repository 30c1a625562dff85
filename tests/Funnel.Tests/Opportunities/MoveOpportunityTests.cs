using System.Net;
using System.Net.Http.Json;
using Coxswain.Funnel.Opportunities;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Tests.Opportunities;

public sealed class MoveOpportunityTests
{
    [Theory, OnBoth]
    public async Task Advancing_puts_it_into_the_next_stage_and_says_so_in_its_history(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var deal = await sales.DealAsync(stage: "Discover");
        await sales.ShownAsync(deal.Id, "Discover");
        await sales.Ana.Browser.PostFormAsync($"/opportunities/{deal.Id}/moves", ("Stage", sales.Stage("Propose").Id.ToString()), ("Version", "1"));
        var page = await sales.Ana.PlainBrowser.TextAsync($"/opportunities/{deal.Id}");
        Assert.Contains("Stage: Propose", page);
        Assert.Contains("from Discover", page);
        Assert.Contains("Propose · day 1", page);
    }

    [Theory, OnBoth]
    public async Task Undoing_a_move_puts_it_back_since_when_it_was_there(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var deal = await sales.DealAsync(stage: "Discover");
        await sales.ShownAsync(deal.Id, "Discover");
        await sales.Ana.Browser.PostFormAsync($"/opportunities/{deal.Id}/moves", ("Stage", sales.Stage("Propose").Id.ToString()));
        var back = await sales.Ana.PlainBrowser.PostFormAsync($"/opportunities/{deal.Id}/moves-back?version=2");
        Assert.Equal(HttpStatusCode.SeeOther, back.StatusCode);
        var stored = await sales.StoredAsync(deal.Id);
        Assert.Equal(sales.Stage("Discover").Id, stored.StageId);
        Assert.Equal(HttpStatusCode.Forbidden, (await sales.Ana.PlainBrowser.PostFormAsync($"/opportunities/{deal.Id}/moves-back?version=2")).StatusCode);
    }

    [Theory, OnBoth]
    public async Task Two_who_move_it_differently_are_told(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var deal = await sales.DealAsync(stage: "Discover");
        await sales.Ana.Program.PostAsJsonAsync($"/api/opportunities/{deal.Id}/moves", new { stage = sales.Stage("Propose").Id, version = 1 });
        var second = await sales.Ana.Program.PostAsJsonAsync($"/api/opportunities/{deal.Id}/moves", new { stage = sales.Stage("Decide").Id, version = 1 });
        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        Assert.Contains("Propose", await second.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await sales.Ana.Program.PostAsJsonAsync($"/api/opportunities/{deal.Id}/moves", new { stage = sales.Stage("Won").Id })).StatusCode);
    }

    [Theory, OnBoth]
    public async Task Lost_in_the_past_is_lost_since_then_and_reopening_leads_back_to_its_stage(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var deal = await sales.DealAsync(stage: "Discover");
        await sales.Ana.InDb(async db => { (await db.Opportunities.SingleAsync()).OpenedOn = new DateOnly(2026, 1, 5); return await db.SaveChangesAsync(); });
        var closed = await sales.Ana.Browser.PostFormAsync($"/opportunities/{deal.Id}/closures", ("End", "Lost"), ("On", "2026-05-01"), ("Because", "Price"));
        Assert.Equal(HttpStatusCode.NoContent, closed.StatusCode);
        var stored = await sales.StoredAsync(deal.Id);
        Assert.Equal((StageEnd.Lost, new DateOnly(2026, 5, 1), "Price"), (stored.End, stored.ClosedOn!.Value, stored.ClosedBecause));
        Assert.Equal(StageEnd.Lost, Assert.Single(await sales.Ana.InDb(db => db.DealsAsOf(new DateTime(2026, 6, 1, 0, 0, 0, DateTimeKind.Utc)).ToListAsync())).End);
        var told = await sales.Ana.PlainBrowser.TextAsync($"/opportunities/{deal.Id}");
        Assert.Single(told.Split("Closed: Lost")[1..]);
        Assert.Contains("Closed: Lost, Reason: Price", told);

        await sales.Ana.Browser.PostFormAsync($"/opportunities/{deal.Id}/moves-back");
        stored = await sales.StoredAsync(deal.Id);
        Assert.Equal((StageEnd.Open, (DateOnly?)null, (string?)null), (stored.End, stored.ClosedOn, stored.ClosedBecause));
    }

    [Theory, OnBoth]
    public async Task A_day_to_come_or_before_it_began_is_refused_with_the_typing_kept(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var deal = await sales.DealAsync();
        var future = await sales.Ana.Browser.PostFormAsync($"/opportunities/{deal.Id}/closures", ("End", "Won"), ("On", "2031-05-01"), ("Because", "They liked us"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, future.StatusCode);
        Assert.Contains("They liked us", await future.Content.ReadAsStringAsync());
    }

    [Theory, OnBoth]
    public async Task Removed_it_is_gone_and_undo_brings_it_back(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var deal = await sales.DealAsync();
        await sales.Ana.PlainBrowser.PostFormAsync($"/opportunities/{deal.Id}/removals");
        Assert.Equal(HttpStatusCode.NotFound, (await sales.Ana.PlainBrowser.GetAsync($"/opportunities/{deal.Id}")).StatusCode);
        await sales.Ana.PlainBrowser.PostFormAsync($"/opportunities/{deal.Id}/restorations");
        Assert.Contains("Brought back", await sales.Ana.PlainBrowser.TextAsync($"/opportunities/{deal.Id}"));
    }
}
