using System.Net;
using System.Text.Json;
using Coxswain.Customers.Accounts;
using Coxswain.Customers.Activities;
using Coxswain.Funnel.Agreements;
using Coxswain.Funnel.Help;
using Coxswain.Funnel.Issues;
using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Pursuit;
using Coxswain.Funnel.Rules;
using Coxswain.Funnel.Selection;
using Coxswain.Funnel.Tests.Plans;
using Coxswain.Funnel.Tests.Rules;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Tests.Efforts;

/// <summary>What goes into a customer beside what the customer does.</summary>
public sealed class EffortTests
{
    private const string Drains = "Much goes into them, and little comes back.", Warns = "Much goes into this customer, and little comes back";

    private sealed record Scene(Planned Planned, TestViewer Ada)
    {
        public string Url => $"/accounts/{Planned.Account.Id}/effort";

        public TestViewer Ana => Planned.Sales.Ana;

        public Task<string> PageAsync() => Planned.Ana.TextAsync(Url);

        public Task TalksAsync(int count, int? minutes = null, bool? inbound = null) => TalkedAsync(Ana, Planned.Account.Id, Planned.Deal.Id, Planned.Today, count, minutes, inbound);

        public Task StepsAsync(int count) => ShownAsync(Planned.Sales, Planned.Deal, Planned.Today, count);
    }

    private static async Task<Scene> OnAsync(Engine engine, int won = 12)
    {
        var (planned, ada) = await Ruled.OnAsync(engine);
        for (var i = 0; i < won; i++) await WonAsync(planned.Sales, planned.Today.AddDays(-200 - i), talks: 4, steps: 3);
        await planned.BeginAsync();
        return new(planned, ada);
    }

    [Theory, OnBoth]
    public async Task Both_sides_stand_beside_each_other_with_what_made_them_and_what_nobody_noted_is_said(Engine engine)
    {
        var at = await OnAsync(engine, won: 0);
        var (deal, today) = (at.Planned.Deal, at.Planned.Today);
        await at.TalksAsync(1, minutes: 50);
        await at.TalksAsync(2);
        await at.TalksAsync(1, inbound: true);
        await at.StepsAsync(1);
        await at.Ana.Tenant.SaveAsync(
            new DealAgreement { OpportunityId = deal.Id, Text = "They send last March", Rung = LadderRung.Answer, SaidOn = today.AddDays(-30), Kept = true, KeptOn = today.AddDays(-20), SaidById = at.Ana.Id },
            new DealAgreement { OpportunityId = deal.Id, Text = "They show us the yard", Rung = LadderRung.Time, SaidOn = today.AddDays(-30), DueOn = today.AddDays(-9), SaidById = at.Ana.Id },
            new DealAgreement { OpportunityId = deal.Id, Text = "Finance joins", Rung = LadderRung.People, SaidOn = today.AddDays(-30), Kept = false, KeptOn = today.AddDays(-10), SaidById = at.Ana.Id },
            new DealIssue { OpportunityId = deal.Id, Text = "Two hours at the gate", UnderstoodOn = today.AddDays(-9), ConfirmedById = at.Planned.Petra.Id, ConfirmedOn = today.AddDays(-8) },
            new Proposal { OpportunityId = deal.Id, SentOn = today.AddDays(-3), Currency = "EUR", SentById = at.Ana.Id },
            new PursuitSaying { OpportunityId = deal.Id, Field = PursuitField.Hours, Value = 14, On = today.AddDays(-2), SaidById = at.Ana.Id },
            new HelpRequest { OwnerId = at.Ana.Id, Kind = HelpKind.Expert, What = "Who knows cold stores", OpportunityId = deal.Id, AccountId = at.Planned.Account.Id, Anybody = true, State = HelpState.Accepted, AskedAt = Moment(today, 4), HelperId = at.Ada.Id, AllocatedAt = Moment(today, 3), Currency = "EUR" },
            // Longer ago than 90 days, and still to come.
            new Proposal { OpportunityId = deal.Id, SentOn = today.AddDays(-90), Currency = "EUR", SentById = at.Ana.Id }, new Proposal { OpportunityId = deal.Id, SentOn = today.AddDays(1), Currency = "EUR", SentById = at.Ana.Id });
        var page = await at.PageAsync();
        foreach (var said in (string[])["Done: 5 by us, 4 by them.", "50 minutes", "noted of 1 of 4", "14", "as stated", "They send last March", "They show us the yard", "Two hours at the gate", "A colleague helped", "Not enough data: it is compared from 10 won deals on."]) Assert.Contains(said, page);
        Assert.DoesNotContain("Who knows cold stores", page);
        Assert.DoesNotContain(Drains, page);
        var read = await ReadAsync(at.Ana, at.Url);
        Assert.Equal((5, 4, 1, 1, 14), (read.GetProperty("done").GetProperty("ours").GetInt32(), read.GetProperty("done").GetProperty("theirs").GetInt32(), read.GetProperty("overdue").GetInt32(), read.GetProperty("notKept").GetInt32(), read.GetProperty("hours").GetInt32()));
        Assert.Equal(JsonValueKind.Null, read.GetProperty("done").GetProperty("won").ValueKind);
    }

