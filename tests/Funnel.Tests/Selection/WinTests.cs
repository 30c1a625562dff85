using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Selection;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Tests.Selection;

/// <summary>A win passes every step of the customer that is left, and says what shows them or why it goes without.</summary>
public sealed class WinTests
{
    [Theory, OnBoth]
    public async Task A_win_says_what_shows_the_steps_it_passes_or_why_it_goes_without(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var leader = await sales.Ana.Tenant.PersonAsync(Role.Leader, "Lena Vogt");
        var deal = await sales.DealAsync(stage: "Decide");
        Assert.Contains("What shows it: Signs?", await sales.Ana.PlainBrowser.TextAsync($"/opportunities/{deal.Id}/closing"));
        var silent = await CloseAsync(sales, deal.Id);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, silent.StatusCode);
        Assert.Contains("Say what shows it, or why it goes on without.", await silent.Content.ReadAsStringAsync());
        Assert.Equal(StageEnd.Open, (await sales.StoredAsync(deal.Id)).End);
        Assert.Equal(HttpStatusCode.SeeOther, (await CloseAsync(sales, deal.Id, ("Reason", "They told us on the phone"))).StatusCode);
        var note = await sales.Ana.InDb(db => db.MoveNotes.SingleAsync());
        Assert.Equal((MoveKind.Unshown, "Signs", "They told us on the phone", false), (note.Kind, note.Without!, note.Reason!, note.IsStated));
        var page = await sales.Ana.PlainBrowser.TextAsync($"/opportunities/{deal.Id}");
        Assert.Contains("Went on without: Signs", page);
        Assert.Contains("They told us on the phone", page);
        // The earlier steps, which nobody noted either, stand there too.
        Assert.Contains("Discover · not shown yet", page);
        var figures = (await leader.Program.GetFromJsonAsync<JsonElement>("/api/processes/lessons")).GetProperty("figures").EnumerateArray().ToDictionary(f => f.GetProperty("stage").GetString()!, f => (f.GetProperty("wonPast").GetInt32(), f.GetProperty("without").GetInt32()));
        Assert.Equal(((1, 0), (0, 0)), (figures["Decide"], figures["Discover"]));
    }

    [Theory, OnBoth]
    public async Task What_shows_the_last_step_is_kept_with_a_win_and_stages_it_passed_over_are_named(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var signed = await sales.DealAsync("Signed", stage: "Decide");
        Assert.Equal(HttpStatusCode.SeeOther, (await CloseAsync(sales, signed.Id, ("Evidence", "Sent the signed order"), ("On", "2026-07-20"))).StatusCode);
        var shown = await sales.Ana.InDb(db => db.StageEvidence.SingleAsync());
        Assert.Equal((new DateOnly(2026, 7, 20), "Sent the signed order"), (shown.On, shown.Text));
        Assert.Empty(await sales.Ana.InDb(db => db.MoveNotes.ToListAsync()));
        var fast = await sales.DealAsync("Fast", stage: "Propose");
        Assert.Equal(HttpStatusCode.SeeOther, (await CloseAsync(sales, fast.Id, ("Reason", "It went faster than we noted"))).StatusCode);
        Assert.Equal([(MoveKind.Unshown, "Weighs our offer · Signs"), (MoveKind.Skipped, "Decide")], (await sales.Ana.InDb(db => db.MoveNotes.OrderBy(n => n.Id).ToListAsync())).Select(n => (n.Kind, n.Without!)));
        // A slip of the hand takes all of it along.
        Assert.Equal(HttpStatusCode.SeeOther, (await sales.Ana.PlainBrowser.PostFormAsync($"/opportunities/{fast.Id}/moves-back")).StatusCode);
        Assert.Empty(await sales.Ana.InDb(db => db.MoveNotes.ToListAsync()));
        Assert.Equal(StageEnd.Open, (await sales.StoredAsync(fast.Id)).End);
    }

    [Theory, OnBoth]
    public async Task A_win_another_system_tells_of_is_noted_as_stated_and_a_loss_is_asked_nothing(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var told = await sales.DealAsync("Told", stage: "Decide");
        Assert.True((await sales.Ana.Program.PostAsJsonAsync($"/api/opportunities/{told.Id}/closures", new { end = "Won" })).IsSuccessStatusCode);
        Assert.True(await sales.Ana.InDb(db => db.MoveNotes.Select(n => n.IsStated).SingleAsync()));
        Assert.Contains("stated by another system", await sales.Ana.PlainBrowser.TextAsync($"/opportunities/{told.Id}"));
        var lost = await sales.DealAsync("Gone", stage: "Propose");
        Assert.Equal(HttpStatusCode.SeeOther, (await sales.Ana.PlainBrowser.PostFormAsync($"/opportunities/{lost.Id}/closures", ("End", "Lost"))).StatusCode);
        Assert.Single(await sales.Ana.InDb(db => db.MoveNotes.ToListAsync()));
    }

    [Theory, OnBoth]
    public async Task A_win_of_a_past_day_is_a_slip_of_the_hand_too_and_takes_along_only_what_was_said_of_itself(Engine engine)
    {
        var sales = await Sales.InAsync(await Host.StartAsync(TestDatabases.MadeAsync(engine, "wins")));
        var deal = await sales.DealAsync(stage: "Decide");
        await CloseAsync(sales, deal.Id, ("Reason", "They told us"), ("On", "2026-07-10"));
        await BackAsync();
        Assert.Empty(await sales.Ana.InDb(db => db.MoveNotes.ToListAsync()));
        // What was said of an earlier win, which was no slip, stays.
        var earlier = new MoveNote { Id = Keys.Of(sales.Ana.Tenant.Host.Clock.GetUtcNow().UtcDateTime.AddDays(-1), Guid.NewGuid().ToByteArray()), OpportunityId = deal.Id, FromStageId = deal.StageId, ToStageId = sales.Stage("Won").Id, Kind = MoveKind.Unshown, Without = "Signs", Reason = "They told us before", IsStated = false, On = new DateOnly(2026, 7, 9), SaidById = sales.Ana.Id };
        await sales.Ana.Tenant.SaveAsync(earlier);
        await CloseAsync(sales, deal.Id, ("Reason", "They told us again"));
        Assert.Contains("They told us again", (await sales.Ana.InDb(db => db.MoveNotes.ToListAsync())).Select(n => n.Reason));
        await BackAsync();
        Assert.Equal("They told us before", await sales.Ana.InDb(db => db.MoveNotes.Select(n => n.Reason).SingleAsync()));

        async Task BackAsync() => Assert.Equal(HttpStatusCode.SeeOther, (await sales.Ana.PlainBrowser.PostFormAsync($"/opportunities/{deal.Id}/moves-back")).StatusCode);
    }

    [Theory, OnBoth]
    public async Task A_stage_that_came_later_than_the_ends_is_passed_by_a_win_all_the_same(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var late = new Stages.Stage { Name = "Legal", Position = 20, End = StageEnd.Open, CustomerAct = "Had it read by their lawyers", IsBinding = true, Category = ForecastCategory.Pipeline };
        await sales.Ana.Tenant.SaveAsync(late);
        var deal = new Opportunity { Name = "Imported", OwnerId = sales.Ana.Id, StageId = late.Id, End = StageEnd.Open, Currency = "EUR" };
        await sales.Ana.Tenant.SaveAsync(deal);
        var refused = await CloseAsync(sales, deal.Id, ("Reason", "They told us"));
        Assert.Contains("It stays in Legal until something shows: Had it read by their lawyers.", await refused.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.SeeOther, (await CloseAsync(sales, deal.Id, ("Evidence", "Their lawyer sent remarks"))).StatusCode);
        Assert.Empty(await sales.Ana.InDb(db => db.MoveNotes.ToListAsync()));
    }

    private static Task<HttpResponseMessage> CloseAsync(Sales sales, Guid deal, params (string, string)[] said) => sales.Ana.PlainBrowser.PostFormAsync($"/opportunities/{deal}/closures", [("End", "Won"), .. said]);
}
