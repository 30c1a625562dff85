using System.Net;
using Coxswain.People.SignIn;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
namespace Coxswain.People.Tests.SignIn;

/// <summary>Guessing is slow, and tells nothing.</summary>
public sealed class PaceTests
{
    [Theory, OnBoth]
    public async Task Whether_an_address_has_an_account_does_not_show_when_the_door_closes_either(Engine engine)
    {
        var host = await Host.On(engine);
        var admin = await (await host.TenantAsync()).PersonAsync(Role.Admin, "Rana Kaur");
        var ana = await Door.JoinAsync(admin, "Ana Okafor");
        var nobody = $"{Guid.NewGuid():N}@example.com";
        for (var i = 0; i < 7; i++)
        {
            var (known, unknown) = (await Door.SignInAsync(host, ana.Email, "wrong and wrong again"), await Door.SignInAsync(host, nobody, "wrong and wrong again"));
            Assert.Equal(known.StatusCode, unknown.StatusCode);
            var (said, saidToo) = (await known.Content.ReadAsStringAsync(), await unknown.Content.ReadAsStringAsync());
            Assert.Equal(said.Replace(ana.Email, ""), saidToo.Replace(nobody, ""));
            Assert.Equal(i >= 5, said.Contains("Too many wrong tries", StringComparison.Ordinal));
        }
    }

    [Theory, OnBoth]
    public async Task After_thirty_wrong_tries_an_address_waits_a_quarter_of_an_hour_and_others_do_not(Engine engine)
    {
        var host = await Host.StartAsync(TestDatabases.MadeAsync(engine, "pace"));
        await using var _ = host.App;
        var admin = await (await host.TenantAsync()).PersonAsync(Role.Admin, "Rana Kaur");
        var ana = await Door.JoinAsync(admin, "Ana Okafor");
        for (var i = 0; i < SignInPace.FromOneAddress; i++) await FromAsync(host, "203.0.113.7", $"guess{i}@example.com", "wrong and wrong again");

        Assert.Equal(422, await FromAsync(host, "203.0.113.7", ana.Email, Door.Password));
        Assert.Equal(303, await FromAsync(host, "203.0.113.8", ana.Email, Door.Password));
        host.Clock.Advance(TimeSpan.FromMinutes(16));
        Assert.Equal(303, await FromAsync(host, "203.0.113.7", ana.Email, Door.Password));
    }

    [Fact]
    public void Neighbours_of_one_network_of_IPv6_are_counted_together_and_a_mapped_address_as_itself()
    {
        var pace = new SignInPace(TimeProvider.System);
        for (var i = 0; i < SignInPace.FromOneAddress; i++) pace.Failed(IPAddress.Parse($"2001:db8:1:2::{i:x}"));
        Assert.True(pace.IsShut(IPAddress.Parse("2001:db8:1:2:ffff::1")));
        Assert.False(pace.IsShut(IPAddress.Parse("2001:db8:1:3::1")));
        for (var i = 0; i < SignInPace.FromOneAddress; i++) pace.Failed(IPAddress.Parse("::ffff:203.0.113.9"));
        Assert.True(pace.IsShut(IPAddress.Parse("203.0.113.9")));
    }

    [Theory, OnBoth]
    public async Task Beyond_this_machine_the_session_cookie_is_for_HTTPS_only(Engine engine)
    {
        var host = await Host.On(engine);
        var admin = await (await host.TenantAsync()).PersonAsync(Role.Admin, "Rana Kaur");
        var ana = await Door.JoinAsync(admin, "Ana Okafor");
        async Task<string> CookieAt(string address)
        {
            var browser = Door.Anyone(host);
            browser.BaseAddress = new Uri(address);
            return (await browser.PostFormAsync("/sign-in", ("Email", ana.Email), ("Password", Door.Password))).Headers.GetValues("Set-Cookie").Single(c => c.StartsWith(SessionCookie.Name, StringComparison.Ordinal));
        }
        Assert.DoesNotContain("secure", await CookieAt("http://127.0.0.1:5080"));
        Assert.Contains("secure", await CookieAt("http://sales.example"));
        Assert.Contains("secure", await CookieAt("https://sales.example"));
    }

    [Theory, OnBoth]
    public async Task Someone_who_left_gets_the_answer_of_a_wrong_password(Engine engine)
    {
        var host = await Host.On(engine);
        var admin = await (await host.TenantAsync()).PersonAsync(Role.Admin, "Rana Kaur");
        var ana = await Door.JoinAsync(admin, "Ana Okafor");
        await admin.PlainBrowser.PostFormAsync($"/people/{ana.Id}/departures", ("HeirId", admin.Id.ToString()));
        var answer = await Door.SignInAsync(host, ana.Email, Door.Password);
        Assert.Contains("E-mail or password is wrong", await answer.Content.ReadAsStringAsync());
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    private static async Task<int> FromAsync(Host host, string address, string email, string password)
    {
        var body = await new FormUrlEncodedContent([new("Email", email), new("Password", password)]).ReadAsByteArrayAsync();
        var answer = await host.Server.SendAsync(http =>
        {
            http.Connection.RemoteIpAddress = IPAddress.Parse(address);
            (http.Request.Method, http.Request.Path, http.Request.Host) = ("POST", "/sign-in", new HostString("localhost"));
            (http.Request.ContentType, http.Request.ContentLength) = ("application/x-www-form-urlencoded", body.Length);
            http.Request.Headers["Sec-Fetch-Site"] = "same-origin";
            http.Request.Body = new MemoryStream(body);
        });
        return answer.Response.StatusCode;
    }
}
