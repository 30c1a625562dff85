using System.Collections.Concurrent;
using System.Net;
using Coxswain.Demo;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Coxswain.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
[assembly: AssemblyFixture(typeof(Coxswain.Browser.Tests.Site))]
namespace Coxswain.Browser.Tests;

/// <summary>The demo company served on a real port, and a real browser beside it. Shared by all journeys.</summary>
public sealed class Site : IAsyncLifetime
{
    public static readonly string? Chromium = new[] { "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists);

    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private readonly ConcurrentDictionary<Role, Task<string>> _signedIn = new();
    private WebApplication? _app;
    private IPlaywright? _playwright;
    private MadeCompany? _company;

    public IBrowser Browser { get; private set; } = null!;

    public string Url { get; private set; } = "";

    public static string Screenshots { get; } = Directory.CreateDirectory(Path.Combine(Root(), "artifacts", "screenshots")).FullName;

    public async ValueTask InitializeAsync()
    {
        if (Chromium is null) return;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _app = CoxswainHost.Build(builder, await TestDatabases.FreshAsync(Engine.Sqlite, "browser"));
        await using (var scope = _app.Services.CreateAsyncScope()) await scope.ServiceProvider.GetRequiredService<AppDb>().Database.MigrateAsync();
        await _app.StartAsync();
        Url = _app.Urls.Single();
        _company = await DemoCompany.CreateAsync(_app.Services, DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime), 1, default);
        _playwright = await Playwright.CreateAsync();
        Browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = Flags });
    }

    /// <summary>A tab of its own, signed in as someone of the demo.</summary>
    public async Task<Tab> EnterAsync(Role role, Screen screen) => await OpenAsync(screen, await _signedIn.GetOrAdd(role, SignInAsync));

    /// <summary>Signs in anew, with a session that can be ended without ending those of other tests.</summary>
    public async Task<Tab> EnterAloneAsync(Role role, Screen screen) => await OpenAsync(screen, await SignInAsync(role));

    private async Task<string> SignInAsync(Role role)
    {
        var tab = await OpenAsync(Screen.Desktop);
        await SignInAsync(tab, role);
        var state = await tab.Page.Context.StorageStateAsync();
        await tab.Page.Context.CloseAsync();
        return state;
    }

    public async Task SignInAsync(Tab tab, Role role)
    {
        var entry = _company!.Entries.Single(e => e.Role == role);
        await tab.GoAsync("/sign-in?Next=/team");
        await tab.Page.GetByLabel("E-mail").FillAsync(entry.Email);
        await tab.Page.GetByLabel("Password").FillAsync(entry.Password);
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await tab.Page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
    }

    /// <summary>A tab of its own on this site, or on another.</summary>
    public async Task<Tab> OpenAsync(Screen screen, string? signedIn = null, string? url = null)
    {
        var context = await Browser.NewContextAsync(new()
        {
            BaseURL = url ?? Url, Locale = "en-GB", StorageState = signedIn, HasTouch = screen.IsPhone, ColorScheme = screen.IsDark ? ColorScheme.Dark : ColorScheme.Light,
            ViewportSize = new() { Width = screen.IsPhone ? 360 : 1360, Height = screen.IsPhone ? 780 : 900 },
        });
        return new Tab(await context.NewPageAsync(), screen);
    }

    public async ValueTask DisposeAsync()
    {
        if (Chromium is null) return;
        await Browser.CloseAsync();
        _playwright?.Dispose();
        if (_app is not null) await _app.DisposeAsync();
    }

    internal static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Coxswain.slnx"))) folder = folder.Parent!;
        return folder.FullName;
    }
}

/// <summary>What a page is looked at on.</summary>
public sealed record Screen(bool IsPhone, bool IsDark)
{
    public static Screen Desktop { get; } = new(false, false);

    public override string ToString() => $"{(IsPhone ? "phone" : "desktop")}-{(IsDark ? "dark" : "light")}";
}
