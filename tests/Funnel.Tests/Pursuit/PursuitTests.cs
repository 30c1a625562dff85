using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Coxswain.Customers.Accounts;
using Coxswain.Customers.Activities;
using Coxswain.Customers.Contacts;
using Coxswain.Customers.Maps;
using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Plans;
using Coxswain.Funnel.Pursuit;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Tests.Pursuit;

/// <summary>Whether to go for a deal, to watch it or to leave it, and what leaving gives back.</summary>
public sealed class PursuitTests
{
    private static readonly DateOnly Today = new(2026, 7, 24);

    private sealed record Scene(Sales Sales, Account Account, Opportunity Deal)
    {
        public string Url => $"/opportunities/{Deal.Id}/pursuit";

        public TestViewer Ana => Sales.Ana;

        public Task<string> PageAsync() => Ana.PlainBrowser.TextAsync(Url);

        public Task<HttpResponseMessage> SayAsync(string field, string value, string evidence = "Told us so") => Ana.PlainBrowser.PostFormAsync(Url + "/sayings", ("Field", field), ("Value", value), ("Evidence", evidence));

        public Task<HttpResponseMessage> DecideAsync(string choice, string? reason = "They answer within a day", string? again = "2026-08-20", string? stop = null) =>
            Ana.PlainBrowser.PostFormAsync(Url + "/decisions", ("Choice", choice), ("Reason", reason ?? ""), ("AgainOn", again ?? ""), ("StopRule", stop ?? ""));

        public async Task FitAsync(FitSaid said)
        {
            var criterion = await Ana.InDb(db => db.FitCriteria.Select(c => c.Id).FirstAsync());
            await Ana.PlainBrowser.PostFormAsync($"/accounts/{Account.Id}/fit/answers", ("Criterion", $"{criterion}"), ("Said", $"{said}"), ("Evidence", "Sent it the same day"));
        }

        public async Task KnownAsync(params DealPart[] parts)
        {
            foreach (var part in parts)
            {
                var contact = new Contact { Name = $"Petra {part}", AccountId = Account.Id, OwnerId = Ana.Id };
                await Ana.Tenant.SaveAsync(contact);
                var place = new MapPerson { AccountId = Account.Id, ContactId = contact.Id };
                await Ana.Tenant.SaveAsync(place);
                await Ana.Tenant.SaveAsync(new MapPart { MapPersonId = place.Id, OpportunityId = Deal.Id, Part = part, Evidence = "Said so", AsOf = Today, SaidById = Ana.Id });
            }
        }

        /// <summary>Deals that took 10, 20, 30 … days.</summary>
        public Task EndedAsync(StageEnd end, int count) => Ana.Tenant.SaveAsync([.. Enumerable.Range(1, count).Select(i => new Opportunity
        {
            Name = $"{end} {i}", OwnerId = Ana.Id, StageId = Sales.Stages.First(s => s.End == end).Id, End = end, Currency = "EUR", OpenedOn = new DateOnly(2025, 6, 1), ClosedOn = new DateOnly(2025, 6, 1).AddDays(i * 10), CloseOn = new DateOnly(2025, 6, 1).AddDays(i * 10),
        })]);
    }

    private static async Task<Scene> OnAsync(Engine engine, int daysOpen = 40)
    {
        var sales = await Sales.OnAsync(engine);
        var account = new Account { Name = "Nordwind Logistik", OwnerId = sales.Ana.Id };
        await sales.Ana.Tenant.SaveAsync(account);
        var deal = new Opportunity { Name = "Yard planning", OwnerId = sales.Ana.Id, AccountId = account.Id, StageId = sales.Stage("Discover").Id, End = StageEnd.Open, Currency = "EUR", Amount = 5_000_00, OpenedOn = Today.AddDays(-daysOpen) };
        await sales.Ana.Tenant.SaveAsync(deal);
        var profile = new FitProfile { Number = 1, InForceOn = Today.AddDays(-50), FitsFrom = 60, SaidById = sales.Ana.Id };
        await sales.Ana.Tenant.SaveAsync(profile);
        await sales.Ana.Tenant.SaveAsync(new FitCriterion { FitProfileId = profile.Id, Position = 1, Text = "They act", Weight = 100 });
        return new(sales, account, deal);
    }

