using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
namespace Coxswain.Testing;

/// <summary>A real server of another make, started for a test on this machine with data that is thrown away.</summary>
public sealed class RealServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly ConcurrentQueue<string> _said = new();
    private readonly Process _process;

    private RealServer(Process process, string folder, int port) => (_process, Folder, Port) = (process, folder, port);

    public string Folder { get; }

    public int Port { get; }

    /// <summary>A folder that the unprivileged account may write too.</summary>
    public static string NewFolder(string name)
    {
        var folder = Directory.CreateTempSubdirectory($"coxswain-{name}-").FullName;
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute);
        return folder;
    }

    /// <summary>Starts it, and waits until its port answers.</summary>
    /// <param name="folder">Its own, which goes with it.</param>
    /// <param name="port">Where it is to answer.</param>
    /// <param name="asNobody">Root lends it an account that may do nothing.</param>
    /// <param name="program">What to run.</param>
    /// <param name="arguments">With what.</param>
    public static async Task<RealServer> StartAsync(string folder, int port, bool asNobody, string program, params string[] arguments)
    {
        string[] line = asNobody && Environment.IsPrivilegedProcess ? ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups", program, .. arguments] : [program, .. arguments];
        var start = new ProcessStartInfo(line[0], line[1..]) { RedirectStandardError = true, RedirectStandardOutput = true, WorkingDirectory = folder };
        var server = new RealServer(Process.Start(start)!, folder, port);
        server._process.OutputDataReceived += (_, said) => server._said.Enqueue(said.Data ?? "");
        server._process.ErrorDataReceived += (_, said) => server._said.Enqueue(said.Data ?? "");
        server._process.BeginOutputReadLine();
        server._process.BeginErrorReadLine();
        await server.UntilAsync(server.AnswersAsync);
        return server;
    }

    /// <summary>Waits until something is so.</summary>
    public async Task UntilAsync(Func<Task<bool>> isSo)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        var since = Stopwatch.StartNew();
        while (!await isSo())
        {
            if (_process.HasExited || since.Elapsed > Patience) throw new InvalidOperationException($"{_process.StartInfo.FileName} in {Folder}: {string.Join('\n', _said)}");
            await timer.WaitForNextTickAsync();
        }
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task<bool> AnswersAsync()
    {
        using var client = new TcpClient();
        try { await client.ConnectAsync(IPAddress.Loopback, Port); return true; }
        catch (SocketException) { return false; }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }
        _process.Dispose();
        Directory.Delete(Folder, recursive: true);
    }
}
