using System.ComponentModel;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using Coxswain.People.SignIn;
using Coxswain.Platform.Data;
using Coxswain.Platform.Files;
using Coxswain.Platform.Http;
using Coxswain.Platform.Jobs;
using Microsoft.AspNetCore.HttpOverrides;
using Spectre.Console.Cli;
namespace Coxswain.Web.Commands;

/// <summary><c>cox serve</c>: the web application. On this machine only unless told otherwise; beyond it with a certificate or behind a named proxy.</summary>
internal sealed class ServeCommand : AsyncCommand<ServeCommand.Asked>
{
    public const string DefaultUrl = "http://127.0.0.1:5080";

    internal sealed class Asked : Settings
    {
        [CommandOption("--listen <URL>"), Description("Address to listen on"), DefaultValue(DefaultUrl)]
        public string Listen { get; init; } = DefaultUrl;

        [CommandOption("--cert <FILE>"), Description("Certificate (PEM)")]
        public string? Cert { get; init; }

        [CommandOption("--key <FILE>"), Description("Its private key (PEM)")]
        public string? Key { get; init; }

        [CommandOption("--trusted-proxy <IP>"), Description("Address of a proxy that ends HTTPS before us")]
        public string[] Proxies { get; init; } = [];

        [CommandOption("--drain <SECONDS>"), Description("How long to go on serving, not ready, after being told to end: behind a balancer")]
        public int Drain { get; init; }
    }

    public override Task<int> ExecuteAsync(CommandContext context, Asked settings, CancellationToken cancellationToken) =>
        ServeAsync(settings.At(), new Listening(settings.Listen, settings.Cert, settings.Key, settings.Proxies) { Drain = TimeSpan.FromSeconds(Math.Clamp(settings.Drain, 0, 600)) }, null, services => services.AddSingleton(new DemoOffer(() => DemoCommand.OpenAsync(settings.At(), cancellationToken))), cancellationToken);

    internal sealed record Listening(string Url, string? Cert, string? Key, IReadOnlyList<string> Proxies)
    {
        public TimeSpan Drain { get; init; }
    }

    /// <param name="place">The installation.</param>
    /// <param name="settings">Where to listen.</param>
    /// <param name="ready">Told when pages are served.</param>
    /// <param name="more">What this program has beside what every one has.</param>
    /// <param name="ct">Ends it.</param>
    internal static async Task<int> ServeAsync(Place place, Listening settings, Func<WebApplication, Task>? ready, Action<IServiceCollection> more, CancellationToken ct)
    {
        var app = await StartAsync(place, settings, more, ct);
        var url = settings.Url;
        var first = app.Services.GetRequiredService<FirstRun>();
        Output.Line(await first.IsOpenAsync(ct) ? $"Coxswain is at {url} . Begin at {url}/first-run?token={first.Token}" : $"Coxswain is at {url}");
        if (ready is not null) await ready(app);
        await LeaveAsync(app, settings.Drain, ct);
        return 0;
    }

    internal static async Task<WebApplication> StartAsync(Place place, Listening settings, Action<IServiceCollection> more, CancellationToken ct)
    {
        var url = Checked(settings);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        // The console is for the operator: what matters, on standard error; a deployment sets its own levels in the environment.
        builder.Logging.AddConsole(c => c.LogToStandardErrorThreshold = LogLevel.Trace).AddFilter("Microsoft", LogLevel.Warning).AddFilter("Microsoft.Extensions.Hosting", LogLevel.Critical);
        builder.WebHost.UseUrls(url);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            if (settings.Cert is not null) kestrel.ConfigureHttpsDefaults(https => https.ServerCertificate = X509Certificate2.CreateFromPemFile(settings.Cert, settings.Key));
        });
        if (settings.Proxies.Count > 0) builder.Services.Configure<ForwardedHeadersOptions>(o => Trust(o, settings.Proxies));
        builder.Services.AddSingleton(new DataFolder(place.Files));
        builder.Services.AddSingleton(new JobSettings { KeepsTime = true });
        builder.Services.AddSingleton<IHostLifetime, NoSignals>();
        more(builder.Services);
        var app = CoxswainHost.Build(builder, place.Database);
        await Workplace.UpgradeAsync(app.Services, ct);
        await app.StartAsync(ct);
        return app;
    }

    /// <summary>Told to end, it is not ready any more, goes on serving until balancers have seen that, and lets running requests end.</summary>
    private static async Task LeaveAsync(WebApplication app, TimeSpan drain, CancellationToken ct)
    {
        using var told = CancellationTokenSource.CreateLinkedTokenSource(ct, app.Lifetime.ApplicationStopping);
        var end = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var _ = told.Token.Register(end.SetResult);
        await end.Task;
        app.Services.GetRequiredService<Leaving>().Begin();
        await Task.Delay(drain, CancellationToken.None);
        await app.StopAsync(CancellationToken.None);
    }

    // Signals are the program's to hear; the framework's own listener would close the door at once.
    private sealed class NoSignals : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }

    private static string Checked(Listening settings)
    {
        if (!Uri.TryCreate(settings.Url.Replace("*", "0.0.0.0", StringComparison.Ordinal).Replace("+", "0.0.0.0", StringComparison.Ordinal), UriKind.Absolute, out var url)) throw new Failure($"{settings.Url} is not an address such as {DefaultUrl}.");
        if (settings.Cert is null != settings.Key is null) throw new Failure("a certificate needs --cert and --key together.");
        if (url.IsLoopback || url.Scheme == "https" && settings.Cert is not null || settings.Proxies.Count > 0) return settings.Url;
        throw new Failure("beyond this machine Coxswain is served over HTTPS only: give --cert and --key with an https address, or name the proxy that does it with --trusted-proxy.");
    }

    private static void Trust(ForwardedHeadersOptions options, IReadOnlyList<string> proxies)
    {
        options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in proxies) options.KnownProxies.Add(IPAddress.TryParse(proxy, out var address) ? address : throw new Failure($"{proxy} is not an IP address."));
    }
}
