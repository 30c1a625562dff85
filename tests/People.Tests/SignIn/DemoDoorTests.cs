using System.Net;
using Coxswain.People.SignIn;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
namespace Coxswain.People.Tests.SignIn;

/// <summary>Going into the demo without a password, and everybody for whom that door is shut.</summary>
public sealed class DemoDoorTests
{
    [Theory, OnBoth]
    public async Task At_the_machine_of_a_demo_one_picks_a_person_and_is_in(Engine engine)
    {
        await using var demo = await Demo.StartAsync(engine);
        Assert.Contains("Ana Okafor", await demo.ReadAsync("/explore"));
        var entered = await demo.EnterAsync(demo.Ana);
        Assert.Equal((StatusCodes.Status303SeeOther, "/today"), (entered.Response.StatusCode, entered.Response.Headers.Location.ToString()));
        // On one host all ports share their cookies: an organisation's sign-in beside the demo has to outlive this.
        Assert.StartsWith(SessionCookie.Name + "-demo=", entered.Response.Headers.SetCookie.ToString());
    }

    [Theory, OnBoth]
    public async Task Nobody_else_gets_in_that_way(Engine engine)
    {
        await using var demo = await Demo.StartAsync(engine);
        await ShutAsync(demo, http => http.Connection.RemoteIpAddress = IPAddress.Parse("192.168.1.20"));
        await ShutAsync(demo, http => http.Connection.RemoteIpAddress = null);
        await ShutAsync(demo, http => http.Request.Headers["X-Forwarded-For"] = "192.168.1.20");
        await ShutAsync(demo, http => http.Request.Headers["Forwarded"] = "for=192.168.1.20");
        await ShutAsync(demo, http => http.Request.Host = new("demo.example"));
        demo.ListensAt("http://0.0.0.0:5080");
        await ShutAsync(demo, _ => { });
        demo.ListensAt("http://127.0.0.1:5080", "http://[::]:5081");
        await ShutAsync(demo, _ => { });
    }

    [Theory, OnBoth]
    public async Task Somebody_of_another_organisation_is_not_entered_even_from_the_demo(Engine engine)
    {
        await using var demo = await Demo.StartAsync(engine);
        var other = await (await demo.Host.TenantAsync("Elsewhere")).PersonAsync(Role.Admin, "Rana Khoury");
        Assert.DoesNotContain("Rana Khoury", await demo.ReadAsync("/explore"));
        Assert.Equal(404, (await demo.EnterAsync(other.Id)).Response.StatusCode);
    }

    [Theory, OnBoth]
    public async Task Where_an_organisation_works_there_is_no_such_door(Engine engine)
    {
        await using var demo = await Demo.StartAsync(engine, isDemo: false);
        await ShutAsync(demo, _ => { });
        Assert.DoesNotContain("/explore", await demo.ReadAsync("/sign-in"));
    }

    [Theory, OnBoth]
    public async Task Behind_a_named_proxy_there_is_none_either(Engine engine)
    {
        await using var demo = await Demo.StartAsync(engine, more: s => s.Configure<ForwardedHeadersOptions>(o => o.ForwardedHeaders = ForwardedHeaders.XForwardedFor));
        await ShutAsync(demo, _ => { });
    }

    [Theory, OnBoth]
    public async Task The_demo_is_made_only_for_who_knows_the_token_at_the_machine_before_there_is_an_organisation(Engine engine)
    {
        var made = 0;
        await using var host = await Demo.StartAsync(engine, isDemo: false, isEmpty: true, more: s => s.AddSingleton(new DemoOffer(() => { made++; return Task.FromResult("http://127.0.0.1:1"); })));
        var token = host.Host.Services.GetRequiredService<FirstRun>().Token;
        Assert.Contains("Explore the demo", await host.ReadAsync($"/first-run?token={token}"));
        Assert.DoesNotContain("Explore the demo", await host.ReadAsync("/first-run?token=guessed"));
        Assert.Equal(403, (await AskAsync("guessed")).Response.StatusCode);
        Assert.Equal(404, (await AskAsync(token, http => http.Connection.RemoteIpAddress = IPAddress.Parse("192.168.1.20"))).Response.StatusCode);
        Assert.Equal(0, made);
        Assert.Equal(303, (await AskAsync(token)).Response.StatusCode);
        await AskAsync(token);
        var page = "";
        while (!page.Contains("/explore", StringComparison.Ordinal)) page = await host.ReadAsync("/first-run/demo");
        Assert.Contains("http://127.0.0.1:1/explore", page);
        Assert.Equal(1, made);

        Task<DemoHttp> AskAsync(string with, Action<HttpContext>? change = null) => host.PostAsync("/first-run/demo", $"Token={with}", change);
    }

    private static async Task ShutAsync(Demo demo, Action<HttpContext> change)
    {
        Assert.Equal(404, (await demo.GetAsync("/explore", change)).Response.StatusCode);
        var entered = await demo.EnterAsync(demo.Ana, change);
        Assert.Equal((404, 0), (entered.Response.StatusCode, entered.Response.Headers.SetCookie.Count));
    }
}
