using System.Net;
using Coxswain.Customers;
using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Rules;
using Coxswain.Funnel.Tests.Plans;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Tenants;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Tests.Rules;

/// <summary>Rules as data: an administrator reads, changes and adds them without code, and deals show what they find.</summary>
public sealed class RuleTests
{
    [Theory, OnBoth]
    public async Task Every_rule_says_in_words_when_it_holds_and_where_it_comes_from(Engine engine)
    {
        var (_, ada) = await Ruled.OnAsync(engine);
        var page = await ada.PlainBrowser.TextAsync("/settings/rules");
        foreach (var rule in RuleSet.BuiltIn) Assert.Contains(rule.Title, page);
        Assert.Contains("Days until they decide is at most -1", page);
        Assert.Contains("It has a plan and Somebody who decides: stance, -5 against us to 5 for us is at most -4", page);
        Assert.Contains("what every forecast needs", await ada.PlainBrowser.TextAsync("/settings/rules/decision-passed"));
    }

    [Theory, OnBoth]
    public async Task A_rule_of_ones_own_is_found_on_the_deals_it_holds_of_and_on_no_other(Engine engine)
    {
        var (planned, ada) = await Ruled.OnAsync(engine);
        var small = await planned.Sales.DealAsync("Small one", amount: 5_000_00);
        await Ruled.AddAsync(ada, "amount >= 100000 and met <= 1", "A large deal and {name} hears of nobody else", "Large deals need two who know us");
        Assert.Contains("A large deal and Nordwind Logistik hears of nobody else", await planned.Ana.TextAsync(planned.Url));
        Assert.DoesNotContain("hears of nobody else", await planned.Ana.TextAsync($"/opportunities/{small.Id}"));
    }

    [Theory, OnBoth]
    public async Task A_rule_about_somebody_who_decides_holds_of_each_by_name(Engine engine)
    {
        var (planned, ada) = await Ruled.OnAsync(engine);
        var (petra, okan) = (await planned.NameAsync(planned.Petra, "Approver"), await planned.NameAsync(planned.Okan, "User"));
        await planned.SayAsync("Stance", petra, ("Value", "-1"), ("Text", "Hesitates"));
        await planned.SayAsync("Stance", okan, ("Value", "3"), ("Text", "Likes it"));
        await Ruled.AddAsync(ada, "person.stance <= -1 and person.part = Approver", "{name} leans away", "The final yes is theirs", severity: "Grave");
        var page = await planned.Ana.TextAsync(planned.Plan);
        Assert.Contains("Petra Brandt leans away", page);
        Assert.DoesNotContain("Okan Yildiz leans away", page);
    }

    [Theory, OnBoth]
    public async Task What_cannot_be_asked_is_refused_with_what_can_and_nothing_is_kept(Engine engine)
    {
        var (_, ada) = await Ruled.OnAsync(engine);
        await Planned.RefusedAsync(await Ruled.PostAsync(ada, "weather = bad"), "Rules cannot ask for weather. They can ask for: account, amount, stage");
        await Planned.RefusedAsync(await Ruled.PostAsync(ada, "amount >= much"), "This cannot be asked so: amount >= much");
        await Planned.RefusedAsync(await Ruled.PostAsync(ada, "amount >="), "The conditions cannot be read");
        await Planned.RefusedAsync(await Ruled.PostAsync(ada, ""), "Say when it holds.");
        await Planned.RefusedAsync(await ada.PlainBrowser.PostFormAsync("/settings/rules", ("Where", "amount >= 1"), ("Text", "Large")), "Say why it matters");
        await Planned.RefusedAsync(await Ruled.PostAsync(ada, "amount >= 1", ("SetField", "category"), ("SetTo", "Closed")), "Choose one of: omitted, pipeline, best case.");
        // What is committed, a person says.
        await Planned.RefusedAsync(await Ruled.PostAsync(ada, "amount >= 1", ("SetField", "category"), ("SetTo", "Commit")), "Choose one of: omitted, pipeline, best case.");
        await Planned.RefusedAsync(await Ruled.PostAsync(ada, "amount >= 1", ("SetField", "cf.none")), "There is no field cf.none here");
        await Planned.RefusedAsync(await Ruled.PostAsync(ada, "amount >= 1", ("Tells", "Person")), "Choose someone who is here");
        await Planned.RefusedAsync(await Ruled.PostAsync(ada, "amount >= 1", ("TaskDays", "3")), "What is to be done?");
        Assert.Empty(await ada.InDb(db => db.DealRules.ToListAsync()));
    }