    [Theory, OnBoth]
    public async Task Going_for_it_is_advised_only_when_all_three_hold_and_until_then_what_is_missing_is_said(Engine engine)
    {
        var at = await OnAsync(engine);
        Assert.Contains("three things say whether it is worth your time", await at.Ana.PlainBrowser.TextAsync($"/opportunities/{at.Deal.Id}"));
        var page = await at.PageAsync();
        foreach (var said in (string[])["Hold back: 0 of three hold.", "find out whether they fit: They act", "find out where they are in buying", "Approver", "Where are they in buying?"]) Assert.Contains(said, page);
        await at.FitAsync(FitSaid.Yes);
        await at.SayAsync("Status", "3", "Named the two others they talk to");
        await at.KnownAsync(DealPart.User, DealPart.Evaluator, DealPart.Guide);
        page = await at.PageAsync();
        foreach (var said in (string[])["Hold back: 2 of three hold.", "comparing · Named the two others they talk to", "3 of 4 roles known; missing: Approver"]) Assert.Contains(said, page);
        await at.KnownAsync(DealPart.Approver);
        Assert.Contains("Go for it: all three hold.", await at.PageAsync());
        await at.SayAsync("Interest", "2", "Looked at the clock");
        page = await at.PageAsync();
        foreach (var said in (string[])["Hold back: they show little interest.", "The rule: "]) Assert.Contains(said, page);
    }

    [Theory, OnBoth]
    public async Task Who_does_not_fit_is_left_well_and_who_neither_looks_nor_shows_interest_is_too(Engine engine)
    {
        var at = await OnAsync(engine);
        await at.SayAsync("Status", "1");
        await at.SayAsync("Interest", "1");
        Assert.Contains("Leave it well: they are not looking, and show little interest.", await at.PageAsync());
        await at.FitAsync(FitSaid.No);
        var page = await at.PageAsync();
        Assert.Contains("Leave it well: they are not whom we look for.", page);
        Assert.Contains("Leave the door open", page);
    }

    [Theory, OnBoth]
    public async Task The_place_in_the_funnel_follows_what_is_known_and_done_and_says_what_is_missing_to_the_next(Engine engine)
    {
        var scene = await OnAsync(engine);
        Assert.Contains("Find out whether they could buy", await scene.PageAsync());
        await scene.SayAsync("Status", "3");
        await scene.SayAsync("Chance", "95");
        var page = await scene.PageAsync();
        // However sure somebody is.
        foreach (var said in (string[])["Verify that they fit", "every answer that says whether they fit; a talk with somebody who decides"]) Assert.Contains(said, page);
        await scene.FitAsync(FitSaid.Yes);
        await scene.KnownAsync(DealPart.Approver);
        var (place, contact) = await scene.Ana.InDb(async db => await db.Rows<MapPerson>().Where(p => p.ContactId != null).Select(p => new ValueTuple<Guid, Guid?>(p.Id, p.ContactId)).SingleAsync());
        await scene.Ana.Tenant.SaveAsync(new PlanJudgement { OpportunityId = scene.Deal.Id, MapPersonId = place, Field = PlanField.Receptiveness, Value = 2, Text = "It broke twice", On = Today, SaidById = scene.Ana.Id }, new Interaction { Kind = InteractionKind.Call, OwnerId = scene.Ana.Id, ContactId = contact, AccountId = scene.Account.Id, AboutKind = Kinds.Opportunity, AboutId = scene.Deal.Id, Outcome = InteractionOutcome.Reached, OccurredAt = new DateTime(2026, 7, 20, 9, 0, 0, DateTimeKind.Utc) });
        page = await scene.PageAsync();
        foreach (var said in (string[])["Cover everybody who decides", "whoever says the final yes, and two more roles"]) Assert.Contains(said, page);
        await scene.KnownAsync(DealPart.User, DealPart.Evaluator);
        await scene.Ana.InDb(db => db.Opportunities.Where(o => o.Id == scene.Deal.Id).ExecuteUpdateAsync(o => o.SetProperty(x => x.CloseOn, Today.AddDays(9))));
        Assert.Equal("CloseOut", JsonDocument.Parse(await scene.Ana.Program.PageAsync("/api" + scene.Url)).RootElement.GetProperty("place").GetProperty("place").GetString());
    }

