using Coxswain.Customers.Activities;
using Coxswain.Customers.Capture;
using Coxswain.Customers.Contacts;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Tests.Capture;

/// <summary>Against dovecot.</summary>
public sealed class MailTests
{
    private const string Mia = "Mia Berg <mia@nordwind.example>", Ana = "Ana <ana@halma.example>";

    [Theory, OnBoth]
    public async Task Mails_from_and_to_a_contact_are_filed_and_none_is_marked_as_read(Engine engine)
    {
        var (desk, server) = await WithAsync(engine);
        await using var over = server;
        await server.DeliverAsync("ana", Mails.Of("a", Mia, Ana, "Crane"));
        await server.DeliverAsync("ana", Mails.Of("b", Ana, Mia, "Re: Crane"), ".Sent");
        var feed = await ConnectAsync(desk, server);
        var touches = await desk.Ana.InDb(db => db.Interactions.OrderBy(i => i.Inbound).ToListAsync());
        Assert.Equal([false, true], touches.Select(t => t.Inbound));
        Assert.All(touches, t => Assert.Equal((InteractionKind.Mail, new DateTime(2026, 7, 22, 8, 15, 0, DateTimeKind.Utc), desk.Mia.Id, null), (t.Kind, t.OccurredAt, t.ContactId!.Value, t.Text)));
        Assert.Contains("They want two cranes.", await desk.Ana.Browser.TextAsync($"/captured/{(await desk.CapturedAsync())[0].Id}"));
        Assert.DoesNotContain(server.Files("ana"), f => f.Contains(":2,S", StringComparison.Ordinal));
        Assert.Contains("2 are filed", await desk.HealthAsync(feed));
    }

    [Theory, OnBoth]
    public async Task The_next_fetch_reads_only_what_is_new(Engine engine)
    {
        var (desk, server) = await WithAsync(engine);
        await using var over = server;
        await server.DeliverAsync("ana", Mails.Of("a", Mia, Ana, "Crane"));
        var feed = await ConnectAsync(desk, server);
        await server.DeliverAsync("ana", Mails.Of("b", Mia, Ana, "Second"));
        await desk.FetchAsync(feed);
        var last = await desk.Ana.Tenant.InDb(db => db.Rows<FeedRun>().OrderByDescending(r => r.Id).FirstAsync());
        Assert.Equal((1, 1, 0), (last.Fetched, last.Filed, last.Skipped));
    }

    [Theory, OnBoth]
    public async Task A_folder_that_the_server_counts_anew_is_read_again_and_nothing_is_filed_twice(Engine engine)
    {
        var (desk, server) = await WithAsync(engine);
        await using var over = server;
        await server.DeliverAsync("ana", Mails.Of("a", Mia, Ana, "Crane"));
        var feed = await ConnectAsync(desk, server);
        await desk.Ana.Tenant.InDb(async db => { (await db.Rows<FeedFolder>().FirstAsync(f => f.Name == "INBOX")).Validity = 7; return await db.SaveChangesAsync(); });
        await desk.FetchAsync(feed);
        var page = await desk.HealthAsync(feed);
        foreach (var said in (string[])["counts this folder anew", "known already"]) Assert.Contains(said, page);
        Assert.Equal(1, await desk.Ana.InDb(db => db.Interactions.CountAsync()));
    }

    [Theory, OnBoth]
    public async Task Two_colleagues_on_one_mail_give_one_touch_with_both(Engine engine)
    {
        var (desk, server) = await WithAsync(engine);
        await using var over = server;
        var ben = await desk.Ana.Tenant.PersonAsync(Role.Seller, "Ben Ito");
        await desk.Ana.Tenant.AddressAsync(ben, "ben@halma.example");
        foreach (var user in (string[])["ana", "ben"]) await server.DeliverAsync(user, Mails.Of("a", Mia, "ana@halma.example, ben@halma.example", "Crane"));
        await ConnectAsync(desk, server);
        await ConnectAsync(desk, server, "ben", ben);
        Assert.Equal(1, await desk.Ana.InDb(db => db.Interactions.CountAsync()));
        Assert.Contains("Ana Okafor, Ben Ito", await desk.TimelineAsync());
        Assert.Contains("Crane", await desk.TimelineAsync(ben));
    }

