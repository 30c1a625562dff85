using System.Globalization;
using System.Net;
using System.Text.Json;
using Coxswain.Customers.Maps;
using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Plans;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Tests.Plans;

/// <summary>The plan of a deal: who decides, how they stand, and the one next question.</summary>
public sealed class DealPlanTests
{
    [Theory, OnBoth]
    public async Task Three_answers_begin_a_plan_and_the_deal_shows_who_decides_and_all_four_alternatives(Engine engine)
    {
        var planned = await Planned.OnAsync(engine);
        Assert.Contains("Begin a plan", await planned.Ana.TextAsync(planned.Url));
        await planned.BeginAsync(("Contact", $"{planned.Petra.Id}"), ("Gain", "Sleeps through peak season"), ("Title", "Show the draft"), ("DueOn", planned.Today.AddDays(3).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        var page = await planned.Ana.TextAsync(planned.Url);
        foreach (var said in (string[])["Petra Brandt", "Approver", "Sleeps through peak season", "1 of 4 roles known", "nobody yet", "Do nothing", "Another supplier", "Do it inside", "Other use of the money", "Show the draft", "What does Petra Brandt want with it?"]) Assert.Contains(said, page);
    }

    [Theory, OnBoth]
    public async Task Every_answer_may_stay_unknown_and_the_first_question_is_who_says_yes(Engine engine)
    {
        var planned = await Planned.OnAsync(engine);
        await planned.BeginAsync();
        var page = await planned.Ana.TextAsync(planned.Url);
        Assert.Matches("Who has to say yes to €.?184,000", page);
        Assert.Contains("Too few deals with a plan have ended here to say it with a number.", page);
        Assert.Contains("No approver known", page);
    }

    [Theory, OnBoth]
    public async Task A_question_somebody_will_ask_makes_a_task_and_gives_way_to_the_next(Engine engine)
    {
        var planned = await Planned.OnAsync(engine);
        await planned.BeginAsync();
        await planned.Ana.PostFormAsync(planned.Plan + "/actions", ("Title", "Ask who says the final yes"), ("AimsAt", "ask:approver"), ("Back", planned.Url));
        var page = await planned.Ana.TextAsync(planned.Url);
        Assert.DoesNotContain("Who has to say yes to", page);
        Assert.Contains("Who there wants us to win, and shows us the way?", page);
        Assert.Contains("Ask who says the final yes", page);
    }

    [Theory, OnBoth]
    public async Task A_second_approver_is_refused_with_what_to_do_wherever_it_is_said(Engine engine)
    {
        var planned = await Planned.OnAsync(engine);
        var petra = await planned.NameAsync(planned.Petra, "Approver");
        await Planned.RefusedAsync(await planned.Ana.PostFormAsync(planned.Plan + "/people", ("Contact", $"{planned.Okan.Id}"), ("Part", "Approver")), "Petra Brandt already says the final yes here");
        var okan = await planned.NameAsync(planned.Okan, "Evaluator");
        await Planned.RefusedAsync(await planned.Ana.PostFormAsync(planned.Url + "/map-parts", ("Person", $"{okan}"), ("Part", "Approver")), "Name the committee they sit in as one");
        var parts = await planned.Sales.Ana.InDb(db => db.Rows<MapPart>().OrderBy(p => p.Part).Select(p => new { p.MapPersonId, p.Part }).ToListAsync());
        Assert.Equal([(petra, DealPart.Approver), (okan, DealPart.Evaluator)], parts.Select(p => (p.MapPersonId, p.Part)));
    }

    [Theory, OnBoth]
    public async Task Two_approvers_that_came_with_a_file_stay_and_the_plan_warns(Engine engine)
    {
        var planned = await Planned.OnAsync(engine);
        await planned.NameAsync(planned.Petra, "Approver");
        var okan = await planned.NameAsync(planned.Okan, "User");
        await planned.Sales.Ana.Tenant.SaveAsync(new MapPart { MapPersonId = okan, OpportunityId = planned.Deal.Id, Part = DealPart.Approver, AsOf = planned.Today, SaidById = planned.Sales.Ana.Id });
        Assert.Contains("Two are named for the final yes: Okan Yildiz, Petra Brandt", await planned.Ana.TextAsync(planned.Url));
    }

    [Theory, OnBoth]
    public async Task A_guide_may_come_from_outside_and_is_not_taken_for_somebody_who_left(Engine engine)
    {
        var planned = await Planned.OnAsync(engine);
        await planned.Ana.PostFormAsync(planned.Plan + "/people", ("Called", "boer@harbour.example"), ("Part", "Guide"));
        var page = await planned.Ana.TextAsync(planned.Plan);
        Assert.Contains("Femke Boer", page);
        Assert.Contains("Harbour master, from outside", page);
        Assert.DoesNotContain("works elsewhere now", await planned.Ana.TextAsync(planned.Url + "/map"));
        await Planned.RefusedAsync(await planned.Ana.PostFormAsync(planned.Plan + "/people", ("Called", "nobody@else.example"), ("Part", "Guide")), "No contact here is called that");
    }

    [Theory, OnBoth]
    public async Task A_stance_needs_what_shows_it_a_word_and_somebody_of_the_deal_and_keeps_what_was_typed(Engine engine)
    {
        var planned = await Planned.OnAsync(engine);
        var petra = await planned.NameAsync(planned.Petra, "User");
        await Planned.RefusedAsync(await planned.JudgeAsync("Stance", petra, ("Value", "5")), "What did they say or do that shows it?");
        await Planned.RefusedAsync(await planned.JudgeAsync("Stance", petra, ("Value", "0"), ("Text", "Shrugged")), "Nobody stands in the middle");
        await Planned.RefusedAsync(await planned.JudgeAsync("Receptiveness", petra, ("Value", "2")), "What did they say or do that shows it?");
        var typed = await planned.JudgeAsync("Stance", petra, ("Text", "Asked for a date"));
        var page = WebUtility.HtmlDecode(await typed.Content.ReadAsStringAsync());
        Assert.Contains("Choose one of the words.", page);
        Assert.Contains("value=\"Asked for a date\"", page);
        await Planned.RefusedAsync(await planned.JudgeAsync("Stance", petra, ("Value", "3"), ("Text", "So"), ("On", "2031-01-01")), "This day is still to come");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await planned.JudgeAsync("Stance", Guid.NewGuid(), ("Value", "3"), ("Text", "So"))).StatusCode);
        Assert.Empty(await planned.Sales.Ana.InDb(db => db.PlanJudgements.Where(j => j.Field == PlanField.Stance).ToListAsync()));
        await planned.SayAsync("Stance", petra, ("Value", "5"), ("Text", "Brought finance along"));
        page = await planned.Ana.TextAsync(planned.Plan + $"?person={petra}");
        Assert.Contains("backs us", page);
        Assert.Contains("Brought finance along", page);
        Assert.Contains("In the plan: Stance: backs us", await planned.Ana.TextAsync(planned.Url));
    }

