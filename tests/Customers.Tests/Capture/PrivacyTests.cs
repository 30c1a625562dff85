using System.Net;
using Coxswain.Customers.Accounts.Team;
using Coxswain.Customers.Activities;
using Coxswain.Customers.Capture;
using Coxswain.Customers.Contacts;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Tests.Capture;

public sealed class PrivacyTests
{
    private const string Subject = "Price of the crane";

    [Theory, OnBoth]
    public async Task Others_see_that_there_was_a_touch_and_never_what_was_said_administrators_neither(Engine engine)
    {
        var (desk, stand) = await WithAsync(engine);
        await using var over = stand;
        var captured = (await desk.CapturedAsync()).Single();
        foreach (var other in (TestViewer[])[desk.Ines, await desk.Ana.Tenant.PersonAsync(Role.Leader, "Lena Vogt"), await desk.Ana.Tenant.PersonAsync(Role.Seller, "Ben Ito")])
        {
            Assert.Contains("Meeting with Mia Berg", await desk.TimelineAsync(other));
            foreach (var url in (string[])[$"/accounts/{desk.Account.Id}", $"/accounts/{desk.Account.Id}/timeline?q=crane", $"/contacts/{desk.Mia.Id}", "/api/interactions", "/me/capture", "/find?q=crane"])
                Assert.DoesNotContain(Subject, await other.Program.TextAsync(url));
            Assert.Equal(HttpStatusCode.NotFound, (await other.Browser.GetAsync($"/captured/{captured.Id}")).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await other.PlainBrowser.PostFormAsync($"/captured/{captured.Id}/readers", ("Readers", "Everyone"))).StatusCode);
        }
        Assert.DoesNotContain(Subject, await desk.Ines.Browser.TextAsync("/audit"));
        Assert.DoesNotContain(Subject, await desk.Ines.Program.TextAsync("/accounts/export"));
        Assert.Contains(Subject, await desk.Ana.Browser.TextAsync($"/captured/{captured.Id}"));
    }

    [Theory, OnBoth]
    public async Task Shared_with_the_team_the_team_reads_it_and_nobody_else(Engine engine)
    {
        var (desk, stand) = await WithAsync(engine);
        await using var over = stand;
        var (ben, eva) = (await desk.Ana.Tenant.PersonAsync(Role.Seller, "Ben Ito"), await desk.Ana.Tenant.PersonAsync(Role.Seller, "Eva Lind"));
        await desk.Ana.Tenant.SaveAsync(new AccountMember { AccountId = desk.Account.Id, PersonId = ben.Id });
        await desk.Ana.PlainBrowser.PostFormAsync("/me/capture/choices", ("Readers", "Team")).DoneAsync();
        Assert.Contains(Subject, await desk.TimelineAsync(ben));
        Assert.Contains("They want two", await ben.Browser.TextAsync($"/captured/{(await desk.CapturedAsync()).Single().Id}"));
        foreach (var (who, finds) in ((TestViewer, bool)[])[(desk.Ana, true), (ben, true), (eva, false), (desk.Ines, false)])
            Assert.Equal(finds, (await who.Browser.TextAsync($"/accounts/{desk.Account.Id}/timeline?q=want+two")).Contains("One entry", StringComparison.Ordinal));
        Assert.DoesNotContain(Subject, await desk.TimelineAsync(eva));
        Assert.DoesNotContain(Subject, await desk.TimelineAsync(desk.Ines));
        await desk.Ana.PlainBrowser.PostFormAsync("/me/capture/choices", ("Readers", "Nobody")).DoneAsync();
        Assert.DoesNotContain(Subject, await desk.TimelineAsync(ben));
    }

    [Theory, OnBoth]
    public async Task A_rule_for_ones_own_accounts_opens_nothing_to_who_owns_another_account_in_the_same_meeting(Engine engine)
    {
        var desk = await Desk.OfAsync(engine);
        var ben = await desk.Ana.Tenant.PersonAsync(Role.Seller, "Ben Ito");
        var his = await ben.AccountAsync("Hafen Süd");
        await desk.Ana.Tenant.SaveAsync(new Contact { Name = "Zoe Falk", OwnerId = ben.Id, AccountId = his.Id, Email = "zoe@hafen.example" });
        await desk.Ana.PlainBrowser.PostFormAsync("/me/capture/choices", ("Readers", "Team")).DoneAsync();
        await using var stand = Stand.OfCalendar(() => Ics.Of(Ics.Event("a", ":20260722T100000Z", ":20260722T110000Z", Subject, more: ["ATTENDEE:mailto:mia@nordwind.example", "ATTENDEE:mailto:zoe@hafen.example"])));
        await desk.ConnectAsync(stand.Url);
        var captured = (await desk.CapturedAsync()).Single();
        Assert.Contains("Meeting with Zoe Falk", await ben.Browser.TextAsync($"/accounts/{his.Id}/timeline"));
        Assert.DoesNotContain(Subject, await ben.Browser.TextAsync($"/accounts/{his.Id}/timeline"));
        Assert.Equal(HttpStatusCode.NotFound, (await ben.Browser.GetAsync($"/captured/{captured.Id}")).StatusCode);
        // By her own word he may.
        await desk.Ana.PlainBrowser.PostFormAsync($"/captured/{captured.Id}/readers", ("Readers", "Team")).DoneAsync();
        Assert.Contains(Subject, await ben.Browser.TextAsync($"/captured/{captured.Id}"));
    }

    [Theory, OnBoth]
    public async Task What_is_said_of_one_meeting_stands_before_the_rule(Engine engine)
    {
        var (desk, stand) = await WithAsync(engine);
        await using var over = stand;
        var ben = await desk.Ana.Tenant.PersonAsync(Role.Seller, "Ben Ito");
        var captured = (await desk.CapturedAsync()).Single();
        await desk.Ana.PlainBrowser.PostFormAsync($"/captured/{captured.Id}/readers", ("Readers", "Everyone")).DoneAsync();
        await desk.Ana.PlainBrowser.PostFormAsync("/me/capture/choices", ("Readers", "Nobody")).DoneAsync();
        Assert.Contains(Subject, await desk.TimelineAsync(ben));
    }

    [Theory, OnBoth]
    public async Task Somebody_elses_account_is_not_shared_by_the_rule(Engine engine)
    {
        var (desk, stand) = await WithAsync(engine);
        await using var over = stand;
        var ben = await desk.Ana.Tenant.PersonAsync(Role.Seller, "Ben Ito");
        await ben.PlainBrowser.PostFormAsync("/me/capture/choices", ("Readers", "Everyone")).DoneAsync();
        await desk.ConnectAsync(stand.Url, ben);
        Assert.All(await desk.CapturedAsync(), c => Assert.Equal(Readers.Nobody, c.Readers));
    }

    [Theory, OnBoth]
    public async Task Who_hides_touches_is_not_seen_to_have_been_in_touch(Engine engine)
    {
        var (desk, stand) = await WithAsync(engine);
        await using var over = stand;
        await desk.Ana.PlainBrowser.PostFormAsync("/me/capture/choices", ("Readers", "Nobody"), ("HidesTouches", "true")).DoneAsync();
        Assert.DoesNotContain("Mia Berg", await desk.TimelineAsync(desk.Ines));
        Assert.DoesNotContain($"{desk.Mia.Id}", await desk.Ines.Program.TextAsync("/api/interactions"));
        Assert.Contains(Subject, await desk.TimelineAsync());
    }

    [Theory, OnBoth]
    public async Task An_erased_contact_takes_their_words_along_and_does_not_come_back(Engine engine)
    {
        var (desk, stand) = await WithAsync(engine);
        await using var over = stand;
        await desk.Ines.PlainBrowser.PostFormAsync($"/contacts/{desk.Mia.Id}/erasures", ("Name", desk.Mia.Name)).DoneAsync();
        Assert.All(await desk.CapturedAsync(), c => Assert.Equal((CapturedState.Erased, null, null), (c.State, c.Subject, c.Text)));
        Assert.Equal(0, await desk.Ana.Tenant.InDb(db => db.Rows<CapturedAddress>().CountAsync(a => a.Address == "mia@nordwind.example")));
        var feed = await desk.Ana.Tenant.InDb(db => db.Rows<Feed>().SingleAsync());
        await desk.Ana.Tenant.InDb(async db => { var whole = await db.Rows<Feed>().SingleAsync(); (whole.Mark, whole.WholeAt) = (null, null); return await db.SaveChangesAsync(); });
        await desk.FetchAsync(feed.Id);
        Assert.All(await desk.CapturedAsync(), c => Assert.Equal((CapturedState.Erased, null), (c.State, c.Subject)));
        Assert.DoesNotContain(Subject, await desk.TimelineAsync());
    }

    [Theory, OnBoth]
    public async Task All_that_was_captured_from_me_is_mine_to_take_out_and_nobody_elses(Engine engine)
    {
        var (desk, stand) = await WithAsync(engine);
        await using var over = stand;
        var mine = await desk.Ana.Browser.TextAsync("/me/capture/export");
        foreach (var said in (string[])[Subject, "They want two", "mia@nordwind.example"]) Assert.Contains(said, mine);
        Assert.Equal("[]", await desk.Ines.Browser.TextAsync("/me/capture/export"));
    }

    [Theory, OnBoth]
    public async Task Who_leaves_takes_their_connections_along(Engine engine)
    {
        var (desk, stand) = await WithAsync(engine);
        await using var over = stand;
        var ben = await desk.Ana.Tenant.PersonAsync(Role.Seller, "Ben Ito");
        await desk.Ines.PlainBrowser.PostFormAsync($"/people/{desk.Ana.Id}/departures", ("HeirId", $"{ben.Id}")).DoneAsync();
        Assert.Equal(0, await desk.Ana.Tenant.InDb(db => db.Rows<Feed>().CountAsync()));
        Assert.All(await desk.CapturedAsync(), c => Assert.Null(c.Subject));
        Assert.Contains("Meeting with Mia Berg", await desk.TimelineAsync(ben));
    }

    [Theory, OnBoth]
    public async Task Disconnected_what_is_filed_stays_or_is_forgotten_as_one_says(Engine engine)
    {
        var (desk, stand) = await WithAsync(engine);
        await using var over = stand;
        var feed = await desk.Ana.Tenant.InDb(db => db.Rows<Feed>().SingleAsync());
        await desk.Ana.PlainBrowser.PostFormAsync($"/feeds/{feed.Id}/removals").DoneAsync();
        Assert.Contains(Subject, await desk.TimelineAsync());
        var again = await desk.ConnectAsync(stand.Url, null);
        feed = await desk.Ana.Tenant.InDb(db => db.Rows<Feed>().SingleAsync(f => f.Id == again));
        Assert.Equal(1, await desk.Ana.InDb(db => db.Interactions.CountAsync()));
        await desk.Ana.PlainBrowser.PostFormAsync($"/feeds/{feed.Id}/removals", ("Forget", "true")).DoneAsync();
        Assert.Equal(0, await desk.Ana.Tenant.InDb(db => db.Rows<Feed>().CountAsync()));
    }

    private static async Task<(Desk, Stand)> WithAsync(Engine engine)
    {
        var desk = await Desk.OfAsync(engine);
        var stand = Stand.OfCalendar(() => Ics.Of(Ics.Event("a", ":20260722T100000Z", ":20260722T110000Z", Subject, more: ["DESCRIPTION:They want two"])));
        await desk.ConnectAsync(stand.Url);
        return (desk, stand);
    }
}
