using Coxswain.Customers.Capture;
using Coxswain.Customers.Capture.Mail;
using Coxswain.Platform.Data;
using Coxswain.Platform.Outside;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
using MimeKit;
namespace Coxswain.Customers.Tests.Capture;

public sealed class LyingMailTests
{
    [Theory, OnBoth]
    public async Task An_honest_one_is_filed(Engine engine)
    {
        var desk = await Desk.OfAsync(engine);
        await using var server = new FalseMailServer((_, _) => Task.FromResult(false));
        Assert.Equal("", await SaidAsync(desk, await ConnectAsync(desk, server)));
        Assert.Contains("Crane", await desk.TimelineAsync());
    }

    [Theory, OnBoth]
    public Task A_mail_that_does_not_end_is_stopped(Engine engine) => LiesAsync(engine, "BODY.PEEK[]", async say =>
    {
        await say("* 1 FETCH (UID 1 BODY[] {400000000}\r\n");
        while (true) await say(new string('x', 1 << 16));
    }, "sent more than 29 MB");

    [Theory, OnBoth]
    public Task A_line_that_does_not_end_is_stopped(Engine engine) => LiesAsync(engine, "UID SEARCH", async say =>
    {
        await say("* SEARCH 1");
        while (true) await say(new string(' ', 1 << 16));
    }, "sent more than 4 MB");

    [Theory, OnBoth]
    public Task A_mail_of_another_size_than_said_is_not_taken(Engine engine) => LiesAsync(engine, "BODY.PEEK[]", say => say("* 1 FETCH (UID 1 BODY[] {20}\r\nFrom: mia@nordwind.example\r\n\r\nlonger than said\r\n)\r\n$ OK done\r\n"), "did not keep to what it had said");

    [Theory, OnBoth]
    public Task One_that_breaks_off_in_the_middle_of_a_mail_leaves_nothing_of_it(Engine engine) => LiesAsync(engine, "BODY.PEEK[]", async say =>
    {
        await say("* 1 FETCH (UID 1 BODY[] {4000}\r\nFrom: mia@nordwind.example\r\n");
        throw new IOException("hung up");
    }, "broke off in the middle");

    [Theory, OnBoth]
    public async Task A_mail_that_is_another_one_than_its_head_said_is_told_once_and_holds_up_nothing_behind_it(Engine engine)
    {
        var desk = await Desk.OfAsync(engine);
        const string Other = "From: zoe@hafen.example\r\n\r\nhello\r\n";
        await using var server = new FalseMailServer(async (command, say) =>
        {
            if (!command.Contains("BODY.PEEK[]", StringComparison.Ordinal)) return false;
            await say($"* 1 FETCH (UID 1 BODY[] {{{Other.Length}}}\r\n{Other})\r\n$ OK done\r\n");
            return true;
        });
        var feed = await ConnectAsync(desk, server);
        Assert.Contains("did not keep to what it had said", await SaidAsync(desk, feed));
        await desk.FetchAsync(feed);
        Assert.Contains("written wrongly", await desk.HealthAsync(feed));
        Assert.Equal(1, await desk.Ana.Tenant.InDb(db => db.Rows<FeedFolder>().MaxAsync(f => f.LastUid)));
        Assert.Empty(await desk.CapturedAsync());
    }

    [Theory, OnBoth]
    public Task What_is_no_mail_server_is_said(Engine engine) => LiesAsync(engine, "GREETING", say => say("HTTP/1.1 400 Bad Request\r\n\r\n"), "did not keep to what it had said");

    [Theory, OnBoth]
    public Task A_server_that_refuses_is_quoted(Engine engine) => LiesAsync(engine, "UID SEARCH", say => say("$ NO mailbox is being repaired\r\n"), "The server answered: mailbox is being repaired");

    [Theory, OnBoth]
    public async Task Numbers_that_were_not_asked_for_are_not_taken(Engine engine)
    {
        var desk = await Desk.OfAsync(engine);
        await using var server = new FalseMailServer(async (command, say) =>
        {
            if (!command.StartsWith("UID FETCH", StringComparison.Ordinal) || command.Contains("BODY.PEEK[]", StringComparison.Ordinal)) return false;
            await say("* 9 FETCH (UID 4000000000 RFC822.SIZE 1 BODY[HEADER.FIELDS (FROM)] {2}\r\n\r\n)\r\n$ OK done\r\n");
            return true;
        });
        await ConnectAsync(desk, server);
        Assert.Empty(await desk.CapturedAsync());
        Assert.DoesNotContain(await desk.Ana.Tenant.InDb(db => db.Rows<FeedFolder>().ToListAsync()), f => f.LastUid > 1);
    }