    [Theory, OnBoth]
    public async Task Several_judge_at_once_without_a_lock_the_latest_counts_and_taking_it_off_brings_back_the_one_before(Engine engine)
    {
        var planned = await Planned.OnAsync(engine);
        var petra = await planned.NameAsync(planned.Petra, "User");
        await Task.WhenAll(planned.SayAsync("Stance", petra, ("Value", "3"), ("Text", "Sent figures")), planned.SayAsync("Gain", petra, ("Text", "Home on time")), planned.SayAsync("Result", petra, ("Text", "One shift less")));
        await planned.SayAsync("Stance", petra, ("Value", "-3"), ("Text", "Wants to see it elsewhere"));
        Assert.Contains("doubts us", await planned.Ana.TextAsync(planned.Url));
        var last = await planned.Sales.Ana.InDb(db => db.PlanJudgements.Where(j => j.Value == -3).Select(j => j.Id).SingleAsync());
        await planned.Ana.PostFormAsync($"{planned.Plan}/judgements/{last}/removals");
        var page = await planned.Ana.TextAsync(planned.Url);
        Assert.Contains("supports us", page);
        Assert.Contains("Home on time", page);
        await planned.Ana.PostFormAsync($"{planned.Plan}/judgements/{last}/restorations");
        Assert.Contains("doubts us", await planned.Ana.TextAsync(planned.Url));
    }

    [Theory, OnBoth]
    public async Task A_judgement_of_more_than_thirty_days_fades_and_a_past_day_is_compared_with_today(Engine engine)
    {
        var planned = await Planned.OnAsync(engine);
        var petra = await planned.NameAsync(planned.Petra, "User");
        var long_ago = planned.Today.AddDays(-40).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        await planned.SayAsync("Stance", petra, ("Value", "3"), ("Text", "Sent figures"), ("On", long_ago));
        var page = await planned.Ana.PageAsync(planned.Url);
        Assert.Matches("class=\"chip good old\"[^>]*><span>supports us", page);
        Assert.Contains("One judgement is older than 30 days", await planned.Ana.TextAsync(planned.Plan));
        await planned.SayAsync("Stance", petra, ("Value", "-5"), ("Text", "Praised the others"));
        Assert.Matches("class=\"chip bad\"[^>]*><span>against us", await planned.Ana.PageAsync(planned.Url));
        var changes = await planned.Ana.TextAsync($"{planned.Plan}/changes?from={planned.Today.AddDays(-10):yyyy-MM-dd}");
        Assert.Contains("supports us", changes);
        Assert.Contains("against us", changes);
        Assert.Contains("Role here", changes);
        Assert.Contains("2 things differ.", changes);
    }