    [Theory, OnBoth]
    public async Task Much_effort_and_little_that_comes_back_is_said_on_the_account_the_plan_and_the_decision_until_they_act(Engine engine)
    {
        var at = await OnAsync(engine);
        await at.TalksAsync(4);
        await at.StepsAsync(2);
        // As much as into those that were won: nothing is said.
        Assert.DoesNotContain(Drains, await at.PageAsync());
        await at.TalksAsync(1);
        var page = await at.PageAsync();
        foreach (var said in (string[])[Drains, "Ask for one small step of theirs, with a day", "offer to stop", "no judgement of anybody there", "n = 12"]) Assert.Contains(said, page);
        Assert.Contains("little comes back", await at.Planned.Ana.TextAsync($"/accounts/{at.Planned.Account.Id}"));
        foreach (var url in (string[])[at.Planned.Plan, at.Planned.Url + "/pursuit"])
        {
            var other = await at.Planned.Ana.TextAsync(url);
            Assert.Contains(Warns, other);
            Assert.Contains("Done in 90 days: 5 by us, 2 by them; before your last 12 wins, three in four took 4 by us at most and brought 3 by them at least", other);
        }
        await at.StepsAsync(1);
        Assert.Contains("Much goes into them, and they act.", await at.PageAsync());
        Assert.DoesNotContain(Warns, await at.Planned.Ana.TextAsync(at.Planned.Plan));
    }

    [Theory, OnBoth]
    public async Task Below_ten_won_deals_nothing_is_said_however_much_goes_in(Engine engine)
    {
        var at = await OnAsync(engine, won: 9);
        await at.TalksAsync(30);
        var page = await at.PageAsync();
        Assert.Contains("Not enough data", page);
        Assert.DoesNotContain(Drains, page);
        Assert.DoesNotContain(Warns, await at.Planned.Ana.TextAsync(at.Planned.Plan));
    }

