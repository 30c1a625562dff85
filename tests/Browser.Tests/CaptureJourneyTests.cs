using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;
namespace Coxswain.Browser.Tests;

/// <summary>A seller connects their mailbox and calendar, and what was said and agreed stands with the customer by itself.</summary>
public sealed class CaptureJourneyTests(Site site)
{
    private const string Mia = "Mia Berg <mia@nordwind.example>", Rana = "Rana Khoury <" + Newcomer.Email + ">";

    [Fact]
    public async Task Mail_and_calendar_are_allowed_connected_and_arrive_with_the_contact_they_are_with()
    {
        Site.NeedsBrowser();
        Assert.SkipWhen(MailServer.Missing is not null, MailServer.Missing ?? "");
        var now = TimeProvider.System.GetUtcNow();
        await using var server = await MailServer.StartAsync();
        await server.DeliverAsync("ana", Mails.Of(now.AddDays(-2), "a", Mia, Rana, "Two cranes for the yard"));
        await server.DeliverAsync("ana", Mails.Of(now.AddDays(-1), "b", "Somebody <else@unknown.example>", Rana, "Unknown to all"));
        await using var calendar = Stand.OfCalendar(() => Ics.Of(Ics.Event("m1", $":{now.AddDays(-1):yyyyMMdd'T'080000'Z'}", $":{now.AddDays(-1):yyyyMMdd'T'090000'Z'}", "Yard walk")));
        await using var rana = await Newcomer.BeginAsync(site, Engine.Sqlite, Screen.Desktop);
        await AddMiaAsync(rana);
        await AllowAsync(rana);
        await ConnectMailAsync(rana, server);
        await rana.Tab.LooksRightAsync("journey-mailbox");
        await rana.Tab.GoAsync("/feeds/new?kind=CalendarAddress");
        await rana.Hands.TypeAsync("Secret address of the calendar", calendar.Url);
        await rana.Hands.PressAsync("Connect");
        await FetchedAsync(rana, "One is filed.");
        await rana.Tab.GoAsync("/contacts*");
        await rana.Hands.ReadAsync("Two cranes for the yard");
        await rana.Hands.ReadAsync("Yard walk");
        await rana.Tab.LooksRightAsync("journey-mail-arrived");
        // What matches nobody waits, for its owner alone to say whose it is.
        await rana.Tab.GoAsync("/me/capture");
        await rana.Hands.FollowAsync("One mail or meeting with somebody nobody knows");
        await rana.Hands.ReadAsync("else@unknown.example");
    }

    private static async Task AddMiaAsync(Newcomer rana)
    {
        await rana.Tab.GoAsync("/contacts/new");
        await rana.Hands.TypeAsync("Name", "Mia Berg");
        await rana.Hands.TypeAsync("E-mail", "mia@nordwind.example");
        await rana.Hands.PressAsync("Add");
        await Expect(rana.Tab.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Mia Berg");
    }

    private static async Task AllowAsync(Newcomer rana)
    {
        await rana.Tab.GoAsync("/settings/capture");
        await rana.Tab.Page.GetByLabel("People may connect their calendars").CheckAsync();
        await rana.Tab.Page.GetByLabel("People may connect their mailboxes").CheckAsync();
        await rana.Hands.TypeAsync("Machines of your own network that may be asked", "127.0.0.1");
        await rana.Hands.PressAsync("Save");
        await rana.Hands.ReadAsync("Connect a shared mailbox");
    }

    private static async Task ConnectMailAsync(Newcomer rana, MailServer server)
    {
        await rana.Tab.GoAsync("/feeds/new?kind=Mailbox");
        foreach (var (label, text) in ((string, string)[])[("Mail server (IMAP)", "127.0.0.1"), ("Port", $"{server.Port}"), ("User", "ana"), ("Password", MailServer.Password)]) await rana.Hands.TypeAsync(label, text);
        await rana.Tab.Field("Encryption").SelectOptionAsync("None");
        await rana.Hands.PressAsync("Connect");
        await FetchedAsync(rana, "One is filed.");
    }

    // It is fetched in the background, and the page says so by itself.
    private static async Task FetchedAsync(Newcomer rana, string said)
    {
        await Expect(rana.Tab.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/feeds/[0-9a-f-]{36}"));
        await rana.Hands.ReadAsync(said);
    }
}
