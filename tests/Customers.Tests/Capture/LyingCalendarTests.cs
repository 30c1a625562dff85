using System.Net;
using System.Text;
using Coxswain.Customers.Capture;
using Coxswain.Customers.Capture.Calendars;
using Coxswain.Platform.Data;
using Coxswain.Platform.Outside;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Tests.Capture;

public sealed class LyingCalendarTests
{
    private static readonly string Good = Ics.Of(Ics.Event("a", ":20260722T100000Z", ":20260722T110000Z", "Depot plan"), Ics.Event("b", ":20260729T100000Z", ":20260729T110000Z", "To come"));

    [Theory, OnBoth]
    public Task A_page_instead_of_a_calendar_is_said_and_changes_nothing(Engine engine) => LiesAsync(engine, s => Stand.SayAsync(s, "200 OK", "<html>Sign in</html>"), "is not a calendar");

    [Theory, OnBoth]
    public Task An_endless_calendar_is_stopped(Engine engine) => LiesAsync(engine, async stream =>
    {
        await stream.WriteAsync("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nBEGIN:VCALENDAR\r\n"u8.ToArray());
        var line = Encoding.ASCII.GetBytes(new string('x', 1 << 16));
        while (true) await stream.WriteAsync(line);
    }, "sent more than 10 MB");

