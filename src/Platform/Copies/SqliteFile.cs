using Coxswain.Platform.Data;
using Coxswain.Platform.Search;
using Microsoft.Data.Sqlite;
namespace Coxswain.Platform.Copies;

/// <summary>The embedded database as one file.</summary>
internal static class SqliteFile
{
    /// <summary>Writes the database as it is at this moment. Others read and write meanwhile.</summary>
    /// <param name="database">The database.</param>
    /// <param name="writer">Where to.</param>
    /// <param name="scratch">A name nothing is at, on a disk with room.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<IReadOnlyList<CopiedTable>> WriteAsync(Database database, CopyWriter writer, string scratch, CancellationToken ct)
    {
        try
        {
            await SnapAsync(database, scratch, ct);
            var tables = await CountAsync(scratch, ct);
            await using var file = File.OpenRead(scratch);
            await writer.AddAsync(CopyPart.Database, file, ct);
            return tables;
        }
        finally { File.Delete(scratch); }
    }

    /// <summary>A database of its own, of what stands at this moment. Written anew row by row, so that nothing that was deleted is carried along.</summary>
    public static async Task SnapAsync(Database database, string to, CancellationToken ct)
    {
        await OwnFile.Create(to).DisposeAsync();
        await using var connection = await OpenAsync(database.File!, SqliteOpenMode.ReadWrite, ct);
        await using var snap = connection.CreateCommand();
        snap.CommandText = "VACUUM INTO $to";
        snap.Parameters.AddWithValue("$to", to);
        await snap.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Writes the file anew, so that nothing stands between its rows; its log is empty afterwards. Nobody else has it open.</summary>
    public static async Task RewriteAsync(string file, CancellationToken ct)
    {
        await using var connection = await OpenAsync(file, SqliteOpenMode.ReadWrite, ct);
        await using var anew = connection.CreateCommand();
        (anew.CommandText, anew.CommandTimeout) = ("VACUUM; PRAGMA wal_checkpoint(TRUNCATE)", 0);
        await anew.ExecuteNonQueryAsync(ct);
    }

    public static async Task<IReadOnlyList<CopiedTable>> CountAsync(string file, CancellationToken ct)
    {
        await using var connection = await OpenAsync(file, SqliteOpenMode.ReadOnly, ct);
        var tables = new List<CopiedTable>();
        foreach (var name in await ListAsync(connection, """SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\_%' ESCAPE '\' AND name NOT LIKE '\_\_EF%' ESCAPE '\' ORDER BY name""", ct))
            tables.Add(new CopiedTable(name, long.Parse((await ListAsync(connection, $"SELECT count(*) FROM \"{name}\"", ct))[0], System.Globalization.CultureInfo.InvariantCulture), []));
        return tables;
    }

    /// <summary>What the engine itself finds wrong with the file; nothing where all is well.</summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(string file, CancellationToken ct)
    {
        // The text index checks itself by a statement that counts as a write.
        await using var connection = await OpenAsync(file, SqliteOpenMode.ReadWrite, ct);
        var said = await ListAsync(connection, "PRAGMA integrity_check(10)", ct);
        var loose = await ListAsync(connection, "SELECT DISTINCT \"table\" || ' points at a missing row of ' || parent FROM pragma_foreign_key_check LIMIT 10", ct);
        return [.. said.Where(s => s != "ok"), .. loose, .. await TextIndexAsync(connection, ct) is { } fault ? [fault] : Array.Empty<string>()];
    }

    /// <summary>Makes the text index anew out of its rows where it is damaged; nothing else is touched.</summary>
    /// <returns>What was wrong with it; null where nothing was.</returns>
    public static async Task<string?> MendTextIndexAsync(string file, CancellationToken ct)
    {
        await using var connection = await OpenAsync(file, SqliteOpenMode.ReadWrite, ct);
        if (await TextIndexAsync(connection, ct) is not { } fault) return null;
        await using var anew = connection.CreateCommand();
        (anew.CommandText, anew.CommandTimeout) = ($"BEGIN IMMEDIATE; {SqliteTextIndex.MakeAnew} COMMIT", 0);
        await anew.ExecuteNonQueryAsync(ct);
        return fault;
    }

    // The engine's own look over the file compares the text index with itself alone, not with the rows it was made of.
    private static async Task<string?> TextIndexAsync(SqliteConnection connection, CancellationToken ct)
    {
        if (await ListAsync(connection, "SELECT name FROM sqlite_schema WHERE name = 'search_index'", ct) is []) return null;
        try { await ListAsync(connection, SqliteTextIndex.Compare, ct); }
        catch (SqliteException e) when (Outage.Of(e) is OutageKind.Damaged) { return e.Message; }
        return null;
    }

    /// <summary>Every read as text.</summary>
    public static async Task<IReadOnlyList<string>> ListAsync(SqliteConnection connection, string sql, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync(ct);
        var all = new List<string>();
        while (await reader.ReadAsync(ct)) all.Add(reader.GetString(0));
        return all;
    }

    // Never pooled: a file that is to be moved may not stay open.
    public static async Task<SqliteConnection> OpenAsync(string file, SqliteOpenMode mode, CancellationToken ct)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false, DefaultTimeout = 30 }.ToString());
        await connection.OpenAsync(ct);
        return connection;
    }
}
