using Coxswain.Customers.Activities;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Jobs;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
namespace Coxswain.Customers.Tests.Capture;

/// <summary>What is removed is removed for everybody: there is no taking away for oneself alone, only hiding one's own touches by choice.</summary>
public sealed class TakenAwayTests
{
    [Theory, OnBoth]
    public async Task What_was_removed_stays_so_when_a_colleagues_calendar_has_the_same_meeting_and_the_health_page_says_it(Engine engine)
    {
        var (desk, ben, stand) = await WithAsync(engine);
        await using var over = stand;
        await desk.ConnectAsync(stand.Url);
        await RemoveAsync(desk);
        var feed = await desk.ConnectAsync(stand.Url, ben);
        Assert.Equal(0, await desk.Ana.InDb(db => db.Interactions.CountAsync()));
        var health = await ben.Browser.TextAsync($"/feeds/{feed}");
        foreach (var said in (string[])["removed here before, for everybody", "2026-07-22"]) Assert.Contains(said, health);
        Assert.DoesNotContain("Depot plan", await desk.TimelineAsync(ben));
    }

    [Theory, OnBoth]
    public async Task Brought_back_it_is_a_touch_of_both(Engine engine)
    {
        var (desk, ben, stand) = await WithAsync(engine);
        await using var over = stand;
        await desk.ConnectAsync(stand.Url);
        var touch = await RemoveAsync(desk);
        await desk.ConnectAsync(stand.Url, ben);
        await desk.Ana.PlainBrowser.PostFormAsync($"/interactions/{touch}/restorations").DoneAsync();
        foreach (var who in (TestViewer[])[desk.Ana, ben]) Assert.Contains("Depot plan", await desk.TimelineAsync(who));
    }

    [Theory, OnBoth]
    public async Task A_month_later_when_it_is_gone_for_good_it_does_not_come_back_either(Engine engine)
    {
        var (desk, ben, stand) = await WithAsync(engine);
        await using var over = stand;
        await desk.ConnectAsync(stand.Url);
        await RemoveAsync(desk);
        await desk.Ana.Tenant.InDb(async (db, services) =>
        {
            foreach (var part in services.GetServices<IUpkeep>().Where(u => u.GetType().Name == "Purge")) await part.TidyAsync(db, desk.Now.AddDays(40), default);
        });
        Assert.Equal(0, await desk.Ana.Tenant.InDb(db => db.RowsWithRemoved<Interaction>().CountAsync()));
        await desk.ConnectAsync(stand.Url, ben);
        Assert.Equal(0, await desk.Ana.Tenant.InDb(db => db.RowsWithRemoved<Interaction>().CountAsync()));
    }

    [Theory, OnBoth]
    public async Task A_meeting_called_off_in_one_calendar_comes_back_when_a_colleague_held_it(Engine engine)
    {
        var (desk, ben, stand) = await WithAsync(engine);
        await using var over = stand;
        var isOff = false;
        await using var anas = Stand.OfCalendar(() => Ics.Of(Ics.Event("a", ":20260722T100000Z", ":20260722T110000Z", "Depot plan", more: isOff ? ["STATUS:CANCELLED"] : [])));
        var feed = await desk.ConnectAsync(anas.Url);
        isOff = true;
        await desk.FetchAsync(feed);
        Assert.Equal(0, await desk.Ana.InDb(db => db.Interactions.CountAsync()));
        await desk.ConnectAsync(stand.Url, ben);
        Assert.Equal(1, await desk.Ana.InDb(db => db.Interactions.CountAsync()));
    }

    [Theory, OnBoth]
    public async Task What_one_forgot_with_its_calendar_is_filed_again_when_that_is_connected_anew(Engine engine)
    {
        var (desk, _, stand) = await WithAsync(engine);
        await using var over = stand;
        var feed = await desk.ConnectAsync(stand.Url);
        await desk.Ana.PlainBrowser.PostFormAsync($"/feeds/{feed}/removals", ("Forget", "true")).DoneAsync();
        Assert.Equal(0, await desk.Ana.InDb(db => db.Interactions.CountAsync()));
        await desk.ConnectAsync(stand.Url);
        Assert.Contains("Depot plan", await desk.TimelineAsync());
    }

    private static async Task<Guid> RemoveAsync(Desk desk)
    {
        var touch = await desk.Ana.InDb(db => db.Interactions.SingleAsync());
        await desk.Ana.PlainBrowser.PostFormAsync($"/interactions/{touch.Id}/removals").DoneAsync();
        return touch.Id;
    }

    private static async Task<(Desk, TestViewer Ben, Stand)> WithAsync(Engine engine)
    {
        var desk = await Desk.OfAsync(engine);
        var ben = await desk.Ana.Tenant.PersonAsync(Role.Seller, "Ben Ito");
        await desk.Ana.Tenant.AddressAsync(ben, "ben@halma.example");
        return (desk, ben, Stand.OfCalendar(() => Ics.Of(Ics.Event("a", ":20260722T100000Z", ":20260722T110000Z", "Depot plan"))));
    }
}
