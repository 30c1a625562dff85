using Coxswain.Platform.Search;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Platform.Data;

/// <summary>
/// What rows are looked up by: indexes and the search index. Taken away from a database that is filled before anybody uses it, and made
/// again at the end out of what is there then: one sort instead of a search for the place of every row in every index.
/// </summary>
internal sealed class LookUps(AppDb db)
{
    private const string OnSqlite = "SELECT type AS kind, name, sql AS definition FROM sqlite_master WHERE type = 'index' AND sql LIKE 'CREATE INDEX %' OR type = 'trigger' AND name LIKE 'search_%'";
    private const string OnPostgres = """
        SELECT 'index' AS kind, c.relname AS name, pg_get_indexdef(c.oid) AS definition FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
        WHERE c.relnamespace = current_schema()::regnamespace AND NOT i.indisunique
        """;

    private List<LookUp> _taken = [];

    public async Task TakeAwayAsync(CancellationToken ct)
    {
        _taken = await db.Database.SqlQueryRaw<LookUp>(db.Engine is Engine.Sqlite ? OnSqlite : OnPostgres).ToListAsync(ct);
        foreach (var lookUp in _taken) await TellAsync($"DROP {lookUp.Kind} \"{lookUp.Name}\"", ct);
    }

    public async Task MakeAgainAsync(CancellationToken ct)
    {
        foreach (var lookUp in _taken) await TellAsync(lookUp.Definition, ct);
        if (db.Engine is Engine.Sqlite) await TellAsync(SqliteTextIndex.MakeAnew, ct);
    }

#pragma warning disable EF1002 // names and definitions are the database's own
    private Task TellAsync(string sql, CancellationToken ct) => db.Database.ExecuteSqlRawAsync(sql.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal), ct);
#pragma warning restore EF1002

    private sealed record LookUp(string Kind, string Name, string Definition);
}
