using System.Net;
using Coxswain.Customers.Capture;
using Coxswain.Customers.Capture.Mail;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Tests.Capture;

/// <summary>One address for blind copies and forwarding; against dovecot.</summary>
public sealed class SharedMailTests
{
    private const string Mia = "Mia Berg <mia@nordwind.example>", Ana = "Ana <ana@halma.example>", Log = "log@halma.example";

    [Theory, OnBoth]
    public async Task A_blind_copy_is_filed_for_the_colleague_who_sent_it(Engine engine)
    {
        var (desk, server) = await WithAsync(engine);
        await using var over = server;
        await server.DeliverAsync("log", Mails.Of("a", Ana, Mia, "Crane"));
        await ConnectAsync(desk, server);
        var touch = await desk.Ana.InDb(db => db.Interactions.SingleAsync());
        Assert.Equal((desk.Ana.Id, false, desk.Mia.Id), (touch.OwnerId, touch.Inbound!.Value, touch.ContactId!.Value));
        Assert.Contains("Crane", await desk.TimelineAsync());
        Assert.DoesNotContain("Crane", await desk.TimelineAsync(desk.Ines));
    }

    [Theory, OnBoth]
    public async Task A_forwarded_mail_is_filed_with_whom_it_was_from_where_it_says_so_for_certain(Engine engine)
    {
        var (desk, server) = await WithAsync(engine);
        await using var over = server;
        await server.DeliverAsync("log", Mails.Of("a", Ana, Log, "Fwd: Crane", "See below.\n\n---------- Forwarded message ---------\nFrom: Mia Berg <mia@nordwind.example>\nDate: Tue, Jul 21, 2026 at 9:00 AM\nSubject: Crane\nTo: <ana@halma.example>\n\nTwo please."));
        await server.DeliverAsync("log", Mails.Of("b", Ana, Log, "WG: Kran", "Von: Mia Berg [mailto:mia@nordwind.example]\nGesendet: Dienstag, 21. Juli 2026 09:00\nAn: Ana\nBetreff: Kran\n\nZwei bitte."));
        await server.DeliverAsync("log", Mails.Of("c", Ana, Log, "Fwd: something", "mia@nordwind.example wrote me that they want two."));
        var feed = await ConnectAsync(desk, server);
        Assert.Equal([true, true], await desk.Ana.InDb(db => db.Interactions.Where(i => i.ContactId == desk.Mia.Id).Select(i => i.Inbound).ToListAsync()));
        var page = await desk.Ines.Browser.TextAsync($"/feeds/{feed}");
        foreach (var said in (string[])["forwarded without saying from whom", "INBOX 3"]) Assert.Contains(said, page);
        Assert.DoesNotContain("Crane", page);
    }

    [Theory, OnBoth]
    public async Task A_forwarded_mail_stands_when_it_was_written_and_where_that_cannot_be_read_the_page_says_so(Engine engine)
    {
        var (desk, server) = await WithAsync(engine);
        await using var over = server;
        await server.DeliverAsync("log", Mails.Of("a", Ana, Log, "Fwd: Crane", "---------- Forwarded message ---------\nFrom: Mia Berg <mia@nordwind.example>\nDate: Tue, Jul 21, 2026 at 9:00 AM\nSubject: Crane\nTo: <ana@halma.example>\n\nTwo please."));
        await server.DeliverAsync("log", Mails.Of("b", Ana, Log, "Fwd: Crane", "-------- Forwarded Message --------\nSubject: Crane\nDate: Mon, 20 Jul 2026 17:30:00 +0000\nFrom: Mia Berg <mia@nordwind.example>\nTo: ana@halma.example\n\nOne please."));
        await server.DeliverAsync("log", Mails.Of("c", Ana, Log, "WG: Kran", "Von: Mia Berg <mia@nordwind.example>\nGesendet: Sonntag, 19. Juli 2026 08:05\nAn: Ana\nBetreff: Kran\n\nZwei bitte."));
        var feed = await ConnectAsync(desk, server);
        Assert.DoesNotContain("date of forwarding", await desk.Ines.Browser.TextAsync($"/feeds/{feed}"));
        await server.DeliverAsync("log", Mails.Of("d", Ana, Log, "Fwd: Crane", "From: Mia Berg <mia@nordwind.example>\nSent: 04/07/2026 09:00\nTo: Ana\nSubject: Crane\n\nThree please."));
        await desk.FetchAsync(feed, desk.Ines);
        Assert.Equal(["2026-07-19 06:05", "2026-07-20 17:30", "2026-07-21 07:00", "2026-07-22 08:15"], (await desk.CapturedAsync()).Select(c => $"{c.OccurredAt:yyyy-MM-dd HH:mm}"));
        var page = await desk.Ines.Browser.TextAsync($"/feeds/{feed}");
        foreach (var said in (string[])["filed by the date of forwarding, as that of the original could not be read", "INBOX 4", "Nothing was skipped"]) Assert.Contains(said, page);
    }