    [Theory, OnBoth]
    public async Task A_warning_is_muted_with_a_reason_stays_visible_and_comes_back_and_an_action_is_one_tap(Engine engine)
    {
        var planned = await Planned.OnAsync(engine);
        await planned.BeginAsync();
        await Planned.RefusedAsync(await planned.JudgeAsync("Muted", null, ("Topic", "guide-none")), "Say why it does not count here");
        await planned.SayAsync("Muted", null, ("Topic", "guide-none"), ("Text", "A tender allows none"));
        var plan = await ReadAsync(planned);
        Assert.Equal("A tender allows none", Warning(plan, "guide-none").GetProperty("muted").GetProperty("text").GetString());
        Assert.DoesNotContain("Nobody guides us there", await planned.Ana.TextAsync(planned.Url));
        Assert.Contains("A tender allows none", await planned.Ana.TextAsync(planned.Plan));
        await planned.SayAsync("Muted", null, ("Topic", "guide-none"), ("Value", "0"));
        Assert.Equal(JsonValueKind.Null, Warning(await ReadAsync(planned), "guide-none").GetProperty("muted").ValueKind);
        await planned.Ana.PostFormAsync(planned.Plan + "/actions", ("Title", "Find out who says the final yes"), ("AimsAt", "approver-unknown"));
        Assert.Equal(1, Warning(await ReadAsync(planned), "approver-unknown").GetProperty("actions").GetInt32());
        Assert.Contains("one action would settle it", await planned.Ana.TextAsync(planned.Url));
    }

    [Theory, OnBoth]
    public async Task At_most_three_things_to_mind_stand_on_a_deal_the_gravest_first(Engine engine)
    {
        var planned = await Planned.OnAsync(engine);
        await planned.BeginAsync();
        var page = await planned.Ana.TextAsync(planned.Url);
        var minds = page[page.IndexOf("id=\"deal-mind\"", StringComparison.Ordinal)..];
        minds = minds[..minds.IndexOf("</ul>", StringComparison.Ordinal)];
        Assert.Equal(3, minds.Split("<li").Length - 1);
        Assert.True(minds.IndexOf("No approver known", StringComparison.Ordinal) < minds.IndexOf("No next step agreed", StringComparison.Ordinal));
    }

    [Theory, OnBoth]
    public async Task A_deal_without_an_account_says_to_name_it_first(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var deal = await sales.DealAsync();
        Assert.Contains("To plan this deal, name its account first", await sales.Ana.PlainBrowser.TextAsync($"/opportunities/{deal.Id}"));
        await Planned.RefusedAsync(await sales.Ana.PlainBrowser.PostFormAsync($"/opportunities/{deal.Id}/plan", ("Placeholder", "The board")), "Name the account first");
    }

    [Theory, OnBoth]
    public async Task A_plan_is_offered_above_the_median_won_value_and_a_quiet_line_elsewhere(Engine engine)
    {
        var planned = await Planned.OnAsync(engine);
        var won = planned.Sales.Stage("Won");
        await planned.Sales.Ana.Tenant.SaveAsync([.. Enumerable.Range(1, 11).Select(i => new Opportunity { Name = $"Won {i}", OwnerId = planned.Sales.Ana.Id, StageId = won.Id, End = StageEnd.Won, Amount = i * 10_000_00, Currency = "EUR", CloseOn = planned.Today.AddDays(-i), ClosedOn = planned.Today.AddDays(-i) })]);
        Assert.Contains("Worth a plan", await planned.Ana.TextAsync(planned.Url));
        var small = new Opportunity { Name = "Small", OwnerId = planned.Sales.Ana.Id, AccountId = planned.Account.Id, StageId = planned.Deal.StageId, End = StageEnd.Open, Amount = 5_000_00, Currency = "EUR" };
        await planned.Sales.Ana.Tenant.SaveAsync(small);
        var page = await planned.Ana.TextAsync($"/opportunities/{small.Id}");
        Assert.DoesNotContain("Worth a plan", page);
        Assert.Contains("Begin a plan", page);
    }

