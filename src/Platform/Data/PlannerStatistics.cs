using Coxswain.Platform.Jobs;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Platform.Data;

/// <summary>
/// Both engines plan by what they last counted. After many rows came at once PostgreSQL still plans for the few there were, until its own
/// upkeep comes by: a comparison then took minutes. SQLite never counts by itself: without it a past day's list of a million deals took three times as long.
/// </summary>
public static class PlannerStatistics
{
    // Looks at some rows of each index, not at all: a fifth of a second where there are millions.
    private const string OnSqlite = "PRAGMA analysis_limit = 1000; ANALYZE";
    // A rougher look than the server's own, which comes by later: a fifth of the time somebody waits for.
    private const string OnPostgres = "SET default_statistics_target = 20; ANALYZE; RESET default_statistics_target";

    /// <summary>Of one table that got an index: without any count of it SQLite takes it for the best there is, and sorts a million rows instead of walking along another.</summary>
    public static async Task OfTableAsync(AppDb db, string table, CancellationToken ct)
    {
        await db.InOneTransactionAsync(() => db.Database.ExecuteSqlRawAsync(db.Engine is Engine.Postgres ? $"ANALYZE \"{table}\"" : $"PRAGMA analysis_limit = 1000; ANALYZE \"{table}\"", ct), ct);
        if (db.Engine is Engine.Sqlite) StandingConnections.LetGo(db.Database.GetConnectionString()!);
    }

    public static async Task RefreshAsync(AppDb db, CancellationToken ct)
    {
        if (db.Engine is Engine.Postgres)
        {
            await db.Database.ExecuteSqlRawAsync(OnPostgres, ct);
            return;
        }
        await db.InOneTransactionAsync(() => db.Database.ExecuteSqlRawAsync(OnSqlite, ct), ct);
        // Connections that are open already plan by what they read when they were opened.
        StandingConnections.LetGo(db.Database.GetConnectionString()!);
    }
}

/// <summary>What grew since yesterday is counted; PostgreSQL sees to that itself.</summary>
internal sealed class PlannerUpkeep : IUpkeep
{
    public Task TidyAsync(AppDb db, DateTime now, CancellationToken ct) => db.Engine is Engine.Sqlite ? PlannerStatistics.RefreshAsync(db, ct) : Task.CompletedTask;
}
