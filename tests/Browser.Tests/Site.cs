using System.Collections.Concurrent;
using System.Net;
using Coxswain.Demo;
using Coxswain.Demo.Inventing;
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
    public static readonly string? Chromium = new[] { "/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists);

    /// <summary>Skips the test where there is no browser.</summary>
    public static void NeedsBrowser() => Assert.SkipWhen(Chromium is null, "Chromium is not installed.");

    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private readonly ConcurrentDictionary<Role, Task<string>> _signedIn = new();
    private readonly ConcurrentDictionary<(Role, Screen), Task<IBrowserContext>> _entered = new();
    private WebApplication? _app;
    private IPlaywright? _playwright;
    private MadeCompany? _company;

    public IBrowser Browser { get; private set; } = null!;

    public string Url { get; private set; } = "";

    // Milliseconds until a wait is given up and the test says for what: long enough for a busy machine.
    private const float Patience = 60_000;

    /// <summary>Where pictures of every page go for people to look at; null where COXSWAIN_SCREENSHOTS names no folder, since taking them takes half the time.</summary>
    public static string? Screenshots { get; } = Environment.GetEnvironmentVariable("COXSWAIN_SCREENSHOTS") is { Length: > 0 } folder ? Directory.CreateDirectory(folder).FullName : null;

    public async ValueTask InitializeAsync()
    {
        if (Chromium is null) return;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddSingleton<Breakdown>();
        builder.Services.ConfigureDbContext<AppDb>((services, options) => options.AddInterceptors(services.GetRequiredService<Breakdown>()));
        _app = CoxswainHost.Build(builder, await TestDatabases.FreshAsync(Engine.Sqlite, "browser"));
        await using (var scope = _app.Services.CreateAsyncScope()) await scope.ServiceProvider.GetRequiredService<AppDb>().Database.MigrateAsync();
        await _app.StartAsync();
        Url = _app.Urls.Single();
        _company = await DemoCompany.CreateAsync(_app.Services, Small(DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime)), default);
        Assertions.SetDefaultExpectTimeout(Patience);
        _playwright = await Playwright.CreateAsync();
        Browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = Flags });
    }

    /// <summary>Accounts of the demo into which much goes and from which little comes back.</summary>
    public IReadOnlyList<Guid> Draining => _company!.Truth.Draining;

    // Two teams are enough to look at, and quicker to make.
    private static CompanyPlan Small(DateOnly until) => new() { Until = until, Years = 2, Sellers = 12, WeakOfEach = 1, Decoys = 1 };

    /// <summary>A tab of its own, signed in as someone of the demo. Tabs of one person and screen share the sign-in and what the browser keeps of the site.</summary>
    public async Task<Tab> EnterAsync(Role role, Screen screen)
    {
        var context = await _entered.GetOrAdd((role, screen), async of => await ContextAsync(of.Item2, await _signedIn.GetOrAdd(of.Item1, SignInAsync)));
        return new Tab(await context.NewPageAsync(), screen);
    }

    /// <summary>Signs in anew, with a session that can be ended without ending those of other tests.</summary>
    public async Task<Tab> EnterAloneAsync(Role role, Screen screen)
    {
        var tab = await OpenAsync(screen);
        await SignInAsync(tab, role);
        return tab;
    }

    private async Task<string> SignInAsync(Role role)
    {
        await using var tab = await EnterAloneAsync(role, Screen.Desktop);
        return await tab.Page.Context.StorageStateAsync();
    }

    public async Task SignInAsync(Tab tab, Role role)
    {
        var entry = _company!.Entries.Single(e => e.Role == role);
        await tab.GoAsync("/sign-in?Next=/metrics");
        await tab.Page.GetByLabel("E-mail").FillAsync(entry.Email);
        await tab.Page.GetByLabel("Password").FillAsync(entry.Password);
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        // Waiting for the address waits for ever where the page has gone there before it is asked.
        await Assertions.Expect(tab.Page).Not.ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/sign-in"));
    }

    /// <summary>A tab of its own on this site, or on another, where nobody is signed in.</summary>
    public async Task<Tab> OpenAsync(Screen screen, string? url = null)
    {
        var context = await ContextAsync(screen, null, url);
        return new Tab(await context.NewPageAsync(), screen) { OwnsContext = true };
    }

    private async Task<IBrowserContext> ContextAsync(Screen screen, string? signedIn, string? url = null)
    {
        var context = await Browser.NewContextAsync(new()
        {
            BaseURL = url ?? Url, Locale = screen.Language, StorageState = signedIn, HasTouch = screen.IsPhone, ColorScheme = ColorScheme.Light,
            ViewportSize = new() { Width = screen.IsPhone ? 360 : 1360, Height = screen.IsPhone ? 780 : 900 },
        });
        context.SetDefaultTimeout(Patience);
        context.SetDefaultNavigationTimeout(Patience);
        return context;
    }

    public async ValueTask DisposeAsync()
    {
        if (Chromium is null) return;
        await Browser.CloseAsync();
        _playwright?.Dispose();
        if (_app is not null) await _app.DisposeAsync();
    }
}

/// <summary>What a page is looked at on.</summary>
/// <param name="IsPhone">A small one that is touched.</param>
/// <param name="Language">What its browser asks for.</param>
public sealed record Screen(bool IsPhone, string Language = "en-GB")
{
    public static Screen Desktop { get; } = new(false);

    public static Screen Phone { get; } = new(true);

    public override string ToString() => IsPhone ? "phone" : "desktop";
}
