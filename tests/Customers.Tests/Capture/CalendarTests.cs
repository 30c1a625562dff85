using System.Net;
using Coxswain.Customers.Activities;
using Coxswain.Customers.Capture;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Tests.Capture;

public sealed class CalendarTests
{
    [Theory, OnBoth]
    public async Task A_meeting_with_a_contact_is_filed_on_their_account_at_the_right_hour(Engine engine)
    {
        var desk = await Desk.OfAsync(engine);
        await using var stand = Stand.OfCalendar(() => Ics.Of(Ics.Event("a", ";TZID=Europe/Berlin:20260722T100000", ";TZID=Europe/Berlin:20260722T113000", "Depot plan")));
        var feed = await desk.ConnectAsync(stand.Url);
        var touch = await desk.Ana.InDb(db => db.Interactions.SingleAsync());
        Assert.Equal((InteractionKind.Meeting, new DateTime(2026, 7, 22, 8, 0, 0, DateTimeKind.Utc), 90, false, desk.Account.Id, desk.Mia.Id), (touch.Kind, touch.OccurredAt, touch.Minutes, touch.Inbound, touch.AccountId, touch.ContactId));
        Assert.Null(touch.Subject);
        Assert.Contains("Depot plan", await desk.TimelineAsync());
        Assert.Contains("All is well", await desk.HealthAsync(feed));
    }

    [Theory, OnBoth]
    public async Task Nothing_is_fetched_until_an_administrator_allows_it(Engine engine)
    {
        var desk = await Desk.OfAsync(engine, allowed: false);
        await using var stand = Stand.OfCalendar(() => Ics.Of());
        Assert.Contains("Fetching is switched off", await desk.Ana.Browser.TextAsync("/me/capture"));
        var answer = await desk.Ana.PlainBrowser.PostFormAsync("/feeds", ("Kind", "CalendarAddress"), ("Address", stand.Url));
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Empty(stand.Asked);
        Assert.Equal(HttpStatusCode.Forbidden, (await desk.Ana.PlainBrowser.GetAsync("/settings/capture")).StatusCode);
    }

    [Theory, OnBoth]
    public async Task Switched_off_again_nothing_more_is_asked_for(Engine engine)
    {
        var desk = await Desk.OfAsync(engine);
        await using var stand = Stand.OfCalendar(() => Ics.Of());
        var feed = await desk.ConnectAsync(stand.Url);
        var asked = stand.Asked.Count;
        await desk.Ines.PlainBrowser.PostFormAsync("/settings/capture", ("InnerHosts", "127.0.0.1")).DoneAsync();
        Assert.Equal(HttpStatusCode.Forbidden, (await desk.Ana.PlainBrowser.PostFormAsync($"/feeds/{feed}/fetches")).StatusCode);
        await desk.Ana.Tenant.DoDueAsync();
        Assert.Equal(asked, stand.Asked.Count);
    }

    [Theory, OnBoth]
    public async Task What_has_not_changed_is_asked_for_by_its_mark_and_not_sent_again(Engine engine)
    {
        var desk = await Desk.OfAsync(engine);
        await using var stand = Stand.OfCalendar(() => Ics.Of(Ics.Event("a", ":20260722T100000Z", ":20260722T110000Z", "Depot plan")));
        var feed = await desk.ConnectAsync(stand.Url);
        await desk.FetchAsync(feed);
        Assert.Contains("If-None-Match", stand.Asked.Last());
        Assert.Contains("nothing changed", await desk.HealthAsync(feed));
        Assert.Equal(1, await desk.Ana.InDb(db => db.Interactions.CountAsync()));
    }

