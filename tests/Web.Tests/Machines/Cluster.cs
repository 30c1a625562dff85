using System.Diagnostics;
using Coxswain.Testing;
namespace Coxswain.Web.Tests.Machines;

/// <summary>Two real processes on one PostgreSQL and one folder, behind haproxy with the example's very settings.</summary>
internal sealed class Cluster : IAsyncDisposable
{
    private const string Program = "/usr/sbin/haproxy";
    private readonly Installation _place;
    private readonly int _port = Installation.FreePort();
    private readonly int[] _ports = [Installation.FreePort(), Installation.FreePort()];
    private Process? _balancer;

    private Cluster(Installation place) => _place = place;

    public static string? Missing => TestDatabases.PostgresServer is null ? TestDatabases.NoPostgres : File.Exists(Program) ? null : "no haproxy here: bin/test installs it, or apt-get install haproxy";

    public string Url => $"http://127.0.0.1:{_port}";

    public Running[] Cox { get; } = new Running[2];

    /// <summary>Both start in the same moment on an empty database.</summary>
    public static async Task<Cluster> StartAsync()
    {
        var cluster = new Cluster(await Installation.MakeAsync(Platform.Data.Engine.Postgres));
        cluster.Start(0);
        cluster.Start(1);
        foreach (var cox in cluster.Cox) await cox.UntilAsync(() => Task.FromResult(cox.Said), said => said.Contains("Coxswain is at", StringComparison.Ordinal));
        await cluster.BalanceAsync();
        return cluster;
    }

    public string UrlOf(int which) => $"http://127.0.0.1:{_ports[which]}";

    public void Start(int which) => Cox[which] = _place.Start("serve", "--listen", UrlOf(which), "--trusted-proxy", "127.0.0.1", "--drain", "3");

    public Task<long> CountAsync(string table) => _place.CountAsync(table);

    /// <summary>The one value of a statement, asked of the database itself.</summary>
    public async Task<string> AskAsync(string sql) => (await StandIn.AskAsync(_place.Postgres!, sql)).Single();

    private async Task BalanceAsync()
    {
        var example = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "..", "deploy", "haproxy.cfg"));
        var settings = example.Replace("bind :443 ssl crt /etc/haproxy/coxswain.pem alpn h2,http/1.1", $"bind 127.0.0.1:{_port}", StringComparison.Ordinal)
            .Replace("10.0.0.11:5080", $"127.0.0.1:{_ports[0]}", StringComparison.Ordinal).Replace("10.0.0.12:5080", $"127.0.0.1:{_ports[1]}", StringComparison.Ordinal);
        var file = Path.Combine(_place.Folder, "haproxy.cfg");
        await File.WriteAllTextAsync(file, settings);
        _balancer = Process.Start(new ProcessStartInfo(Program, ["-db", "-f", file]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        _balancer.BeginErrorReadLine();
        _balancer.BeginOutputReadLine();
    }

    public async ValueTask DisposeAsync()
    {
        if (_balancer is { HasExited: false })
        {
            _balancer.Kill();
            await _balancer.WaitForExitAsync();
        }
        _balancer?.Dispose();
        await _place.DisposeAsync();
    }
}