    [Theory, OnBoth]
    public async Task It_is_a_rule_like_any_other_switched_off_muted_and_made_to_act(Engine engine)
    {
        var at = await OnAsync(engine);
        await Ruled.AddAsync(at.Ada, "effort = high and follow-count <= 1", "Time runs out", "They do nothing", rest: [("TaskTitle", "Ask for one step")]);
        await at.TalksAsync(4);
        await at.StepsAsync(1);
        await at.Planned.Ana.PostFormAsync(at.Planned.Url + "/interactions", ("Kind", "Call"), ("Outcome", "Reached"), ("AboutKind", "opportunity"), ("AboutId", $"{at.Planned.Deal.Id}"));
        await at.Ada.Tenant.DoDueAsync();
        Assert.Equal(["Ask for one step"], await at.Ada.InDb(db => db.Rows<Todo>().Where(t => t.AboutId == at.Planned.Deal.Id).Select(t => t.Title).ToListAsync()));
        Assert.Contains(Warns, await at.Planned.Ana.TextAsync(at.Planned.Plan));
        await at.Planned.SayAsync("Muted", null, ("Topic", BesideRules.LittleBack), ("Text", "The board decides in May"));
        Assert.DoesNotContain(Warns, await at.Planned.Ana.TextAsync(at.Planned.Url + "/pursuit"));
        Assert.Contains(Drains, await at.PageAsync());
        await Ruled.SaidAsync(await at.Ada.PlainBrowser.PostFormAsync($"/settings/rules/{BesideRules.LittleBack}/switches", ("Because", "We serve schools, they are slow")));
        Assert.DoesNotContain(Drains, await at.PageAsync());
        Assert.Contains("Done: 5 by us, 1 by them.", await at.PageAsync());
    }

    [Theory, OnBoth]
    public async Task Tried_on_the_past_it_knows_what_was_done_and_won_by_then(Engine engine)
    {
        var (planned, ada) = await Ruled.OnAsync(engine);
        var began = new DateOnly(2026, 1, 5);
        for (var i = 0; i < 12; i++) await WonAsync(planned.Sales, began.AddDays(-20 - i), talks: 2, steps: 2);
        var drained = await ClosedAsync(planned.Sales, "Took and took", began, 70);
        await TalkedAsync(planned.Sales.Ana, drained.AccountId!.Value, drained.Id, began.AddDays(30), 6);
        // What they did after its end says nothing of the days before it.
        await ShownAsync(planned.Sales, drained, began.AddDays(90), 5);
        var acted = await ClosedAsync(planned.Sales, "Gave back", began, 70);
        await TalkedAsync(planned.Sales.Ana, acted.AccountId!.Value, acted.Id, began.AddDays(30), 6);
        await ShownAsync(planned.Sales, acted, began.AddDays(10), 3);
        var page = await ada.PlainBrowser.TextAsync($"/settings/rules/trial?rule={BesideRules.LittleBack}");
        Assert.Contains("It would have fired once", page);
        Assert.Contains("Took and took", page);
        Assert.DoesNotContain("Gave back", page);
    }

    [Theory, OnBoth]
    public async Task The_background_finds_what_the_plan_finds_and_reads_many_in_as_many_statements_as_few(Engine engine)
    {
        var at = await OnAsync(engine);
        await at.TalksAsync(5);
        var (today, deal) = (at.Planned.Today, at.Planned.Deal.Id);
        var known = await at.Ada.Tenant.InDb(async db => (await RuleSet.FreshAsync(db, default)).Find((await KnownDeals.NowAsync(db, [deal], today, Needed.Effort, default)).Single().At(today)));
        Assert.Contains(known, w => w.Code == BesideRules.LittleBack);
        var few = await at.Ana.StatementsAsync(at.Url);
        var ids = new List<Guid> { deal };
        for (var i = 0; i < 20; i++) ids.Add((await ClosedAsync(at.Planned.Sales, $"More {i}", today.AddDays(-60), 30)).Id);
        await at.TalksAsync(40);
        await at.StepsAsync(20);
        var many = await at.Ana.StatementsAsync(at.Url);
        Assert.Equal(few.Count, many.Count);
        Assert.InRange(many.Count, 1, 12);
        // Nobody asks, nothing is read.
        var without = await at.Ada.Tenant.InDb(async db => (await KnownDeals.NowAsync(db, ids, today, Needed.Nothing, default)).First(d => d.Deal.Id == deal).At(today).Effort);
        Assert.Null(without);
    }

