using System.Collections.Concurrent;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Jobs;
using Coxswain.Platform.Tenants;
using Coxswain.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
namespace Coxswain.Testing;

/// <summary>The whole application in this process on one engine, migrated once. Tests share it; each makes a tenant of its own.</summary>
public sealed class Host
{
    private static readonly ConcurrentDictionary<Engine, Lazy<Task<Host>>> Hosts = new();

    private static readonly TenantWatch Watch = new();

    private Host(WebApplication app) => App = app;

    public WebApplication App { get; }

    public IServiceProvider Services => App.Services;

    public Database Database => Services.GetRequiredService<Database>();

    public FakeTimeProvider Clock => (FakeTimeProvider)Services.GetRequiredService<TimeProvider>();

    public TestServer Server => (TestServer)Services.GetRequiredService<IServer>();

    public CapturedLogs Logs => Services.GetRequiredService<CapturedLogs>();

    public QueryCounter Queries => Services.GetRequiredService<QueryCounter>();

    /// <summary>The shared host of an engine.</summary>
    public static Task<Host> On(Engine engine) => Hosts.GetOrAdd(engine, e => new(() => StartAsync(TestDatabases.MadeAsync(e, "shared")))).Value;

    /// <summary>The shared host of an engine; null where no test has asked for it.</summary>
    internal static Task<Host>? Shared(Engine engine) => Hosts.TryGetValue(engine, out var host) ? host.Value : null;

    /// <summary>A host of one's own, for tests that move the clock, break things or start twice on one database.</summary>
    public static async Task<Host> StartAsync(Task<Database> database, Action<IServiceCollection>? services = null, IReadOnlyDictionary<string, string?>? settings = null)
    {
        var at = await database;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection(settings ?? new Dictionary<string, string?>());
        builder.Logging.ClearProviders();
        var logs = new CapturedLogs();
        builder.Logging.AddProvider(logs);
        builder.Services.AddSingleton(logs);
        builder.Services.AddSingleton<TimeProvider>(new FakeTimeProvider(new DateTimeOffset(2026, 7, 24, 9, 0, 0, TimeSpan.Zero)));
        builder.Services.AddSingleton<QueryCounter>();
        builder.Services.AddSingleton<IIdentify, TestPerson>();
        builder.Services.ConfigureDbContext<AppDb>((s, o) => o.AddInterceptors(s.GetRequiredService<QueryCounter>(), Watch));
        builder.WebHost.UseTestServer();
        services?.Invoke(builder.Services);
        var host = new Host(CoxswainHost.Build(builder, at));
        await UpToDateAsync(host.App);
        await host.App.StartAsync();
        // Else a request runs outside the test's own flow and QueryCounter sees nothing of it.
        host.Server.PreserveExecutionContext = true;
        return host;
    }

    /// <summary>Makes the tables of a new database.</summary>
    internal static async Task MigrateAsync(Database database)
    {
        await using var app = CoxswainHost.Build(WebApplication.CreateSlimBuilder(), database);
        await UpToDateAsync(app);
    }

    // Asked without need, it compares the whole model with how it was written down: seconds for each host.
    private static async Task UpToDateAsync(WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<AppDb>().Database;
        if ((await database.GetPendingMigrationsAsync()).Any()) await database.MigrateAsync();
    }

    /// <summary>A host of one's own on which work in the background waits until it is told to go on: see <see cref="TestTenant.DoDueAsync"/>.</summary>
    public static Task<Host> ByHandAsync(Task<Database> database, Action<IServiceCollection>? services = null) => StartAsync(database, s =>
    {
        s.AddSingleton(new JobSettings { ByItself = false });
        services?.Invoke(s);
    });

    /// <summary>An organisation that another host on the same database made.</summary>
    public TestTenant Tenant(int id) => new(this, id);

    /// <summary>A new organisation with one person of each role asked for.</summary>
    public async Task<TestTenant> TenantAsync(string name = "Halma Werke")
    {
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var tenant = new Tenant { Name = name, MadeAt = Clock.GetUtcNow().UtcDateTime };
        db.Add(tenant);
        await db.SaveChangesAsync();
        return new TestTenant(this, tenant.Id);
    }
}

/// <summary>In tests a request says in a header who sends it.</summary>
internal sealed class TestPerson : IIdentify
{
    public const string Header = "Test-Viewer";

    public ValueTask<Viewer?> IdentifyAsync(HttpContext http)
    {
        if (http.Request.Headers[Header].ToString() is not { Length: > 0 } text) return new((Viewer?)null);
        var parts = text.Split('/');
        return new(new Viewer(int.Parse(parts[0]), Guid.Parse(parts[1]), Enum.Parse<Role>(parts[2])) { Name = Uri.UnescapeDataString(parts[3]) });
    }
}