    [Theory, OnBoth]
    public async Task A_rule_that_came_with_the_product_is_said_otherwise_switched_off_with_the_reason_and_taken_back(Engine engine)
    {
        var (planned, ada) = await Ruled.OnAsync(engine);
        await planned.BeginAsync();
        Assert.Contains("No approver known", await planned.Ana.TextAsync(planned.Url));
        await Ruled.SaidAsync(await ada.PlainBrowser.PostFormAsync("/settings/rules/approver-unknown", ("Where", "plan = yes and approvers = 0"), ("Text", "Who signs?"), ("Severity", "Grave")));
        var page = await planned.Ana.TextAsync(planned.Url);
        Assert.Contains("Who signs?", page);
        Assert.DoesNotContain("No approver known", page);
        await Planned.RefusedAsync(await ada.PlainBrowser.PostFormAsync("/settings/rules/approver-unknown/switches", ("Because", " ")), "Say why");
        await Ruled.SaidAsync(await ada.PlainBrowser.PostFormAsync("/settings/rules/approver-unknown/switches", ("Because", "We sell to boards only")));
        Assert.DoesNotContain("Who signs?", await planned.Ana.TextAsync(planned.Plan));
        Assert.Contains("We sell to boards only", await ada.PlainBrowser.TextAsync("/settings/rules"));
        await Ruled.SaidAsync(await ada.PlainBrowser.PostFormAsync("/settings/rules/approver-unknown/removals"));
        Assert.Contains("No approver known", await planned.Ana.TextAsync(planned.Url));
    }

    [Theory, OnBoth]
    public async Task Conditions_are_put_together_in_a_form_without_code_and_kept_with_the_rule(Engine engine)
    {
        var (_, ada) = await Ruled.OnAsync(engine);
        var form = await ada.PlainBrowser.TextAsync("/settings/rules/new");
        Assert.Contains("It holds of an open deal where", form);
        var taken = await ada.PlainBrowser.GetAsync("/views/conditions?path=%2Fsettings%2Frules%2Fnew&rest=&do=show&g0.t0.column=quiet&g0.t0.was=quiet&g0.t0.how=from&g0.t0.value=14");
        Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);
        var page = await ada.PlainBrowser.TextAsync(taken.Headers.Location!.ToString());
        Assert.Contains("Days without contact is at least 14", page);
        Assert.Contains("name=\"Where\" value=\"quiet >= 14\"", page);
    }

    [Theory, OnBoth]
    public async Task Who_may_not_arrange_the_process_reads_no_rules_and_adds_none(Engine engine)
    {
        var (planned, _) = await Ruled.OnAsync(engine);
        Assert.Equal(HttpStatusCode.Forbidden, (await planned.Ana.GetAsync("/settings/rules")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await Ruled.PostAsync(planned.Sales.Ana, "amount >= 1")).StatusCode);
    }

    [Theory, OnBoth]
    public async Task The_background_finds_what_the_page_finds(Engine engine)
    {
        var (planned, ada) = await Ruled.OnAsync(engine);
        var petra = await planned.NameAsync(planned.Petra, "Approver");
        await planned.NameAsync(planned.Okan, "User");
        await planned.SayAsync("Receptiveness", petra, ("Value", "4"), ("Text", "Happy as it is"));
        await planned.SayAsync("Stance", petra, ("Value", "-5"), ("Text", "Fights it"));
        await planned.SayAsync("Feeling", null, ("Value", "9"));
        await planned.Ana.PostFormAsync(planned.Plan + "/objective", ("What", "Yard"), ("On", "2026-12-01"));
        var today = planned.Today;
        var (page, background) = await ada.Tenant.InDb(async db =>
        {
            var set = await RuleSet.FreshAsync(db, default);
            var deal = (await db.DealAsync(planned.Deal.Id, default))!;
            var plan = await Coxswain.Funnel.Plans.PlanReading.OfAsync(db, deal, today, await Coxswain.Funnel.Plans.PlanReading.BesideAsync(db, deal, today, default), default);
            var known = (await KnownDeals.NowAsync(db, [planned.Deal.Id], today, Needed.Nothing, default)).Single();
            return (plan.Warnings.Select(w => (w.Code, w.Text)).ToList(), set.Find(known.At(today)).Select(w => (w.Code, w.Text)).ToList());
        });
        Assert.Contains(page, w => w.Code == $"opponent:{petra}");
        Assert.Equal(page, background);
    }
}