    [Theory, OnBoth]
    public async Task A_decision_needs_a_reason_and_a_day_that_is_still_to_come_and_what_was_typed_stays(Engine engine)
    {
        var at = await OnAsync(engine);
        foreach (var (answer, said, kept) in new[]
        {
            (await at.DecideAsync("Watch", " ", stop: "No answer by then"), "Why? Whoever looks at it later reads your reason, and you do.", "value=\"No answer by then\""),
            (await at.DecideAsync("Pursue", "They answer", again: null), "Without a day it goes on by itself.", "value=\"They answer\""),
            (await at.DecideAsync("Pursue", "They answer", again: "2026-07-23"), "Choose a day that is still to come.", "value=\"They answer\""),
            (await at.DecideAsync("Leave", null, again: null), "Why? Whoever looks at it later", "value=\"Leave\" checked"),
            (await at.SayAsync("Status", "3", " "), "What did they say or do that shows it?", "value=\"3\" checked"),
            (await at.SayAsync("Chance", "140"), "Between 0 and 100.", "value=\"140\""),
        })
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
            Assert.Contains(said, page);
            Assert.Contains(kept, page);
        }
        Assert.Equal((0, 0), await at.Ana.InDb(async db => (await db.PursuitSayings.CountAsync(), await db.PursuitDecisions.CountAsync())));
    }

    [Theory, OnBoth]
    public async Task A_decision_stays_with_the_figures_it_was_taken_on_whatever_is_decided_later(Engine engine)
    {
        var at = await OnAsync(engine);
        await at.SayAsync("Chance", "30");
        await at.Ana.PlainBrowser.PostFormAsync($"/opportunities/{at.Deal.Id}/talks", ("Kind", "Meeting"), ("Minutes", "90"), ("Listened", "20"));
        Assert.Equal(HttpStatusCode.SeeOther, (await at.DecideAsync("Watch", "They answer late", stop: "Finance does not join")).StatusCode);
        await at.FitAsync(FitSaid.Yes);
        await at.SayAsync("Chance", "80");
        await at.DecideAsync("Pursue", "Finance joined");
        var page = await at.PageAsync();
        foreach (var said in (string[])["They answer late", "Stops when: Finance does not join", "0 of 100; 100 unknown; at most 100", "chance 30 of 100", "1 h 30 min in one talk", "as advised", "Finance joined", "100 of 100; nothing unknown", "chance 80 of 100", "advised: watch it"]) Assert.Contains(said, page);
        var deal = await at.Ana.PlainBrowser.TextAsync($"/opportunities/{at.Deal.Id}");
        foreach (var said in (string[])["Decided: watch it", "Decided: go for it", "Finance joined", "look again 20 Aug"]) Assert.Contains(said, deal);
        Assert.Equal(2, await at.Ana.InDb(db => db.PursuitDecisions.CountAsync()));
    }

    [Theory, OnBoth]
    public async Task What_it_took_stands_beside_own_won_deals_and_below_ten_of_them_that_is_said(Engine engine)
    {
        var at = await OnAsync(engine, daysOpen: 95);
        Assert.Contains("Not enough data to say how long your deals take: 0 of 10 won deals with both days.", await at.PageAsync());
        await at.EndedAsync(StageEnd.Won, 12);
        var page = await at.PageAsync();
        Assert.Contains("Of your last 12 won deals half took 60 days at most, nine in ten 110.", page);
        Assert.Contains("Open for 95 days; half of the last 12 won deals took 60 at most.", page);
        Assert.Contains("Open for 95 days; half of the last 12 won deals took 60 at most.", await at.Ana.PlainBrowser.TextAsync($"/opportunities/{at.Deal.Id}"));
        await at.SayAsync("Hours", "14");
        Assert.Contains("14 hours", await at.PageAsync());
    }

    [Theory, OnBoth]
    public async Task Open_longer_than_nine_in_ten_won_deals_took_it_is_to_be_won_now_or_left(Engine engine)
    {
        var at = await OnAsync(engine, daysOpen: 130);
        await at.EndedAsync(StageEnd.Won, 12);
        Assert.Contains("It is open for 130 days; nine in ten of the last 12 won deals took 110 at most.", await at.PageAsync());
        Assert.DoesNotContain("at a small chance", await at.PageAsync());
        await at.SayAsync("Chance", "20");
        Assert.Contains("Win it now or leave it: it is open longer than nearly all you won, at a small chance.", await at.PageAsync());
    }

    [Theory, OnBoth]
    public async Task A_deal_that_is_left_early_is_something_well_done_with_the_days_it_saved_and_on_how_many_deals_that_rests(Engine engine)
    {
        var at = await OnAsync(engine, daysOpen: 40);
        await at.EndedAsync(StageEnd.Lost, 6);
        await at.EndedAsync(StageEnd.NoDecision, 18);
        Assert.Equal(HttpStatusCode.SeeOther, (await at.DecideAsync("Leave", "They will not act this year", again: null)).StatusCode);
        Assert.Contains("You decided to leave it, and it is still open", await at.PageAsync());
        await at.Ana.PlainBrowser.PostFormAsync($"/opportunities/{at.Deal.Id}/closures", ("End", "NoDecision"));
        var page = await at.PageAsync();
        foreach (var said in (string[])["Left well: its time went to others.", "Well done", "20 days saved.", "You left it after 40 days. Half of the last 24 deals that were lost or not decided without being left took 60 days or longer.", "a decision, not a defeat"]) Assert.Contains(said, page);
        Assert.DoesNotContain("What do you decide?", page);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await at.DecideAsync("Pursue")).StatusCode);
    }

    [Theory, OnBoth]
    public async Task A_deal_lost_without_a_decision_to_leave_is_no_deal_left_and_without_enough_lost_deals_nothing_is_said_to_be_saved(Engine engine)
    {
        var at = await OnAsync(engine);
        await at.DecideAsync("Watch");
        await at.Ana.PlainBrowser.PostFormAsync($"/opportunities/{at.Deal.Id}/closures", ("End", "Lost"));
        Assert.DoesNotContain("Well done", await at.PageAsync());
        await at.Ana.PlainBrowser.PostFormAsync($"/opportunities/{at.Deal.Id}/moves-back");
        await at.DecideAsync("Leave", "Others need the hours", again: null);
        await at.Ana.PlainBrowser.PostFormAsync($"/opportunities/{at.Deal.Id}/closures", ("End", "Lost"));
        Assert.Contains("not enough data, 0 of 10 lost deals with both days", await at.PageAsync());
    }

    [Theory, OnBoth]
    public async Task Another_seller_reads_it_and_another_organisation_finds_nothing_and_programs_are_held_to_the_same(Engine engine)
    {
        var at = await OnAsync(engine);
        var ben = await at.Ana.Tenant.PersonAsync(Role.Seller, "Ben Ito");
        Assert.DoesNotContain("What do you decide?", await ben.PlainBrowser.TextAsync(at.Url));
        Assert.Equal(HttpStatusCode.Forbidden, (await ben.PlainBrowser.PostFormAsync(at.Url + "/decisions", ("Choice", "Leave"), ("Reason", "So"))).StatusCode);
        var stranger = await (await at.Ana.Tenant.Host.TenantAsync("Other")).PersonAsync(Role.Leader, "Eve");
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.PlainBrowser.GetAsync(at.Url)).StatusCode);
        var api = "/api" + at.Url;
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await at.Ana.Program.PostAsJsonAsync(api + "/decisions", new { choice = "Watch", reason = "They wait" })).StatusCode);
        Assert.Equal(HttpStatusCode.Created, (await at.Ana.Program.PostAsJsonAsync(api + "/decisions", new { choice = "Watch", reason = "They wait", againOn = "2026-09-01" })).StatusCode);
        Assert.Equal(HttpStatusCode.Created, (await at.Ana.Program.PostAsJsonAsync(api + "/sayings", new { field = "Status", value = 4, evidence = "Asked for the contract" })).StatusCode);
        var read = JsonDocument.Parse(await at.Ana.Program.PageAsync(api)).RootElement;
        Assert.Equal(("Watch", "They wait", "three-open"), (read.GetProperty("decisions")[0].GetProperty("choice").GetString(), read.GetProperty("decisions")[0].GetProperty("reason").GetString(), read.GetProperty("advice").GetProperty("rule").GetString()));
    }

    [Theory, OnBoth]
    public async Task When_a_contact_is_erased_reasons_that_name_them_go_and_the_decision_stays(Engine engine)
    {
        var at = await OnAsync(engine);
        var petra = new Contact { Name = "Petra Brandt", AccountId = at.Account.Id, OwnerId = at.Ana.Id };
        await at.Ana.Tenant.SaveAsync(petra);
        await at.SayAsync("Interest", "4", "Petra Brandt called twice");
        await at.DecideAsync("Pursue", "Petra Brandt wants it", stop: "Petra Brandt leaves");
        var admin = await at.Ana.Tenant.PersonAsync(Role.Admin, "Ada");
        Assert.True((await admin.Program.PostAsJsonAsync($"/api/contacts/{petra.Id}/erasures", new { })).IsSuccessStatusCode);
        var page = await at.PageAsync();
        Assert.DoesNotContain("Petra Brandt", page);
        Assert.Contains("What an erased contact did or said", page);
        Assert.Equal(PursuitChoice.Pursue, await at.Ana.InDb(db => db.PursuitDecisions.Select(d => d.Choice).SingleAsync()));
    }
}
