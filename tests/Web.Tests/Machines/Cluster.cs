using Coxswain.Testing;
namespace Coxswain.Web.Tests.Machines;

/// <summary>Two real processes on one PostgreSQL and one folder, behind haproxy with the example's very settings.</summary>
internal sealed class Cluster : IAsyncDisposable
{
    private readonly Installation _place;
    private readonly int _port = Installation.FreePort();
    private readonly int[] _ports = [Installation.FreePort(), Installation.FreePort()];
    private Balancer? _balancer;

    private Cluster(Installation place) => _place = place;

    public static string? Missing => TestDatabases.PostgresServer is null ? TestDatabases.NoPostgres : Balancer.Missing;

    public string Url => $"http://127.0.0.1:{_port}";

    public Running[] Cox { get; } = new Running[2];

    /// <summary>Both start in the same moment on an empty database.</summary>
    public static async Task<Cluster> StartAsync()
    {
        var cluster = new Cluster(await Installation.MakeAsync(Platform.Data.Engine.Postgres));
        cluster.Start(0);
        cluster.Start(1);
        foreach (var cox in cluster.Cox) await cox.UntilAsync(() => Task.FromResult(cox.Said), said => said.Contains("Coxswain is at", StringComparison.Ordinal));
        cluster._balancer = await Balancer.StartAsync(cluster._place.Folder, cluster._port, cluster._ports);
        return cluster;
    }

    public string UrlOf(int which) => $"http://127.0.0.1:{_ports[which]}";

    public void Start(int which) => Cox[which] = _place.Start("serve", "--listen", UrlOf(which), "--trusted-proxy", "127.0.0.1", "--drain", "3");

    public Task<long> CountAsync(string table) => _place.CountAsync(table);

    /// <summary>The one value of a statement, asked of the database itself.</summary>
    public async Task<string> AskAsync(string sql) => (await StandIn.AskAsync(_place.Postgres!, sql)).Single();

    public async ValueTask DisposeAsync()
    {
        if (_balancer is not null) await _balancer.DisposeAsync();
        await _place.DisposeAsync();
    }
}