    [Theory, OnBoth]
    public async Task What_was_sent_is_found_by_its_usual_name_where_the_server_does_not_say_and_where_there_is_none_the_page_says_so(Engine engine)
    {
        var (desk, folders) = (await Desk.OfAsync(engine), "");
        await using var server = new FalseMailServer(async (command, say) =>
        {
            if (!command.StartsWith("LIST", StringComparison.Ordinal) || !command.Contains('*', StringComparison.Ordinal)) return false;
            await say($"* LIST () \"/\" INBOX\r\n{folders}$ OK done\r\n");
            return true;
        });
        var without = await ConnectAsync(desk, server);
        Assert.Contains("no folder of sent mail was found", await desk.HealthAsync(without));
        folders = "* LIST () \"/\" Archive\r\n* LIST () \"/\" \"INBOX/Gesendete Elemente\"\r\n";
        await desk.FetchAsync(without);
        Assert.DoesNotContain("no folder of sent mail was found", await desk.HealthAsync(without));
        Assert.Equal(["INBOX", "INBOX/Gesendete Elemente"], await desk.Ana.Tenant.InDb(db => db.Rows<FeedFolder>().Select(f => f.Name).OrderBy(n => n).ToListAsync()));
    }

    [Fact]
    public void Every_mail_of_the_collection_is_read_or_named_as_malformed()
    {
        var folder = RealFiles.Find("mail/mikel-mail");
        Assert.SkipWhen(folder is null, "shared/data/mail is not beside the repository");
        var now = new DateTime(2026, 7, 24, 9, 0, 0, DateTimeKind.Utc);
        var (read, malformed) = (0, new List<string>());
        foreach (var file in Directory.EnumerateFiles(folder, "*.eml"))
        {
            using var message = MimeMessage.Load(file);
            _ = Automatic.Is(message.Headers);
            if (Letter.Of(message, now, now) is not { } letter) malformed.Add(Path.GetFileName(file));
            else if (Forwarded.Of(message, letter, now, TimeZoneInfo.Utc) is null or { People.Count: > 0 }) read++;
        }
        Assert.True(read > 80, $"{read} read, malformed: {string.Join(", ", malformed)}");
        Assert.True(malformed.Count < 20, string.Join(", ", malformed));
    }

    // It never worked, so there is nothing but what the lie left: which is nothing.
    private static async Task LiesAsync(Engine engine, string to, Func<Func<string, Task>, Task> lie, string said)
    {
        var desk = await Desk.OfAsync(engine);
        await using var server = new FalseMailServer(async (command, say) =>
        {
            if (!command.Contains(to, StringComparison.Ordinal)) return false;
            await lie(say);
            return true;
        });
        Assert.Contains(said, await SaidAsync(desk, await ConnectAsync(desk, server)));
        Assert.Empty(await desk.CapturedAsync());
        Assert.DoesNotContain(await desk.Ana.Tenant.InDb(db => db.Rows<FeedFolder>().ToListAsync()), f => f.LastUid > 0);
    }

    private static Task<string> SaidAsync(Desk desk, Guid feed) => desk.Ana.Tenant.InDb(async db => await db.Rows<FeedRun>().SingleOrDefaultAsync(r => r.FeedId == feed) is { } run ? run.Fault is { } fault ? OutsideWords.Of(fault, run.FaultDetail) : "" : "no run: " + string.Join('\n', desk.Ana.Tenant.Host.Logs.Lines.Where(l => l.StartsWith("Error", StringComparison.Ordinal)).TakeLast(1)));

    private static async Task<Guid> ConnectAsync(Desk desk, FalseMailServer server)
    {
        await desk.Ana.PlainBrowser.PostFormAsync("/feeds", ("Kind", "Mailbox"), ("Host", "127.0.0.1"), ("Port", $"{server.Port}"), ("Security", "None"), ("User", "ana"), ("Password", "x")).DoneAsync();
        await desk.Ana.Tenant.DoDueAsync();
        return await desk.Ana.Tenant.InDb(db => db.Rows<Feed>().OrderByDescending(f => f.Id).Select(f => f.Id).FirstAsync());
    }
}
