using System.Diagnostics;
namespace Coxswain.Bench.Faults;

/// <summary>A PostgreSQL server of the bench's own, on a free port of this machine, to be restarted at will.</summary>
internal sealed class OwnPostgres : IAsyncDisposable
{
    private readonly string _programs, _data;
    private readonly int _port = Cox.FreePort();

    private OwnPostgres(string programs, string data) => (_programs, _data) = (programs, data);

    public string Connection => $"Host=127.0.0.1;Port={_port};Username=postgres";

    public static async Task<OwnPostgres> StartAsync(string folder)
    {
        var programs = (Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql") : []).Select(d => Path.Combine(d, "bin")).LastOrDefault(d => File.Exists(Path.Combine(d, "initdb"))) ?? throw new NotTriedException("no PostgreSQL server is installed here");
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(folder);
        if (Environment.IsPrivilegedProcess) await RunAsync("chown", "postgres", folder);
        var server = new OwnPostgres(programs, Path.Combine(folder, "data"));
        await server.DoAsync("initdb", "-D", server._data, "-U", "postgres", "-A", "trust", "-E", "UTF8");
        await server.ControlAsync("start", "-o", $"-p {server._port} -k {folder} -c listen_addresses=127.0.0.1");
        return server;
    }

    public Task RestartAsync(string how) => ControlAsync("restart", "-m", how);

    public async ValueTask DisposeAsync() => await ControlAsync("stop", "-m", "immediate");

    private Task ControlAsync(string what, params string[] more) => DoAsync("pg_ctl", [what, "-D", _data, "-l", _data + ".log", "-w", .. more]);

    // It refuses to be run by root.
    private Task DoAsync(string program, params string[] args) =>
        Environment.IsPrivilegedProcess ? RunAsync("setpriv", ["--reuid=postgres", "--regid=postgres", "--clear-groups", Path.Combine(_programs, program), .. args]) : RunAsync(Path.Combine(_programs, program), args);

    // What it says is not read: the server would hold the pipe open.
    private static async Task RunAsync(string program, params string[] args)
    {
        using var process = Process.Start(new ProcessStartInfo("sh", ["-c", "exec \"$@\" >/dev/null 2>&1", "sh", program, .. args]))!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new FaultException($"{program} {string.Join(' ', args)} ended with {process.ExitCode}");
    }
}
