using System.Net;
using System.Text;
using Coxswain.People.SignIn;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
namespace Coxswain.People.Tests.SignIn;

/// <summary>A request and its answer.</summary>
internal sealed record DemoHttp(HttpResponse Response, string Text);

/// <summary>A program that listens to its own machine, asked from there unless a test says otherwise.</summary>
internal sealed class Demo(Host host, Guid ana) : IAsyncDisposable
{
    public Host Host => host;

    public Guid Ana => ana;

    public static async Task<Demo> StartAsync(Engine engine, bool isDemo = true, bool isEmpty = false, Action<IServiceCollection>? more = null)
    {
        var door = new Door();
        var host = await Host.StartAsync(TestDatabases.MadeAsync(engine, "demo"), services =>
        {
            services.AddSingleton(_ => isDemo ? new OpenDoor(door.TenantId) : OpenDoor.Shut);
            more?.Invoke(services);
        });
        var ana = Guid.Empty;
        if (!isEmpty)
        {
            var company = await host.TenantAsync();
            door.TenantId = company.Id;
            ana = (await company.PersonAsync(Role.Seller, "Ana Okafor")).Id;
        }
        var demo = new Demo(host, ana);
        demo.ListensAt("http://127.0.0.1:5080");
        return demo;
    }

    public void ListensAt(params string[] addresses)
    {
        var feature = new ServerAddressesFeature();
        foreach (var address in addresses) feature.Addresses.Add(address);
        host.Server.Features.Set<IServerAddressesFeature>(feature);
    }

    public Task<DemoHttp> EnterAsync(Guid person, Action<HttpContext>? change = null) => PostAsync($"/explore/{person}", "", change);

    public async Task<string> ReadAsync(string url) => (await GetAsync(url)).Text;

    public Task<DemoHttp> GetAsync(string url, Action<HttpContext>? change = null) => SendAsync("GET", url, null, change);

    public Task<DemoHttp> PostAsync(string url, string form, Action<HttpContext>? change = null) => SendAsync("POST", url, form, change);

    private async Task<DemoHttp> SendAsync(string method, string url, string? form, Action<HttpContext>? change)
    {
        var parts = url.Split('?');
        var answer = await host.Server.SendAsync(http =>
        {
            (http.Request.Method, http.Request.Path, http.Request.Host, http.Connection.RemoteIpAddress) = (method, parts[0], new("127.0.0.1:5080"), IPAddress.Loopback);
            http.Request.QueryString = new(parts.Length > 1 ? "?" + parts[1] : "");
            http.Request.Headers["Sec-Fetch-Site"] = "same-origin";
            if (form is not null) (http.Request.ContentType, http.Request.Body) = ("application/x-www-form-urlencoded", new MemoryStream(Encoding.UTF8.GetBytes(form)));
            change?.Invoke(http);
        });
        return new DemoHttp(answer.Response, await new StreamReader(answer.Response.Body).ReadToEndAsync());
    }

    public ValueTask DisposeAsync() => host.App.DisposeAsync();

    private sealed class Door { public int? TenantId { get; set; } }
}
