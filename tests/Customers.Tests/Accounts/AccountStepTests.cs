using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Coxswain.Customers.Accounts;
using Coxswain.Customers.Accounts.Steps;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Tests.Accounts;

public sealed class AccountStepTests
{
    [Theory, OnBoth]
    public async Task A_strategic_account_shows_its_steps_and_who_did_which_and_one_press_takes_it_back(Engine engine)
    {
        var (ana, account, step) = await StrategicAsync(engine);
        Assert.Contains("0 of 1", await ana.Browser.TextAsync($"/accounts/{account.Id}"));
        var ticked = await ana.Browser.PostFormAsync($"/accounts/{account.Id}/steps/{step.Id}/ticks");
        var page = await ana.Browser.TextAsync(ticked.Next());
        Assert.Contains("1 of 1", page);
        Assert.Contains("by Ana Okafor", page);
        Assert.Contains("Done: Our leader met theirs", page);
        await ana.Browser.PostFormAsync($"/accounts/{account.Id}/steps/{step.Id}/ticks?open=true");
        page = await ana.Browser.TextAsync($"/accounts/{account.Id}");
        Assert.Contains("0 of 1", page);
        Assert.Contains("Open again: Our leader met theirs", page);
    }

    [Theory, OnBoth]
    public async Task A_step_that_repeats_is_due_again_when_its_months_are_over(Engine engine)
    {
        var (ana, account, step) = await StrategicAsync(engine, months: 3);
        var today = DateOnly.FromDateTime(ana.Tenant.Host.Clock.GetUtcNow().UtcDateTime);
        foreach (var (on, again) in ((DateOnly, bool)[])[(today.AddMonths(-3).AddDays(1), false), (today.AddMonths(-3).AddDays(-3), true)])
        {
            Assert.Equal(HttpStatusCode.OK, (await ana.Program.PostAsJsonAsync($"/api/accounts/{account.Id}/steps/{step.Id}/ticks", new { on })).StatusCode);
            Assert.Equal(again, (await ana.Browser.TextAsync($"/accounts/{account.Id}")).Contains("due again"));
        }
    }

    [Theory, OnBoth]
    public async Task Accounts_of_no_class_have_no_steps_and_a_step_of_another_class_is_not_found(Engine engine)
    {
        var (ana, account, step) = await StrategicAsync(engine);
        var small = await ana.AccountAsync("Small Mill");
        Assert.DoesNotContain("Our leader met theirs", await ana.Browser.TextAsync($"/accounts/{small.Id}"));
        Assert.Equal(HttpStatusCode.NotFound, (await ana.Browser.PostFormAsync($"/accounts/{small.Id}/steps/{step.Id}/ticks")).StatusCode);
        Assert.Equal(0, (await ana.Program.GetFromJsonAsync<JsonElement>($"/api/accounts/{small.Id}/steps")).GetArrayLength());
        Assert.Equal("Our leader met theirs", (await ana.Program.GetFromJsonAsync<JsonElement>($"/api/accounts/{account.Id}/steps"))[0].GetProperty("name").GetString());
    }

    [Theory, OnBoth]
    public async Task A_day_to_come_is_refused_and_a_colleague_who_may_not_change_the_account_ticks_nothing(Engine engine)
    {
        var (ana, account, step) = await StrategicAsync(engine);
        var tomorrow = DateOnly.FromDateTime(ana.Tenant.Host.Clock.GetUtcNow().UtcDateTime).AddDays(2);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ana.Program.PostAsJsonAsync($"/api/accounts/{account.Id}/steps/{step.Id}/ticks", new { on = tomorrow })).StatusCode);
        var ben = await ana.Tenant.PersonAsync(Role.Seller, "Ben Ito");
        Assert.Equal(HttpStatusCode.Forbidden, (await ben.Browser.PostFormAsync($"/accounts/{account.Id}/steps/{step.Id}/ticks")).StatusCode);
        Assert.Equal(0, await ana.InDb(db => db.Rows<StepDone>().CountAsync()));
    }

    [Theory, OnBoth]
    public async Task A_leader_adds_orders_renames_and_leaves_out_steps_and_a_seller_may_not(Engine engine)
    {
        var (ana, account, _) = await StrategicAsync(engine);
        var lea = await ana.Tenant.PersonAsync(Role.Leader, "Lea Ortiz");
        Assert.Equal(HttpStatusCode.Forbidden, (await ana.Browser.GetAsync("/settings/account-steps")).StatusCode);
        Assert.Contains("Which accounts is it for?", await (await lea.Browser.PostFormAsync("/settings/account-steps", ("Name", "Contract read"))).TextAsync());
        await lea.Browser.PostFormAsync("/settings/account-steps", ("Class", "Strategic"), ("Name", "Contract read"), ("Function", "Contracts"), ("RepeatMonths", "12"));
        Assert.Contains("There is a step of this name already.", await (await lea.Browser.PostFormAsync("/settings/account-steps", ("Class", "Strategic"), ("Name", "contract READ"))).TextAsync());
        Assert.Contains("From 1 to 60 months, or empty.", await (await lea.Browser.PostFormAsync("/settings/account-steps", ("Class", "Strategic"), ("Name", "Other"), ("RepeatMonths", "99"))).TextAsync());
        var step = await ana.InDb(db => db.Rows<AccountStep>().SingleAsync(s => s.Name == "Contract read"));
        Assert.Contains("every 12 months", await lea.Browser.TextAsync("/settings/account-steps"));
        await lea.Browser.PostFormAsync($"/settings/account-steps/{step.Id}/arrangements");
        await lea.Browser.PostFormAsync($"/settings/account-steps/{step.Id}", ("Version", $"{step.Version}"), ("Name", "Contract read aloud"));
        var page = await ana.Browser.TextAsync($"/accounts/{account.Id}");
        Assert.True(page.IndexOf("Contract read aloud", StringComparison.Ordinal) < page.IndexOf("Our leader met theirs", StringComparison.Ordinal));
        await lea.Browser.PostFormAsync($"/settings/account-steps/{step.Id}/retirements");
        Assert.DoesNotContain("Contract read aloud", await ana.Browser.TextAsync($"/accounts/{account.Id}"));
    }

    private static async Task<(TestViewer, Account, AccountStep)> StrategicAsync(Engine engine, int? months = null)
    {
        var ana = await Customers.SellerAsync(engine);
        var account = await ana.AccountAsync();
        var step = new AccountStep { Class = AccountClass.Strategic, Name = "Our leader met theirs", Position = 1, RepeatMonths = months };
        await ana.Tenant.SaveAsync(step);
        Assert.True((await ana.Browser.PostFormAsync($"/accounts/{account.Id}", ("Version", "1"), ("Class", "Strategic"))).IsSuccessStatusCode);
        return (ana, account, step);
    }
}
