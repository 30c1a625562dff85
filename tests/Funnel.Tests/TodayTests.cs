using System.Net;
using Coxswain.Customers;
using Coxswain.Funnel.Agreements;
using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Shared;
using Coxswain.Funnel.Tests.Plans;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Tenants;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Tests;

public sealed class TodayTests
{
    [Theory, OnBoth]
    public async Task It_says_first_who_waits_and_for_what(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var (north, halma) = (await sales.DealAsync("Yard at Nordwind"), await sales.DealAsync("Portal for Halma"));
        await StepAsync(sales, north, "Send the data export", new DateOnly(2026, 7, 23));
        await StepAsync(sales, halma, "Call back", new DateOnly(2026, 7, 24));
        await StepAsync(sales, halma, "Much later", new DateOnly(2026, 9, 1));
        var page = await sales.Ana.PlainBrowser.TextAsync("/today");
        Assert.Contains("Two customers wait for you. Yard at Nordwind first: send the data export.", page);
        Assert.Contains("Friday, 24 July", page);
        Assert.DoesNotContain("Much later", page);
    }

    [Theory, OnBoth]
    public async Task Who_leads_others_and_sells_nothing_is_shown_the_way_to_them(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        await sales.DealAsync("Yard at Nordwind");
        var lead = await sales.Ana.Tenant.PersonAsync(Role.Leader, "Lea Brandt");
        var page = await lead.PlainBrowser.TextAsync("/today");
        Assert.Contains("You have no open deals of your own", page);
        Assert.Contains("See the team", page);
        Assert.DoesNotContain("See my deals", page);
        Assert.DoesNotContain("See the team", await sales.Ana.PlainBrowser.TextAsync("/today"));
    }

    [Theory, OnBoth]
    public async Task Done_is_one_tap_and_can_be_taken_back(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        await StepAsync(sales, await sales.DealAsync("Yard"), "Send the export", new DateOnly(2026, 7, 24));
        var task = await sales.Ana.InDb(db => db.MyOpenTasks().SingleAsync());
        var done = await sales.Ana.PlainBrowser.PostFormAsync($"/today/done/{task.Id}");
        Assert.Equal("/today", done.Headers.Location!.ToString());
        Assert.Empty(await sales.Ana.InDb(db => db.MyOpenTasks().ToListAsync()));
        await sales.Ana.PlainBrowser.PostFormAsync($"/today/done/{task.Id}?undo=true");
        Assert.Single(await sales.Ana.InDb(db => db.MyOpenTasks().ToListAsync()));
        var ben = await sales.Ana.Tenant.PersonAsync(Role.Seller, "Ben Ito");
        Assert.Equal(HttpStatusCode.NotFound, (await ben.PlainBrowser.PostFormAsync($"/today/done/{task.Id}")).StatusCode);
    }

    [Theory, OnBoth]
    public async Task Deals_without_a_step_with_a_passed_day_and_gone_quiet_are_told_apart(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        await sales.DealAsync("Day passed", closeOn: new DateOnly(2026, 7, 1));
        await sales.DealAsync("Stepless", closeOn: new DateOnly(2026, 9, 1));
        var quiet = await sales.DealAsync("Silent", closeOn: new DateOnly(2026, 9, 1));
        await StepAsync(sales, quiet, "Later", new DateOnly(2026, 8, 30));
        await sales.Ana.InDb(async db => { db.LogInteraction(new(Kinds.Opportunity, quiet.Id, null), Customers.Activities.InteractionKind.Call, "x", null, new DateTime(2026, 6, 20, 9, 0, 0, DateTimeKind.Utc)); return await db.SaveChangesAsync(); });
        var page = await sales.Ana.PlainBrowser.TextAsync("/today");
        Assert.Contains("Nothing is due. One decision day has passed, Day passed first.", page);
        Assert.Contains("was 1 Jul", page);
        Assert.Contains("34 days", page);
        Assert.True(page.IndexOf("id=\"no-step\"", StringComparison.Ordinal) < page.IndexOf("Stepless", StringComparison.Ordinal));
    }

    [Theory, OnBoth]
    public async Task A_fresh_organisation_is_offered_its_first_steps(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var lea = await sales.Ana.Tenant.PersonAsync(Role.Leader, "Lea Brand");
        var page = await lea.PlainBrowser.TextAsync("/today");
        Assert.Contains("Import your export", page);
        Assert.Contains("Add a deal", page);
        Assert.Contains("/today", (await lea.PlainBrowser.GetAsync("/")).Headers.Location!.ToString());
    }

    [Theory, OnBoth]
    public async Task Old_data_stands_as_of_its_own_newest_day_and_says_so(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        await sales.DealAsync("Old", closeOn: new DateOnly(2018, 2, 1));
        await sales.Ana.InDb(async db => { (await db.Rows<Tenant>().SingleAsync(t => t.Id == sales.Ana.Tenant.Id)).DataThrough = new DateOnly(2017, 12, 31); return await db.SaveChangesAsync(); });
        var page = await sales.Ana.PlainBrowser.TextAsync("/today");
        Assert.Contains("This data stands as of 31 December 2017.", page);
        Assert.DoesNotContain("The decision day has passed", page);
    }