    [Theory, OnBoth]
    public async Task What_stands_on_deals_of_others_is_neither_listed_nor_counted_and_other_organisations_find_nothing(Engine engine)
    {
        var at = await OnAsync(engine, won: 0);
        var otto = await at.Ana.Tenant.PersonAsync(Role.Seller, "Otto Lang");
        await at.StepsAsync(2);
        Assert.Contains("Done: 0 by us, 2 by them.", await otto.PlainBrowser.TextAsync(at.Url));
        await Ruled.SaidAsync(await at.Ada.PlainBrowser.PostFormAsync("/settings/roles/Seller/kinds/opportunity", ("Kind", "opportunity"), ("See", "Own"), ("Change", "Own")));
        await at.Ada.Tenant.DoDueAsync();
        var page = await otto.PlainBrowser.TextAsync(at.Url);
        Assert.Contains("Done: 0 by us, 0 by them.", page);
        Assert.DoesNotContain("Sent figure", page);
        Assert.Contains("Done: 0 by us, 2 by them.", await at.PageAsync());
        var stranger = await (await at.Ana.Tenant.Host.TenantAsync()).PersonAsync(Role.Leader, "Lea Fremd");
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Browser.GetAsync(at.Url)).StatusCode);
    }

    internal static async Task TalkedAsync(TestViewer who, Guid? account, Guid? deal, DateOnly on, int count, int? minutes = null, bool? inbound = null) =>
        await who.Tenant.SaveAsync([.. Enumerable.Range(0, count).Select(_ => new Interaction { Kind = InteractionKind.Call, OwnerId = who.Id, OccurredAt = on.ToDateTime(new TimeOnly(7, 0), DateTimeKind.Utc), AccountId = account, AboutKind = deal is null ? null : "opportunity", AboutId = deal, Minutes = minutes, Inbound = inbound })]);

    private static async Task ShownAsync(Sales sales, Opportunity deal, DateOnly on, int count) =>
        await sales.Ana.Tenant.SaveAsync([.. Enumerable.Range(0, count).Select(i => new StageEvidence { OpportunityId = deal.Id, StageId = sales.Stages[0].Id, On = on, Text = $"Sent figure {i}" })]);

    private static async Task WonAsync(Sales sales, DateOnly on, int talks, int steps)
    {
        var deal = await ClosedAsync(sales, $"Won {on:O}", on.AddDays(-80), 80, "Won");
        await TalkedAsync(sales.Ana, deal.AccountId!.Value, deal.Id, on.AddDays(-10), talks);
        await ShownAsync(sales, deal, on.AddDays(-5), steps);
    }

    private static async Task<Opportunity> ClosedAsync(Sales sales, string name, DateOnly began, int days, string end = "Lost")
    {
        var account = new Account { Name = $"{name} GmbH", OwnerId = sales.Ana.Id };
        await sales.Ana.Tenant.SaveAsync(account);
        var (at, closed, id) = (sales.Stage(end), began.AddDays(days), Guid.CreateVersion7());
        OpportunityState State(DateOnly from, DateOnly? to, Guid stage, StageEnd state) => new() { OpportunityId = id, From = Moment(from), To = to is { } until ? Moment(until) : null, RecordedAt = Moment(from), StageId = stage, End = state, OwnerId = sales.Ana.Id, Amount = 1_000_00, Currency = "EUR", CloseOn = closed, Category = null };
        var deal = new Opportunity { Id = id, Name = name, AccountId = account.Id, OwnerId = sales.Ana.Id, StageId = at.Id, End = at.End, Amount = 1_000_00, Currency = "EUR", CloseOn = closed, OpenedOn = began, ClosedOn = closed, KnownHistory = [State(began, closed, sales.Stage("Discover").Id, StageEnd.Open), State(closed, null, at.Id, at.End)] };
        await sales.Ana.Tenant.SaveAsync(deal);
        return deal;
    }

    private static DateTime Moment(DateOnly day, int daysBefore = 0) => day.AddDays(-daysBefore).ToDateTime(new TimeOnly(9, 0), DateTimeKind.Utc);

    private static async Task<JsonElement> ReadAsync(TestViewer who, string url) => JsonDocument.Parse(await who.Program.PageAsync("/api" + url)).RootElement;
}
