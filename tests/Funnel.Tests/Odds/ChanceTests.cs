using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Coxswain.Funnel.Odds;
using Coxswain.Funnel.Plans;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Jobs;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Tests.Odds;

/// <summary>What plans tell of winning, as its readers see it.</summary>
public sealed class ChanceTests
{
    private const string Page = OddsRoutes.Page;

    [Theory, OnBoth]
    public async Task Open_deals_with_a_plan_are_told_how_deals_with_a_plan_like_theirs_ended_and_what_each_score_does_to_that(Engine engine)
    {
        var told = await Told.OnAsync(engine);
        Assert.Contains("What tells wins from losses is worked out in the night.", await told.Ana.PlainBrowser.TextAsync(Page));
        await told.EndedAsync(won: 24, lost: 18);
        var (good, bare) = (await told.OpenAsync("Yard planning", isCovered: true), await told.OpenAsync("Gate scales", isCovered: null));
        Assert.DoesNotContain("Deals with a plan like this", await told.Ana.PlainBrowser.TextAsync($"/opportunities/{good.Id}/plan"));
        await told.NightAsync();
        var page = await told.Ana.PlainBrowser.TextAsync(Page);
        foreach (var said in (string[])["Coverage tells most: each 10 points more went with", "more won of 100", "was the same in all: not weighed", "With it at half of their life", "ln(p ÷ (1 − p)) =", "The plain share of wins", "n = 42"]) Assert.Contains(said, page);
        var plan = await told.Ana.PlainBrowser.TextAsync($"/opportunities/{good.Id}/plan");
        foreach (var said in (string[])["Deals with a plan like this", "% won (n = 42)", "raises it", Page]) Assert.Contains(said, plan);
        Assert.Contains("unknown: counted as usual", await told.Ana.PlainBrowser.TextAsync($"/opportunities/{bare.Id}/plan"));
        var (high, low) = (await ChanceAsync(told, good.Id), await ChanceAsync(told, bare.Id));
        Assert.InRange(high.GetProperty("share").GetDouble(), .7, 1);
        Assert.InRange(low.GetProperty("share").GetDouble(), 0, .45);
        Assert.Equal(4, high.GetProperty("scores").GetArrayLength());
        // A deal that has ended is told no chance.
        Assert.Equal(JsonValueKind.Null, (await ChanceAsync(told, (await told.EndedAsync("Ended late", isWon: true, isCovered: true)).Id)).ValueKind);
    }

    [Theory, OnBoth]
    public async Task Nothing_written_after_half_of_its_life_changes_what_a_deal_teaches_whatever_day_it_names(Engine engine)
    {
        var told = await Told.OnAsync(engine);
        var deals = await told.EndedAsync(won: 20, lost: 16);
        await told.FitAsync();
        var before = (await told.LatestAsync()).Fitted;
        var covered = deals[1].Id;
        await told.Ana.Tenant.SaveAsync(told.Said(covered, PlanField.Stance, Told.Half.AddDays(1), -5), told.Said(covered, PlanField.Stance, Told.Half, -5, written: Told.Half.AddDays(1)), told.Said(covered, PlanField.Stance, Told.Closed, -5));
        // A plan begun afterwards is none of that day, and so is that of a deal that ended on the day it began.
        await told.EndedAsync("Planned late", isWon: true, isCovered: false, begun: Told.Half.AddDays(1));
        await told.FitAsync();
        Assert.Equal((before, 36, 37), ((await told.LatestAsync()).Fitted, (await told.LatestAsync()).Deals, (await told.LatestAsync()).Ended));
        await told.Ana.Tenant.SaveAsync(told.Said(covered, PlanField.Stance, Told.Half, -5));
        await told.FitAsync();
        Assert.NotEqual(before, (await told.LatestAsync()).Fitted);
    }

    [Theory, OnBoth]
    public async Task Below_thirty_ended_or_ten_of_each_there_is_no_figure_and_the_page_says_how_many_are_missing(Engine engine)
    {
        var told = await Told.OnAsync(engine);
        var open = await told.OpenAsync("Yard planning", isCovered: true);
        await told.EndedAsync(won: 19, lost: 10);
        await told.FitAsync();
        var page = await told.Ana.PlainBrowser.TextAsync(Page);
        Assert.Contains("Too few deals with a plan have ended here to tell.", page);
        Assert.Contains("one more has to end", page);
        Assert.DoesNotContain("more won of 100", page);
        Assert.Equal(JsonValueKind.Null, (await ChanceAsync(told, open.Id)).ValueKind);
        await told.EndedAsync("The thirtieth", isWon: true, isCovered: true);
        await told.FitAsync();
        Assert.DoesNotContain("Too few", await told.Ana.PlainBrowser.TextAsync(Page));

        var allWon = await Told.OnAsync(engine);
        await allWon.EndedAsync(won: 33, lost: 0);
        await allWon.FitAsync();
        Assert.Contains("10 more that are not won", await allWon.Ana.PlainBrowser.TextAsync(Page));
    }