    [Theory, OnBoth]
    public async Task Everything_comes_from_at_most_six_statements(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        foreach (var i in Enumerable.Range(1, 12)) await StepAsync(sales, await sales.DealAsync($"Deal {i}"), $"Step {i}", new DateOnly(2026, 7, 20));
        Assert.InRange((await sales.Ana.StatementsAsync("/today")).Count, 2, 6);
    }

    [Theory, OnBoth]
    public async Task What_was_agreed_with_a_customer_comes_due_and_goes_once_it_is_settled(Engine engine)
    {
        var planned = await Planned.OnAsync(engine);
        var (today, step) = (planned.Today, new SharedStep { OpportunityId = planned.Deal.Id, Title = "Send the floor plan", Side = SharedSide.Ours, DueOn = planned.Today });
        DealAgreement Agreed(string text, int days) => new() { OpportunityId = planned.Deal.Id, Text = text, Rung = LadderRung.Time, SaidOn = today.AddDays(-9), DueOn = today.AddDays(days), SaidById = planned.Sales.Ana.Id };
        await planned.Sales.Ana.Tenant.SaveAsync(Agreed("They show us the yard", -2), Agreed("They name a date", 1), step);
        var page = await planned.Ana.TextAsync("/today");
        Assert.Contains("Two things agreed with customers are due. Nordwind Logistik first: they show us the yard.", page);
        Assert.Contains("they agreed to it", page);
        Assert.Contains("our step on the shared plan", page);
        Assert.DoesNotContain("They name a date", page);
        // On the deal it is a warning that a rule finds, so that a rule can act on it.
        Assert.Contains("“They show us the yard” was agreed for", await planned.Ana.TextAsync(planned.Url));
        await planned.BeginAsync();
        Assert.Contains("“They show us the yard” was agreed for", await planned.Ana.TextAsync(planned.Plan));
        // Muted on the deal, or with its rule switched off, what is over its day is not asked for here either; what is due today is.
        await planned.SayAsync("Muted", null, ("Topic", "agreed-due"), ("Text", "They told us why"));
        page = await planned.Ana.TextAsync("/today");
        Assert.DoesNotContain("They show us the yard", page);
        Assert.Contains("Send the floor plan", page);
        await planned.SayAsync("Muted", null, ("Topic", "agreed-due"), ("Value", "0"));
        Assert.Contains("They show us the yard", await planned.Ana.TextAsync("/today"));
        var kept = await planned.Sales.Ana.InDb(db => db.DealAgreements.Where(a => a.DueOn < today).Select(a => a.Id).SingleAsync());
        // One press says that they did it, and one more that they did not.
        Assert.Contains("Done: They show us the yard", page = await planned.Ana.TextAsync("/today"));
        var pressed = await planned.Ana.PostFormAsync($"/agreements/{kept}", ("Kept", "true"), ("Back", "/today"));
        Assert.Equal("/today", pressed.Headers.Location!.ToString().Split('?', '#')[0]);
        Assert.DoesNotContain("Done: They show us the yard", await planned.Ana.TextAsync("/today"));
        await planned.Ana.PostFormAsync(pressed.Notice().Undo!);
        Assert.Contains("Done: They show us the yard", await planned.Ana.TextAsync("/today"));
        await planned.Ana.PostFormAsync($"/agreements/{kept}", ("Kept", "true"), ("Back", "/today"));
        page = await planned.Ana.TextAsync("/today");
        Assert.Contains("One thing agreed with a customer is due.", page);
        Assert.DoesNotContain("They show us the yard", page);
        foreach (var place in (string[])[planned.Plan, planned.Url]) Assert.DoesNotContain("was agreed for", await planned.Ana.TextAsync(place));
    }

    [Theory, OnBoth]
    public async Task Of_many_deals_that_ask_for_the_same_all_are_shown_to_whoever_wants_them(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        foreach (var number in Enumerable.Range(1, 7)) await sales.DealAsync($"Stepless {number}", amount: number * 1_000_00, closeOn: new DateOnly(2026, 9, 1));
        var page = await sales.Ana.PlainBrowser.TextAsync("/today");
        Assert.Contains("5 of 7", page);
        Assert.DoesNotContain("Stepless 1", page);
        Assert.Contains("/today?all=no-step#no-step", page);
        page = await sales.Ana.PlainBrowser.TextAsync("/today?all=no-step");
        Assert.DoesNotContain("5 of 7", page);
        foreach (var number in Enumerable.Range(1, 7)) Assert.Contains($"Stepless {number}", page);
    }

    private static Task StepAsync(Sales sales, Opportunity deal, string title, DateOnly on) =>
        sales.Ana.InDb(async db => { db.AddTask(new(Kinds.Opportunity, deal.Id, deal.AccountId), title, on, sales.Ana.Id); return await db.SaveChangesAsync(); });
}
