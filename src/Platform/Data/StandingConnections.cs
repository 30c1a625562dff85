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
    private readonly ConcurrentStack<SqliteConnection> _idle = [];
    private int _time;

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
    public static async Task<SqliteConnection> GiveAsync(DatabaseFacade context, string connectionString, CancellationToken ct)
    {
        var all = All.GetOrAdd(connectionString, _ => new());
        if (!all._idle.TryPop(out var connection))
        {
            // Made by a context, since that tells a connection its functions as it makes it, and taken from it: it would close it at its end.
            connection = (SqliteConnection)context.GetDbConnection();
            Known.AddOrUpdate(connection, new(all, Volatile.Read(ref all._time)));
            context.SetDbConnection(null, contextOwnsConnection: true);
            await connection.OpenAsync(ct);
        }
        SqliteSettings.Tell(connection);
        context.SetDbConnection(connection, contextOwnsConnection: false);
        return connection;
    }

    /// <summary>The statements of a connection that is kept; null of any other.</summary>
    public static KeptStatements? StatementsOf(DbConnection? connection) => connection is not null && Known.TryGetValue(connection, out var standing) ? standing.Statements : null;

    /// <summary>It waits for the next context now. One that was left in the middle of a transaction or of an answer, or given before all were let go, is closed.</summary>
    public static void TakeBack(SqliteConnection? connection)
    {
        if (connection is null || !Known.TryGetValue(connection, out var standing)) return;
        var of = standing.Of;
        if (connection is { State: System.Data.ConnectionState.Open, Handle: { } handle } && raw.sqlite3_get_autocommit(handle) != 0 && !standing.Statements.IsRead && standing.Time == Volatile.Read(ref of._time) && of._idle.Count < Most)
        {
            standing.Used = Environment.TickCount64;
            of._idle.Push(connection);
        }
        else Close(connection);
    }

    /// <summary>Closes those that wait, here and in the client's own pool; those in use are closed when they are given back.</summary>
    public static void LetGo(string connectionString)
    {
        if (All.TryGetValue(connectionString, out var all))
        {
            Interlocked.Increment(ref all._time);
            while (all._idle.TryPop(out var connection)) Close(connection);
        }
        using var pooled = new SqliteConnection(connectionString);
        SqliteConnection.ClearPool(pooled);
    }

    private static void PruneAll()
    {
        foreach (var all in All.Values) all.Prune(Waits);
    }

    // As many wait as were wanted at once lately.
    private void Prune(TimeSpan unused)
    {
        var waiting = new List<SqliteConnection>();
        while (_idle.TryPop(out var connection)) waiting.Add(connection);
        // The one used last is taken first again.
        foreach (var connection in Enumerable.Reverse(waiting))
            if (Known.TryGetValue(connection, out var standing) && Environment.TickCount64 - standing.Used < unused.TotalMilliseconds) _idle.Push(connection);
            else Close(connection);
    }

    private static void Close(SqliteConnection connection)
    {
        // The engine keeps a file open until the last statement on it is gone.
        if (Known.TryGetValue(connection, out var standing)) standing.Statements.Clear();
        Known.Remove(connection);
        connection.Dispose();
    }
}