    [Theory, OnBoth]
    public async Task Where_the_four_tell_nothing_the_page_says_so_and_no_deal_is_given_a_chance(Engine engine)
    {
        var told = await Told.OnAsync(engine);
        await told.EndedAsync(won: 20, lost: 20, tells: false);
        var open = await told.OpenAsync("Yard planning", isCovered: true);
        await told.FitAsync();
        var page = await told.Ana.PlainBrowser.TextAsync(Page);
        foreach (var said in (string[])["Nothing in these four tells wins from losses here.", "no deal is given a chance", "Surprise"]) Assert.Contains(said, page);
        Assert.Equal(JsonValueKind.Null, (await ChanceAsync(told, open.Id)).ValueKind);
        Assert.DoesNotContain("Deals with a plan like this", await told.Ana.PlainBrowser.TextAsync($"/opportunities/{open.Id}/plan"));
    }

    [Theory, OnBoth]
    public async Task It_is_worked_out_once_a_night_and_a_past_day_keeps_what_it_was_told(Engine engine)
    {
        var told = await Told.OnAsync(engine);
        await told.EndedAsync(won: 16, lost: 14);
        await told.FitAsync(new DateOnly(2026, 6, 1));
        await told.EndedAsync("One more", isWon: true, isCovered: true);
        await told.NightAsync();
        await told.NightAsync();
        Assert.Equal((1, 2), await told.Ana.Tenant.InDb(async db => (await db.Rows<Job>().CountAsync(j => j.Kind == FitPlanModel.JobKind), await db.PlanModels.CountAsync())));
        Assert.Equal((30, 31), await told.Ana.InDb(async db => ((await ShowChance.ReadAsync(db, new(2026, 6, 30), default)).Deals, (await ShowChance.ReadAsync(db, new(2027, 1, 1), default)).Deals)));
        // Where another night tells the same, nothing is written.
        await told.FitAsync(new DateOnly(2026, 12, 1));
        Assert.Equal(2, await told.Ana.Tenant.InDb(db => db.PlanModels.CountAsync()));
    }

    [Theory, OnBoth]
    public async Task A_removed_deal_and_an_erased_person_fall_out_the_next_night(Engine engine)
    {
        var told = await Told.OnAsync(engine);
        var deals = await told.EndedAsync(won: 20, lost: 16);
        await told.FitAsync();
        var before = JsonDocument.Parse((await told.LatestAsync()).Fitted!).RootElement.GetProperty("Fit").GetProperty("Usual")[0].GetProperty("Mean").GetDouble();
        (await told.Ana.Program.DeleteAsync($"/api/opportunities/{deals[0].Id}")).EnsureSuccessStatusCode();
        await told.FitAsync();
        Assert.Equal(35, (await told.LatestAsync()).Deals);
        var admin = await told.Ana.Tenant.PersonAsync(Role.Admin, "Ada Lind");
        (await admin.Program.PostAsJsonAsync($"/api/contacts/{told.Petra.Id}/erasures", new { reason = "Asked" })).EnsureSuccessStatusCode();
        await told.FitAsync();
        var after = (await told.LatestAsync()).Fitted!;
        Assert.Equal(0, JsonDocument.Parse(after).RootElement.GetProperty("Fit").GetProperty("Usual")[0].GetProperty("Mean").GetDouble());
        Assert.True(before > 0);
        Assert.DoesNotContain("Petra", after);
    }

    [Theory, OnBoth]
    public async Task Whoever_may_not_read_deals_reads_none_of_it_and_another_organisation_has_its_own(Engine engine)
    {
        var told = await Told.OnAsync(engine);
        await told.EndedAsync(won: 24, lost: 18);
        await told.FitAsync();
        var recruiter = await told.Ana.Tenant.PersonAsync(Role.Recruiter, "Rosa Keller");
        Assert.Equal(HttpStatusCode.Forbidden, (await recruiter.Browser.GetAsync(Page)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await recruiter.Program.GetAsync("/api" + Page)).StatusCode);
        var read = JsonDocument.Parse(await told.Ana.Program.PageAsync("/api" + Page)).RootElement;
        Assert.Equal(("Tells", 42, 24, 18), (read.GetProperty("state").GetString(), read.GetProperty("deals").GetInt32(), read.GetProperty("won").GetInt32(), read.GetProperty("notWon").GetInt32()));
        var stranger = await (await told.Ana.Tenant.Host.TenantAsync()).PersonAsync(Role.Leader, "Lea Fremd");
        Assert.Equal("NotYet", JsonDocument.Parse(await stranger.Program.PageAsync("/api" + Page)).RootElement.GetProperty("state").GetString());
    }

    [Theory, OnBoth]
    public async Task Many_deals_are_read_with_as_many_statements_as_few_and_no_page_fits_anything(Engine engine)
    {
        var told = await Told.OnAsync(engine);
        var queries = told.Ana.Tenant.Host.Queries;
        await told.EndedAsync(won: 2, lost: 2);
        await told.FitAsync();
        var few = await queries.CountAsync(() => told.FitAsync());
        await told.EndedAsync(won: 20, lost: 20);
        await told.FitAsync();
        var many = await queries.CountAsync(() => told.FitAsync());
        Assert.Equal(few.Count, many.Count);
        Assert.InRange(many.Count, 5, 16);
        Assert.InRange((await told.Ana.StatementsAsync(Page)).Count, 1, 4);
        var open = await told.OpenAsync("Yard planning", isCovered: true);
        Assert.InRange((await told.Ana.StatementsAsync($"/opportunities/{open.Id}/plan")).Count, 1, 12);
    }

    private static async Task<JsonElement> ChanceAsync(Told told, Guid deal) => JsonDocument.Parse(await told.Ana.Program.PageAsync($"/api/opportunities/{deal}/plan")).RootElement.GetProperty("chance");
}
