using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Coxswain.Platform.Data;
using Coxswain.Testing;
namespace Coxswain.Browser.Tests;

/// <summary>The built program as its own process, in an empty folder: what a user starts.</summary>
public sealed class Served : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private readonly Process _process;
    private readonly string _folder;
    private readonly ConcurrentQueue<string> _said = new();
    private readonly TaskCompletionSource<string> _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Served(Process process, string folder) => (_process, _folder) = (process, folder);

    public string Url { get; private init; } = "";

    /// <summary>Where the first person begins, as the program says it.</summary>
    public Uri FirstRun { get; private set; } = null!;

    public static async Task<Served> StartAsync(Database database)
    {
        var folder = Directory.CreateTempSubdirectory("coxswain-journey-").FullName;
        var url = $"http://127.0.0.1:{FreePort()}";
        var start = new ProcessStartInfo(Path.Combine(Checkout.Root, "artifacts", "bin", "Web", "debug", "Coxswain.Web")) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        foreach (var argument in (string[])["serve", "--listen", url, "--data", Path.Combine(folder, "data")]) start.ArgumentList.Add(argument);
        if (database.Engine is Engine.Postgres) foreach (var argument in (string[])["--database", database.ConnectionString]) start.ArgumentList.Add(argument);
        var served = new Served(new Process { StartInfo = start }, folder) { Url = url };
        await served.BeginAsync();
        return served;
    }

    private async Task BeginAsync()
    {
        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        _process.ErrorDataReceived += (_, line) => Hear(line.Data);
        _process.EnableRaisingEvents = true;
        _process.Exited += (_, _) => Miss();
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        try { FirstRun = new Uri(await _ready.Task.WaitAsync(Patience)); }
        catch (Exception)
        {
            await DisposeAsync();
            throw;
        }
    }

    private void Miss() => _ready.TrySetException(new InvalidOperationException($"The program ended and did not say where to begin. It said:\n{string.Join("\n", _said)}"));

    private void Hear(string? line)
    {
        if (line is null) return;
        _said.Enqueue(line);
        if (line.Split(' ').FirstOrDefault(w => w.Contains("/first-run?token=", StringComparison.Ordinal)) is { } link) _ready.TrySetResult(link);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
