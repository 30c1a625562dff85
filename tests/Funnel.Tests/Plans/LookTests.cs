using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Coxswain.Customers.Maps;
using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Plans;
using Coxswain.Funnel.Plans.Looks;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Tests.Plans;

/// <summary>A plan is looked through every few weeks: first the feeling, then what it says, then the feeling again.</summary>
public sealed class LookTests
{
    [Theory, OnBoth]
    public async Task Before_anything_is_shown_one_says_how_it_feels_and_who_stops_in_the_middle_loses_nothing(Engine engine)
    {
        var planned = await BegunAsync(engine);
        var blind = await planned.Ana.TextAsync(planned.Plan + "/review");
        Assert.Contains("How do you feel about this deal right now?", blind);
        foreach (var hidden in (string[])["Petra Brandt", "Nobody guides us there", "Sleeps through peak season", "Looked through so far"]) Assert.DoesNotContain(hidden, blind);
        Assert.Equal(planned.Plan + "/review", (await planned.JudgeAsync("Feeling", null, ("Topic", "look"), ("Value", "7"), ("Back", planned.Plan + "/review"))).Headers.Location!.OriginalString);
        foreach (var _ in Enumerable.Range(0, 2))
        {
            var page = await planned.Ana.TextAsync(planned.Plan + "/review");
            foreach (var shown in (string[])["before: good", "How do you feel about it now?", "Nobody guides us there", "not covered", "Nobody has looked through it yet."]) Assert.Contains(shown, page);
        }
        Assert.DoesNotContain("before: good", await (await planned.Sales.Ana.Tenant.PersonAsync(Role.Leader, "Lea Brand")).PlainBrowser.TextAsync(planned.Plan + "/review"));
    }