    [Theory, OnBoth]
    public async Task A_mail_to_two_contacts_of_one_account_is_one_touch_on_the_pages_of_both(Engine engine)
    {
        var (desk, server) = await WithAsync(engine);
        await using var over = server;
        var jon = new Contact { Name = "Jon Vik", OwnerId = desk.Ana.Id, AccountId = desk.Account.Id, Email = "jon@nordwind.example" };
        await desk.Ana.Tenant.SaveAsync(jon);
        await server.DeliverAsync("ana", Mails.Of("a", Ana, $"{Mia}, jon@nordwind.example", "Crane for both"), ".Sent");
        await ConnectAsync(desk, server);
        Assert.Equal(1, await desk.Ana.InDb(db => db.Interactions.CountAsync()));
        foreach (var id in (Guid[])[desk.Mia.Id, jon.Id]) foreach (var page in (string[])["", "/timeline"]) Assert.Contains("Crane for both", await desk.Ana.Browser.TextAsync($"/contacts/{id}{page}"));
    }

    [Theory, OnBoth]
    public async Task Who_had_a_copy_and_becomes_a_contact_has_the_mail_on_their_timeline_whichever_way_they_became_one(Engine engine)
    {
        var (desk, server) = await WithAsync(engine);
        await using var over = server;
        await server.DeliverAsync("ana", Mails.Of("a", Mia, $"{Ana}, jon@nordwind.example, lea@nordwind.example, kim@nordwind.example, sam@ports.example", "Crane for all"));
        var feed = await ConnectAsync(desk, server);
        Assert.Equal(1, await desk.Ana.InDb(db => db.Interactions.CountAsync()));
        var known = new Contact { Name = "Lea Ruud", OwnerId = desk.Ana.Id, AccountId = desk.Account.Id };
        await desk.Ana.Tenant.SaveAsync(known);
        var jon = (await desk.Ana.Browser.PostFormAsync("/contacts", ("Name", "Jon Vik"), ("AccountId", $"{desk.Account.Id}"), ("Email", "Jon@nordwind.example"))).Next();
        await desk.Ana.Browser.PostFormAsync($"/contacts/{known.Id}", ("Version", "1"), ("Email", "lea@nordwind.example")).DoneAsync();
        // At another account, and taken in from elsewhere: that is found with the next fetch.
        var ports = await desk.Ana.AccountAsync("Ports");
        var (kim, sam) = (new Contact { Name = "Kim Aas", OwnerId = desk.Ana.Id, AccountId = desk.Account.Id, Email = "kim@nordwind.example" }, new Contact { Name = "Sam Ortiz", OwnerId = desk.Ana.Id, AccountId = ports.Id, Email = "sam@ports.example" });
        await desk.Ana.Tenant.SaveAsync(kim, sam);
        foreach (var url in (string[])[jon, $"/contacts/{known.Id}"]) foreach (var page in (string[])["", "/timeline"]) Assert.Contains("Crane for all", await desk.Ana.Browser.TextAsync($"{url}{page}"));
        await desk.FetchAsync(feed);
        foreach (var url in (string[])[$"/contacts/{kim.Id}", $"/contacts/{sam.Id}", $"/accounts/{ports.Id}"]) Assert.Contains("Crane for all", await desk.Ana.Browser.TextAsync(url));
        await desk.FetchAsync(feed);
        Assert.Equal(1, await desk.Ana.InDb(db => db.Interactions.CountAsync(i => i.AccountId == desk.Account.Id)));
        Assert.Equal(1, await desk.Ana.InDb(db => db.Interactions.CountAsync(i => i.AccountId == ports.Id)));
    }

    [Theory, OnBoth]
    public async Task Machines_lists_and_colleagues_are_skipped_and_the_page_says_which_and_why(Engine engine)
    {
        var (desk, server) = await WithAsync(engine);
        await using var over = server;
        await server.DeliverAsync("ana", Mails.Of("a", Mia, Ana, "Out of office", more: ["Auto-Submitted: auto-replied"]));
        await server.DeliverAsync("ana", Mails.Of("b", Mia, Ana, "News", more: ["List-Id: <news.nordwind.example>"]));
        await server.DeliverAsync("ana", Mails.Of("c", "MAILER-DAEMON@nordwind.example", Ana, "Undelivered"));
        await server.DeliverAsync("ana", Mails.Of("d", "ines@halma.example", Ana, "Lunch"));
        await server.DeliverAsync("ana", "Subject: nobody wrote this\n\nword\n");
        await desk.Ines.PlainBrowser.PostFormAsync("/settings/capture", ("Mail", "true"), ("InnerHosts", "127.0.0.1"), ("OurDomains", "halma.example")).DoneAsync();
        var page = await desk.HealthAsync(await ConnectAsync(desk, server));
        foreach (var said in (string[])["sent by a machine or to a list", "INBOX 1 · INBOX 2 · INBOX 3", "only colleagues in it", "INBOX 4", "written wrongly", "INBOX 5"]) Assert.Contains(said, page);
        Assert.DoesNotContain("Lunch", page);
        Assert.Empty(await desk.CapturedAsync());
    }

