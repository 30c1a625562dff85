using System.Data;
using Coxswain.Platform.Data;
using Npgsql;
namespace Coxswain.Platform.Copies;

/// <summary>The tables of a PostgreSQL database, each as the stream of a COPY. No program of the server's is needed.</summary>
internal static class PostgresTables
{
    private const string Tables = """
        SELECT c.relname, array_agg(a.attname::text ORDER BY a.attnum) FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
        WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace GROUP BY c.relname ORDER BY c.relname
        """;

    public const string History = "__EFMigrationsHistory";

    /// <summary>Writes all tables as they are at one moment. Others read and write meanwhile.</summary>
    public static async Task<IReadOnlyList<CopiedTable>> WriteAsync(Database database, CopyWriter writer, CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync(ct);
        await using var moment = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        await connection.DoAsync("SET TRANSACTION READ ONLY", ct);
        var tables = await CountAsync(connection, ct);
        foreach (var table in tables)
        {
            await using var rows = await connection.BeginRawBinaryCopyAsync($"COPY \"{table.Name}\" ({Columns(table)}) TO STDOUT (FORMAT BINARY)", ct);
            await writer.AddAsync(table.Part, rows, ct);
        }
        return tables;
    }

    /// <summary>All tables but the migrations' own.</summary>
    public static async Task<IReadOnlyList<CopiedTable>> CountAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        var tables = new List<CopiedTable>();
        foreach (var (name, columns) in await NamesAsync(connection, ct))
            if (name != History) tables.Add(new CopiedTable(name, await connection.AskAsync<long>($"SELECT count(*) FROM \"{name}\"", ct), columns));
        return tables;
    }

    public static async Task<IReadOnlyList<(string Name, string[] Columns)>> NamesAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(Tables, connection);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var all = new List<(string, string[])>();
        while (await reader.ReadAsync(ct)) all.Add((reader.GetString(0), reader.GetFieldValue<string[]>(1)));
        return all;
    }

    public static string Columns(CopiedTable table) => string.Join(", ", table.Columns.Select(c => $"\"{c}\""));

    public static async Task DoAsync(this NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(ct);
    }

    public static async Task<T> AskAsync<T>(this NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        return (T)(await command.ExecuteScalarAsync(ct))!;
    }

    /// <summary>Rows of texts.</summary>
    public static async Task<IReadOnlyList<string[]>> RowsAsync(this NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var all = new List<string[]>();
        while (await reader.ReadAsync(ct)) all.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)]);
        return all;
    }
}
