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
    // Own fields have few answers, of which a look at some rows knows one: all of such an index is counted, a third of a second for three of a million rows.
    private const string Whole = "PRAGMA analysis_limit = 0;";
    // A rougher look than the server's own, which comes by later: a fifth of the time somebody waits for.
    private const string OnPostgres = "SET default_statistics_target = 20; ANALYZE; RESET default_statistics_target";

    // Names of tables and indexes are the model's and the product's own, and no parameter can be one.
#pragma warning disable EF1002, EF1003
    /// <summary>Of one table that got an index: without any count of it SQLite takes it for the best there is, and sorts a million rows instead of walking along another.</summary>
    public static async Task OfTableAsync(AppDb db, string table, CancellationToken ct)
    {
        if (db.Engine is Engine.Postgres) await db.Database.ExecuteSqlRawAsync($"ANALYZE \"{table}\"", ct);
        else await OnSqliteAsync(db, $"{OnSqlite} \"{table}\"", $"AND tbl_name = '{table}'", ct);
    }

    public static Task RefreshAsync(AppDb db, CancellationToken ct) => db.Engine is Engine.Postgres ? db.Database.ExecuteSqlRawAsync(OnPostgres, ct) : OnSqliteAsync(db, OnSqlite, "", ct);

    private static async Task OnSqliteAsync(AppDb db, string look, string which, CancellationToken ct)
    {
        await db.InOneTransactionAsync(async () =>
        {
            await db.Database.ExecuteSqlRawAsync(look, ct);
            var own = await db.Database.SqlQueryRaw<string>($"SELECT name AS \"Value\" FROM sqlite_master WHERE type = 'index' AND name LIKE '{CustomFields.IndexField.Prefix}%' {which}").ToListAsync(ct);
            if (own.Count > 0) await db.Database.ExecuteSqlRawAsync(Whole + string.Concat(own.Select(name => $"ANALYZE \"{name}\";")), ct);
        }, ct);
        // Connections that are open already plan by what they read when they were opened.
        SqliteConnection.ClearPool((SqliteConnection)db.Database.GetDbConnection());
    }
#pragma warning restore EF1002, EF1003
}

/// <summary>What grew since yesterday is counted; PostgreSQL sees to that itself.</summary>
internal sealed class PlannerUpkeep : IUpkeep
{
    public Task TidyAsync(AppDb db, DateTime now, CancellationToken ct) => db.Engine is Engine.Sqlite ? PlannerStatistics.RefreshAsync(db, ct) : Task.CompletedTask;
}
