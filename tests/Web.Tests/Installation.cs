using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.Data.Sqlite;
using Npgsql;
namespace Coxswain.Web.Tests;

/// <summary>An installation of its own, worked on by the real program in processes that can be killed.</summary>
internal sealed class Installation : IAsyncDisposable
{
    private readonly List<Running> _started = [];

    private Installation(string folder, Database? postgres) => (Folder, Postgres) = (folder, postgres);

    public string Folder { get; }
    public Database? Postgres { get; }
    public string Url { get; } = $"http://127.0.0.1:{FreePort()}";

    public static async Task<Installation> MakeAsync(Engine engine) =>
        new(Directory.CreateTempSubdirectory("coxswain-installed-").FullName, engine is Engine.Postgres ? await TestDatabases.FreshAsync(engine, "installed") : null);

    /// <summary>Starts <c>cox</c> on this installation.</summary>
    public Running Start(params string[] arguments)
    {
        var cox = new Running([.. arguments, "--data", Folder, .. Postgres is { } at ? ["--database", at.ConnectionString] : Array.Empty<string>()], Folder);
        _started.Add(cox);
        return cox;
    }

    public async Task<long> CountAsync(string table)
    {
        try
        {
            await using var connection = await OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = $"SELECT count(*) FROM {table}";
            return Convert.ToInt64(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
        }
        // Not there yet: the program is still making it.
        catch (DbException) { return 0; }
    }

    private async Task<DbConnection> OpenAsync()
    {
        DbConnection connection = Postgres is { } at ? new NpgsqlConnection(at.ConnectionString) : new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(Folder, "coxswain.db"), Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ToString());
        await connection.OpenAsync();
        return connection;
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var cox in _started) await cox.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}

/// <summary>One running <c>cox</c>.</summary>
internal sealed class Running : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _said = new();

    public Running(IReadOnlyList<string> arguments, string folder)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "Coxswain.Web")) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        _process.ErrorDataReceived += (_, line) => Hear(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public string Said => string.Join('\n', _said);

    public bool HasEnded => _process.HasExited;

    /// <summary>Ends it as a power cut would: it is given no time for anything.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Asks it to end in good order.</summary>
    public async Task<int> TerminateAsync()
    {
        using var sent = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
        await sent.WaitForExitAsync();
        return await EndAsync();
    }

    public async Task<int> EndAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(Patience);
        return _process.ExitCode;
    }

    /// <summary>Waits until something is so while it runs.</summary>
    /// <exception cref="InvalidOperationException">It ended before that.</exception>
    public async Task<T> UntilAsync<T>(Func<Task<T>> look, Func<T, bool> isSo)
    {
        // Asking without a pause would take from it the time it needs.
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        for (var since = Stopwatch.StartNew(); since.Elapsed < Patience; await pace.WaitForNextTickAsync())
        {
            if (await look() is var seen && isSo(seen)) return seen;
            if (_process.HasExited) throw new InvalidOperationException($"It ended with {_process.ExitCode}:\n{Said}");
        }
        throw new TimeoutException(Said);
    }

    private void Hear(string? line)
    {
        if (line is not null) _said.Enqueue(line);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) await KillAsync();
        _process.Dispose();
    }
}
