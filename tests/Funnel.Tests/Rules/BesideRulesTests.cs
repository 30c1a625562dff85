using System.Net;
using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Negotiation;
using Coxswain.Funnel.Pursuit;
using Coxswain.Funnel.Rules;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Tests.Rules;

/// <summary>What is to be minded of going for a deal and of negotiating it are rules like any other: switched off, muted, tried and made to act.</summary>
public sealed class BesideRulesTests
{
    [Theory, OnBoth]
    public async Task The_page_of_the_deal_that_of_its_plan_and_the_background_find_the_same_of_a_negotiation_and_of_a_decision(Engine engine)
    {
        var (planned, ada) = await Ruled.OnAsync(engine);
        await NegotiatedAsync(planned);
        await planned.Sales.Ana.Tenant.SaveAsync(Decision(planned, PursuitChoice.Leave, null));
        var (page, background) = await ada.Tenant.InDb(async db =>
        {
            var deal = (await db.DealAsync(planned.Deal.Id, default))!;
            var plan = await Coxswain.Funnel.Plans.PlanReading.OfAsync(db, deal, planned.Today, await Coxswain.Funnel.Plans.PlanReading.BesideAsync(db, deal, planned.Today, default), default);
            return (plan.Warnings.Select(w => (w.Code, w.Text)).ToList(), (await RuleSet.FreshAsync(db, default)).Find((await KnownDeals.NowAsync(db, [planned.Deal.Id], planned.Today, Needed.Nothing, default)).Single().At(planned.Today)).Select(w => (w.Code, w.Text)).ToList());
        });
        Assert.Equal(page, background);
        foreach (var code in (string[])["cannot-decide", "no-return", "not-aware", "they-first", "no-answer", "left-open"]) Assert.Contains(page, w => w.Code == code);
        var (deals, negotiation) = (await planned.Ana.TextAsync(planned.Url), await planned.Ana.TextAsync(planned.Url + "/negotiation"));
        foreach (var said in (string[])["Whoever negotiates there cannot decide", "Granted for nothing: Training", "Their figure came first, and what it rests on is unknown"]) Assert.Contains(said, negotiation);
        // The page of the deal shows the three gravest.
        foreach (var said in (string[])["Whoever negotiates there cannot decide", "You decided to leave it, and it is still open"]) Assert.Contains(said, deals);
        Assert.Contains("You decided to leave it, and it is still open", await planned.Ana.TextAsync(planned.Url + "/pursuit"));
        Assert.DoesNotContain("You decided to leave it", negotiation);
    }

    [Theory, OnBoth]
    public async Task A_deal_that_nobody_negotiates_is_asked_nothing_of_it_on_its_page_and_all_of_it_on_that_of_the_negotiation(Engine engine)
    {
        var (planned, _) = await Ruled.OnAsync(engine);
        Assert.DoesNotContain("It is unknown whether they may decide", await planned.Ana.TextAsync(planned.Url));
        Assert.DoesNotContain("No answer is ready", await planned.Ana.TextAsync(planned.Url));
        var page = await planned.Ana.TextAsync(planned.Url + "/negotiation");
        foreach (var said in (string[])["It is unknown whether they may decide", "No answer is ready for when they ask what it costs"]) Assert.Contains(said, page);
    }

    [Theory, OnBoth]
    public async Task Switched_off_or_muted_it_is_said_nowhere_and_switched_on_again_it_is(Engine engine)
    {
        var (planned, ada) = await Ruled.OnAsync(engine);
        await NegotiatedAsync(planned);
        await Ruled.SaidAsync(await ada.PlainBrowser.PostFormAsync("/settings/rules/cannot-decide/switches", ("Because", "Purchasing here never can")));
        foreach (var url in (string[])[planned.Url, planned.Url + "/negotiation"])
        {
            var page = await planned.Ana.TextAsync(url);
            Assert.DoesNotContain("Whoever negotiates there cannot decide", page);
            Assert.Contains("Granted for nothing: Training", page);
        }
        await planned.SayAsync("Muted", null, ("Topic", "no-return"), ("Text", "We train there anyway"));
        Assert.DoesNotContain("Granted for nothing: Training", await planned.Ana.TextAsync(planned.Url + "/negotiation"));
        await Ruled.SaidAsync(await ada.PlainBrowser.PostFormAsync("/settings/rules/cannot-decide/switches?back=true"));
        Assert.Contains("Whoever negotiates there cannot decide", await planned.Ana.TextAsync(planned.Url + "/negotiation"));
    }

