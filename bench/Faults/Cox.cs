using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Sockets;
namespace Coxswain.Bench.Faults;

/// <summary>One running program, to be killed.</summary>
internal sealed class Cox : IAsyncDisposable
{
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _said = new();

    private Cox(Place place, string[] args, IReadOnlyDictionary<string, string>? environment = null)
    {
        _process = new Process { StartInfo = new ProcessStartInfo(place.Program, [.. args, .. place.Arguments]) { RedirectStandardError = true, RedirectStandardOutput = true } };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>()) _process.StartInfo.Environment[name] = value;
        _process.OutputDataReceived += (_, line) => _said.Enqueue(line.Data ?? "");
        _process.ErrorDataReceived += (_, line) => _said.Enqueue(line.Data ?? "");
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public string Said => string.Join('\n', _said);
    public Uri Url { get; private init; } = new("http://127.0.0.1:0");

    /// <summary>Begins a command.</summary>
    public static Cox Start(Place place, params string[] args) => new(place, args);

    /// <summary>Runs a command to its end.</summary>
    public static async Task<string> DoAsync(Place place, params string[] args)
    {
        await using var cox = Start(place, args);
        var code = await cox.EndAsync();
        return code == 0 ? cox.Said : throw new FaultException($"cox {string.Join(' ', args)} ended with {code}: {cox.Said}");
    }

    /// <summary>Memory that is nobody's file, in MB.</summary>
    public double Memory => Bench.Memory.Of(_process);

    /// <summary>Processor time it has used so far.</summary>
    public TimeSpan Used { get { _process.Refresh(); return _process.TotalProcessorTime; } }

    /// <summary>Serves the place and waits until it says so.</summary>
    public static async Task<Cox> ServeAsync(Place place, string how = "serve", IReadOnlyDictionary<string, string>? environment = null)
    {
        var url = $"http://127.0.0.1:{FreePort()}";
        var cox = new Cox(place, [how, "--listen", url], environment) { Url = new Uri(url) };
        for (var since = Stopwatch.StartNew(); !cox.Said.Contains("Coxswain is at", StringComparison.Ordinal); await Task.Delay(20))
            if (cox._process.HasExited || since.Elapsed > TimeSpan.FromMinutes(1)) throw new FaultException($"It did not start again: {cox.Said}");
        return cox;
    }

    public async Task<int> EndAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(5));
        return _process.ExitCode;
    }

    /// <summary>As a power cut would: no time for anything. Does nothing to one that has ended.</summary>
    public async Task KillAsync()
    {
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process.Dispose();
    }

    internal static int FreePort()
    {
        using var listener = new TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }
}
