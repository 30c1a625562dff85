using System.Globalization;
using System.Net;
using Coxswain.Customers;
using Coxswain.Funnel.Issues;
using Coxswain.Funnel.Meetings;
using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Rules;
using Coxswain.Funnel.Tests.Plans;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Tests.Rules;

/// <summary>Rules ask what a customer wants solved, what was proposed, how meetings are planned and told of, and how the team goes into a deal.</summary>
public sealed class WorkRulesTests
{
    [Theory, OnBoth]
    public async Task A_proposal_that_is_out_before_they_confirmed_anything_is_minded_on_the_deal_and_in_its_plan_until_one_of_them_does(Engine engine)
    {
        const string Said = "A proposal is out, and they confirmed nothing they want solved";
        var (planned, _) = await Ruled.OnAsync(engine);
        await planned.Sales.Ana.Tenant.SaveAsync(new DealIssue { OpportunityId = planned.Deal.Id, Text = "Trucks wait", UnderstoodOn = planned.Today.AddDays(-3) });
        await planned.BeginAsync();
        Assert.DoesNotContain(Said, await planned.Ana.TextAsync(planned.Plan));
        await Ruled.SaidAsync(await planned.Ana.PostFormAsync(planned.Url + "/proposals", ("Because", "They insisted")));
        var found = await planned.Sales.Ana.Tenant.InDb(db => FoundAsync(db, planned));
        Assert.Contains("proposal-early", found);
        Assert.Contains(Said, await planned.Ana.TextAsync(planned.Plan));
        await planned.Sales.Ana.Tenant.InDb(async db =>
        {
            var issue = await db.DealIssues.SingleAsync(i => i.OpportunityId == planned.Deal.Id);
            (issue.ConfirmedById, issue.ConfirmedOn) = (planned.Petra.Id, planned.Today);
            await db.SaveChangesAsync();
            return 0;
        });
        Assert.DoesNotContain(Said, await planned.Ana.TextAsync(planned.Plan));
    }

    [Theory, OnBoth]
    public async Task A_meeting_that_nobody_told_of_is_asked_for_after_a_week_and_no_more_once_it_is_told_or_long_past(Engine engine)
    {
        var (planned, _) = await Ruled.OnAsync(engine);
        var meeting = new MeetingPlan { OpportunityId = planned.Deal.Id, On = planned.Today.AddDays(-7), Reason = "They see the yard" };
        await planned.Sales.Ana.Tenant.SaveAsync(meeting, new MeetingPlan { OpportunityId = planned.Deal.Id, On = planned.Today.AddDays(-61), Reason = "Long ago" });
        Assert.DoesNotContain("untold", await planned.Sales.Ana.Tenant.InDb(db => FoundAsync(db, planned)));
        await OnAsync(planned, meeting.Id, planned.Today.AddDays(-8));
        Assert.Contains("untold", await planned.Sales.Ana.Tenant.InDb(db => FoundAsync(db, planned)));
        await planned.BeginAsync();
        Assert.Contains("Nobody told how the meeting on", await planned.Ana.TextAsync(planned.Plan));
        await Ruled.SaidAsync(await planned.Ana.PostFormAsync(planned.Url + "/debriefs", ("Plan", $"{meeting.Id}"), ("Step", "Nothing")));
        Assert.DoesNotContain("Nobody told how the meeting on", await planned.Ana.TextAsync(planned.Plan));
    }

    [Theory, OnBoth]
    public async Task A_rule_of_ones_own_asks_for_the_next_meeting_and_acts_and_stands_on_its_page_alone(Engine engine)
    {
        var (planned, ada) = await Ruled.OnAsync(engine);
        await planned.BeginAsync();
        await Ruled.AddAsync(ada, "meeting-in <= 2 and meeting-questions = 0", "No question is ready for {name}", "It is near", rest: [("TaskTitle", "Plan a question for {name}")]);
        await Ruled.SaidAsync(await planned.Ana.PostFormAsync(planned.Url + "/meetings", ("Reason", "They see the yard"), ("On", Day(planned.Today.AddDays(3)))));
        await ada.Tenant.DoDueAsync();
        Assert.Empty(await TasksAsync(planned));
        var meeting = await planned.Sales.Ana.Tenant.InDb(db => db.MeetingPlans.Where(m => m.OpportunityId == planned.Deal.Id).Select(m => new { m.Id, m.Version }).SingleAsync());
        await Ruled.SaidAsync(await planned.Ana.PostFormAsync($"/meeting-plans/{meeting.Id}", ("Reason", "They see the yard"), ("On", Day(planned.Today.AddDays(2))), ("Version", $"{meeting.Version}")));
        await ada.Tenant.DoDueAsync();
        Assert.Equal(["Plan a question for Nordwind Logistik"], await TasksAsync(planned));
        Assert.Contains("No question is ready for Nordwind Logistik", await planned.Ana.TextAsync(planned.Url + "/meetings"));
        Assert.DoesNotContain("No question is ready", await planned.Ana.TextAsync(planned.Plan));
    }

