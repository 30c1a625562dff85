using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Platform.Data;

/// <summary>Writes a long stream of new rows: while one batch is written, what stands beside the rows of the next is worked out.</summary>
/// <param name="db">Where they go; nothing else may use it meanwhile.</param>
/// <param name="asItHappened">See <see cref="AppDb.InsertManyAsync"/>.</param>
public sealed class BulkLoad(AppDb db, bool asItHappened)
{
    // Written once, to where it stays: with the log between, half of the writing was done twice. What five months of keys are sorted into is held, or
    // every row reads a page of its own. Sorted in files, by two: in memory it is one long list, and takes twice the time.
    private const string Bare = "PRAGMA foreign_keys=OFF; PRAGMA synchronous=OFF; PRAGMA journal_mode=OFF; PRAGMA cache_size=-128000; PRAGMA temp_store=FILE; PRAGMA threads=2";
    // What is sorted at once fits the processor's own memory: with eight times as much it takes half as long again.
    private const string Sorting = "PRAGMA cache_size=-8000";
    private const string Careful = "PRAGMA journal_mode=WAL; PRAGMA foreign_keys=ON; PRAGMA threads=0; " + SqliteSettings.Pragmas;

    /// <summary>
    /// Fills a database that nobody else uses yet, several times as fast: without the care for a loss of power and without indexes, which are made at
    /// the end. What is cut off half way has to be thrown away.
    /// </summary>
    /// <inheritdoc cref="RunAsync"/>
    public async Task FillAsync(IEnumerable<IReadOnlyList<Entity>> batches, Action<int>? written, CancellationToken ct)
    {
        var lookUps = new LookUps(db);
        // Connections that wait to be used again would hold it in its log.
        if (db.Engine is Engine.Sqlite) StandingConnections.LetGo(db.Database.GetConnectionString()!);
        await db.Database.OpenConnectionAsync(ct);
        var patience = db.Database.GetCommandTimeout();
        try
        {
            // Where somebody does use it, this is told after the usual wait.
            await CareAsync(Bare, "SET synchronous_commit = off", ct);
            // An index of millions of rows is made for as long as it takes.
            db.Database.SetCommandTimeout(TimeSpan.Zero);
            await lookUps.TakeAwayAsync(ct);
            await WriteAsync(batches, written, ct);
            await CareAsync(Sorting, "SET maintenance_work_mem = '256MB'", ct);
            await lookUps.MakeAgainAsync(ct);
            await CareAsync(Careful, "RESET synchronous_commit; RESET maintenance_work_mem", ct);
            await PlannerStatistics.RefreshAsync(db, ct);
        }
        finally
        {
            db.Database.SetCommandTimeout(patience);
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <param name="batches">Each is one transaction. Taken on another thread.</param>
    /// <param name="written">Told how many rows of the stream a batch had, once it is written.</param>
    /// <param name="ct">Cancels; batches written by then stay.</param>
    public async Task RunAsync(IEnumerable<IReadOnlyList<Entity>> batches, Action<int>? written, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        try
        {
            await db.WidenAsync(ct);
            await WriteAsync(batches, written, ct);
        }
        finally { await db.Database.CloseConnectionAsync(); }
    }

    private async Task WriteAsync(IEnumerable<IReadOnlyList<Entity>> batches, Action<int>? written, CancellationToken ct)
    {
        var prepared = batches.Select(batch => (Rows: batch.Count, All: db.Companions(batch, asItHappened)));
        await foreach (var (rows, all) in Ahead.Of(prepared, 2, ct))
        {
            await db.InsertPreparedAsync(all, ct);
            written?.Invoke(rows);
        }
    }

    private Task CareAsync(string sqlite, string postgres, CancellationToken ct) => db.Database.ExecuteSqlRawAsync(db.Engine is Engine.Sqlite ? sqlite : postgres, ct);
}
