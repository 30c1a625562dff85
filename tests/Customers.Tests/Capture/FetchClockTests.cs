using Coxswain.Customers.Capture;
using Coxswain.Platform.Data;
using Coxswain.Platform.Jobs;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Tests.Capture;

public sealed class FetchClockTests
{
    [Theory, OnBoth]
    public async Task What_is_due_is_asked_for_once_and_what_is_not_waits_for_its_time(Engine engine)
    {
        var desk = await Desk.OfAsync(engine);
        await using var stand = Stand.OfCalendar(() => Ics.Of());
        var feed = await desk.ConnectAsync(stand.Url);
        await AskAsync(desk, desk.Now);
        Assert.Equal(0, await WaitingAsync(desk));
        var due = desk.Now + Feed.Pause;
        await AskAsync(desk, due);
        await AskAsync(desk, due);
        Assert.Equal(1, await WaitingAsync(desk));
        var asked = stand.Asked.Count;
        await desk.Ana.Tenant.DoDueAsync();
        Assert.Equal(asked + 1, stand.Asked.Count);
        Assert.Equal(2, await desk.Ana.Tenant.InDb(db => db.Rows<FeedRun>().CountAsync(r => r.FeedId == feed)));
    }

    [Theory, OnBoth]
    public async Task Switched_off_while_a_fetch_waits_it_is_fetched_once_it_is_allowed_again(Engine engine)
    {
        var desk = await Desk.OfAsync(engine);
        await using var stand = Stand.OfCalendar(() => Ics.Of());
        await desk.ConnectAsync(stand.Url);
        var due = desk.Now + Feed.Pause;
        await AskAsync(desk, due);
        await desk.Ines.PlainBrowser.PostFormAsync("/settings/capture", ("InnerHosts", "127.0.0.1")).DoneAsync();
        var asked = stand.Asked.Count;
        await desk.Ana.Tenant.DoDueAsync();
        Assert.Equal(asked, stand.Asked.Count);
        await desk.Ines.PlainBrowser.PostFormAsync("/settings/capture", ("Calendars", "true"), ("InnerHosts", "127.0.0.1")).DoneAsync();
        await AskAsync(desk, due);
        await desk.Ana.Tenant.DoDueAsync();
        Assert.Equal(asked + 1, stand.Asked.Count);
    }

    [Theory, OnBoth]
    public async Task A_month_later_nothing_of_old_fetches_and_of_what_nobody_spoke_of_is_left(Engine engine)
    {
        var desk = await Desk.OfAsync(engine);
        await using var stand = Stand.OfCalendar(() => Ics.Of(Ics.Event("a", ":20260721T100000Z", ":20260721T110000Z", "First talk", "sam@ports.example"), Ics.Event("b", ":20260722T100000Z", ":20260722T110000Z", "Depot plan")));
        await desk.ConnectAsync(stand.Url);
        await desk.Ana.Tenant.InDb(async db => { await new CaptureUpkeep().TidyAsync(db, desk.Now.AddDays(70), default); return true; });
        Assert.Equal("Depot plan", (await desk.CapturedAsync()).Single().Subject);
        Assert.Equal(0, await desk.Ana.Tenant.InDb(db => db.Rows<FeedRun>().CountAsync()));
    }

    private static Task AskAsync(Desk desk, DateTime now) => desk.Ana.Tenant.InDb(async db => { await new FetchClock().AskAsync(db, now, default); return true; });

    private static Task<int> WaitingAsync(Desk desk) => desk.Ana.Tenant.InDb(db => db.Rows<Job>().CountAsync(j => j.Kind == FetchFeed.JobKind && j.State == JobState.Waiting));
}