    [Theory, OnBoth]
    public async Task What_a_meeting_still_needs_stands_among_the_rules_and_is_changed_and_switched_off_there(Engine engine)
    {
        var (planned, ada) = await Ruled.OnAsync(engine);
        var settings = await ada.PlainBrowser.TextAsync("/settings/rules");
        foreach (var said in (string[])["What a planned meeting still needs", "No question is planned: it would be a lecture.", "Nobody speaks about something they want solved"]) Assert.Contains(said, settings);
        await Ruled.SaidAsync(await planned.Ana.PostFormAsync(planned.Url + "/meetings", ("Reason", "They see the yard"), ("On", Day(planned.Today.AddDays(9)))));
        Assert.Contains("No question is planned: it would be a lecture.", await planned.Ana.TextAsync(planned.Url + "/meetings"));
        await Ruled.SaidAsync(await ada.PlainBrowser.PostFormAsync("/settings/rules/meeting-question/switches", ("Because", "We present by design")));
        await Ruled.SaidAsync(await ada.PlainBrowser.PostFormAsync("/settings/rules/meeting-steps", ("Where", "meeting-steps = no"), ("Text", "Say what you want of them"), ("Severity", "Grave")));
        var page = await planned.Ana.TextAsync(planned.Url + "/meetings");
        Assert.DoesNotContain("it would be a lecture", page);
        Assert.DoesNotContain("at best, and what at least", page);
        Assert.Contains("Say what you want of them", page);
        // Muted in the plan of the deal, with a reason, it is not said of its meetings any more.
        await planned.SayAsync("Muted", null, ("Topic", "meeting-agree"), ("Text", "I go alone"));
        Assert.DoesNotContain("We have not agreed yet who says what.", await planned.Ana.TextAsync(planned.Url + "/meetings"));
    }

    [Theory, OnBoth]
    public async Task A_past_day_knows_what_was_confirmed_sent_planned_and_told_by_then(Engine engine)
    {
        var (planned, ada) = await Ruled.OnAsync(engine);
        var (began, deal) = (planned.Today.AddDays(-40), planned.Deal.Id);
        Guid At(int day) => Guid.CreateVersion7(new DateTimeOffset(began.AddDays(day), new TimeOnly(9, 0), TimeSpan.Zero));
        var meeting = new MeetingPlan { Id = At(2), OpportunityId = deal, On = began.AddDays(10), Reason = "They see the yard" };
        await planned.Sales.Ana.Tenant.SaveAsync(meeting, new DealIssue { Id = At(1), OpportunityId = deal, Text = "Trucks wait", UnderstoodOn = began.AddDays(1), ConfirmedById = planned.Petra.Id, ConfirmedOn = began.AddDays(12) },
            new Proposal { Id = At(20), OpportunityId = deal, SentOn = began.AddDays(15), Currency = "EUR", SentById = planned.Sales.Ana.Id }, new MeetingLine { Id = At(5), MeetingPlanId = meeting.Id, OpportunityId = deal, Kind = MeetingLineKind.Concern, Text = "What could you lose?" });
        await planned.Sales.Ana.Tenant.SaveAsync(new Coxswain.Funnel.Debriefs.Debrief { Id = At(14), OpportunityId = deal, MeetingPlanId = meeting.Id, On = meeting.On, ToldOn = began.AddDays(14), ToldById = planned.Sales.Ana.Id, Step = Coxswain.Funnel.Debriefs.StepGot.Nothing });
        var work = await ada.Tenant.InDb(async db => (await KnownDeals.NowAsync(db, [deal], planned.Today, Needed.Meeting, default)).Single().Work);
        DealWork On(int day) => work.At(began.AddDays(day));
        Assert.Equal((0, 0), (On(0).Issues.Count, On(0).Meetings.Count));
        Assert.Equal((1, 0, 0), (On(4).Issues.Count, On(4).Confirmed, On(4).Meeting(began.AddDays(4))!.Questions));
        Assert.Equal(1, On(6).Meeting(began.AddDays(6))!.Questions);
        Assert.Equal((meeting.Id, 1), (On(13).Untold(began.AddDays(13))!.Id, On(13).Confirmed));
        // Sent on the fifteenth day, and written down on the twentieth.
        Assert.Equal((null, 0), (On(18).Untold(began.AddDays(18)), On(18).Proposals.Count));
        Assert.Single(On(20).Proposals);
    }

