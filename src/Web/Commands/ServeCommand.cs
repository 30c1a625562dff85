using System.CommandLine;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using Coxswain.People.SignIn;
using Coxswain.Platform.Data;
using Coxswain.Platform.Files;
using Coxswain.Platform.Jobs;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Web.Commands;

/// <summary><c>cox serve</c>: the web application. On this machine only unless told otherwise; beyond it with a certificate or behind a named proxy.</summary>
internal static class ServeCommand
{
    public const string DefaultUrl = "http://127.0.0.1:5080";

    private static readonly Option<string> Listen = new("--listen") { Description = "Address to listen on", DefaultValueFactory = _ => DefaultUrl, HelpName = "URL" };
    private static readonly Option<string?> Cert = new("--cert") { Description = "Certificate (PEM)", HelpName = "FILE" };
    private static readonly Option<string?> Key = new("--key") { Description = "Its private key (PEM)", HelpName = "FILE" };
    private static readonly Option<string[]> Proxy = new("--trusted-proxy") { Description = "Address of a proxy that ends HTTPS before us", HelpName = "IP" };

    public static Command Make() => new Command("serve", "Serve the web application") { Listen, Cert, Key, Proxy }.Does(
        (asked, ct) => ServeAsync(CommandLine.PlaceOf(asked), new Settings(asked.GetValue(Listen)!, asked.GetValue(Cert), asked.GetValue(Key), asked.GetValue(Proxy) ?? []), null, ct));

    internal sealed record Settings(string Url, string? Cert, string? Key, IReadOnlyList<string> Proxies);

    /// <param name="place">The installation.</param>
    /// <param name="settings">Where to listen.</param>
    /// <param name="ready">Told when pages are served.</param>
    /// <param name="ct">Ends it.</param>
    internal static async Task<int> ServeAsync(Place place, Settings settings, Func<WebApplication, Task>? ready, CancellationToken ct)
    {
        var url = Checked(settings);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        // The console is for the operator: what matters, on standard error; a deployment sets its own levels in the environment.
        builder.Logging.AddConsole(c => c.LogToStandardErrorThreshold = LogLevel.Trace).AddFilter("Microsoft", LogLevel.Warning);
        builder.WebHost.UseUrls(settings.Url);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            if (settings.Cert is not null) kestrel.ConfigureHttpsDefaults(https => https.ServerCertificate = X509Certificate2.CreateFromPemFile(settings.Cert, settings.Key));
        });
        if (settings.Proxies.Count > 0) builder.Services.Configure<ForwardedHeadersOptions>(o => Trust(o, settings.Proxies));
        builder.Services.AddSingleton(new DataFolder(place.Files));
        builder.Services.AddSingleton(new JobSettings { KeepsTime = true });
        var app = CoxswainHost.Build(builder, place.Database);
        await using (var scope = app.Services.CreateAsyncScope()) await scope.ServiceProvider.GetRequiredService<AppDb>().Database.MigrateAsync(ct);
        await app.StartAsync(ct);
        var first = app.Services.GetRequiredService<FirstRun>();
        Output.Line(await first.IsOpenAsync(ct) ? $"Coxswain is at {url} . Begin at {url}/first-run?token={first.Token}" : $"Coxswain is at {url}");
        if (ready is not null) await ready(app);
        await app.WaitForShutdownAsync(ct);
        return 0;
    }

    private static string Checked(Settings settings)
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
