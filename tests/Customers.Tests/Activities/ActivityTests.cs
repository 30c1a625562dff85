using System.Net;
using Coxswain.Customers.Activities;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Tests.Activities;

public sealed class ActivityTests
{
    [Theory, OnBoth]
    public async Task After_a_call_three_outcomes_are_offered_and_then_the_next_step(Engine engine)
    {
        var ana = await Customers.SellerAsync(engine);
        var account = await ana.AccountAsync();
        var logged = await ana.Browser.PostFormAsync("/interactions", ("Kind", "Call"), ("Text", "wants a trial"), ("AccountId", account.Id.ToString()));
        var asked = await ana.Browser.TextAsync(logged.Next());
        Assert.Contains("What came of the call?", asked);
        Assert.Contains("Left a message", asked);
        var id = (await ana.InDb(db => db.Interactions.SingleAsync())).Id;
        var answered = await ana.Browser.PostFormAsync($"/interactions/{id}/outcomes?back=/accounts/{account.Id}", ("Outcome", "Reached"));
        Assert.Contains("What is the next step?", await ana.Browser.TextAsync(answered.Next()));
        var agreed = await ana.Browser.PostFormAsync("/tasks", ("Title", "Send the trial key"), ("DueOn", "2026-07-27"), ("AccountId", account.Id.ToString()), ("Back", $"/accounts/{account.Id}"));
        var page = await ana.Browser.TextAsync(agreed.Next());
        Assert.Contains("wants a trial", page);
        Assert.Contains("reached", page);
        Assert.Contains("Send the trial key", page);
    }

    [Theory, OnBoth]
    public async Task A_task_is_done_with_one_tap_and_open_again_with_one_more(Engine engine)
    {
        var ana = await Customers.SellerAsync(engine);
        var task = await TaskAsync(ana);
        Assert.Contains("Call Petra", await ana.Browser.TextAsync("/tasks"));
        Assert.Equal("/tasks", (await ana.Browser.PostFormAsync($"/tasks/{task.Id}/done")).Next());
        Assert.DoesNotContain("Done: Call Petra", await ana.Browser.TextAsync("/tasks"));
        Assert.Contains("Call Petra", await ana.Browser.TextAsync("/tasks?show=done"));
        await ana.Browser.PostFormAsync($"/tasks/{task.Id}/reopenings");
        Assert.Null((await ana.InDb(db => db.Todos.SingleAsync())).DoneAt);
    }

    [Theory, OnBoth]
    public async Task A_task_moves_to_another_day_and_back(Engine engine)
    {
        var ana = await Customers.SellerAsync(engine);
        var task = await TaskAsync(ana);
        await ana.Browser.PostFormAsync($"/tasks/{task.Id}/moves", ("DueOn", "2026-08-03"));
        Assert.Equal(new DateOnly(2026, 8, 3), (await ana.InDb(db => db.Todos.SingleAsync())).DueOn);
        await ana.Browser.PostFormAsync($"/tasks/{task.Id}/moves?dueOn=2026-07-24");
        Assert.Equal(new DateOnly(2026, 7, 24), (await ana.InDb(db => db.Todos.SingleAsync())).DueOn);
    }

    [Theory, OnBoth]
    public async Task A_colleagues_task_is_neither_listed_nor_touched(Engine engine)
    {
        var ana = await Customers.SellerAsync(engine);
        var task = await TaskAsync(ana);
        var ben = await ana.Tenant.PersonAsync(Role.Seller, "Ben Ito");
        Assert.DoesNotContain("Call Petra", await ben.Browser.TextAsync("/tasks?show=team"));
        Assert.Equal(HttpStatusCode.NotFound, (await ben.Browser.PostFormAsync($"/tasks/{task.Id}/done")).StatusCode);
    }

    [Theory, OnBoth]
    public async Task A_way_back_never_leads_to_another_site(Engine engine)
    {
        var ana = await Customers.SellerAsync(engine);
        var task = await TaskAsync(ana);
        foreach (var bad in (string[])["https://evil.example", "//evil.example", "/\\evil.example"])
            Assert.Equal("/tasks", (await ana.Browser.PostFormAsync($"/tasks/{task.Id}/done?back={Uri.EscapeDataString(bad)}")).Next());
    }

    [Theory, OnBoth]
    public async Task What_has_not_happened_yet_cannot_be_logged_and_an_account_of_others_cannot_be_named(Engine engine)
    {
        var ana = await Customers.SellerAsync(engine);
        var stranger = await (await ana.Tenant.Host.TenantAsync("Other")).PersonAsync(Role.Admin, "Zoe");
        var theirs = await stranger.AccountAsync();
        var future = await ana.Browser.PostFormAsync("/interactions", ("Kind", "Call"), ("OccurredAt", "2030-01-01T10:00"));
        Assert.Contains("This has not happened yet", await future.TextAsync());
        var foreign = await ana.Browser.PostFormAsync("/interactions", ("Kind", "Note"), ("Text", "hello"), ("AccountId", theirs.Id.ToString()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, foreign.StatusCode);
        Assert.Contains("hello", await foreign.TextAsync());
    }

    private static async Task<Todo> TaskAsync(TestViewer owner)
    {
        var task = new Todo { Title = "Call Petra", OwnerId = owner.Id, DueOn = new DateOnly(2026, 7, 24) };
        await owner.Tenant.SaveAsync(task);
        return task;
    }
}
