using Microsoft.EntityFrameworkCore;
namespace Coxswain.Platform.Data;

/// <summary>
/// Saves the batches of several contexts one after another through one connection of SQLite with much room. What it has read it keeps from batch
/// to batch: with a connection for each context, every batch of the one made the other forget all. On PostgreSQL each context saves by its own.
/// </summary>
public sealed class WideConnection : IAsyncDisposable
{
    private readonly AppDb _of;

    private WideConnection(AppDb of) => _of = of;

    /// <param name="of">Whose connection it is; it is used for nothing else meanwhile.</param>
    /// <param name="ct">Gives up opening it.</param>
    public static async Task<WideConnection> OpenAsync(AppDb of, CancellationToken ct)
    {
        if (of.Engine is not Engine.Sqlite) return new(of);
        await of.Database.OpenConnectionAsync(ct);
        await of.WidenAsync(ct);
        return new(of);
    }

    /// <summary>Several saves of a context that stand or fall together, as <see cref="AppDb.InOneTransactionAsync"/>.</summary>
    /// <param name="db">A context with nothing under way.</param>
    /// <param name="work">Its saves.</param>
    /// <param name="ct">Cancels; nothing is written then.</param>
    public async Task SaveAsync(AppDb db, Func<Task> work, CancellationToken ct)
    {
        if (_of.Engine is not Engine.Sqlite)
        {
            await db.InOneTransactionAsync(work, ct);
            return;
        }
        var own = db.Database.GetConnectionString();
        db.Database.SetDbConnection(_of.Database.GetDbConnection());
        try { await db.InOneTransactionAsync(work, ct); }
        finally
        {
            db.Database.SetDbConnection(null, contextOwnsConnection: true);
            db.Database.SetConnectionString(own);
        }
    }

    /// <summary>Gives the room back before the connection waits for whoever opens it next.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_of.Engine is not Engine.Sqlite) return;
        await _of.Database.ExecuteSqlRawAsync(SqliteSettings.Narrow);
        await _of.Database.CloseConnectionAsync();
    }
}
