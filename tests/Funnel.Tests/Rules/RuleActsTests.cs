using System.Net;
using System.Net.Http.Json;
using Coxswain.Customers;
using Coxswain.Funnel.Rules;
using Coxswain.Funnel.Tests.Plans;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Jobs;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Tests.Rules;

/// <summary>Rules that act: a task, another owner, a field, somebody told, a webhook called; once each time they begin to hold.</summary>
public sealed class RuleActsTests
{
    [Theory, OnBoth]
    public async Task A_task_is_made_for_the_owner_when_it_begins_to_hold_and_not_again_while_it_does(Engine engine)
    {
        var (planned, ada) = await Ruled.OnAsync(engine);
        await Ruled.AddAsync(ada, "category = Commit and approvers = 0", "Committed without an approver", "Nobody has said yes", rest: [("TaskTitle", "Ask {name} who signs"), ("TaskDays", "2")]);
        await CommitAsync(planned);
        await CommitAsync(planned, "BestCase");
        await CommitAsync(planned);
        var task = Assert.Single(await TasksAsync(planned));
        Assert.Equal(("Ask Nordwind Logistik who signs", planned.Today.AddDays(2), planned.Sales.Ana.Id), (task.Title, task.DueOn!.Value, task.OwnerId));
        Assert.Contains("Rule: Committed without an approver", await planned.Ana.TextAsync(planned.Url));
        var log = await ada.PlainBrowser.TextAsync("/settings/rules/log");
        Assert.Contains("a task was made", log);
        Assert.Contains("left alone: the rule had acted on this deal within the day", log);
    }

    [Theory, OnBoth]
    public async Task Of_what_held_when_the_rule_was_switched_on_nothing_is_done(Engine engine)
    {
        var (planned, ada) = await Ruled.OnAsync(engine);
        await Ruled.AddAsync(ada, "amount >= 1000", "Large", "Large deals need care", rest: [("TaskTitle", "Take care")]);
        Assert.Empty(await TasksAsync(planned));
        Assert.Contains("it held already when the rule was switched on", await ada.PlainBrowser.TextAsync("/settings/rules/log"));
        var later = await planned.Sales.Ana.Browser.PostAsJsonAsync("/api/v1/opportunities", new { name = "Comes later", amount = 5_000, currency = "EUR" });
        Assert.Equal(HttpStatusCode.Created, later.StatusCode);
        await ada.Tenant.DoDueAsync();
        Assert.Equal("Take care", Assert.Single(await TasksAsync(planned)).Title);
    }

    [Theory, OnBoth]
    public async Task What_is_done_with_the_account_is_looked_at_in_its_open_deals_at_once(Engine engine)
    {
        var (planned, ada) = await Ruled.OnAsync(engine);
        await Ruled.AddAsync(ada, "quiet = 0", "Somebody was in touch", "It is warm", rest: [("TaskTitle", "Call while it is warm")]);
        Assert.Empty(await TasksAsync(planned));
        var account = (await planned.Sales.StoredAsync(planned.Deal.Id)).AccountId;
        Assert.Equal(HttpStatusCode.Created, (await planned.Sales.Ana.Program.PostAsJsonAsync("/api/interactions", new { kind = "Call", subject = "They called", accountId = account })).StatusCode);
        await ada.Tenant.DoDueAsync();
        Assert.Equal("Call while it is warm", Assert.Single(await TasksAsync(planned)).Title);
    }

    [Theory, OnBoth]
    public async Task Two_rules_that_answer_each_other_come_to_rest(Engine engine)
    {
        var (planned, ada) = await Ruled.OnAsync(engine);
        var ben = await planned.Sales.Ana.Tenant.PersonAsync(Role.Seller, "Ben Ito");
        await Ruled.AddAsync(ada, $"source = Fair and owner = {planned.Sales.Ana.Id}", "Ben takes fairs", "He knows them", rest: [("OwnerToId", $"{ben.Id}")]);
        await Ruled.AddAsync(ada, $"source = Fair and owner = {ben.Id}", "Ana takes fairs", "She knows them", rest: [("OwnerToId", $"{planned.Sales.Ana.Id}")]);
        await planned.Sales.Ana.Browser.PatchAsJsonAsync($"/api/v1/opportunities/{planned.Deal.Id}", new { source = "Fair" });
        await ada.Tenant.DoDueAsync();
        var firings = await ada.Tenant.InDb(db => db.RuleFirings.OrderBy(f => f.At).ThenBy(f => f.Id).ToListAsync());
        Assert.Equal([RuleDid.Owner, RuleDid.Owner, RuleDid.Rested], firings.Select(f => f.Did));
        Assert.Equal(planned.Sales.Ana.Id, (await planned.Sales.StoredAsync(planned.Deal.Id)).OwnerId);
    }