    [Theory, OnBoth]
    public async Task A_mail_in_blind_copy_is_filed_where_the_sent_one_names_whom_and_is_skipped_for_that_reason_where_not(Engine engine)
    {
        var (desk, server) = await WithAsync(engine);
        await using var over = server;
        await server.DeliverAsync("ana", Mails.Of("a", Ana, Ana, "Our summer prices", more: [$"Bcc: {Mia}"]), ".Sent");
        await server.DeliverAsync("ana", Mails.Of("b", Ana, Ana, "Our winter prices"), ".Sent");
        var page = await desk.HealthAsync(await ConnectAsync(desk, server));
        Assert.Contains("Our summer prices", await desk.TimelineAsync());
        Assert.Contains("to nobody it names: who had a blind copy is not told in it", page);
        Assert.DoesNotContain("nobody else in it", page);
    }

    [Theory, OnBoth]
    public async Task A_mail_written_as_a_page_is_kept_as_its_words_and_attachments_by_name(Engine engine)
    {
        var (desk, server) = await WithAsync(engine);
        await using var over = server;
        await server.DeliverAsync("ana", $"""
            Message-ID: <page@test.example>
            Date: Wed, 22 Jul 2026 10:15:00 +0200
            From: {Mia}
            To: {Ana}
            Subject: =?utf-8?B?S3LDpG5l?=
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary=x

            --x
            Content-Type: text/html; charset=utf-8

            <html><head><style>p color</style></head><body><p>Two&nbsp;cranes, <b>please</b></p><script>alert(1)</script><img src="https://spy.example/x.gif"></body></html>
            --x
            Content-Type: application/pdf; name="offer.pdf"
            Content-Disposition: attachment; filename="offer.pdf"
            Content-Transfer-Encoding: base64

            AAAAAAAA
            --x--

            """);
        await ConnectAsync(desk, server);
        var captured = (await desk.CapturedAsync()).Single();
        Assert.Equal(("Kräne", "Two cranes, please"), (captured.Subject, captured.Text));
        Assert.Contains("offer.pdf", await desk.Ana.Browser.TextAsync($"/captured/{captured.Id}"));
    }

    [Theory, OnBoth]
    public async Task A_wrong_password_a_folder_that_is_not_there_and_a_false_certificate_are_each_said(Engine engine)
    {
        var (desk, server) = await WithAsync(engine);
        await using var over = server;
        Assert.Contains("refused the user or the password", await desk.HealthAsync(await ConnectAsync(desk, server, more: ("Password", "wrong"))));
        Assert.Contains("There is no folder called Nowhere", await desk.HealthAsync(await ConnectAsync(desk, server, more: ("Folders", "Nowhere"))));
        Assert.Contains("cannot be trusted", await desk.HealthAsync(await ConnectAsync(desk, server, more: [("Security", "Tls"), ("Port", $"{server.TlsPort}")])));
        Assert.Contains("cannot be trusted", await desk.HealthAsync(await ConnectAsync(desk, server, more: ("Security", "StartTls"))));
        Assert.Contains("does not answer", await desk.HealthAsync(await ConnectAsync(desk, server, more: ("Port", $"{RealServer.FreePort()}"))));
        Assert.DoesNotContain(desk.Ana.Tenant.Host.Logs.Lines, l => l.Contains(MailServer.Password, StringComparison.Ordinal));
    }

    private static async Task<(Desk, MailServer)> WithAsync(Engine engine)
    {
        Assert.SkipWhen(MailServer.Missing is not null, MailServer.Missing ?? "");
        return (await Desk.OfAsync(engine), await MailServer.StartAsync());
    }

    internal static async Task<Guid> ConnectAsync(Desk desk, MailServer server, string user = "ana", TestViewer? who = null, params (string Name, string Value)[] more)
    {
        (string Name, string Value)[] usual = [("Kind", "Mailbox"), ("Host", "127.0.0.1"), ("Port", $"{server.Port}"), ("Security", "None"), ("User", user), ("Password", MailServer.Password)];
        await (who ?? desk.Ana).PlainBrowser.PostFormAsync("/feeds", [.. usual.Where(u => more.All(m => m.Name != u.Name)), .. more]).DoneAsync();
        await desk.Ana.Tenant.DoDueAsync();
        return await desk.Ana.Tenant.InDb(db => db.Rows<Feed>().OrderByDescending(f => f.Id).Select(f => f.Id).FirstAsync());
    }
}
