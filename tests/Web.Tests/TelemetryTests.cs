using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
namespace Coxswain.Web.Tests;

public sealed class TelemetryTests
{
    private const string Typed = "Zinnober";

    [Fact]
    public async Task Without_a_collector_nothing_is_measured()
    {
        var host = await Host.StartAsync(TestDatabases.MadeAsync(Engine.Sqlite, "untold"));
        Assert.Null(host.Services.GetService<TracerProvider>());
        Assert.Null(host.Services.GetService<MeterProvider>());
        await host.App.DisposeAsync();
    }

    [Fact]
    public async Task A_collector_gets_the_routes_and_never_an_address_a_query_or_a_person()
    {
        await using var collector = new Collector();
        var host = await Host.StartAsync(TestDatabases.MadeAsync(Engine.Sqlite, "told"), null, new Dictionary<string, string?> { ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Url, ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf" });
        var ana = await (await host.TenantAsync()).PersonAsync(Role.Seller, "Ana Okafor");
        var id = Guid.NewGuid();
        var browser = ana.Browser;
        browser.DefaultRequestHeaders.UserAgent.ParseAdd("AnasOwnBrowser/1.0");
        await browser.GetAsync($"/accounts?name={Typed}");
        await browser.GetAsync($"/accounts/{id}");
        await host.App.DisposeAsync();

        Assert.Equal(["/v1/metrics", "/v1/traces"], collector.Bodies.Select(b => b.Path).Distinct().Order());
        var (traces, metrics) = (collector.Of("/v1/traces"), collector.Of("/v1/metrics"));
        Assert.Contains("coxswain", traces);
        Assert.Contains("/accounts", traces);
        Assert.Contains("http.server.request.duration", metrics);
        foreach (var secret in new[] { Typed, $"{id}", "Ana", "Okafor", "url.path", "url.query", "user_agent", "client.address" }) Assert.DoesNotContain(secret, traces + metrics);
    }

    /// <summary>What OpenTelemetry's own collector does at its door: takes bodies and says yes.</summary>
    private sealed class Collector : IAsyncDisposable
    {
        private readonly HttpListener _listener = new();
        private readonly Task _listening;

        public Collector()
        {
            Url = $"http://127.0.0.1:{FreePort()}";
            _listener.Prefixes.Add(Url + "/");
            _listener.Start();
            _listening = ListenAsync();
        }

        public string Url { get; }

        public ConcurrentQueue<(string Path, string Text)> Bodies { get; } = new();

        public string Of(string path) => string.Concat(Bodies.Where(b => b.Path == path).Select(b => b.Text));

        public async ValueTask DisposeAsync()
        {
            _listener.Stop();
            await _listening;
        }

        private async Task ListenAsync()
        {
            try
            {
                while (await _listener.GetContextAsync() is var call)
                {
                    using var body = new MemoryStream();
                    await call.Request.InputStream.CopyToAsync(body);
                    Bodies.Enqueue((call.Request.Url!.AbsolutePath, Encoding.UTF8.GetString(body.ToArray())));
                    call.Response.Close();
                }
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException) { }
        }

        private static int FreePort()
        {
            using var any = new TcpListener(IPAddress.Loopback, 0);
            any.Start();
            return ((IPEndPoint)any.LocalEndpoint).Port;
        }
    }
}
