using System.Net;
using Coxswain.Customers.Capture;
using Coxswain.Customers.Capture.Waiting;
using Coxswain.Customers.Contacts;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Tests.Capture;

public sealed class WaitingTests
{
    private static string Two => Ics.Of(Ics.Event("a", ":20260721T100000Z", ":20260721T110000Z", "First talk", "sam@ports.example"), Ics.Event("b", ":20260722T100000Z", ":20260722T110000Z", "Second talk", "sam@ports.example"));

    [Theory, OnBoth]
    public async Task Whom_nobody_knows_waits_for_its_owner_alone(Engine engine)
    {
        var (desk, _, stand) = await WithAsync(engine);
        await using var over = stand;
        var page = await desk.Ana.Browser.TextAsync("/waiting");
        foreach (var said in (string[])["sam@ports.example", "2 of them", "Second talk"]) Assert.Contains(said, page);
        Assert.Equal(0, await desk.Ana.InDb(db => db.Interactions.CountAsync()));
        Assert.Contains("Nothing waits for you", await desk.Ines.Browser.TextAsync("/waiting"));
        var id = await SenderAsync(desk);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.Ines.Browser.GetAsync($"/waiting/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.Ines.PlainBrowser.PostFormAsync($"/waiting/{id}/ignorings")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.Ines.Browser.GetAsync($"/captured/{(await desk.CapturedAsync())[0].Id}")).StatusCode);
    }

    [Theory, OnBoth]
    public async Task Made_a_contact_all_that_waits_with_them_is_filed(Engine engine)
    {
        var (desk, _, stand) = await WithAsync(engine);
        await using var over = stand;
        Assert.Contains("Who is Guest?", await desk.Ana.Browser.TextAsync($"/waiting/{await SenderAsync(desk)}"));
        var answer = await desk.Ana.PlainBrowser.PostFormAsync($"/waiting/{await SenderAsync(desk)}/contacts", ("Name", "Sam Ortiz"), ("Account", desk.Account.Name));
        Assert.Equal("/waiting", answer.Next());
        Assert.Equal(2, await desk.Ana.InDb(db => db.Interactions.CountAsync(i => i.AccountId == desk.Account.Id)));
        Assert.Contains("Second talk", await desk.TimelineAsync());
        Assert.Contains("Nothing waits for you", await desk.Ana.Browser.TextAsync("/waiting"));
    }

    [Theory, OnBoth]
    public async Task Filed_by_hand_with_a_contact_who_gets_the_address(Engine engine)
    {
        var (desk, _, stand) = await WithAsync(engine);
        await using var over = stand;
        await desk.Ana.Tenant.SaveAsync(new Contact { Name = "Sam Ortiz", OwnerId = desk.Ana.Id, AccountId = desk.Account.Id });
        var url = $"/waiting/{await SenderAsync(desk)}/filings";
        Assert.Contains("There is no contact called Nobody", await (await desk.Ana.PlainBrowser.PostFormAsync(url, ("Contact", "Nobody"))).TextAsync());
        await desk.Ana.PlainBrowser.PostFormAsync(url, ("Contact", "sam ortiz"), ("Keep", "true")).DoneAsync();
        Assert.Equal(2, await desk.Ana.InDb(db => db.Interactions.CountAsync()));
        Assert.Equal("sam@ports.example", await desk.Ana.InDb(db => db.Contacts.Where(c => c.Name == "Sam Ortiz").Select(c => c.Email).SingleAsync()));
    }

    [Theory, OnBoth]
    public async Task Ignored_it_goes_and_does_not_come_again_until_that_is_taken_back(Engine engine)
    {
        var (desk, feed, stand) = await WithAsync(engine);
        await using var over = stand;
        await desk.Ana.PlainBrowser.PostFormAsync($"/waiting/{await SenderAsync(desk)}/ignorings", ("Domain", "true")).DoneAsync();
        Assert.All(await desk.CapturedAsync(), c => Assert.Equal((CapturedState.Ignored, null), (c.State, c.Subject)));
        Assert.Contains("@ports.example", await desk.Ana.Browser.TextAsync("/me/capture"));
        await desk.FetchAsync(feed);
        Assert.Contains("Nothing waits for you", await desk.Ana.Browser.TextAsync("/waiting"));
        var ignored = await desk.Ana.Tenant.InDb(db => db.Rows<IgnoredAddress>().SingleAsync());
        await desk.Ana.PlainBrowser.PostFormAsync($"/ignored-addresses/{ignored.Id}/removals").DoneAsync();
        Assert.DoesNotContain("@ports.example", await desk.Ana.Browser.TextAsync("/me/capture"));
    }

    [Theory, OnBoth]
    public async Task Of_two_contacts_with_one_address_none_is_guessed(Engine engine)
    {
        var desk = await Desk.OfAsync(engine);
        await desk.Ana.Tenant.SaveAsync(new Contact { Name = "Sam Ortiz", OwnerId = desk.Ana.Id, Email = "sam@ports.example" }, new Contact { Name = "Sam Ortiz senior", OwnerId = desk.Ana.Id, Email = "Sam@ports.example" });
        await using var stand = Stand.OfCalendar(() => Two);
        await desk.ConnectAsync(stand.Url);
        Assert.Contains("several contacts have this address", await desk.Ana.Browser.TextAsync("/waiting"));
        Assert.Equal(0, await desk.Ana.InDb(db => db.Interactions.CountAsync()));
    }

    [Theory, OnBoth]
    public async Task Somebody_added_elsewhere_is_found_at_the_next_fetch(Engine engine)
    {
        var (desk, feed, stand) = await WithAsync(engine);
        await using var over = stand;
        await desk.Ana.PlainBrowser.PostFormAsync("/leads", ("Name", "Sam Ortiz"), ("Email", "sam@ports.example")).DoneAsync();
        await desk.FetchAsync(feed);
        Assert.Equal(2, await desk.Ana.InDb(db => db.Interactions.CountAsync(i => i.AboutKind == Kinds.Lead)));
    }

    private static async Task<(Desk, Guid, Stand)> WithAsync(Engine engine)
    {
        var desk = await Desk.OfAsync(engine);
        var stand = Stand.OfCalendar(() => Two);
        return (desk, await desk.ConnectAsync(stand.Url), stand);
    }

    private static Task<Guid> SenderAsync(Desk desk) => desk.Ana.InDb(db => WaitingRows.Senders(db).OrderBy(a => a.Id).Select(a => a.Id).FirstAsync());
}