    [Theory, OnBoth]
    public async Task After_it_the_plan_says_when_and_until_when_and_the_difference_of_the_feeling_is_kept(Engine engine)
    {
        var planned = await BegunAsync(engine);
        Assert.Contains($"To be looked through on {Said(planned.Today.AddDays(28))}", await planned.Ana.TextAsync(planned.Plan));
        await LookAsync(planned, 7, 3, "Nobody knows who signs", planned.Today.AddDays(14));
        var plan = await planned.Ana.TextAsync(planned.Plan);
        Assert.Contains($"Looked through on {Said(planned.Today)}, next on {Said(planned.Today.AddDays(14))}", plan);
        Assert.Contains("worried", plan);
        await planned.SayAsync("Feeling", null, ("Topic", "look"), ("Value", "5"));
        var review = await planned.Ana.TextAsync(planned.Plan + "/review");
        foreach (var kept in (string[])["good → worried (−4)", "Nobody knows who signs", "Ana Okafor"]) Assert.Contains(kept, review);
        var read = await ReadAsync(planned);
        Assert.Equal((planned.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), -4), (read.GetProperty("reviewedOn").GetString(), read.GetProperty("looks")[0].GetProperty("difference").GetInt32()));
        Assert.Contains("Plan looked through", await planned.Ana.TextAsync(planned.Url));
    }

    [Theory, OnBoth]
    public async Task What_was_said_since_the_last_look_is_shown_with_what_it_was(Engine engine)
    {
        var planned = await BegunAsync(engine, ownClock: true);
        await LookAsync(planned, 7, 7, null, null);
        planned.Sales.Ana.Tenant.Host.Clock.Advance(TimeSpan.FromDays(2));
        await planned.SayAsync("Stance", await planned.NameAsync(planned.Okan, "Evaluator"), ("Value", "-3"), ("Text", "Wants to see it elsewhere"));
        await planned.SayAsync("Feeling", null, ("Value", "3"));
        await planned.SayAsync("Feeling", null, ("Topic", "look"), ("Value", "3"));
        var page = await planned.Ana.TextAsync(planned.Plan + "/review");
        foreach (var shown in (string[])["3 things changed", "doubts us", "good", "worried", "Okan Yildiz"]) Assert.Contains(shown, page);
    }

    [Theory, OnBoth]
    public async Task A_grave_warning_asks_again_in_two_weeks_and_a_calm_plan_in_four_or_not_at_all(Engine engine)
    {
        var planned = await Planned.OnAsync(engine);
        var petra = await planned.NameAsync(planned.Petra, "Approver");
        await planned.Ana.PostFormAsync(planned.Plan + "/actions", ("Title", "Show the draft"), ("DueOn", Day(planned.Today.AddDays(3))));
        await planned.NameAsync(planned.Okan, "Guide");
        await planned.SayAsync("Stance", petra, ("Value", "3"), ("Text", "Sent us their figures"));
        await planned.SayAsync("Feeling", null, ("Topic", "look"), ("Value", "5"));
        Assert.Contains($"value=\"{Day(planned.Today.AddDays(28))}\"", await planned.Ana.PageAsync(planned.Plan + "/review"));
        await planned.SayAsync("Stance", petra, ("Value", "-5"), ("Text", "Praised the others"));
        Assert.Contains($"value=\"{Day(planned.Today.AddDays(14))}\"", await planned.Ana.PageAsync(planned.Plan + "/review"));
        Assert.NotEqual(JsonValueKind.Null, (await ReadAsync(planned)).GetProperty("nextReviewDue").ValueKind);
        await LookAsync(planned, 5, 5, null, null);
        Assert.Equal(JsonValueKind.Null, (await ReadAsync(planned)).GetProperty("nextReviewDue").ValueKind);
    }

    [Theory, OnBoth]
    public async Task A_plan_nobody_looked_through_in_time_warns_and_stands_on_the_home_screen_with_the_way_to_it(Engine engine)
    {
        var planned = await BegunAsync(engine, ownClock: true);
        await LookAsync(planned, 5, 5, null, planned.Today.AddDays(14));
        Assert.DoesNotContain("look-through", Warnings(await ReadAsync(planned)));
        var due = planned.Today.AddDays(14);
        planned.Sales.Ana.Tenant.Host.Clock.Advance(TimeSpan.FromDays(15));
        Assert.Contains("look-through", Warnings(await ReadAsync(planned)));
        Assert.Contains($"was due again on {Said(due)}", await planned.Ana.TextAsync(planned.Plan));
        var today = await planned.Ana.PageAsync("/today");
        Assert.Contains($"to be looked through since {Said(due)}", WebUtility.HtmlDecode(today));
        Assert.Contains($"href=\"{planned.Plan}/review\"", today);
        await LookAsync(planned, 5, 6, null, planned.Today.AddDays(14));
        Assert.DoesNotContain("to be looked through since", await planned.Ana.TextAsync("/today"));
    }

    [Theory, OnBoth]
    public async Task A_past_day_reads_the_look_and_the_feeling_of_then(Engine engine)
    {
        var planned = await Planned.OnAsync(engine);
        var (then, id, me) = (planned.Today.AddDays(-20), planned.Deal.Id, planned.Sales.Ana.Id);
        await planned.Sales.Ana.Tenant.InDb(db => db.Opportunities.Where(o => o.Id == id).ExecuteUpdateAsync(u => u.SetProperty(o => o.OpenedOn, then.AddDays(-40))));
        // A day of the past knows what was written down by then, as its key says.
        Guid Key(int hour) => Guid.CreateVersion7(new DateTimeOffset(then, new TimeOnly(hour, 0), TimeSpan.Zero));
        PlanJudgement Said(int hour, PlanField field, int? value) => new() { Id = Key(hour), OpportunityId = id, Field = field, Value = value, On = then, SaidById = me };
        var (before, after) = (Said(9, PlanField.Feeling, 8), Said(10, PlanField.Feeling, 4));
        await planned.Sales.Ana.Tenant.SaveAsync(Said(8, PlanField.Begun, null), before, after);
        await planned.Sales.Ana.Tenant.SaveAsync(new PlanLook { Id = Key(10), OpportunityId = id, On = then, SaidById = me, BeforeId = before.Id, AfterId = after.Id, NextOn = then.AddDays(14) });
        await LookAsync(planned, 4, 9, null, planned.Today.AddDays(28));
        var (past, now) = (await ReadAsync(planned, then.AddDays(5)), await ReadAsync(planned));
        Assert.Equal((1, 2), (past.GetProperty("looks").GetArrayLength(), now.GetProperty("looks").GetArrayLength()));
        Assert.Equal((4, 9), (Feeling(past), Feeling(now)));
        Assert.Equal(Day(then.AddDays(14)), past.GetProperty("nextReviewDue").GetString());
        Assert.Contains("look-through", Warnings(await ReadAsync(planned, then.AddDays(16))));
    }

    [Theory, OnBoth]
    public async Task Taken_off_it_takes_the_feeling_after_it_along_and_both_come_back(Engine engine)
    {
        var planned = await BegunAsync(engine);
        await LookAsync(planned, 7, 3, null, null);
        var look = (await ReadAsync(planned)).GetProperty("looks")[0].GetProperty("id").GetString();
        await planned.Ana.PostFormAsync($"{planned.Plan}/looks/{look}/removals");
        var without = await ReadAsync(planned);
        Assert.Equal(0, without.GetProperty("looks").GetArrayLength());
        Assert.DoesNotContain(without.GetProperty("says").EnumerateArray(), s => s.GetProperty("field").GetString() == "Feeling");
        Assert.Contains("before: good", await planned.Ana.TextAsync(planned.Plan + "/review"));
        await planned.Ana.PostFormAsync($"{planned.Plan}/looks/{look}/restorations");
        Assert.Equal(3, Feeling(await ReadAsync(planned)));
    }

    [Theory, OnBoth]
    public async Task A_wrong_answer_is_said_at_its_field_and_what_was_typed_stays(Engine engine)
    {
        var planned = await BegunAsync(engine);
        await Planned.RefusedAsync(await planned.Ana.PostFormAsync(planned.Plan + "/looks", ("After", "5")), "How did it feel before you looked?");
        await planned.SayAsync("Feeling", null, ("Topic", "look"), ("Value", "7"));
        var said = await planned.Sales.Ana.InDb(db => db.PlanJudgements.Where(j => j.Field == PlanField.Feeling).Select(j => j.Id).SingleAsync());
        var answer = await planned.Ana.PostFormAsync(planned.Plan + "/looks", ("Said", $"{said}"), ("Came", "Two are guesses"), ("NextOn", Day(planned.Today)));
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        foreach (var wrong in (string[])["Choose one of the words.", "Choose a day after today.", "value=\"Two are guesses\""]) Assert.Contains(wrong, page);
        await Planned.RefusedAsync(await planned.Ana.PostFormAsync(planned.Plan + "/looks", ("Said", $"{said}"), ("After", "12")), "Between 1 and 9.");
        await Planned.RefusedAsync(await planned.Ana.PostFormAsync(planned.Plan + "/looks", ("Said", $"{said}"), ("After", "5"), ("NextOn", "2099-01-01")), "This day cannot be right.");
        Assert.Empty(await planned.Sales.Ana.InDb(db => db.PlanLooks.ToListAsync()));
        await planned.Sales.Ana.Tenant.InDb(db => db.Opportunities.ExecuteUpdateAsync(u => u.SetProperty(o => o.End, StageEnd.Lost)));
        await Planned.RefusedAsync(await planned.Ana.PostFormAsync(planned.Plan + "/looks", ("Said", $"{said}"), ("After", "5")), "This deal has ended");
    }

    [Theory, OnBoth]
    public async Task A_plan_is_a_draft_until_its_three_answers_are_there_then_active_and_closed_with_its_deal(Engine engine)
    {
        var planned = await Planned.OnAsync(engine);
        Assert.Equal(JsonValueKind.Null, (await ReadAsync(planned)).GetProperty("status").ValueKind);
        await planned.BeginAsync(("Contact", $"{planned.Petra.Id}"));
        Assert.Equal("Draft", (await ReadAsync(planned)).GetProperty("status").GetString());
        Assert.Contains("draft", await planned.Ana.TextAsync(planned.Plan));
        await planned.BeginAsync(("Gain", "Sleeps through peak season"));
        Assert.Equal("Draft", (await ReadAsync(planned)).GetProperty("status").GetString());
        await planned.Ana.PostFormAsync(planned.Plan + "/actions", ("Title", "Show the draft"), ("DueOn", Day(planned.Today.AddDays(3))));
        Assert.Equal("Active", (await ReadAsync(planned)).GetProperty("status").GetString());
        await planned.Sales.Ana.Tenant.InDb(db => db.Opportunities.ExecuteUpdateAsync(u => u.SetProperty(o => o.End, StageEnd.Won)));
        Assert.Equal("Closed", (await ReadAsync(planned)).GetProperty("status").GetString());
        Assert.Contains("The deal has ended, and its plan is closed.", await planned.Ana.TextAsync(planned.Plan + "/review"));
    }

    [Theory, OnBoth]
    public async Task Whoever_may_read_the_deal_reads_the_looks_and_only_who_may_change_it_looks(Engine engine)
    {
        var planned = await BegunAsync(engine);
        await LookAsync(planned, 7, 3, "Nobody knows who signs", null);
        var reader = await planned.Sales.Ana.Tenant.PersonAsync(Role.Seller, "Otto Lang");
        var page = await reader.PlainBrowser.TextAsync(planned.Plan + "/review");
        foreach (var read in (string[])["good → worried (−4)", "Nobody knows who signs"]) Assert.Contains(read, page);
        foreach (var act in (string[])["How do you feel", "Take off the look"]) Assert.DoesNotContain(act, page);
        var look = await planned.Sales.Ana.InDb(db => db.PlanLooks.Select(l => l.Id).SingleAsync());
        foreach (var url in (string[])["/looks", $"/looks/{look}/removals"]) Assert.Equal(HttpStatusCode.Forbidden, (await reader.Browser.PostFormAsync(planned.Plan + url, ("Before", "5"), ("After", "5"))).StatusCode);
        var stranger = await (await planned.Sales.Ana.Tenant.Host.TenantAsync()).PersonAsync(Role.Leader, "Lea Fremd");
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Browser.GetAsync(planned.Plan + "/review")).StatusCode);
    }

    [Theory, OnBoth]
    public async Task Programs_keep_a_look_and_the_later_feeling_counts(Engine engine)
    {
        var planned = await BegunAsync(engine);
        foreach (var (before, after) in new[] { (3, 8), (9, 1), (2, 6) })
        {
            var made = await planned.Sales.Ana.Program.PostAsJsonAsync($"/api{planned.Plan}/looks", new { before, after, came = "Said so", nextOn = Day(planned.Today.AddDays(9)) });
            Assert.Equal(HttpStatusCode.Created, made.StatusCode);
            Assert.Equal(after, Feeling(await ReadAsync(planned)));
        }
        var id = (await ReadAsync(planned)).GetProperty("looks")[0].GetProperty("id").GetString();
        (await planned.Sales.Ana.Program.DeleteAsync($"/api{planned.Plan}/looks/{id}")).EnsureSuccessStatusCode();
        Assert.Equal(2, (await ReadAsync(planned)).GetProperty("looks").GetArrayLength());
    }

    [Theory, OnBoth]
    public async Task The_page_costs_no_more_statements_for_many_looks_than_for_one_and_twelve_at_most(Engine engine)
    {
        var planned = await BegunAsync(engine);
        await LookAsync(planned, 7, 3, null, null);
        await planned.SayAsync("Feeling", null, ("Topic", "look"), ("Value", "5"));
        var few = (await planned.Sales.Ana.StatementsAsync(planned.Plan + "/review")).Count;
        var plan = (await planned.Sales.Ana.StatementsAsync(planned.Plan)).Count;
        var feeling = new PlanJudgement { OpportunityId = planned.Deal.Id, Field = PlanField.Feeling, Value = 5, On = planned.Today.AddDays(-9), SaidById = planned.Sales.Ana.Id };
        await planned.Sales.Ana.Tenant.SaveAsync(feeling);
        await planned.Sales.Ana.Tenant.SaveAsync([.. Enumerable.Range(0, 40).Select(i => new PlanLook { OpportunityId = planned.Deal.Id, On = planned.Today.AddDays(-i), SaidById = planned.Sales.Ana.Id, BeforeId = feeling.Id, AfterId = feeling.Id })]);
        var many = await planned.Sales.Ana.StatementsAsync(planned.Plan + "/review");
        Assert.True(many.Count <= few && few <= 12, $"{few} and {many.Count}:\n{string.Join("\n\n", many)}");
        Assert.True((await planned.Sales.Ana.StatementsAsync(planned.Plan)).Count <= plan && plan <= 12, $"{plan}");
    }

    // A plan of which two answers are there.
    internal static async Task<Planned> BegunAsync(Engine engine, bool ownClock = false)
    {
        var planned = ownClock ? await Planned.InAsync(await Sales.InAsync(await Host.StartAsync(TestDatabases.MadeAsync(engine, "looks")))) : await Planned.OnAsync(engine);
        await planned.BeginAsync(("Contact", $"{planned.Petra.Id}"), ("Gain", "Sleeps through peak season"));
        return planned;
    }

    internal static async Task LookAsync(Planned planned, int before, int after, string? came, DateOnly? next)
    {
        await planned.SayAsync("Feeling", null, ("Topic", "look"), ("Value", $"{before}"));
        var me = planned.Sales.Ana.Id;
        var said = await planned.Sales.Ana.InDb(db => db.PlanJudgements.Where(j => j.Field == PlanField.Feeling && j.Topic == "look" && j.SaidById == me).OrderByDescending(j => j.On).ThenByDescending(j => j.Id).Select(j => j.Id).FirstAsync());
        var kept = await planned.Ana.PostFormAsync(planned.Plan + "/looks", ("Said", $"{said}"), ("After", $"{after}"), ("Came", came ?? ""), ("NextOn", next is { } on ? Day(on) : ""));
        Assert.True(kept.StatusCode is HttpStatusCode.SeeOther, WebUtility.HtmlDecode(await kept.Content.ReadAsStringAsync()));
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Said(DateOnly day) => day.ToString("d MMM", CultureInfo.InvariantCulture);

    internal static async Task<JsonElement> ReadAsync(Planned planned, DateOnly? day = null) => JsonDocument.Parse(await planned.Sales.Ana.Program.PageAsync($"/api{planned.Plan}{(day is { } past ? $"?asOf={Day(past)}" : "")}")).RootElement;

    private static int Feeling(JsonElement plan) => plan.GetProperty("says").EnumerateArray().Single(s => s.GetProperty("field").GetString() == "Feeling").GetProperty("value").GetInt32();

    private static string?[] Warnings(JsonElement plan) => [.. plan.GetProperty("warnings").EnumerateArray().Select(w => w.GetProperty("code").GetString())];
}