    [Theory, OnBoth]
    public Task One_that_breaks_off_in_the_middle_changes_nothing(Engine engine) => LiesAsync(engine, async stream =>
        await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 90000\r\n\r\nBEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n"u8.ToArray()), "broke off in the middle");

    [Theory, OnBoth]
    public Task One_that_leads_to_the_internal_network_is_not_followed(Engine engine) => LiesAsync(engine, s => Stand.SayAsync(s, "302 Found", "", "Location: https://10.0.0.7/cal.ics"), "10.0.0.7 is on the internal network");

    [Theory, OnBoth]
    public Task One_that_leads_round_in_circles_is_left(Engine engine) => LiesAsync(engine, s => Stand.SayAsync(s, "302 Found", "", "Location: /again"), "leads on to another, too often");

    [Theory, OnBoth]
    public Task One_that_leads_to_a_file_is_not_followed(Engine engine) => LiesAsync(engine, s => Stand.SayAsync(s, "302 Found", "", "Location: file:///etc/passwd"), "leads on to another");

    [Theory, OnBoth]
    public Task An_address_that_is_gone_says_what_to_do(Engine engine) => LiesAsync(engine, s => Stand.SayAsync(s, "404 Not Found", ""), "nothing at this address any more");

    [Theory, OnBoth]
    public Task What_is_no_http_at_all_is_said(Engine engine) => LiesAsync(engine, async s => await s.WriteAsync("220 mail.example ESMTP\r\n"u8.ToArray()), "did not keep to what it had said");

    [Theory, OnBoth]
    public Task A_server_in_trouble_is_quoted(Engine engine) => LiesAsync(engine, s => Stand.SayAsync(s, "503 Service Unavailable", ""), "The server answered: 503");

    [Theory, OnBoth]
    public async Task A_host_nobody_listed_is_refused_whatever_it_is_called(Engine engine)
    {
        var desk = await Desk.OfAsync(engine);
        foreach (var url in (string[])["https://localhost/cal.ics", "https://[::1]/cal.ics", "https://[::ffff:127.0.0.1]/cal.ics", "https://0x0a000007/cal.ics", "https://169.254.169.254/latest/meta-data"])
            Assert.Contains("internal network", await desk.HealthAsync(await desk.ConnectAsync(url)));
    }

    [Theory, OnBoth]
    public async Task An_address_that_is_none_or_not_encrypted_is_refused_at_the_form_and_stays_typed(Engine engine)
    {
        var desk = await Desk.OfAsync(engine);
        foreach (var (url, said) in ((string, string)[])[("calendar", "not an address of the internet"), ("ftp://cal.example/a.ics", "not an address of the internet"), ("http://cal.example/a.ics", "would not be encrypted")])
        {
            var answer = await desk.Ana.PlainBrowser.PostFormAsync("/feeds", ("Kind", "CalendarAddress"), ("Address", url));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Contains(said, await answer.TextAsync());
        }
        Assert.Equal(0, await desk.Ana.Tenant.InDb(db => db.Rows<Feed>().CountAsync()));
    }

    [Theory, OnBoth]
    public async Task An_event_that_is_written_wrongly_spoils_no_other_and_the_page_says_which(Engine engine)
    {
        var desk = await Desk.OfAsync(engine);
        await using var stand = Stand.OfCalendar(() => Ics.Of(
            Ics.Event("bad", ":20261399T100000Z", ":20260722T110000Z", "Broken"), Ics.Event("often", ":20260101T100000Z", ":20260101T100100Z", "Tick", more: ["RRULE:FREQ=SECONDLY"]),
            Ics.Event("zone", ";TZID=Middle Earth:20260722T100000", ";TZID=Middle Earth:20260722T110000", "Far"), Ics.Event("never", ":20200230T100000Z", ":20200230T110000Z", "Never", more: ["RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"]),
            Ics.Event("good", ":20260722T100000Z", ":20260722T110000Z", "Depot plan")));
        var page = await desk.HealthAsync(await desk.ConnectAsync(stand.Url));
        foreach (var said in (string[])["written wrongly", "#1", "repeated more often than daily", "#2", "in a time zone nobody knows", "#3"]) Assert.Contains(said, page);
        Assert.Equal(1, await desk.Ana.InDb(db => db.Interactions.CountAsync()));
    }

    [Fact]
    public void Every_calendar_of_the_collection_is_read_or_named_as_none()
    {
        var folder = RealFiles.Find("icalendar/collective");
        Assert.SkipWhen(folder is null, "shared/data/icalendar is not beside the repository");
        var (read, none) = (0, 0);
        foreach (var file in Directory.EnumerateFiles(folder))
        {
            var reader = new MeetingReader(TimeZoneInfo.Utc, new DateTime(1990, 1, 1, 0, 0, 0, DateTimeKind.Utc), new DateTime(2030, 1, 1, 0, 0, 0, DateTimeKind.Utc));
            try { read += reader.Read(File.ReadAllText(file), new Tally()).Count; }
            catch (OutsideException fault) when (fault.Fault is OutsideFault.NotWhatItSays) { none++; }
        }
        Assert.True(read > 150, $"{read} meetings");
        Assert.True(none > 0);
    }

    [Theory]
    [InlineData("/freeassociation.sourceforge.net/Europe/Berlin", "")]
    [InlineData("Our office", "X-LIC-LOCATION:Europe/Berlin\r\n")]
    [InlineData("W. Europe Standard Time", "")]
    [InlineData("Plus two", "BEGIN:STANDARD\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0200\r\nDTSTART:20000101T000000\r\nEND:STANDARD\r\n")]
    public void A_time_zone_by_a_name_of_its_own_is_understood(string name, string says)
    {
        var text = Ics.Of($"BEGIN:VTIMEZONE\r\nTZID:{name}\r\n{says}END:VTIMEZONE\r\n", Ics.Event("a", $";TZID={name}:20260722T100000", $";TZID={name}:20260722T110000", "Depot plan"));
        var reader = new MeetingReader(TimeZoneInfo.Utc, new DateTime(2026, 7, 1, 0, 0, 0, DateTimeKind.Utc), new DateTime(2026, 8, 1, 0, 0, 0, DateTimeKind.Utc));
        Assert.Equal(8, reader.Read(text, new Tally()).Single().At.Hour);
    }

    // First an honest answer, then the lie: what was filed stays as it is, the page says what happened, and it is tried again.
    private static async Task LiesAsync(Engine engine, Func<Stream, Task> lie, string said)
    {
        var (desk, honest) = (await Desk.OfAsync(engine), true);
        await using var stand = new Stand((stream, _) => honest ? Stand.SayAsync(stream, "200 OK", Good) : lie(stream));
        var feed = await desk.ConnectAsync(stand.Url);
        var before = (await desk.CapturedAsync()).Select(c => (c.State, c.OccurredAt, c.Subject)).ToList();
        honest = false;
        await desk.FetchAsync(feed);
        Assert.Contains(said, await desk.HealthAsync(feed));
        Assert.Equal(before, (await desk.CapturedAsync()).Select(c => (c.State, c.OccurredAt, c.Subject)));
        Assert.Equal(1, await desk.Ana.InDb(db => db.Interactions.CountAsync()));
        Assert.Contains("needs you", await desk.Ana.Browser.TextAsync("/me/capture"));
    }
}
