using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Coxswain.Customers.Capture;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Tests.Capture;

/// <summary>Against radicale, a real calendar server.</summary>
public sealed class CalendarServerTests
{
    private const string Program = "/usr/bin/radicale";
    private const string Plan = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Test//EN\r\nBEGIN:VEVENT\r\nUID:plan\r\nDTSTAMP:20260701T000000Z\r\nDTSTART:20260722T100000Z\r\nDTEND:20260722T110000Z\r\nSUMMARY:Depot plan\r\nATTENDEE:mailto:mia@nordwind.example\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

    [Theory, OnBoth]
    public async Task From_the_servers_address_all_calendars_are_found_and_meetings_filed_kept_in_step(Engine engine)
    {
        Assert.SkipUnless(File.Exists(Program), "no radicale here: bin/test installs it, or apt-get install radicale");
        var desk = await Desk.OfAsync(engine);
        await using var server = await StartAsync();
        using var own = Own(server);
        await DoAsync(own, "MKCALENDAR", "/ana/work/");
        await DoAsync(own, "PUT", "/ana/work/plan.ics", Plan);
        var feed = await ConnectAsync(desk, $"http://127.0.0.1:{server.Port}/");
        Assert.Contains("All is well", await desk.HealthAsync(feed));
        Assert.Contains("Depot plan", await desk.TimelineAsync());
        await desk.FetchAsync(feed);
        Assert.Contains("nothing changed", await desk.HealthAsync(feed));
        await DoAsync(own, "PUT", "/ana/work/plan.ics", Plan.Replace("20260722T1", "20260723T1", StringComparison.Ordinal));
        await desk.FetchAsync(feed);
        Assert.Equal(23, (await desk.Ana.InDb(db => db.Interactions.SingleAsync())).OccurredAt.Day);
    }

    [Theory, OnBoth]
    public async Task The_address_of_one_calendar_is_enough_and_a_wrong_password_is_said_and_not_tried_again(Engine engine)
    {
        Assert.SkipUnless(File.Exists(Program), "no radicale here: bin/test installs it, or apt-get install radicale");
        var desk = await Desk.OfAsync(engine);
        await using var server = await StartAsync();
        using var own = Own(server);
        await DoAsync(own, "MKCALENDAR", "/ana/work/");
        await DoAsync(own, "PUT", "/ana/work/plan.ics", Plan);
        var feed = await ConnectAsync(desk, $"http://127.0.0.1:{server.Port}/ana/work/", "wrong");
        Assert.Contains("refused the user or the password", await desk.HealthAsync(feed));
        Assert.Null(await desk.Ana.Tenant.InDb(db => db.Rows<Feed>().Where(f => f.Id == feed).Select(f => f.NextAt).SingleAsync()));
        await ConnectAsync(desk, $"http://127.0.0.1:{server.Port}/ana/work/");
        Assert.Contains("Depot plan", await desk.TimelineAsync());
    }

    [Theory, OnBoth]
    public async Task A_password_is_told_to_no_other_server_than_the_one_it_is_of(Engine engine)
    {
        var desk = await Desk.OfAsync(engine);
        await using var other = new Stand((stream, _) => Stand.SayAsync(stream, "207 Multi-Status", "<multistatus xmlns='DAV:'/>"));
        await using var first = new Stand((stream, _) => Stand.SayAsync(stream, "302 Found", "", $"Location: http://127.0.0.1:{other.Port}/"));
        await ConnectAsync(desk, $"http://127.0.0.1:{first.Port}/");
        Assert.Contains(first.Asked, a => a.Contains("Authorization", StringComparison.Ordinal));
        Assert.NotEmpty(other.Asked);
        Assert.DoesNotContain(other.Asked, a => a.Contains("Authorization", StringComparison.Ordinal));
    }

    [Theory, OnBoth]
    public async Task An_answer_that_would_blow_up_when_read_is_refused(Engine engine)
    {
        var desk = await Desk.OfAsync(engine);
        await using var stand = new Stand((stream, _) => Stand.SayAsync(stream, "207 Multi-Status", """<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><multistatus xmlns="DAV:">&b;</multistatus>"""));
        Assert.Contains("is not a calendar", await desk.HealthAsync(await ConnectAsync(desk, $"http://127.0.0.1:{stand.Port}/")));
    }

    private static async Task<Guid> ConnectAsync(Desk desk, string url, string password = "rowing-7f3a")
    {
        await desk.Ana.PlainBrowser.PostFormAsync("/feeds", ("Kind", "CalendarServer"), ("Address", url), ("User", "ana"), ("Password", password)).DoneAsync();
        await desk.Ana.Tenant.DoDueAsync();
        return await desk.Ana.Tenant.InDb(db => db.Rows<Feed>().OrderByDescending(f => f.Id).Select(f => f.Id).FirstAsync());
    }

    private static async Task<RealServer> StartAsync()
    {
        var (folder, port) = (RealServer.NewFolder("radicale"), RealServer.FreePort());
        await File.WriteAllTextAsync(Path.Combine(folder, "users"), "ana:rowing-7f3a\n");
        await File.WriteAllTextAsync(Path.Combine(folder, "config"), $"[server]\nhosts = 127.0.0.1:{port}\n[auth]\ntype = htpasswd\nhtpasswd_filename = {folder}/users\nhtpasswd_encryption = plain\ndelay = 0\n[storage]\nfilesystem_folder = {folder}/data\n");
        return await RealServer.StartAsync(folder, port, asNobody: true, Program, "-C", Path.Combine(folder, "config"));
    }

    private static HttpClient Own(RealServer server) => new()
    {
        BaseAddress = new Uri($"http://127.0.0.1:{server.Port}"),
        DefaultRequestHeaders = { ConnectionClose = true, Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String("ana:rowing-7f3a"u8)) },
    };

    // It hangs up on some connections before a word was said; what is put there again is the same.
    private static async Task DoAsync(HttpClient client, string verb, string path, string? body = null)
    {
        for (var tries = 1; ; tries++)
        {
            using var request = new HttpRequestMessage(new HttpMethod(verb), path) { Content = body is null ? null : new StringContent(body, Encoding.UTF8, "text/calendar") };
            try
            {
                Assert.Equal(HttpStatusCode.Created, (await client.SendAsync(request)).StatusCode);
                return;
            }
            catch (HttpRequestException nothing) when (nothing.HttpRequestError is HttpRequestError.ResponseEnded && tries < 5) { }
        }
    }
}
