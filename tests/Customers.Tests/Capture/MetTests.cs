using System.Net.Http.Json;
using System.Text.Json;
using Coxswain.Customers.Accounts;
using Coxswain.Customers.Contacts;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
namespace Coxswain.Customers.Tests.Capture;

/// <summary>A mail or a meeting of several is one touch; everybody in it was in touch.</summary>
public sealed class MetTests
{
    private const string Mia = "Mia Berg <mia@nordwind.example>", Ana = "Ana <ana@halma.example>", Jon = "jon@nordwind.example";

    [Theory, OnBoth]
    public async Task Everybody_in_a_meeting_is_known_to_each_of_us_who_was_in_it_and_nobody_is_said_to_be_unmet(Engine engine)
    {
        var desk = await WithJonAsync(engine);
        var ben = await desk.Ana.Tenant.PersonAsync(Role.Seller, "Ben Ito");
        await desk.Ana.Tenant.AddressAsync(ben, "ben@halma.example");
        await using var stand = Stand.OfCalendar(() => Ics.Of(Ics.Event("a", ":20260722T100000Z", ":20260722T110000Z", "Depot plan", more: [$"ATTENDEE:mailto:{Jon}", "ATTENDEE:mailto:ben@halma.example"])));
        await desk.ConnectAsync(stand.Url);
        await desk.ConnectAsync(stand.Url, ben);
        var known = await KnownAsync(desk.Ana, desk.Account);
        Assert.Equal(["Ana Okafor 1", "Ben Ito 1"], known["Mia Berg"]);
        Assert.Equal(["Ana Okafor 1", "Ben Ito 1"], known["Jon Vik"]);
        var page = await desk.Ana.Browser.TextAsync($"/accounts/{desk.Account.Id}/map");
        foreach (var wrong in (string[])["Nobody of us has spoken to", "Only Ana Okafor of us"]) Assert.DoesNotContain(wrong, page);
        Assert.Contains("2 of 2", await desk.Ana.Browser.TextAsync($"/accounts/{desk.Account.Id}/connection"));
    }

    [Theory, OnBoth]
    public async Task A_mail_to_people_of_two_accounts_counts_once_for_each_of_them_and_not_for_who_was_not_in_it(Engine engine)
    {
        Assert.SkipWhen(MailServer.Missing is not null, MailServer.Missing ?? "");
        var desk = await WithJonAsync(engine);
        await using var server = await MailServer.StartAsync();
        var other = await desk.Ana.AccountAsync("Hafen Süd");
        await desk.Ana.Tenant.SaveAsync(new Contact { Name = "Zoe Falk", OwnerId = desk.Ana.Id, AccountId = other.Id, Email = "zoe@hafen.example" }, new Contact { Name = "Kai Holm", OwnerId = desk.Ana.Id, AccountId = desk.Account.Id, Email = "kai@nordwind.example" });
        await server.DeliverAsync("ana", Mails.Of("a", Ana, $"{Mia}, {Jon}, zoe@hafen.example", "Crane for all"), ".Sent");
        await server.DeliverAsync("ana", Mails.Of("b", Mia, Ana, "Re: Crane for all"));
        await MailTests.ConnectAsync(desk, server);
        var known = await KnownAsync(desk.Ana, desk.Account);
        Assert.Equal(["Ana Okafor 2"], known["Mia Berg"]);
        Assert.Equal(["Ana Okafor 1"], known["Jon Vik"]);
        Assert.Empty(known["Kai Holm"]);
        Assert.Equal(["Ana Okafor 1"], (await KnownAsync(desk.Ana, other))["Zoe Falk"]);
        Assert.Contains("2 of 3", await desk.Ana.Browser.TextAsync($"/accounts/{desk.Account.Id}/connection"));
    }

    [Theory, OnBoth]
    public async Task Who_hides_that_they_were_in_touch_knows_nobody_in_the_eyes_of_others(Engine engine)
    {
        var desk = await WithJonAsync(engine);
        await desk.Ana.PlainBrowser.PostFormAsync("/me/capture/choices", ("Readers", "Nobody"), ("HidesTouches", "true")).DoneAsync();
        await using var stand = Stand.OfCalendar(() => Ics.Of(Ics.Event("a", ":20260722T100000Z", ":20260722T110000Z", "Depot plan", more: [$"ATTENDEE:mailto:{Jon}"])));
        await desk.ConnectAsync(stand.Url);
        Assert.Equal(["Ana Okafor 1"], (await KnownAsync(desk.Ana, desk.Account))["Jon Vik"]);
        Assert.All((await KnownAsync(await desk.Ana.Tenant.PersonAsync(Role.Leader, "Lena Vogt"), desk.Account)).Values, Assert.Empty);
    }

    private static async Task<Desk> WithJonAsync(Engine engine)
    {
        var desk = await Desk.OfAsync(engine);
        await desk.Ana.Tenant.SaveAsync(new Contact { Name = "Jon Vik", OwnerId = desk.Ana.Id, AccountId = desk.Account.Id, Email = Jon });
        return desk;
    }

    // Who of us knows whom, and from how many touches, once all are on the map.
    private static async Task<Dictionary<string, List<string>>> KnownAsync(TestViewer viewer, Account account)
    {
        await viewer.PlainBrowser.PostFormAsync($"/accounts/{account.Id}/map/everybody").DoneAsync();
        var map = await viewer.Program.GetFromJsonAsync<JsonElement>($"/api/accounts/{account.Id}/map");
        return map.GetProperty("people").EnumerateArray().ToDictionary(p => p.GetProperty("name").GetString()!, p => p.GetProperty("knownBy").EnumerateArray().Select(k => $"{k.GetProperty("name")} {k.GetProperty("times")}").Order().ToList());
    }
}