    [Theory, OnBoth]
    public async Task A_meeting_that_is_moved_moves_and_one_that_is_called_off_is_gone(Engine engine)
    {
        var desk = await Desk.OfAsync(engine);
        var now = Ics.Of(Ics.Event("a", ":20260722T100000Z", ":20260722T110000Z", "Depot plan"));
        await using var stand = Stand.OfCalendar(() => now);
        var feed = await desk.ConnectAsync(stand.Url);
        now = Ics.Of(Ics.Event("a", ":20260723T140000Z", ":20260723T143000Z", "Depot plan, later"));
        await desk.FetchAsync(feed);
        var touch = await desk.Ana.InDb(db => db.Interactions.SingleAsync());
        Assert.Equal((new DateTime(2026, 7, 23, 14, 0, 0, DateTimeKind.Utc), 30), (touch.OccurredAt, touch.Minutes));
        Assert.Contains("Depot plan, later", await desk.TimelineAsync());
        now = Ics.Of(Ics.Event("a", ":20260723T140000Z", ":20260723T143000Z", "Depot plan, later", more: ["STATUS:CANCELLED"]));
        await desk.FetchAsync(feed);
        Assert.Equal(0, await desk.Ana.InDb(db => db.Interactions.CountAsync()));
        Assert.Null((await desk.CapturedAsync()).Single().Subject);
    }

    [Theory, OnBoth]
    public async Task Of_a_meeting_that_is_gone_from_the_calendar_before_it_began_nobody_in_it_is_kept(Engine engine)
    {
        var desk = await Desk.OfAsync(engine);
        var now = Ics.Of(Ics.Event("a", ":20260729T100000Z", ":20260729T110000Z", "Depot plan"));
        await using var stand = Stand.OfCalendar(() => now);
        var feed = await desk.ConnectAsync(stand.Url);
        Assert.NotEqual(0, await desk.Ana.Tenant.InDb(db => db.Rows<CapturedAddress>().CountAsync()));
        now = Ics.Of();
        await desk.FetchAsync(feed);
        Assert.Equal((CapturedState.Cancelled, null), ((await desk.CapturedAsync()).Single().State, (await desk.CapturedAsync()).Single().Subject));
        Assert.Equal(0, await desk.Ana.Tenant.InDb(db => db.Rows<CapturedAddress>().CountAsync()));
    }

    [Theory, OnBoth]
    public async Task A_meeting_to_come_is_filed_once_it_has_begun(Engine engine)
    {
        var desk = await Desk.OfAsync(engine);
        var start = "20260729T100000Z";
        var text = () => Ics.Of(Ics.Event("a", $":{start}", $":{start}", "Depot plan"));
        await using var stand = Stand.OfCalendar(text);
        var feed = await desk.ConnectAsync(stand.Url);
        Assert.Equal((CapturedState.Coming, 0), ((await desk.CapturedAsync()).Single().State, await desk.Ana.InDb(db => db.Interactions.CountAsync())));
        start = "20260724T083000Z";
        await desk.FetchAsync(feed);
        Assert.Equal(1, await desk.Ana.InDb(db => db.Interactions.CountAsync()));
    }

    [Theory, OnBoth]
    public async Task A_weekly_meeting_is_filed_week_by_week_without_the_one_left_out(Engine engine)
    {
        var desk = await Desk.OfAsync(engine);
        await using var stand = Stand.OfCalendar(() => Ics.Of(Ics.Event("a", ";TZID=Europe/Berlin:20250101T100000", ";TZID=Europe/Berlin:20250101T110000", "Weekly", more: ["RRULE:FREQ=WEEKLY", "EXDATE;TZID=Europe/Berlin:20260715T100000"])));
        await desk.ConnectAsync(stand.Url);
        var days = await desk.Ana.InDb(db => db.Interactions.OrderBy(i => i.OccurredAt).Select(i => i.OccurredAt).ToListAsync());
        Assert.Equal([1, 8, 22], days.Select(d => d.Day));
        Assert.All(days, d => Assert.Equal(8, d.Hour));
    }

