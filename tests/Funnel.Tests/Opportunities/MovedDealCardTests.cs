using System.Net;
using System.Net.Http.Json;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Tests.Opportunities;

/// <summary>Cards of deals on the boards of their list.</summary>
public sealed class MovedDealCardTests
{
    [Theory, OnBoth]
    public async Task A_deal_is_moved_by_an_own_field_by_its_stage_and_to_another_owner(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var leader = await sales.Ana.Tenant.PersonAsync(Role.Leader, "Lena Vogt");
        Assert.True((await leader.Program.PostAsJsonAsync("/api/custom-fields", new { kind = "opportunity", label = "Route", type = "Choice", options = "North\nSouth" })).IsSuccessStatusCode);
        var deal = await sales.DealAsync("Yard", stage: "Discover");
        Assert.Contains("Route is now South.", await MovedAsync("cf.route", "South", 1));
        Assert.Contains("What shows it: Is comparing ways?", WebUtility.HtmlDecode(await MovedAsync("stage", $"{sales.Stage("Propose").Id}", 2)));
        await sales.ShownAsync(deal.Id, "Discover");
        var moved = await MovedAsync("stage", $"{sales.Stage("Propose").Id}", 2);
        Assert.Contains("Stage is now Propose.", moved);
        // It goes back as a move of the funnel's board does.
        var back = await sales.Ana.PlainBrowser.PostAsync(System.Text.RegularExpressions.Regex.Match(WebUtility.HtmlDecode(moved), "action=\"(/opportunities/[^\"]*moves-back[^\"]*)\"").Groups[1].Value, null);
        Assert.Equal("/opportunities?as=board&group=stage", back.Headers.Location!.ToString());
        Assert.Equal(sales.Stage("Discover").Id, (await sales.StoredAsync(deal.Id)).StageId);
        await MovedAsync("stage", $"{sales.Stage("Propose").Id}", 4);
        Assert.Contains("Owner is now Lena Vogt.", await MovedAsync("owner", $"{leader.Id}", 5));
        var stored = await sales.StoredAsync(deal.Id);
        Assert.Equal((sales.Stage("Propose").Id, leader.Id), (stored.StageId, stored.OwnerId));
        Assert.Contains("South", stored.CustomFields, StringComparison.Ordinal);

        async Task<string> MovedAsync(string column, string to, int version) =>
            await (await sales.Ana.Browser.PostFormAsync($"/opportunities/moves?as=board&group={column}", ("id", $"{deal.Id}"), ("version", $"{version}"), ("To", to))).Content.ReadAsStringAsync();
    }

    [Theory, OnBoth]
    public async Task A_card_moved_by_stage_asks_what_shows_the_step_and_goes_on_once_it_is_said_on_the_board_it_was_moved_on(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var deal = await sales.DealAsync("Yard", stage: "Discover");
        const string Board = "?as=board&group=stage&q=Yard";
        var asked = WebUtility.HtmlDecode(await MovedAsync(("Evidence", "")));
        foreach (var said in (string[])["What shows it: Is comparing ways?", "Put into Propose", "They told us, the note follows", $"action=\"/opportunities/moves{Board}\"", $"href=\"/opportunities{Board}\""]) Assert.Contains(said, asked);
        Assert.Equal(sales.Stage("Discover").Id, (await sales.StoredAsync(deal.Id)).StageId);
        var moved = await MovedAsync(("Evidence", "They asked three of us for their figures"));
        Assert.Contains("Stage is now Propose.", moved);
        Assert.DoesNotContain("What shows it", moved);
        Assert.Equal(sales.Stage("Propose").Id, (await sales.StoredAsync(deal.Id)).StageId);
        Assert.Equal(["They asked three of us for their figures"], await sales.Ana.InDb(db => db.StageEvidence.Where(e => e.OpportunityId == deal.Id).Select(e => e.Text).ToListAsync()));
        var other = await sales.DealAsync("Yard two", stage: "Discover");
        var without = await sales.Ana.Browser.PostFormAsync("/opportunities/moves" + Board, ("id", $"{other.Id}"), ("version", "1"), ("To", $"{sales.Stage("Propose").Id}"), ("Reason", "They do not need this step"));
        Assert.Contains("Stage is now Propose.", await without.Content.ReadAsStringAsync());
        Assert.Contains("They do not need this step", await sales.Ana.PlainBrowser.TextAsync($"/opportunities/{other.Id}"));

        async Task<string> MovedAsync((string, string) said) => await (await sales.Ana.Browser.PostFormAsync("/opportunities/moves" + Board, ("id", $"{deal.Id}"), ("version", "1"), ("To", $"{sales.Stage("Propose").Id}"), said)).Content.ReadAsStringAsync();
    }

    [Theory, OnBoth]
    public async Task A_deal_is_not_closed_by_dragging_it_under_an_end(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var deal = await sales.DealAsync("Yard", stage: "Discover");
        var answer = await sales.Ana.Browser.PostFormAsync("/opportunities/moves?as=board&group=stage", ("id", $"{deal.Id}"), ("version", "1"), ("To", $"{sales.Stage("Won").Id}"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("A deal is closed with its day", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(sales.Stage("Discover").Id, (await sales.StoredAsync(deal.Id)).StageId);
        var won = await sales.DealAsync("Quay", stage: "Won");
        var again = await sales.Ana.Browser.PostFormAsync("/opportunities/moves?all=1&as=board&group=stage", ("id", $"{won.Id}"), ("version", "1"), ("To", $"{sales.Stage("Propose").Id}"));
        Assert.Contains("reopen it on its own page", await again.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(sales.Stage("Won").Id, (await sales.StoredAsync(won.Id)).StageId);
    }
}
