using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Platform.Data;

/// <summary>Writes a long stream of new rows: while one batch is written, what stands beside the rows of the next is worked out.</summary>
/// <param name="db">Where they go; nothing else may use it meanwhile.</param>
/// <param name="asItHappened">See <see cref="AppDb.InsertManyAsync"/>.</param>
public sealed class BulkLoad(AppDb db, bool asItHappened)
{
    private const int Ahead = 2;

    // Written once, to where it stays, and sorted by two: with the log between, half of the writing was done twice.
    private const string Bare = "PRAGMA foreign_keys=OFF; PRAGMA synchronous=OFF; PRAGMA journal_mode=OFF; PRAGMA threads=2";
    private const string Careful = "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON; PRAGMA threads=0";

    /// <summary>
    /// Fills a database that nobody else uses yet, several times as fast: without the care for a loss of power and without indexes, which are made at
    /// the end. What is cut off half way has to be thrown away.
    /// </summary>
    /// <inheritdoc cref="RunAsync"/>
    public async Task FillAsync(IEnumerable<IReadOnlyList<Entity>> batches, Action<int>? written, CancellationToken ct)
    {
        var lookUps = new LookUps(db);
        // Connections that wait to be used again would hold it in its log.
        if (db.Database.GetDbConnection() is SqliteConnection file) SqliteConnection.ClearPool(file);
        await db.Database.OpenConnectionAsync(ct);
        try
        {
            await lookUps.TakeAwayAsync(ct);
            await CareAsync(Bare, "SET synchronous_commit = off", ct);
            await RunAsync(batches, written, ct);
            await lookUps.MakeAgainAsync(ct);
            await CareAsync(Careful, "RESET synchronous_commit", ct);
        }
        finally { await db.Database.CloseConnectionAsync(); }
        await PlannerStatistics.RefreshAsync(db, ct);
    }

    /// <param name="batches">Each is one transaction. Taken on another thread.</param>
    /// <param name="written">Told how many rows of the stream a batch had, once it is written.</param>
    /// <param name="ct">Cancels; batches written by then stay.</param>
    public async Task RunAsync(IEnumerable<IReadOnlyList<Entity>> batches, Action<int>? written, CancellationToken ct)
    {
        var ready = Channel.CreateBounded<(int Rows, IReadOnlyList<Entity> All)>(Ahead);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var working = Task.Run(() => PrepareAsync(batches, ready.Writer, stop.Token), CancellationToken.None);
        try
        {
            await foreach (var (rows, all) in ready.Reader.ReadAllAsync(ct))
            {
                await db.InsertPreparedAsync(all, ct);
                written?.Invoke(rows);
            }
        }
        finally
        {
            await stop.CancelAsync();
            await working;
        }
    }

    private async Task PrepareAsync(IEnumerable<IReadOnlyList<Entity>> batches, ChannelWriter<(int, IReadOnlyList<Entity>)> ready, CancellationToken ct)
    {
        try
        {
            foreach (var batch in batches) await ready.WriteAsync((batch.Count, db.Companions(batch, asItHappened)), ct);
            ready.Complete();
        }
        catch (Exception fault)
        {
            // Thrown where the batches are read, which waits for them.
            ready.Complete(fault);
        }
    }

    private Task CareAsync(string sqlite, string postgres, CancellationToken ct) => db.Database.ExecuteSqlRawAsync(db.Engine is Engine.Sqlite ? sqlite : postgres, ct);
}
