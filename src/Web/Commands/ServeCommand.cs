using System.Net;
using Coxswain.People.SignIn;
using Coxswain.Platform.Checkups;
using Coxswain.Platform.Data;
using Coxswain.Platform.Files;
using Coxswain.Platform.Http;
using Coxswain.Platform.Jobs;
using Microsoft.AspNetCore.HttpOverrides;
using Spectre.Console.Cli;
namespace Coxswain.Web.Commands;

/// <summary><c>cox serve</c>: the web application. On this machine only unless told otherwise; beyond it with a certificate or behind a named proxy.</summary>
internal sealed class ServeCommand : AsyncCommand<ServeSettings>
{
    public const string DefaultUrl = "http://127.0.0.1:5080";

    public override Task<int> ExecuteAsync(CommandContext context, ServeSettings settings, CancellationToken cancellationToken) =>
        ServeAsync(settings.At(), settings.Listening, null, services => services.AddSingleton(new DemoOffer(() => DemoCommand.OpenAsync(settings.At(), cancellationToken))), cancellationToken);

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
        _ = AppDb.PrepareAsync(place.Database, Modules.All);
        var url = Sound(settings, TimeProvider.System.GetUtcNow().UtcDateTime);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        // The console is for the operator: what matters, on standard error; a deployment sets its own levels in the environment.
        builder.Logging.AddConsole(c => c.LogToStandardErrorThreshold = LogLevel.Trace).AddFilter("Microsoft", LogLevel.Warning).AddFilter("Microsoft.Extensions.Hosting", LogLevel.Critical);
        builder.WebHost.UseUrls(url);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            if (settings.Cert is not null) kestrel.ConfigureHttpsDefaults(https => https.Present(settings.Cert, settings.Key!));
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

    // Only what is wrong keeps it from starting; a certificate that is over in a month does not.
    private static string Sound(Listening settings, DateTime now) =>
        ListeningCheckup.Look(settings, now).FirstOrDefault(c => c.Condition is Condition.Wrong) is { } wrong ? throw new Failure($"{wrong.Said} {wrong.Do}") : settings.Url;

    private static void Trust(ForwardedHeadersOptions options, IReadOnlyList<string> proxies)
    {
        options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in proxies) options.KnownProxies.Add(IPAddress.TryParse(proxy, out var address) ? address : throw new Failure($"{proxy} is not an IP address."));
    }
}