    [Theory, OnBoth]
    public async Task A_rule_acts_once_something_is_granted_late_or_seen_and_when_it_is_decided_to_leave(Engine engine)
    {
        var (planned, ada) = await Ruled.OnAsync(engine);
        await Ruled.AddAsync(ada, "unreturned >= 1", "Given away", "Nothing came back", rest: [("TaskTitle", "Ask for something back")]);
        await Ruled.AddAsync(ada, "decided = leave", "Left", "It frees time", rest: [("TaskTitle", "Tell them kindly")]);
        await planned.Ana.PostFormAsync(planned.Url + "/walk-away", ("Conditions", "They want the yard"));
        await planned.Ana.PostFormAsync(planned.Url + "/concessions", ("Give", "Training"), ("GrantedOn", "2026-07-01"), ("Because", "They asked"));
        await planned.Ana.PostFormAsync(planned.Url + "/pursuit/decisions", ("Choice", "Leave"), ("Reason", "They wait"));
        await ada.Tenant.DoDueAsync();
        var tasks = await ada.InDb(db => db.Rows<Coxswain.Customers.Activities.Todo>().Where(t => t.AboutId == planned.Deal.Id).Select(t => t.Title).ToListAsync());
        Assert.Equal(["Ask for something back", "Tell them kindly"], tasks.Order());
    }

    [Theory, OnBoth]
    public async Task A_past_day_knows_what_was_granted_named_seen_and_decided_by_then(Engine engine)
    {
        var (planned, ada) = await Ruled.OnAsync(engine);
        await NegotiatedAsync(planned);
        await planned.Sales.Ana.Tenant.SaveAsync(Decision(planned, PursuitChoice.Watch, planned.Today.AddDays(-2)));
        var known = await ada.Tenant.InDb(async db => (await KnownDeals.NowAsync(db, [planned.Deal.Id], planned.Today, Needed.Nothing, default)).Single().Beyond);
        var (before, after) = (known.At(planned.Today.AddDays(-20)), known.At(planned.Today));
        Assert.Equal((0, 0, 0, null), (before.Granted.Count, before.Figures.Count, before.Decisions.Count, before.Talk));
        Assert.Equal((1, 1, 1), (after.Granted.Count, after.Figures.Count, after.Decisions.Count));
        Assert.Equal(planned.Today.AddDays(-2), after.Latest!.AgainOn);
        Assert.Contains("The day to look again is here", await planned.Ana.TextAsync(planned.Url + "/pursuit"));
    }

    [Fact]
    public void No_rule_of_everybodys_may_ask_for_the_walk_away_point() => Assert.DoesNotContain(Facts.All, f => f.Id.Contains("walk", StringComparison.Ordinal) || f.Id.Contains("floor", StringComparison.Ordinal));

    [Theory, OnBoth]
    public async Task They_stand_among_the_rules_with_where_they_come_from_and_a_condition_of_ones_own_may_ask_the_same(Engine engine)
    {
        var (_, ada) = await Ruled.OnAsync(engine);
        var page = await ada.PlainBrowser.TextAsync("/settings/rules");
        foreach (var said in (string[])["Something was granted in the last stage", "Whoever negotiates there cannot decide", "The day to look again is here", "Win it now or leave it"]) Assert.Contains(said, page);
        Assert.Equal(HttpStatusCode.SeeOther, (await Ruled.PostAsync(ada, "slow = most and decided != leave")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Ruled.PostAsync(ada, "walk-away = yes")).StatusCode);
    }

    private static async Task NegotiatedAsync(Plans.Planned planned)
    {
        await planned.Ana.PostFormAsync(planned.Url + "/walk-away", ("Conditions", "They want the yard"));
        await planned.Ana.PostFormAsync(planned.Url + "/negotiation", ("HasAuthority", "false"), ("TheyKnow", "false"), ("ListPrice", "90000"));
        await planned.Ana.PostFormAsync(planned.Url + "/price-anchors", ("Side", "Theirs"), ("Amount", "70000"), ("On", "2026-07-20"));
        await planned.Ana.PostFormAsync(planned.Url + "/concessions", ("Give", "Training"), ("GrantedOn", "2026-07-20"), ("Because", "They asked"));
    }

    private static PursuitDecision Decision(Plans.Planned planned, PursuitChoice choice, DateOnly? again) => new() { OpportunityId = planned.Deal.Id, Choice = choice, Reason = "They wait", AgainOn = again, On = planned.Today.AddDays(-5), SaidById = planned.Sales.Ana.Id, Advised = choice, AdvisedBy = "three-open", RolesKnown = 1, Talks = 2, Minutes = 30 };
}