    [Theory, OnBoth]
    public async Task Of_a_private_meeting_only_the_time_is_kept(Engine engine)
    {
        var desk = await Desk.OfAsync(engine);
        await using var stand = Stand.OfCalendar(() => Ics.Of(Ics.Event("a", ":20260722T100000Z", ":20260722T110000Z", "Doctor", more: ["CLASS:PRIVATE"]), Ics.Event("b", ":20260722T120000Z", ":20260722T130000Z", "Doctor too", more: ["CLASS:CONFIDENTIAL"])));
        var feed = await desk.ConnectAsync(stand.Url);
        Assert.All(await desk.CapturedAsync(), c => Assert.Equal((CapturedState.Busy, null, null), (c.State, c.Subject, c.Text)));
        Assert.Equal(0, await desk.Ana.Tenant.InDb(db => db.Rows<CapturedAddress>().CountAsync()));
        Assert.Contains("2 are private: only their times are kept", await desk.HealthAsync(feed));
    }

    [Theory, OnBoth]
    public async Task A_meeting_among_colleagues_or_declined_is_no_touch_and_the_page_says_why(Engine engine)
    {
        var desk = await Desk.OfAsync(engine);
        var ben = await desk.Ana.Tenant.PersonAsync(Role.Seller, "Ben Ito");
        await desk.Ana.Tenant.AddressAsync(ben, "ben@halma.example");
        await using var stand = Stand.OfCalendar(() => Ics.Of(Ics.Event("a", ":20260722T100000Z", ":20260722T110000Z", "Stand-up", "ben@halma.example"), Ics.Event("b", ":20260722T120000Z", ":20260722T130000Z", "Lunch", "mia@nordwind.example", "ATTENDEE;PARTSTAT=DECLINED:mailto:ana@halma.example")));
        var feed = await desk.ConnectAsync(stand.Url);
        var page = await desk.HealthAsync(feed);
        Assert.Contains("only colleagues in it", page);
        Assert.Contains("you declined it", page);
        Assert.Equal(0, await desk.Ana.InDb(db => db.Interactions.CountAsync()));
        Assert.DoesNotContain("Stand-up", page);
    }

    [Theory, OnBoth]
    public async Task Two_colleagues_in_one_meeting_give_one_touch_with_both(Engine engine)
    {
        var desk = await Desk.OfAsync(engine);
        var ben = await desk.Ana.Tenant.PersonAsync(Role.Seller, "Ben Ito");
        await using var stand = Stand.OfCalendar(() => Ics.Of(Ics.Event("a", ":20260722T100000Z", ":20260722T110000Z", "Depot plan")));
        await desk.ConnectAsync(stand.Url);
        await desk.ConnectAsync(stand.Url, ben);
        Assert.Equal(1, await desk.Ana.InDb(db => db.Interactions.CountAsync()));
        Assert.Contains("Ana Okafor, Ben Ito", await desk.TimelineAsync());
    }

    [Theory, OnBoth]
    public async Task A_connection_is_nobody_elses_and_its_secret_stands_nowhere(Engine engine)
    {
        var desk = await Desk.OfAsync(engine);
        await using var stand = Stand.OfCalendar(() => Ics.Of());
        var feed = await desk.ConnectAsync(stand.Url);
        foreach (var other in (TestViewer[])[desk.Ines, await desk.Ana.Tenant.PersonAsync(Role.Seller, "Ben Ito")])
            Assert.Equal(HttpStatusCode.NotFound, (await other.Browser.GetAsync($"/feeds/{feed}")).StatusCode);
        foreach (var page in (string[])[await desk.HealthAsync(feed), await desk.Ana.Browser.TextAsync("/me/capture"), await desk.Ines.Browser.TextAsync("/settings/capture"), await desk.Ines.Browser.TextAsync("/jobs"), await desk.Ines.Browser.TextAsync("/audit")]) Assert.DoesNotContain("secret-7f3a", page);
        Assert.DoesNotContain("secret-7f3a", await desk.Ana.Tenant.InDb(async db => (await db.Rows<Feed>().SingleAsync(f => f.Id == feed)).Closed));
        Assert.DoesNotContain(desk.Ana.Tenant.Host.Logs.Lines, l => l.Contains("secret-7f3a", StringComparison.Ordinal));
        Assert.Contains("Ana Okafor", await desk.Ines.Browser.TextAsync("/settings/capture"));
    }
}
