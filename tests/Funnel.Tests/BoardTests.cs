using System.Net;
using Coxswain.Funnel.Boards;
using Coxswain.Funnel.Opportunities;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Tests;

public sealed class BoardTests
{
    [Theory, OnBoth]
    public async Task Columns_are_the_open_stages_with_count_and_sum(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        await sales.DealAsync("Yard", stage: "Discover", amount: 10_000_00);
        await sales.DealAsync("Quay", stage: "Discover", amount: 5_000_00);
        await sales.DealAsync("Done", stage: "Won");
        var board = await sales.Ana.PlainBrowser.TextAsync("/opportunities/board?owner=all");
        Assert.Contains("2 · €\u00A015,000", board);
        Assert.Contains("Yard", board);
        Assert.DoesNotContain("Done</a>", board);
        Assert.DoesNotContain("<h3 id=\"board-" + sales.Stage("Won").Id, board);
    }

    [Theory, OnBoth]
    public async Task A_moved_card_answers_with_the_board_and_a_way_back(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var deal = await sales.DealAsync("Yard", stage: "Discover");
        await sales.ShownAsync(deal.Id, "Discover");
        var answer = await sales.Ana.Browser.PostFormAsync("/opportunities/board/moves?owner=all", ("id", $"{deal.Id}"), ("version", "1"), ("stage", sales.Stage("Propose").Id.ToString()));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var html = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.Contains("data-board", html);
        Assert.Contains("Yard is now in Propose.", html);
        Assert.Contains($"/opportunities/{deal.Id}/moves-back?version=2&from=board", html);
        var undone = await sales.Ana.PlainBrowser.PostFormAsync($"/opportunities/{deal.Id}/moves-back?version=2&from=board");
        Assert.Equal("/opportunities/board", undone.Headers.Location!.ToString());
        Assert.Equal(sales.Stage("Discover").Id, (await sales.StoredAsync(deal.Id)).StageId);
    }

    [Theory, OnBoth]
    public async Task A_card_someone_moved_meanwhile_says_where_it_is(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var deal = await sales.DealAsync("Yard", stage: "Discover");
        await sales.ShownAsync(deal.Id, "Discover");
        await sales.Ana.Browser.PostFormAsync("/opportunities/board/moves", ("id", $"{deal.Id}"), ("version", "1"), ("stage", sales.Stage("Propose").Id.ToString()));
        var second = await sales.Ana.Browser.PostFormAsync("/opportunities/board/moves", ("id", $"{deal.Id}"), ("version", "1"), ("stage", sales.Stage("Decide").Id.ToString()), ("Reason", "They hurry"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, second.StatusCode);
        Assert.Contains("Someone put it into Propose", await second.Content.ReadAsStringAsync());
    }

    [Theory, OnBoth]
    public async Task A_colleagues_card_is_seen_but_offers_no_move(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var ben = await sales.Ana.Tenant.PersonAsync(Role.Seller, "Ben Ito");
        var deal = await sales.DealAsync("Bens", owner: ben);
        var board = await sales.Ana.PlainBrowser.TextAsync("/opportunities/board?owner=all");
        Assert.Contains("Bens", board);
        Assert.DoesNotContain("data-move-to", board);
        Assert.DoesNotContain("Bens", await sales.Ana.PlainBrowser.TextAsync("/opportunities/board?owner=mine"));
        Assert.Contains("Bens", await sales.Ana.PlainBrowser.TextAsync($"/opportunities/board?owner={ben.Id}"));
        Assert.Equal(HttpStatusCode.Forbidden, (await sales.Ana.Browser.PostFormAsync("/opportunities/board/moves", ("id", $"{deal.Id}"), ("stage", sales.Stage("Propose").Id.ToString()))).StatusCode);
    }

    [Theory, OnBoth]
    public async Task A_full_column_shows_the_next_to_be_decided_and_counts_the_rest_in_at_most_four_statements(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        await sales.Ana.InDb(async db => { await db.InsertManyAsync([.. Enumerable.Range(1, 170).Select(i => new Opportunity { Name = $"Deal {i}", OwnerId = sales.Ana.Id, StageId = sales.Stages[0].Id, End = StageEnd.Open, Currency = "EUR", Amount = 100 })], default); return true; });
        var board = await sales.Ana.PlainBrowser.TextAsync("/opportunities/board");
        Assert.Equal(BoardStage.MostCards, board.Split("data-card").Length - 1);
        Assert.Contains("New: and 150 more in the list", board);
        Assert.Contains("170 · €\u00A0170", board);
        Assert.InRange((await sales.Ana.StatementsAsync("/opportunities/board")).Count, 1, 4);
    }

    [Fact]
    public async Task A_board_with_every_column_full_comes_in_at_most_15_KB_and_draws_one_form()
    {
        var sales = await Sales.OnAsync(Engine.Sqlite);
        var chance = new Random(7);
        await sales.Ana.InDb(async db => { await db.InsertManyAsync([.. sales.Stages.Where(s => s.End is StageEnd.Open).SelectMany(s => Enumerable.Range(1, 60).Select(i => new Opportunity { Name = $"{(char)chance.Next('A', 'Z')}{chance.Next()} service contract", OwnerId = sales.Ana.Id, StageId = s.Id, End = StageEnd.Open, Currency = "EUR", Amount = chance.Next(1_000_00, 90_000_00), CloseOn = new DateOnly(2026, 1, 1).AddDays(chance.Next(365)) }))], default); return true; });
        var client = sales.Ana.PlainBrowser;
        Assert.Single(System.Text.RegularExpressions.Regex.Matches(await client.PageAsync("/opportunities/board"), "data-move data-no-draft"));
        client.DefaultRequestHeaders.Add("Accept-Encoding", "br");
        var answer = await client.GetAsync("/opportunities/board");
        Assert.Equal(["br"], answer.Content.Headers.ContentEncoding);
        Assert.InRange((await answer.Content.ReadAsByteArrayAsync()).Length, 2_000, 15 * 1024);
    }

    [Theory, OnBoth]
    public async Task The_board_of_a_past_day_shows_the_funnel_of_that_day(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        await sales.Ana.InDb(async db =>
        {
            var old = new Opportunity { Name = "Closed since", OwnerId = sales.Ana.Id, StageId = sales.Stage("Won").Id, End = StageEnd.Won, Currency = "EUR", Amount = 700_00, OpenedOn = new DateOnly(2026, 1, 10), ClosedOn = new DateOnly(2026, 3, 1) };
            OpportunityHistory.Reconstruct(old, new DateOnly(2026, 6, 30), new DateTime(2026, 7, 1, 0, 0, 0, DateTimeKind.Utc));
            db.Add(old);
            return await db.SaveChangesAsync();
        });
        var past = await sales.Ana.PlainBrowser.TextAsync("/opportunities/board?owner=all&asOf=2026-02-01");
        Assert.Contains("Closed since", past);
        Assert.Contains("Stage not recorded", past);
        Assert.DoesNotContain("data-move", past);
        Assert.DoesNotContain("Closed since", await sales.Ana.PlainBrowser.TextAsync("/opportunities/board?owner=all&asOf=2026-03-02"));
    }
}
