using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Npgsql;
namespace Coxswain.Bench.Speed;

/// <summary>
/// What taking rows in costs at least: an engine by itself, given the same rows as they ended up, into the same tables with all their indexes and
/// links, in one piece. Nothing is read, understood, looked up, compared or saved for somebody who works beside.
/// </summary>
internal static class Copied
{
    private const string Migrations = "__EFMigrationsHistory";

    public static Task<TimeSpan> AsyncOf(Place from, Place to) => from.Database is null ? Task.FromResult(OnSqlite(from, to)) : OnPostgresAsync(from.Database, to.Database!);

    private static TimeSpan OnSqlite(Place from, Place to)
    {
        using var connection = new SqliteConnection($"Data Source={File(to)};Foreign Keys=True;Pooling=False");
        connection.Open();
        Tell(connection, $"PRAGMA synchronous=NORMAL; PRAGMA cache_size=-128000; ATTACH '{File(from)}' AS src");
        var links = Read(connection, $"SELECT m.name, f.\"table\" FROM src.sqlite_master m LEFT JOIN pragma_foreign_key_list(m.name) f WHERE m.type = 'table' AND m.name NOT LIKE 'search_index%' AND m.name NOT LIKE 'sqlite_%' AND m.name <> '{Migrations}'");
        var tables = InOrder(links);
        foreach (var table in tables.Reverse()) Tell(connection, $"DELETE FROM main.\"{table}\"");
        var columns = tables.ToDictionary(t => t, t => string.Join(", ", Read(connection, $"SELECT name, NULL FROM src.pragma_table_xinfo('{t}') WHERE hidden = 0").Select(c => $"\"{c.Of}\"")));
        var watch = Stopwatch.StartNew();
        using var transaction = connection.BeginTransaction();
        foreach (var table in tables) Tell(connection, $"INSERT INTO main.\"{table}\" ({columns[table]}) SELECT {columns[table]} FROM src.\"{table}\"");
        transaction.Commit();
        return watch.Elapsed;
    }

    private static string File(Place place) => Directory.GetFiles(place.Folder, "*.db").Single();

    private static void Tell(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static List<(string Of, string? To)> Read(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var read = new List<(string, string?)>();
        while (reader.Read()) read.Add((reader.GetString(0), reader.IsDBNull(1) ? null : reader.GetString(1)));
        return read;
    }

    private static async Task<TimeSpan> OnPostgresAsync(string from, string to)
    {
        await using NpgsqlConnection source = new(from), target = new(to);
        await source.OpenAsync();
        await target.OpenAsync();
        var links = new List<(string, string?)>();
        await using (var reader = await new NpgsqlCommand($"SELECT c.relname, p.relname FROM pg_class c LEFT JOIN pg_constraint f ON f.conrelid = c.oid AND f.contype = 'f' LEFT JOIN pg_class p ON p.oid = f.confrelid WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND c.relname <> '{Migrations}'", source).ExecuteReaderAsync())
            while (await reader.ReadAsync()) links.Add((reader.GetString(0), reader.IsDBNull(1) ? null : reader.GetString(1)));
        var tables = InOrder(links);
        await new NpgsqlCommand($"TRUNCATE {string.Join(", ", tables.Select(t => $"\"{t}\""))}", target).ExecuteNonQueryAsync();
        var watch = new Stopwatch();
        await using var transaction = await target.BeginTransactionAsync();
        foreach (var table in tables)
        {
            using var rows = new MemoryStream();
            await using (var read = await source.BeginRawBinaryCopyAsync($"COPY \"{table}\" TO STDOUT (FORMAT BINARY)")) await read.CopyToAsync(rows);
            rows.Position = 0;
            watch.Start();
            await using (var write = await target.BeginRawBinaryCopyAsync($"COPY \"{table}\" FROM STDIN (FORMAT BINARY)")) await rows.CopyToAsync(write);
            watch.Stop();
        }
        watch.Start();
        await transaction.CommitAsync();
        return watch.Elapsed;
    }

    /// <summary>Those that others refer to first.</summary>
    private static IReadOnlyList<string> InOrder(List<(string Of, string? To)> links)
    {
        var (to, ordered, seen) = (links.ToLookup(l => l.Of, l => l.To), new List<string>(), new HashSet<string>());
        foreach (var table in links.Select(l => l.Of).Distinct()) Visit(table);
        return ordered;

        void Visit(string table)
        {
            if (!seen.Add(table)) return;
            foreach (var other in to[table].OfType<string>().Where(o => o != table)) Visit(other);
            ordered.Add(table);
        }
    }
}
