using System.Net.Http.Json;
using Coxswain.Customers;
using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Pursuit;
using Coxswain.Funnel.Rules;
using Coxswain.Funnel.Tests.Plans;
using Coxswain.Funnel.Tests.Rules;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Tests.Pursuit;

/// <summary>Advice to go for a deal, watch it or leave it comes from rules that an administrator reads, changes, switches off and tries like warnings.</summary>
public sealed class AdviceRulesTests
{
    [Theory, OnBoth]
    public async Task A_rule_of_advice_is_said_otherwise_and_switched_off_and_the_next_one_is_heard(Engine engine)
    {
        var (planned, ada) = await Ruled.OnAsync(engine);
        var card = planned.Url + "/pursuit";
        await SayAsync(planned, "Interest", "1");
        Assert.Contains("Hold back: they show little interest.", await planned.Ana.TextAsync(card));
        var settings = await ada.PlainBrowser.TextAsync("/settings/rules");
        foreach (var said in (string[])["Advice to go for a deal, watch it or leave it", "Go for it: all three hold.", "Leave it well: they are not whom we look for."]) Assert.Contains(said, settings);
        // Said otherwise, for those with no interest only, it is silent where there is little.
        await Ruled.SaidAsync(await ada.PlainBrowser.PostFormAsync("/settings/rules/interest-low", ("Where", "interest <= 1"), ("Text", "Wait for them to ask"), ("Severity", "Grave")));
        Assert.Contains("Wait for them to ask", await planned.Ana.TextAsync(card));
        await SayAsync(planned, "Interest", "2");
        Assert.Contains("Hold back: 0 of three hold.", await planned.Ana.TextAsync(card));
        foreach (var code in (string[])["fit-not", "not-looking", "long-small", "interest-low", "three-hold", "three-open"]) await Ruled.SaidAsync(await ada.PlainBrowser.PostFormAsync($"/settings/rules/{code}/switches", ("Because", "We decide by ourselves")));
        Assert.Contains("No rule advises anything here.", await planned.Ana.TextAsync(card));
        Assert.Contains("We decide by ourselves", await ada.PlainBrowser.TextAsync("/settings/rules"));
    }

    [Theory, OnBoth]
    public async Task A_rule_of_ones_own_advises_too_and_is_heard_before_lesser_advice(Engine engine)
    {
        var (planned, ada) = await Ruled.OnAsync(engine);
        await planned.BeginAsync();
        await SayAsync(planned, "Interest", "1");
        var rule = await Ruled.AddAsync(ada, "interest <= 2 and place = prospect", "Leave {name} to the partners", "They sell to the small ones", rest: [("Advises", "Leave"), ("Advice", "Hand it over with a call")]);
        var card = await planned.Ana.TextAsync(planned.Url + "/pursuit");
        Assert.Contains("Leave Nordwind Logistik to the partners", card);
        Assert.Contains("Hand it over with a call", card);
        Assert.DoesNotContain("Leave Nordwind Logistik to the partners", await planned.Ana.TextAsync(planned.Plan));
        Assert.Contains("They sell to the small ones", await ada.PlainBrowser.TextAsync($"/settings/rules/{rule}"));
        Assert.Equal(PursuitChoice.Leave, (await ada.Tenant.InDb(db => db.DealRules.SingleAsync())).Advises);
        Assert.Equal(System.Net.HttpStatusCode.UnprocessableEntity, (await ada.Program.PostAsJsonAsync("/api/rules/interest-low", new { advises = "Pursue" })).StatusCode);
    }

    [Theory, OnBoth]
    public async Task Advice_is_no_warning_and_stands_on_no_list_of_them(Engine engine)
    {
        var (planned, _) = await Ruled.OnAsync(engine);
        await SayAsync(planned, "Interest", "1");
        foreach (var page in (string[])[planned.Url, planned.Plan, "/today"]) Assert.DoesNotContain("Hold back", await planned.Ana.TextAsync(page));
    }

    [Theory, OnBoth]
    public async Task An_own_rule_asks_for_what_was_said_of_going_for_it_and_acts(Engine engine)
    {
        var (planned, ada) = await Ruled.OnAsync(engine);
        await Ruled.AddAsync(ada, "buying = deciding and holding <= 1", "They decide without us knowing", "Find out who decides before they do", rest: [("TaskTitle", "Ask who decides at {name}"), ("TaskDays", "1")]);
        await SayAsync(planned, "Status", "2");
        await ada.Tenant.DoDueAsync();
        Assert.Empty(await TasksAsync(planned));
        await SayAsync(planned, "Status", "4");
        await ada.Tenant.DoDueAsync();
        Assert.Equal("Ask who decides at Nordwind Logistik", Assert.Single(await TasksAsync(planned)));
        await planned.BeginAsync();
        Assert.Contains("They decide without us knowing", await planned.Ana.TextAsync(planned.Plan));
    }

    [Theory, OnBoth]
    public async Task Tried_on_past_deals_it_knows_what_was_said_by_then_and_nothing_that_was_written_later(Engine engine)
    {
        var (planned, ada) = await Ruled.OnAsync(engine);
        var began = new DateOnly(2026, 1, 5);
        var (open, lost) = (planned.Sales.Stage("Discover"), planned.Sales.Stage("Lost"));
        foreach (var (name, written) in ((string, DateOnly)[])[("Said in time", began.AddDays(10)), ("Written after the end", began.AddDays(90))])
        {
            var id = Guid.CreateVersion7();
            DateTime At(int day) => began.AddDays(day).ToDateTime(new TimeOnly(9, 0), DateTimeKind.Utc);
            OpportunityState State(int from, int? to, Guid stage, StageEnd end) => new() { OpportunityId = id, From = At(from), To = to is { } until ? At(until) : null, RecordedAt = At(from), CloseOn = null, Category = null, StageId = stage, End = end, OwnerId = planned.Sales.Ana.Id, Amount = 100_00, Currency = "EUR" };
            var deal = new Opportunity { Id = id, Name = name, OwnerId = planned.Sales.Ana.Id, AccountId = planned.Account.Id, StageId = lost.Id, End = StageEnd.Lost, Currency = "EUR", OpenedOn = began, ClosedOn = began.AddDays(60), CloseOn = began.AddDays(60), KnownHistory = [State(0, 60, open.Id, StageEnd.Open), State(60, null, lost.Id, StageEnd.Lost)] };
            await planned.Sales.Ana.Tenant.SaveAsync(deal);
            await planned.Sales.Ana.Tenant.SaveAsync(new PursuitSaying { Id = Guid.CreateVersion7(new DateTimeOffset(written, new TimeOnly(9, 0), TimeSpan.Zero)), OpportunityId = id, Field = PursuitField.Interest, Value = 1, On = began.AddDays(10), SaidById = planned.Sales.Ana.Id });
        }
        var page = await ada.PlainBrowser.TextAsync("/settings/rules/trial?rule=interest-low");
        Assert.Contains("It would have fired once", page);
        Assert.Contains("Said in time", page);
        Assert.DoesNotContain("Written after the end", page);
    }

    private static async Task SayAsync(Planned planned, string field, string value) => await Ruled.SaidAsync(await planned.Ana.PostFormAsync(planned.Url + "/pursuit/sayings", ("Field", field), ("Value", value), ("Evidence", "Told us so")));

    private static Task<List<string>> TasksAsync(Planned planned) => planned.Sales.Ana.Tenant.InDb(db => db.OpenTasksAbout(Kinds.Opportunity).Where(t => t.AboutId == planned.Deal.Id).Select(t => t.Title).ToListAsync());
}
