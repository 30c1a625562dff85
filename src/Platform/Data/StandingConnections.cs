using System.Collections.Concurrent;
using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using SQLitePCL;
namespace Coxswain.Platform.Data;

/// <summary>
/// Connections to a SQLite file that pages leave open for each other, each with the statements it was asked. The client's own pool keeps the file
/// open, but every statement is compiled anew for every page: a fifth of the processor time of a page was that.
/// </summary>
internal sealed class StandingConnections
{
    // More than ask at once on any machine this runs on; what comes back beyond it is closed.
    private const int Most = 8;
    private static readonly TimeSpan Waits = TimeSpan.FromMinutes(2);
    private static readonly ConcurrentDictionary<string, StandingConnections> All = [];
    private static readonly Timer Pruning = new(_ => PruneAll(), null, Waits, Waits);
    private static readonly ConditionalWeakTable<DbConnection, Standing> Known = [];

    private readonly Lock _lock = new();
    private readonly Stack<SqliteConnection> _idle = [];
    private int _time;

    // The client closes those of its own pool when a program ends, and with the last one the log of writes goes into the file: a log that stays beside a file somebody puts back would be read into it.
    static StandingConnections() => AppDomain.CurrentDomain.ProcessExit += (_, _) => LetAllGo();

    private sealed record Standing(StandingConnections Of, int Time)
    {
        public KeptStatements Statements { get; } = new();

        /// <summary>When it was last used, in milliseconds of the machine.</summary>
        public long Used { get; set; }
    }

    /// <summary>Has a context work on one of these, open, until it is disposed of and gives it back.</summary>
    /// <param name="context">It has no connection open.</param>
    /// <param name="connectionString">Of the file.</param>
    /// <param name="ct">Gives up opening it.</param>
    /// <exception cref="SqliteException">The file cannot be opened; the context is as it was.</exception>
    public static async Task<SqliteConnection> GiveAsync(DatabaseFacade context, string connectionString, CancellationToken ct)
    {
        var all = All.GetOrAdd(connectionString, _ => new());
        if (all.Take() is not { } connection)
        {
            // Made by a context, since that tells a connection its functions as it makes it, and taken from it: it would close it at its end.
            connection = (SqliteConnection)context.GetDbConnection();
            Known.AddOrUpdate(connection, new(all, Volatile.Read(ref all._time)));
            context.SetDbConnection(null, contextOwnsConnection: true);
            context.SetConnectionString(connectionString);
        }
        try
        {
            if (connection.State is not System.Data.ConnectionState.Open) await connection.OpenAsync(ct);
            SqliteSettings.Tell(connection);
        }
        catch
        {
            Close(connection);
            throw;
        }
        context.SetDbConnection(connection, contextOwnsConnection: false);
        return connection;
    }

    /// <summary>The statements of a connection that is kept; null of any other.</summary>
    public static KeptStatements? StatementsOf(DbConnection? connection) => connection is not null && Known.TryGetValue(connection, out var standing) ? standing.Statements : null;

    /// <summary>It waits for the next context now. One that was left in the middle of a transaction or of an answer, or given before all were let go, is closed.</summary>
    public static void TakeBack(SqliteConnection? connection)
    {
        if (connection is null || !Known.TryGetValue(connection, out var standing)) return;
        standing.Used = Environment.TickCount64;
        if (connection is not { State: System.Data.ConnectionState.Open, Handle: { } handle } || raw.sqlite3_get_autocommit(handle) == 0 || standing.Statements.IsRead || !standing.Of.Put(connection, standing)) Close(connection);
    }

    /// <summary>Closes those that wait, here and in the client's own pool; those in use are closed when they are given back.</summary>
    public static void LetGo(string connectionString)
    {
        if (All.TryGetValue(connectionString, out var all)) all.Close(_ => true, begin: true);
        using var pooled = new SqliteConnection(connectionString);
        SqliteConnection.ClearPool(pooled);
    }

    private static void LetAllGo()
    {
        Pruning.Dispose();
        foreach (var connectionString in All.Keys) LetGo(connectionString);
    }

    private static void PruneAll()
    {
        // As many wait as were wanted at once lately.
        foreach (var all in All.Values) all.Close(s => Environment.TickCount64 - s.Used >= Waits.TotalMilliseconds, begin: false);
    }

    private SqliteConnection? Take()
    {
        lock (_lock) return _idle.TryPop(out var connection) ? connection : null;
    }

    private bool Put(SqliteConnection connection, Standing standing)
    {
        lock (_lock)
        {
            if (standing.Time != _time || _idle.Count >= Most) return false;
            _idle.Push(connection);
            return true;
        }
    }

    private void Close(Func<Standing, bool> which, bool begin)
    {
        List<SqliteConnection> closed;
        lock (_lock)
        {
            if (begin) _time++;
            closed = [.. _idle.Where(c => !Known.TryGetValue(c, out var standing) || which(standing))];
            // The one used last is taken first again.
            List<SqliteConnection> stay = [.. _idle.Except(closed).Reverse()];
            _idle.Clear();
            foreach (var connection in stay) _idle.Push(connection);
        }
        foreach (var connection in closed) Close(connection);
    }

    private static void Close(SqliteConnection connection)
    {
        // The engine keeps a file open until the last statement on it is gone.
        if (Known.TryGetValue(connection, out var standing)) standing.Statements.Clear();
        Known.Remove(connection);
        connection.Dispose();
    }
}