    [Theory, OnBoth]
    public async Task A_mail_whose_recipients_had_blind_copies_is_skipped_for_just_that_reason(Engine engine)
    {
        var (desk, server) = await WithAsync(engine);
        await using var over = server;
        await server.DeliverAsync("log", Mails.Of("a", Ana, "undisclosed-recipients:;", "Our summer prices"));
        await server.DeliverAsync("log", Mails.Of("b", Ana, Log, "Our summer prices"));
        await server.DeliverAsync("log", Mails.Of("c", Ana, "Ines <ines@halma.example>", "Lunch"));
        await desk.Ana.Tenant.AddressAsync(desk.Ines, "ines@halma.example");
        var page = await desk.Ines.Browser.TextAsync($"/feeds/{await ConnectAsync(desk, server)}");
        Assert.Matches("to nobody it names: who had a blind copy is not told in it.{0,40}INBOX 1 · INBOX 2", page.ReplaceLineEndings(" "));
        Assert.Contains("only colleagues in it", page);
        Assert.DoesNotContain("forwarded without saying from whom", page);
    }

    [Theory, OnBoth]
    public async Task A_mail_attached_whole_is_the_mail_it_was(Engine engine)
    {
        var (desk, server) = await WithAsync(engine);
        await using var over = server;
        await server.DeliverAsync("log", $"Message-ID: <f@test.example>\nDate: Thu, 23 Jul 2026 10:00:00 +0200\nFrom: {Ana}\nTo: {Log}\nSubject: Fwd\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/plain\n\nhere\n--x\nContent-Type: message/rfc822\n\n{Mails.Of("inside", Mia, Ana, "The crane itself")}\n--x--\n");
        await ConnectAsync(desk, server);
        var captured = (await desk.CapturedAsync()).Single();
        Assert.Equal(("The crane itself", KeyOf.Mail("inside@test.example"), 22), (captured.Subject, captured.Key, captured.OccurredAt.Day));
    }

    [Theory, OnBoth]
    public async Task What_a_stranger_sends_there_is_skipped_and_only_an_administrator_connects_it(Engine engine)
    {
        var (desk, server) = await WithAsync(engine);
        await using var over = server;
        await server.DeliverAsync("log", Mails.Of("a", Mia, Log, "Crane"));
        var feed = await ConnectAsync(desk, server);
        Assert.Contains("not sent by anyone who works here", await desk.Ines.Browser.TextAsync($"/feeds/{feed}"));
        Assert.Empty(await desk.CapturedAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await desk.Ana.Browser.GetAsync($"/feeds/{feed}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.Ana.Browser.GetAsync("/feeds/new?kind=SharedMailbox")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync(desk.Ana, server)).StatusCode);
    }

    private static async Task<(Desk, MailServer)> WithAsync(Engine engine)
    {
        Assert.SkipWhen(MailServer.Missing is not null, MailServer.Missing ?? "");
        return (await Desk.OfAsync(engine), await MailServer.StartAsync());
    }

    private static Task<HttpResponseMessage> PostAsync(TestViewer who, MailServer server) =>
        who.PlainBrowser.PostFormAsync("/feeds", ("Kind", "SharedMailbox"), ("MailAddress", Log), ("Host", "127.0.0.1"), ("Port", $"{server.Port}"), ("Security", "None"), ("User", "log"), ("Password", MailServer.Password));

    private static async Task<Guid> ConnectAsync(Desk desk, MailServer server)
    {
        await PostAsync(desk.Ines, server).DoneAsync();
        await desk.Ana.Tenant.DoDueAsync();
        return await desk.Ana.Tenant.InDb(db => db.Rows<Feed>().OrderByDescending(f => f.Id).Select(f => f.Id).FirstAsync());
    }
}
