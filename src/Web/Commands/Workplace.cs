using Coxswain.People;
using Coxswain.Platform;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Files;
using Coxswain.Platform.Looks;
using Coxswain.Platform.Tenants;
namespace Coxswain.Web.Commands;

/// <summary>The application's services for one command, without the web: a migrated database and the operator's view of one organisation.</summary>
internal sealed class Workplace : IAsyncDisposable
{
    private const string DefaultCurrency = "EUR";

    private readonly ServiceProvider _services;

    private Workplace(ServiceProvider services, Tenant tenant) => (_services, Tenant) = (services, tenant);

    public Tenant Tenant { get; }

    public IServiceProvider Services => _services;

    /// <summary>Opens the installation; where it has no organisation yet, one is founded to take what the command brings.</summary>
    public static async Task<Workplace> OpenAsync(Place place, CancellationToken ct, string? currency = null)
    {
        var services = Provide(place);
        await UpgradeAsync(services, ct);
        var tenants = await Founding.AllAsync(services, ct);
        if (tenants.Count == 0)
        {
            var clock = services.GetRequiredService<TimeProvider>();
            await Founding.FoundAsync(services, new Tenant { Name = "My organisation", Currency = currency ?? DefaultCurrency, MadeAt = clock.GetUtcNow().UtcDateTime }, ct);
            tenants = await Founding.AllAsync(services, ct);
            if (currency is null) Output.Note($"The new organisation counts in {DefaultCurrency}: say --currency at the first import to count in another.");
        }
        return new Workplace(services, tenants[0]);
    }

    /// <summary>Brings the database to this version; what it was before is kept, and said where.</summary>
    public static async Task UpgradeAsync(IServiceProvider services, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        if ((await scope.ServiceProvider.GetRequiredService<Upgrade>().DoAsync(ct)).Said is { } said) Output.Note(said);
    }

    /// <summary>The services of a command; nothing is opened.</summary>
    public static ServiceProvider Provide(Place place) => new ServiceCollection()
        .AddLogging(l => l.AddConsole(c => c.LogToStandardErrorThreshold = LogLevel.Trace).SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Critical).AddFilter("Npgsql", LogLevel.Critical).AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error))
        .AddSingleton(new DataFolder(place.Files))
        .AddPlatform(place.Database, Modules.All)
        .BuildServiceProvider();

    /// <summary>Works as the operator of the machine, who holds the database anyway; what people are called in figures is as for anyone.</summary>
    public async Task<T> DoAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = _services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentViewer>().Become(Viewer.System(Tenant.Id));
        return await work(scope.ServiceProvider);
    }

    public async ValueTask DisposeAsync()
    {
        // Who looked at figures about whom is written down here too: the operator.
        await _services.GetRequiredService<LookLog>().FlushAsync(default);
        await _services.DisposeAsync();
    }
}
