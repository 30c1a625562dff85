using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Coxswain.Customers.Accounts;
using Coxswain.Customers.Plans;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Tests.Plans;

public sealed class PlanChangeTests
{
    [Theory, OnBoth]
    public async Task A_program_that_sends_a_part_of_a_plan_leaves_the_rest_as_it_is_and_what_it_sends_empty_becomes_empty(Engine engine)
    {
        var (ana, account) = await WithAsync(engine);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ana.Program.PostAsJsonAsync($"/api{Url(account)}", new { charter = "They save yard hours" })).StatusCode);
        await ana.Program.PostAsJsonAsync($"/api{Url(account)}", new { scope = "Terminals in the north", until = "2030-12-31", charter = "They save yard hours" });
        await ana.Program.PostAsJsonAsync($"/api{Url(account)}", new { scope = "All terminals" });
        Assert.Equal(("All terminals", new DateOnly(2030, 12, 31), "They save yard hours"), await PlanAsync());
        await ana.Program.PostAsJsonAsync($"/api{Url(account)}", new { until = (string?)null });
        Assert.Equal(("All terminals", null, "They save yard hours"), await PlanAsync());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ana.Program.PostAsJsonAsync($"/api{Url(account)}", new { scope = "" })).StatusCode);

        Task<(string?, DateOnly?, string?)> PlanAsync() => ana.InDb(async db => await db.Rows<AccountPlan>().SingleAsync() is var plan ? (plan.Scope, plan.Until, plan.Charter) : default);
    }

    [Theory, OnBoth]
    public async Task A_program_that_sends_only_the_text_of_a_line_leaves_need_strength_day_and_amount(Engine engine)
    {
        var (ana, account) = await WithAsync(engine);
        var (need, strength) = (await AddAsync(ana, account, new { kind = "Need", text = "One place for slots", evidence = "Seen" }), await AddAsync(ana, account, new { kind = "Strength", text = "Runs at twelve sites", evidence = "Seen" }));
        var goal = await AddAsync(ana, account, new { kind = "Goal", text = "To halve yard times", evidence = "Heard", fromId = need, strengthId = strength, on = "2030-01-31" });
        Assert.Equal(HttpStatusCode.OK, (await ana.Program.PostAsJsonAsync($"/api/plan-items/{goal}", new { text = "To halve their yard times" })).StatusCode);
        var item = await ana.InDb(db => db.Rows<PlanItem>().SingleAsync(i => i.Id == goal));
        Assert.Equal(("To halve their yard times", "Heard", need, strength, new DateOnly(2030, 1, 31)), (item.Text, item.Evidence, item.FromId, item.StrengthId, item.On));
        var revenue = await AddAsync(ana, account, new { kind = "Revenue", year = 2030, amount = 1000 });
        await ana.Program.PostAsJsonAsync($"/api/plan-items/{revenue}", new { text = "Yard planning" });
        Assert.Equal(("Yard planning", 2030, 100_000L, true), await ana.InDb(async db => await db.Rows<PlanItem>().SingleAsync(i => i.Id == revenue) is var r ? (r.Text, r.Year, r.Amount, r.Currency is not null) : default));
        // What is no longer in the plan is no reason to refuse a change of something else.
        await ana.Program.DeleteAsync($"/api/plan-items/{need}");
        Assert.Equal(HttpStatusCode.OK, (await ana.Program.PostAsJsonAsync($"/api/plan-items/{goal}", new { evidence = "Heard again" })).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ana.Program.PostAsJsonAsync($"/api/plan-items/{strength}", new { evidence = "" })).StatusCode);
    }

    [Theory, OnBoth]
    public async Task A_weak_spot_is_not_brought_back_beside_another_nor_are_we_put_on_the_ladder_twice(Engine engine)
    {
        var (ana, account) = await WithAsync(engine);
        var (weak, us) = (await AddAsync(ana, account, new { kind = "Vulnerability", text = "One planner", evidence = "Seen" }), await AddAsync(ana, account, new { kind = "Rung", rung = 2, evidence = "Said so" }));
        foreach (var line in (Guid[])[weak, us]) await ana.Browser.PostFormAsync($"/plan-items/{line}/removals");
        var (other, again) = (await AddAsync(ana, account, new { kind = "Vulnerability", text = "No site of ours", evidence = "Seen" }), await AddAsync(ana, account, new { kind = "Rung", rung = 3, evidence = "Said so" }));
        Assert.Contains("One weak spot is the critical one", await RefusedAsync($"/plan-items/{weak}/restorations"));
        Assert.Contains("We stand on the ladder already", await RefusedAsync($"/plan-items/{us}/restorations"));
        foreach (var line in (Guid[])[other, again]) await ana.Browser.PostFormAsync($"/plan-items/{line}/removals");
        foreach (var line in (Guid[])[weak, us]) await ana.Browser.PostFormAsync($"/plan-items/{line}/restorations");
        Assert.Equal([weak, us], await ana.InDb(db => db.Rows<PlanItem>().OrderBy(i => i.Id).Select(i => i.Id).ToListAsync()));

        async Task<string> RefusedAsync(string url)
        {
            var answer = await ana.Browser.PostFormAsync(url);
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
            return await answer.TextAsync();
        }
    }

    [Theory, OnBoth]
    public async Task A_goal_that_serves_another_need_through_another_strength_has_changed_since_the_review(Engine engine)
    {
        var (ana, account) = await WithAsync(engine);
        var (one, other) = (await AddAsync(ana, account, new { kind = "Need", text = "Fewer waits", evidence = "Seen" }), await AddAsync(ana, account, new { kind = "Need", text = "Fewer papers", evidence = "Seen" }));
        var strength = await AddAsync(ana, account, new { kind = "Strength", text = "Runs at twelve sites", evidence = "Seen" });
        var goal = await AddAsync(ana, account, new { kind = "Goal", text = "To halve yard times", fromId = one });
        await ana.Browser.PostFormAsync($"{Url(account)}/reviews");
        Assert.Contains("Nothing differs", await ana.Browser.TextAsync($"{Url(account)}/changes"));
        await ana.Program.PostAsJsonAsync($"/api/plan-items/{goal}", new { fromId = other, strengthId = strength });
        var page = await ana.Browser.TextAsync($"{Url(account)}/changes");
        foreach (var said in (string[])["0 added, 1 changed, 0 dropped", "To halve yard times · from: Fewer waits", "To halve yard times · from: Fewer papers · through: Runs at twelve sites"]) Assert.Contains(said, page);
    }

    [Theory, OnBoth]
    public async Task A_review_that_is_not_of_this_plan_is_no_version_to_compare_with(Engine engine)
    {
        var (ana, account) = await WithAsync(engine);
        await AddAsync(ana, account, new { kind = "Focus", text = "A planner on their site" });
        await ana.Browser.PostFormAsync($"{Url(account)}/reviews");
        foreach (var side in (string[])["from", "to"])
        {
            Assert.Contains("This review of the plan is not here.", await (await ana.Browser.GetAsync($"{Url(account)}/changes?{side}={Guid.NewGuid()}")).TextAsync());
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ana.Program.GetAsync($"/api{Url(account)}/changes?{side}={Guid.NewGuid()}")).StatusCode);
        }
        Assert.Equal(HttpStatusCode.OK, (await ana.Browser.GetAsync($"{Url(account)}/changes?to=")).StatusCode);
    }

    [Theory, OnBoth]
    public async Task Revenue_and_what_both_get_say_of_when_they_are_and_ask_again_after_ninety_days_unless_the_plan_was_looked_at(Engine engine)
    {
        var (ana, account) = await WithAsync(engine);
        await ana.Tenant.SaveAsync(new PlanItem { AccountId = account.Id, Kind = PlanKind.Revenue, Year = 2030, Amount = 100_000, Currency = "EUR", AsOf = DateOnly.FromDateTime(Ago(91)), SaidById = ana.Id });
        var old = await ana.Browser.TextAsync(Url(account));
        Assert.Contains("Still so: All together in 2030", old);
        await ana.Browser.PostFormAsync(Url(account), ("Scope", "Terminals in the north"));
        Assert.DoesNotContain("ask again", await ana.Browser.TextAsync(Url(account)));
        var plan = await ana.InDb(db => db.Rows<AccountPlan>().Select(p => p.Id).SingleAsync());
        await ana.InDb(db => db.Rows<Event>().Where(e => e.SubjectId == plan).ExecuteUpdateAsync(u => u.SetProperty(e => e.OccurredAt, Ago(91))));
        Assert.Contains("ask again", await ana.Browser.TextAsync(Url(account)));
        await ana.Browser.PostFormAsync($"{Url(account)}/reviews");
        Assert.DoesNotContain("ask again", await ana.Browser.TextAsync(Url(account)));

        DateTime Ago(int days) => ana.Tenant.Host.Clock.GetUtcNow().UtcDateTime.AddDays(-days);
    }

    private static string Url(Account account) => $"/accounts/{account.Id}/plan";

    private static async Task<Guid> AddAsync(TestViewer who, Account account, object line)
    {
        var added = await who.Program.PostAsJsonAsync($"/api{Url(account)}/items", line);
        return (await added.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("id").GetGuid();
    }

    private static async Task<(TestViewer, Account)> WithAsync(Engine engine)
    {
        var ana = await Customers.SellerAsync(engine);
        return (ana, await ana.AccountAsync());
    }
}