    [Theory, OnBoth]
    public async Task The_reason_of_a_question_has_its_number_from_own_history_once_there_is_enough(Engine engine)
    {
        var planned = await Planned.OnAsync(engine);
        await planned.BeginAsync();
        var (won, lost) = (planned.Sales.Stage("Won"), planned.Sales.Stage("Lost"));
        var ended = Enumerable.Range(0, 41).Select(i => new Opportunity { Name = $"Ended {i}", OwnerId = planned.Sales.Ana.Id, AccountId = planned.Account.Id, StageId = i < 12 ? won.Id : lost.Id, End = i < 12 ? StageEnd.Won : StageEnd.Lost, Currency = "EUR", CloseOn = planned.Today.AddDays(-1), ClosedOn = planned.Today.AddDays(-1) }).ToList();
        await planned.Sales.Ana.Tenant.SaveAsync([.. ended]);
        var person = new MapPerson { AccountId = planned.Account.Id, ContactId = planned.Okan.Id };
        await planned.Sales.Ana.Tenant.SaveAsync(person);
        await planned.Sales.Ana.Tenant.SaveAsync([.. ended.Select(d => new PlanJudgement { OpportunityId = d.Id, Field = PlanField.Begun, On = planned.Today.AddDays(-9), SaidById = planned.Sales.Ana.Id }), .. ended.Take(9).Concat(ended.Skip(40)).Select(d => new MapPart { MapPersonId = person.Id, OpportunityId = d.Id, Part = DealPart.Approver, AsOf = planned.Today.AddDays(-9), SaidById = planned.Sales.Ana.Id })]);
        Assert.Contains("Deals without one were won 3 times in 31 (4% to 22%). With it, 9 of 10 were won (65% to 98%).", await planned.Ana.TextAsync(planned.Url));
    }

    [Theory, OnBoth]
    public async Task What_was_said_to_be_unknown_or_only_after_the_end_was_not_known_in_a_deal_that_ended(Engine engine)
    {
        var planned = await Planned.OnAsync(engine);
        var (won, person) = (planned.Sales.Stage("Won"), new MapPerson { AccountId = planned.Account.Id, ContactId = planned.Okan.Id });
        var ended = Enumerable.Range(0, 4).Select(i => new Opportunity { Name = $"Ended {i}", OwnerId = planned.Sales.Ana.Id, AccountId = planned.Account.Id, StageId = won.Id, End = StageEnd.Won, Currency = "EUR", CloseOn = planned.Today.AddDays(-5), ClosedOn = planned.Today.AddDays(-5) }).ToList();
        await planned.Sales.Ana.Tenant.SaveAsync([person, .. ended]);
        PlanJudgement Said(int deal, PlanField field, int before, int? value = null, string? text = null) => new() { OpportunityId = ended[deal].Id, MapPersonId = field is PlanField.Begun ? null : person.Id, Field = field, Value = value, Text = text, On = planned.Today.AddDays(-before), SaidById = planned.Sales.Ana.Id };
        await planned.Sales.Ana.Tenant.SaveAsync([.. Enumerable.Range(0, 4).Select(i => Said(i, PlanField.Begun, 9)),
            Said(0, PlanField.Gain, 9, text: "A quieter yard"), Said(0, PlanField.Stance, 9, value: 3), Said(1, PlanField.Gain, 9), Said(1, PlanField.Stance, 9), Said(2, PlanField.Gain, 2, text: "Known too late"), Said(2, PlanField.Stance, 2, value: 3)]);
        // Named in time; named after the end; and in time, but nobody knew who it was.
        var nobody = new MapPerson { AccountId = planned.Account.Id, Placeholder = "Whoever signs" };
        await planned.Sales.Ana.Tenant.SaveAsync(nobody);
        MapPart Part(int deal, MapPerson who, int before) => new() { MapPersonId = who.Id, OpportunityId = ended[deal].Id, Part = DealPart.Approver, AsOf = planned.Today.AddDays(-before), SaidById = planned.Sales.Ana.Id };
        await planned.Sales.Ana.Tenant.SaveAsync(Part(0, person, 9), Part(1, person, 2), Part(2, nobody, 9));
        var history = await planned.Sales.Ana.InDb(db => PlanHistory.ReadAsync(db, "EUR", default));
        Assert.Equal((4, 1, 1, 1), (history.Deals.Count, history.Deals.Count(d => d.Gain), history.Deals.Count(d => d.Stance), history.Deals.Count(d => d.Approver)));
    }

    private static async Task<JsonElement> ReadAsync(Planned planned) => JsonDocument.Parse(await planned.Sales.Ana.Program.PageAsync($"/api{planned.Plan}")).RootElement;

    private static JsonElement Warning(JsonElement plan, string code) => plan.GetProperty("warnings").EnumerateArray().Single(w => w.GetProperty("code").GetString() == code);
}
