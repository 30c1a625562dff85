using System.Net;
using Coxswain.Customers;
using Coxswain.Customers.Activities;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Tests;

/// <summary>A call noted from Today, at once or from a device that was offline.</summary>
public sealed class CallTests
{
    [Theory, OnBoth]
    public async Task Someone_with_a_number_is_called_with_one_tap_and_what_came_of_it_is_asked_there(Engine engine)
    {
        var (ana, task) = await CallAsync(engine);
        var page = await ana.PlainBrowser.TextAsync("/today");
        Assert.Contains("href=\"tel:+49405551234\"", page);
        Assert.Contains($"action=\"/today/calls/{task}\"", page);
        Assert.Contains("Maja Nowak", page);
    }

    [Theory, OnBoth]
    public async Task Outcome_and_next_step_close_the_task_and_open_the_next(Engine engine)
    {
        var (ana, task) = await CallAsync(engine);
        var noted = await ana.PlainBrowser.PostFormAsync($"/today/calls/{task}", ("Outcome", "NotReached"), ("When", "InThreeDays"));
        Assert.Equal((HttpStatusCode.SeeOther, "/today"), (noted.StatusCode, noted.Headers.Location!.ToString()));
        Assert.Equal([(InteractionOutcome?)InteractionOutcome.NotReached], await ana.InDb(db => db.Touches().Select(i => i.Outcome).ToListAsync()));
        var next = await ana.InDb(db => db.MyOpenTasks().SingleAsync());
        Assert.Equal(("Call about the offer", new DateOnly(2026, 7, 27)), (next.Title, next.DueOn));
    }

    [Theory, OnBoth]
    public async Task An_outcome_is_asked_for_when_none_was_chosen_and_nothing_is_noted(Engine engine)
    {
        var (ana, task) = await CallAsync(engine);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ana.PlainBrowser.PostFormAsync($"/today/calls/{task}", ("When", "Tomorrow"))).StatusCode);
        Assert.Equal(0, await ana.InDb(db => db.Touches().CountAsync()));
    }

    [Theory, OnBoth]
    public async Task Sent_again_and_again_and_twice_at_once_it_is_noted_once_and_when_it_happened(Engine engine)
    {
        var (ana, task) = await CallAsync(engine);
        var act = Guid.CreateVersion7();
        // The device's clock is a year slow; it waited two hours.
        var at = new DateTimeOffset(2025, 7, 24, 7, 0, 0, TimeSpan.Zero);
        var twice = await Task.WhenAll(SendAsync(ana, task, act, at, at.AddHours(2)), SendAsync(ana, task, act, at, at.AddHours(2)));
        var again = await SendAsync(ana, task, act, at, at.AddHours(3));
        Assert.All([.. twice, again], answer => Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode));
        var noted = await ana.InDb(db => db.Touches().SingleAsync());
        var happened = ana.Tenant.Host.Clock.GetUtcNow().UtcDateTime.AddHours(-2);
        Assert.InRange(noted.OccurredAt, happened.AddSeconds(-1), happened.AddSeconds(1));
        Assert.Single(await ana.InDb(db => db.MyOpenTasks().ToListAsync()));
    }

    [Theory, OnBoth]
    public async Task A_device_cannot_put_an_act_into_the_future_nor_long_into_the_past(Engine engine)
    {
        var (ana, task) = await CallAsync(engine);
        var (act, at) = (Guid.CreateVersion7(), DateTimeOffset.UnixEpoch);
        await SendAsync(ana, task, act, at, at.AddYears(50));
        var longAgo = await ana.InDb(db => db.Touches().SingleAsync());
        Assert.Equal(TimeSpan.FromDays(30), ana.Tenant.Host.Clock.GetUtcNow().UtcDateTime - longAgo.OccurredAt);
        var other = Assert.Single(await ana.InDb(db => db.MyOpenTasks().ToListAsync()));
        await SendAsync(ana, other.Id, Guid.CreateVersion7(), at.AddYears(50), at);
        Assert.Equal(ana.Tenant.Host.Clock.GetUtcNow().UtcDateTime, await ana.InDb(db => db.Touches().MaxAsync(i => i.OccurredAt)));
    }

    [Theory, OnBoth]
    public async Task What_one_did_is_never_sent_in_the_name_of_who_signed_in_after(Engine engine)
    {
        var (ana, task) = await CallAsync(engine);
        var boss = await ana.Tenant.PersonAsync(Role.Admin, "Priya Raman");
        var answer = await SendAsync(boss, task, Guid.CreateVersion7(), DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch, actor: ana.Id);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal(0, await ana.InDb(db => db.Touches().CountAsync()));
    }

    [Theory, OnBoth]
    public async Task What_is_refused_is_not_taken_and_can_be_sent_again(Engine engine)
    {
        var (ana, task) = await CallAsync(engine);
        var act = Guid.CreateVersion7();
        Assert.Equal(HttpStatusCode.NotFound, (await SendAsync(ana, Guid.NewGuid(), act, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await SendAsync(ana, task, act, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch)).StatusCode);
    }

    private static Task<HttpResponseMessage> SendAsync(TestViewer who, Guid task, Guid act, DateTimeOffset at, DateTimeOffset sent, Guid? actor = null) => who.Browser.PostFormAsync($"/today/calls/{task}",
        ("Outcome", "Reached"), ("When", "Tomorrow"), ("_act", $"{act}"), ("_actor", $"{actor ?? who.Id}"), ("_at", $"{at.ToUnixTimeMilliseconds()}"), ("_sent", $"{sent.ToUnixTimeMilliseconds()}"));

    private static async Task<(TestViewer Ana, Guid Task)> CallAsync(Engine engine)
    {
        var ana = (await Sales.OnAsync(engine)).Ana;
        var contact = await ana.PlainBrowser.PostFormAsync("/contacts", ("Name", "Maja Nowak"), ("Phone", "+49 40 555 1234"));
        var maja = contact.Headers.Location!.OriginalString.Split('/', '?')[2];
        await ana.PlainBrowser.PostFormAsync("/tasks", ("Title", "Call about the offer"), ("DueOn", "2026-07-24"), ("ContactId", maja));
        return (ana, (await ana.InDb(db => db.MyOpenTasks().SingleAsync())).Id);
    }
}
