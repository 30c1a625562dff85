using System.Net;
using System.Net.Http.Json;
using Coxswain.Funnel.Selection;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Tests.Selection;

/// <summary>A deal follows the customer: to go on it asks what shows their step, or why it goes on without.</summary>
public sealed class MovingTests
{
    [Theory, OnBoth]
    public async Task Advancing_over_a_step_that_nothing_shows_asks_for_it_and_the_deal_stays_until_then(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var deal = await sales.DealAsync(stage: "Discover");
        var asked = await sales.Ana.PlainBrowser.PostFormAsync($"/opportunities/{deal.Id}/moves", ("Stage", $"{sales.Stage("Propose").Id}"), ("Version", "1"));
        Assert.Equal($"/opportunities/{deal.Id}/moving?stage={sales.Stage("Propose").Id}", asked.Headers.Location!.ToString());
        Assert.Contains("What shows it: Is comparing ways?", await sales.Ana.PlainBrowser.TextAsync(asked.Headers.Location.ToString()));
        Assert.Equal(sales.Stage("Discover").Id, (await sales.StoredAsync(deal.Id)).StageId);
        var silent = await SayAsync(sales, deal.Id, "Propose");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, silent.StatusCode);
        Assert.Contains("Say what shows it, or why it goes on without.", await silent.Content.ReadAsStringAsync());
        await SayAsync(sales, deal.Id, "Propose", ("Evidence", "Sent us their list of three"));
        var page = await sales.Ana.PlainBrowser.TextAsync($"/opportunities/{deal.Id}");
        Assert.Contains("Propose · day 1", page);
        Assert.Contains("Discover · shown", page);
        Assert.Contains("Sent us their list of three", page);
        Assert.Empty(await sales.Ana.InDb(db => db.MoveNotes.ToListAsync()));
    }

    [Theory, OnBoth]
    public async Task A_step_that_is_shown_is_passed_with_one_press(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var deal = await sales.DealAsync(stage: "Discover");
        await ShownAsync(sales, deal.Id, "Discover");
        await sales.Ana.PlainBrowser.PostFormAsync($"/opportunities/{deal.Id}/moves", ("Stage", $"{sales.Stage("Propose").Id}"), ("Version", "1"));
        Assert.Equal(sales.Stage("Propose").Id, (await sales.StoredAsync(deal.Id)).StageId);
    }

    [Theory, OnBoth]
    public async Task Why_it_went_on_without_stays_visible_and_says_when_the_step_was_shown_since(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var deal = await sales.DealAsync(stage: "Discover");
        await SayAsync(sales, deal.Id, "Propose", ("Reason", "They told us on the fair"));
        var page = await sales.Ana.PlainBrowser.TextAsync($"/opportunities/{deal.Id}");
        Assert.Contains("Went on without: Is comparing ways", page);
        Assert.Contains("They told us on the fair · ", page);
        Assert.Contains(">not shown</span>", page);
        await ShownAsync(sales, deal.Id, "Discover");
        page = await sales.Ana.PlainBrowser.TextAsync($"/opportunities/{deal.Id}");
        Assert.Contains("Went on without: Is comparing ways", page);
        Assert.Contains("shown since", page);
        Assert.DoesNotContain(">not shown</span>", page);
    }

    [Theory, OnBoth]
    public async Task Passing_over_stages_asks_for_every_step_on_the_way_and_says_which_it_shows(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var deal = await sales.DealAsync(stage: "Qualify");
        var page = await sales.Ana.PlainBrowser.TextAsync($"/opportunities/{deal.Id}/moving?stage={sales.Stage("Propose").Id}");
        Assert.Contains("2 steps of theirs are not shown yet.", page);
        Assert.Contains("It passes over Discover.", page);
        var vague = await SayAsync(sales, deal.Id, "Propose", ("Evidence", "Asked for an offer"));
        Assert.Contains("Say which of these it shows.", await vague.Content.ReadAsStringAsync());
        var half = await SayAsync(sales, deal.Id, "Propose", ("Evidence", "Asked for an offer"), ("Shows", $"{sales.Stage("Qualify").Id}"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, half.StatusCode);
        await SayAsync(sales, deal.Id, "Propose", ("Evidence", "Asked for an offer"), ("Shows", $"{sales.Stage("Qualify").Id}"), ("Reason", "They compare nobody"));
        var (shown, said) = await sales.Ana.InDb(async db => (await db.StageEvidence.SingleAsync(), await db.MoveNotes.OrderBy(n => n.Id).ToListAsync()));
        Assert.Equal(sales.Stage("Qualify").Id, shown.StageId);
        Assert.Equal([(MoveKind.Unshown, "Is comparing ways", "They compare nobody"), (MoveKind.Skipped, "Discover", "They compare nobody")], said.Select(n => (n.Kind, n.Without, n.Reason)));
        var told = await sales.Ana.PlainBrowser.TextAsync($"/opportunities/{deal.Id}");
        foreach (var word in (string[])["Went on without: Is comparing ways", "Passed over: Discover"]) Assert.Contains(word, told);
    }

    [Theory, OnBoth]
    public async Task Stages_passed_over_and_ways_back_are_recorded_though_nobody_has_to_explain_them(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var deal = await sales.DealAsync(stage: "Qualify");
        foreach (var stage in (string[])["Qualify", "Discover"]) await ShownAsync(sales, deal.Id, stage);
        await sales.Ana.PlainBrowser.PostFormAsync($"/opportunities/{deal.Id}/moves", ("Stage", $"{sales.Stage("Propose").Id}"));
        await sales.Ana.PlainBrowser.PostFormAsync($"/opportunities/{deal.Id}/moves", ("Stage", $"{sales.Stage("Qualify").Id}"), ("Reason", "Their budget was cut"));
        var page = await sales.Ana.PlainBrowser.TextAsync($"/opportunities/{deal.Id}");
        Assert.Contains("Passed over: Discover", page);
        Assert.Contains("Went back", page);
        Assert.Contains("Their budget was cut", page);
    }

    [Theory, OnBoth]
    public async Task A_binding_step_holds_a_deal_whatever_the_reason_and_holds_a_win_too(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var deal = await sales.DealAsync(stage: "Discover");
        var admin = await sales.Ana.Tenant.PersonAsync(Role.Admin, "Tunde Nwosu");
        var stage = await BindAsync(sales, admin);
        Assert.Contains("has to be shown", await admin.PlainBrowser.TextAsync("/settings/stages"));
        var refused = await SayAsync(sales, deal.Id, "Propose", ("Reason", "They told us"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("It stays in Discover until something shows: Is comparing ways.", await refused.Content.ReadAsStringAsync());
        var stated = await sales.Ana.Program.PostAsJsonAsync($"/api/opportunities/{deal.Id}/moves", new { stage = sales.Stage("Propose").Id });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, stated.StatusCode);
        var won = await sales.Ana.PlainBrowser.PostFormAsync($"/opportunities/{deal.Id}/closures", ("End", "Won"));
        Assert.Contains("It stays in Discover until something shows: Is comparing ways.", await won.Content.ReadAsStringAsync());
        Assert.Contains("has to be shown", await sales.Ana.PlainBrowser.TextAsync($"/opportunities/{deal.Id}/closing"));
        Assert.Equal((stage.Id, StageEnd.Open), ((await sales.StoredAsync(deal.Id)).StageId, (await sales.StoredAsync(deal.Id)).End));
        await SayAsync(sales, deal.Id, "Propose", ("Evidence", "Sent us their list of three"));
        Assert.Equal(sales.Stage("Propose").Id, (await sales.StoredAsync(deal.Id)).StageId);
    }

    [Theory, OnBoth]
    public async Task A_binding_step_is_not_walked_round_by_closing_and_reopening_nor_by_beginning_beyond_it(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var deal = await sales.DealAsync(stage: "Discover");
        var stage = await BindAsync(sales, await sales.Ana.Tenant.PersonAsync(Role.Admin, "Tunde Nwosu"));
        Assert.Equal(HttpStatusCode.SeeOther, (await sales.Ana.PlainBrowser.PostFormAsync($"/opportunities/{deal.Id}/closures", ("End", "Lost"))).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SayAsync(sales, deal.Id, "Decide", ("Reason", "They told us"))).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await sales.Ana.Program.PostAsJsonAsync($"/api/opportunities/{deal.Id}/moves", new { stage = sales.Stage("Decide").Id })).StatusCode);
        Assert.Equal(StageEnd.Lost, (await sales.StoredAsync(deal.Id)).End);
        // Back to where it was it comes without a word.
        Assert.Equal(HttpStatusCode.SeeOther, (await SayAsync(sales, deal.Id, "Discover")).StatusCode);
        Assert.Equal((stage.Id, StageEnd.Open), ((await sales.StoredAsync(deal.Id)).StageId, (await sales.StoredAsync(deal.Id)).End));
        Assert.Empty(await sales.Ana.InDb(db => db.MoveNotes.ToListAsync()));
        var begun = await sales.Ana.Program.PostAsJsonAsync("/api/opportunities", new { name = "Late", stage = sales.Stage("Propose").Id });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, begun.StatusCode);
        Assert.Contains("No deal begins in Propose before something shows: Is comparing ways.", await begun.Content.ReadAsStringAsync());
        Assert.True((await sales.Ana.Program.PostAsJsonAsync("/api/opportunities", new { name = "Early", stage = stage.Id })).IsSuccessStatusCode);
    }

    [Theory, OnBoth]
    public async Task What_another_system_says_is_taken_and_marked_as_stated_by_it(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var deal = await sales.DealAsync(stage: "Discover");
        var moved = await sales.Ana.Program.PostAsJsonAsync($"/api/opportunities/{deal.Id}/moves", new { stage = sales.Stage("Propose").Id });
        Assert.True(moved.IsSuccessStatusCode);
        var page = await sales.Ana.PlainBrowser.TextAsync($"/opportunities/{deal.Id}");
        Assert.Contains("Went on without: Is comparing ways", page);
        Assert.Contains("stated by another system", page);
        // With a word of why it is as good as a person's.
        Assert.True((await sales.Ana.Program.PostAsJsonAsync($"/api/opportunities/{deal.Id}/moves", new { stage = sales.Stage("Decide").Id, evidence = "Asked for the contract" })).IsSuccessStatusCode);
        Assert.Equal("Asked for the contract", (await sales.Ana.InDb(db => db.StageEvidence.SingleAsync())).Text);
    }

    [Theory, OnBoth]
    public async Task A_dragged_card_asks_on_the_board_and_one_press_takes_a_reason(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var deal = await sales.DealAsync("Yard", stage: "Discover");
        (string, string)[] card = [("id", $"{deal.Id}"), ("version", "1"), ("stage", $"{sales.Stage("Propose").Id}")];
        var asked = WebUtility.HtmlDecode(await (await sales.Ana.Browser.PostFormAsync("/opportunities/board/moves?owner=all", card)).Content.ReadAsStringAsync());
        Assert.Contains("What shows it: Is comparing ways?", asked);
        Assert.Contains("value=\"They told us, the note follows\"", asked);
        Assert.Equal(sales.Stage("Discover").Id, (await sales.StoredAsync(deal.Id)).StageId);
        var pressed = await (await sales.Ana.Browser.PostFormAsync("/opportunities/board/moves?owner=all", [.. card, ("Reason", "They told us, the note follows")])).Content.ReadAsStringAsync();
        Assert.Contains("Yard is now in Propose.", pressed);
        Assert.DoesNotContain("What shows it", pressed);
        Assert.Equal("They told us, the note follows", (await sales.Ana.InDb(db => db.MoveNotes.SingleAsync())).Reason);
    }

    [Theory, OnBoth]
    public async Task A_move_taken_back_takes_what_was_said_of_it_along(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var deal = await sales.DealAsync(stage: "Discover");
        await SayAsync(sales, deal.Id, "Propose", ("Reason", "They told us"));
        await sales.Ana.PlainBrowser.PostFormAsync($"/opportunities/{deal.Id}/moves-back");
        Assert.Empty(await sales.Ana.InDb(db => db.MoveNotes.ToListAsync()));
        Assert.DoesNotContain(">not shown</span>", await sales.Ana.PlainBrowser.TextAsync($"/opportunities/{deal.Id}"));
    }

    [Theory, OnBoth]
    public async Task What_was_said_of_a_move_stays_when_the_deal_goes_back_later_and_that_is_noted_too(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var deal = await sales.DealAsync(stage: "Discover");
        await SayAsync(sales, deal.Id, "Propose", ("Reason", "They told us"));
        var (now, discover, propose) = (sales.Ana.Tenant.Host.Clock.GetUtcNow().UtcDateTime, sales.Stage("Discover").Id, sales.Stage("Propose").Id);
        var (begun, moved, back) = (now.AddDays(-3), now.AddHours(-2), now.AddHours(-1));
        await sales.Ana.InDb(db => db.OpportunityStates.Where(s => s.OpportunityId == deal.Id && s.StageId == discover).ExecuteUpdateAsync(o => o.SetProperty(s => s.From, begun)));
        await sales.Ana.InDb(db => db.OpportunityStates.Where(s => s.OpportunityId == deal.Id && s.StageId == propose).ExecuteUpdateAsync(o => o.SetProperty(s => s.From, moved)));
        await sales.Ana.PlainBrowser.PostFormAsync($"/opportunities/{deal.Id}/moves-back");
        Assert.Equal(sales.Stage("Discover").Id, (await sales.StoredAsync(deal.Id)).StageId);
        Assert.Equal([MoveKind.Unshown, MoveKind.Back], await sales.Ana.InDb(db => db.MoveNotes.OrderBy(n => n.Id).Select(n => n.Kind).ToListAsync()));
        var page = await sales.Ana.PlainBrowser.TextAsync($"/opportunities/{deal.Id}");
        Assert.Contains("They told us", page);
        Assert.Contains("Went back", page);
        // Forward again it goes as every move does.
        await sales.Ana.InDb(db => db.OpportunityStates.Where(s => s.OpportunityId == deal.Id && s.From > moved).ExecuteUpdateAsync(o => o.SetProperty(s => s.From, back)));
        var again = await sales.Ana.PlainBrowser.PostFormAsync($"/opportunities/{deal.Id}/moves-back");
        Assert.Contains("move it on from its page", WebUtility.HtmlDecode(await again.Content.ReadAsStringAsync()));
        Assert.Equal(sales.Stage("Discover").Id, (await sales.StoredAsync(deal.Id)).StageId);
    }

    [Theory, OnBoth]
    public async Task A_deal_that_begins_late_says_what_it_went_without_and_who_said_so(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        await sales.Ana.Program.PostAsJsonAsync("/api/opportunities", new { name = "Told", stage = sales.Stage("Propose").Id });
        await sales.Ana.PlainBrowser.PostFormAsync("/opportunities", ("Name", "Chosen"), ("Stage", $"{sales.Stage("Discover").Id}"));
        await sales.Ana.PlainBrowser.PostFormAsync("/opportunities", ("Name", "First"));
        var said = await sales.Ana.InDb(db => db.MoveNotes.Join(db.Opportunities, n => n.OpportunityId, o => o.Id, (n, o) => new { o.Name, n.Kind, n.Without, n.IsStated }).OrderBy(n => n.Name).ToListAsync());
        Assert.Equal([("Chosen", MoveKind.Unshown, "Noticed a problem · Agreed it matters", false), ("Told", MoveKind.Unshown, "Noticed a problem · Agreed it matters · Is comparing ways", true)], said.Select(n => (n.Name, n.Kind, n.Without!, n.IsStated)));
        var told = await sales.Ana.InDb(db => db.Opportunities.Where(o => o.Name == "Told").Select(o => o.Id).SingleAsync());
        foreach (var (stage, chip) in new[] { ("Qualify", ">not shown</span>"), ("Discover", ">not shown</span>"), (sales.Stages[0].Name, ">shown since</span>") })
        {
            await ShownAsync(sales, told, stage);
            Assert.Contains(chip, await sales.Ana.PlainBrowser.TextAsync($"/opportunities/{told}"));
        }
    }

    [Theory, OnBoth]
    public async Task A_day_to_come_a_closed_deal_and_somebody_elses_are_refused(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var deal = await sales.DealAsync(stage: "Discover");
        var early = await SayAsync(sales, deal.Id, "Propose", ("Evidence", "Sent it"), ("On", "2031-01-01"));
        Assert.Contains("This day is still to come", await early.Content.ReadAsStringAsync());
        Assert.Contains("Sent it", await early.Content.ReadAsStringAsync());
        var other = await sales.Ana.Tenant.PersonAsync(Role.Seller, "Otto Lang");
        Assert.Equal(HttpStatusCode.Forbidden, (await other.Browser.PostFormAsync($"/opportunities/{deal.Id}/moves", ("Stage", $"{sales.Stage("Propose").Id}"), ("Reason", "Mine now"))).StatusCode);
        Assert.Empty(await sales.Ana.InDb(db => db.MoveNotes.ToListAsync()));
    }

    private static async Task<Stages.Stage> BindAsync(Sales sales, TestViewer admin)
    {
        var stage = sales.Stage("Discover");
        await admin.PlainBrowser.PostFormAsync($"/settings/stages/{stage.Id}", ("Name", "Discover"), ("CustomerAct", "Is comparing ways"), ("Category", "Pipeline"), ("Version", $"{stage.Version}"), ("Ticks", "true"), ("IsBinding", "true"), ("TakesRunning", "true"));
        return stage;
    }

    private static Task<HttpResponseMessage> SayAsync(Sales sales, Guid deal, string stage, params (string, string)[] said) =>
        sales.Ana.PlainBrowser.PostFormAsync($"/opportunities/{deal}/moves", [("Stage", $"{sales.Stage(stage).Id}"), ("Asked", "true"), .. said]);

    private static Task<HttpResponseMessage> ShownAsync(Sales sales, Guid deal, string stage) => sales.ShownAsync(deal, stage);
}
