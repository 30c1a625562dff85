using System.Diagnostics;
namespace Coxswain.Web.Tests.Machines;

/// <summary>haproxy with the example's very settings, in front of two ports of this machine.</summary>
internal sealed class Balancer : IAsyncDisposable
{
    private const string Program = "/usr/sbin/haproxy";
    private readonly Process _process;

    private Balancer(Process process) => _process = process;

    public static string? Missing => File.Exists(Program) ? null : "no haproxy here: bin/test installs it, or apt-get install haproxy";

    public static async Task<Balancer> StartAsync(string folder, int port, IReadOnlyList<int> behind)
    {
        var example = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "..", "deploy", "haproxy.cfg"));
        var settings = example.Replace("bind :443 ssl crt /etc/haproxy/coxswain.pem alpn h2,http/1.1", $"bind 127.0.0.1:{port}", StringComparison.Ordinal)
            .Replace("10.0.0.11:5080", $"127.0.0.1:{behind[0]}", StringComparison.Ordinal).Replace("10.0.0.12:5080", $"127.0.0.1:{behind[1]}", StringComparison.Ordinal);
        var file = Path.Combine(folder, "haproxy.cfg");
        await File.WriteAllTextAsync(file, settings);
        var process = Process.Start(new ProcessStartInfo(Program, ["-db", "-f", file]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        return new Balancer(process);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }
        _process.Dispose();
    }
}