    [Theory, OnBoth]
    public async Task A_team_that_is_not_well_is_minded_only_where_it_goes_forward_and_as_the_rule_says_it(Engine engine)
    {
        var (planned, ada) = await Ruled.OnAsync(engine);
        var team = planned.Url + "/team";
        await Ruled.SaidAsync(await planned.Ana.PostFormAsync(planned.Url + "/formation", ("Forward", "3"), ("WellBeing", "2"), ("TeamSpirit", "1")));
        Assert.DoesNotContain("short of", await planned.Ana.TextAsync(team));
        var version = await planned.Sales.Ana.Tenant.InDb(db => db.DealFormations.Where(f => f.OpportunityId == planned.Deal.Id).Select(f => f.Version).SingleAsync());
        await Ruled.SaidAsync(await planned.Ana.PostFormAsync(planned.Url + "/formation", ("Forward", "5"), ("WellBeing", "2"), ("TeamSpirit", "1"), ("Version", $"{version}")));
        Assert.Contains("You go forward with a team that is short of: Well-being, Team spirit.", await planned.Ana.TextAsync(team));
        await Ruled.SaidAsync(await ada.PlainBrowser.PostFormAsync("/settings/rules/team-short", ("Where", "forward = 5 and team-short >= 3"), ("Text", "Rest first"), ("Severity", "Watch")));
        var page = await planned.Ana.TextAsync(team);
        Assert.DoesNotContain("short of", page);
        Assert.DoesNotContain("Rest first", page);
    }

    [Theory, OnBoth]
    public async Task A_hard_decision_that_we_came_late_to_is_minded_by_what_was_known_first_and_not_by_what_is_now(Engine engine)
    {
        const string Said = "A hard decision for them, and we came in late";
        var (planned, _) = await Ruled.OnAsync(engine);
        foreach (var number in Enumerable.Range(1, 7)) await Ruled.SaidAsync(await planned.Ana.PostFormAsync(planned.Plan + "/people", ("Placeholder", $"Shift {number}"), ("Part", "User")));
        foreach (var field in (string[])["Risk", "Finance"]) await planned.SayAsync(field, null, ("Value", "5"));
        async Task BuyAsync(int status, int ago) => await Ruled.SaidAsync(await planned.Ana.PostFormAsync(planned.Url + "/pursuit/sayings", ("Field", "Status"), ("Value", $"{status}"), ("Evidence", "Told us so"), ("On", Day(planned.Today.AddDays(-ago)))));
        await BuyAsync(4, 5);
        Assert.Contains("came-late", await planned.Sales.Ana.Tenant.InDb(db => FoundAsync(db, planned)));
        Assert.Contains(Said, await planned.Ana.TextAsync(planned.Plan));
        Assert.Contains("When we first knew: deciding", await planned.Ana.TextAsync(planned.Url + "/pursuit"));
        // An earlier day is remembered later: then they were only looking.
        await BuyAsync(2, 60);
        Assert.DoesNotContain(Said, await planned.Ana.TextAsync(planned.Plan));
        Assert.Contains("When we first knew: looking", await planned.Ana.TextAsync(planned.Url + "/pursuit"));
    }

    private static async Task<IReadOnlyList<string>> FoundAsync(AppDb db, Planned planned) =>
        [.. (await RuleSet.FreshAsync(db, default)).Find((await KnownDeals.NowAsync(db, [planned.Deal.Id], planned.Today, Needed.Nothing, default)).Single().At(planned.Today)).Select(w => w.Code)];

    private static Task OnAsync(Planned planned, Guid meeting, DateOnly day) => planned.Sales.Ana.Tenant.InDb(async db =>
    {
        (await db.MeetingPlans.SingleAsync(m => m.Id == meeting)).On = day;
        return await db.SaveChangesAsync();
    });

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Task<List<string>> TasksAsync(Planned planned) => planned.Sales.Ana.Tenant.InDb(db => db.OpenTasksAbout(Kinds.Opportunity).Where(t => t.AboutId == planned.Deal.Id).Select(t => t.Title).ToListAsync());
}