    [Theory, OnBoth]
    public async Task A_field_is_set_and_what_it_cannot_take_is_said_in_the_log(Engine engine)
    {
        var (planned, ada) = await Ruled.OnAsync(engine);
        await Ruled.AddAsync(ada, "source = Fair", "Fairs are pipeline", "They rarely sign", rest: [("SetField", "category"), ("SetTo", "Pipeline")]);
        await planned.Sales.Ana.Browser.PatchAsJsonAsync($"/api/v1/opportunities/{planned.Deal.Id}", new { source = "Fair" });
        await ada.Tenant.DoDueAsync();
        Assert.Equal(ForecastCategory.Pipeline, (await planned.Sales.StoredAsync(planned.Deal.Id)).Category);
        Assert.Contains("a field was set", await ada.PlainBrowser.TextAsync("/settings/rules/log"));
    }

    [Theory, OnBoth]
    public async Task Whoever_is_told_reads_it_on_their_first_page_until_they_say_so(Engine engine)
    {
        var (planned, ada) = await Ruled.OnAsync(engine);
        var lea = await planned.Sales.Ana.Tenant.PersonAsync(Role.Leader, "Lea Brand");
        await Ruled.AddAsync(ada, "source = Fair", "A fair brought {name}", "Lea wants to know", rest: [("Tells", "Person"), ("TellsId", $"{lea.Id}")]);
        await planned.Sales.Ana.Browser.PatchAsJsonAsync($"/api/v1/opportunities/{planned.Deal.Id}", new { source = "Fair" });
        await ada.Tenant.DoDueAsync();
        Assert.Contains("A fair brought Nordwind Logistik", await lea.PlainBrowser.TextAsync("/today"));
        Assert.DoesNotContain("A fair brought", await planned.Ana.TextAsync("/today"));
        var told = await ada.Tenant.InDb(db => db.RuleFirings.SingleAsync(f => f.ToldId == lea.Id));
        Assert.Equal(HttpStatusCode.NotFound, (await planned.Ana.PostFormAsync($"/today/told/{told.Id}")).StatusCode);
        await Ruled.SaidAsync(await lea.PlainBrowser.PostFormAsync($"/today/told/{told.Id}"));
        Assert.DoesNotContain("A fair brought", await lea.PlainBrowser.TextAsync("/today"));
    }

    [Theory, OnBoth]
    public async Task What_only_time_changes_is_found_by_the_day_and_a_rule_that_is_off_does_nothing(Engine engine)
    {
        var (planned, ada) = await Ruled.OnAsync(engine);
        await planned.Sales.Ana.Browser.PatchAsJsonAsync($"/api/v1/opportunities/{planned.Deal.Id}", new { closeOn = planned.Today.AddDays(2) });
        var key = await Ruled.AddAsync(ada, "closes-in <= -1", "Passed", "Ask again", rest: [("TaskTitle", "Ask for a new day")]);
        Assert.Empty(await TasksAsync(planned));
        var later = ada.Tenant.Host.Clock.GetUtcNow().UtcDateTime.AddDays(4);
        await ada.PlainBrowser.PostFormAsync($"/settings/rules/{key}/switches", ("Because", "Not now"));
        await ada.Tenant.InDb(async db => { await LookAtDeals.LookAsync(db, later, null, default); return 0; });
        Assert.Empty(await TasksAsync(planned));
        await ada.PlainBrowser.PostFormAsync($"/settings/rules/{key}/switches?back=true");
        await ada.Tenant.DoDueAsync();
        await ada.Tenant.InDb(async db => { await LookAtDeals.LookAsync(db, later, null, default); return 0; });
        Assert.Equal("Ask for a new day", Assert.Single(await TasksAsync(planned)).Title);
    }

    [Theory, OnBoth]
    public async Task Nothing_is_written_for_rules_where_none_acts(Engine engine)
    {
        var (planned, ada) = await Ruled.OnAsync(engine);
        await ada.Tenant.DoDueAsync();
        await CommitAsync(planned, works: false);
        Assert.Empty(await ada.Tenant.InDb(db => db.Rows<Platform.Events.Delivery>().Where(d => d.Reaction == RuleReaction.Known).ToListAsync()));
        await Ruled.AddAsync(ada, "source = Fair", "Fair", "So", rest: [("TaskTitle", "Go")]);
        await planned.Sales.Ana.Browser.PatchAsJsonAsync($"/api/v1/opportunities/{planned.Deal.Id}", new { source = "Mail" });
        Assert.NotEmpty(await ada.Tenant.InDb(db => db.Rows<Platform.Events.Delivery>().Where(d => d.Reaction == RuleReaction.Known).ToListAsync()));
        await ada.Tenant.DoDueAsync();
    }

    private static async Task CommitAsync(Planned planned, string category = "Commit", bool works = true)
    {
        var saved = await planned.Sales.Ana.Browser.PatchAsJsonAsync($"/api/v1/opportunities/{planned.Deal.Id}", new { category });
        Assert.Equal(HttpStatusCode.OK, saved.StatusCode);
        if (works) await planned.Sales.Ana.Tenant.DoDueAsync();
    }

    private static Task<List<TaskAbout>> TasksAsync(Planned planned) => planned.Sales.Ana.Tenant.InDb(db => db.OpenTasksAbout(Kinds.Opportunity).ToListAsync());
}
