using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using Npgsql;
namespace Coxswain.Bench.Faults;

/// <summary>Something that must not be was found.</summary>
internal sealed class FaultException(string found) : Exception(found);

/// <summary>This cannot be tried here, or makes no sense on this engine.</summary>
internal sealed class NotTriedException(string reason) : Exception(reason);

/// <summary>What is in an installation, asked behind the program's back.</summary>
internal static class Holdings
{
    /// <summary>The first column of each row.</summary>
    public static Task<List<string>> AskAsync(this Place place, string sql) => place.RowsAsync(sql, r => Convert.ToString(r.GetValue(0), CultureInfo.InvariantCulture) ?? "");

    private static async Task<List<string>> RowsAsync(this Place place, string sql, Func<DbDataReader, string> text)
    {
        await using DbConnection connection = place.Database is { } at ? new NpgsqlConnection(new NpgsqlConnectionStringBuilder(at) { Pooling = false }.ToString()) : new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(place.Folder, "coxswain.db"), Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ToString());
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync()) rows.Add(text(reader));
        return rows;
    }

    public static async Task<long> CountAsync(this Place place, string from) => long.Parse((await place.AskAsync($"SELECT count(*) FROM {from}")).Single(), CultureInfo.InvariantCulture);

    /// <summary>The file is whole, every row that is pointed at is there, and what is written beside rows stands beside each.</summary>
    public static async Task SoundAsync(this Place place)
    {
        await place.FileAsync();
        foreach (var (rows, beside) in ((string, string)[])[("contacts", "search_documents WHERE kind = 'contact'"), ("opportunities", "search_documents WHERE kind = 'opportunity'")]) await place.EqualAsync(rows, beside);
        await place.EqualAsync("opportunities", "(SELECT DISTINCT opportunity_id FROM opportunity_states) AS deals");
    }

    /// <summary>The embedded file as a kill left it, before the program opens it again; on PostgreSQL there is none to look at.</summary>
    public static async Task FileAsync(this Place place)
    {
        if (place.Database is not null || !File.Exists(Path.Combine(place.Folder, "coxswain.db"))) return;
        if (await place.AskAsync("PRAGMA integrity_check") is not ["ok"]) throw new FaultException("integrity_check finds the file broken");
        if (await place.AskAsync("PRAGMA foreign_key_check") is not []) throw new FaultException("foreign_key_check finds rows that point nowhere");
    }

    /// <summary>Each table by name, as one number over every column of every row, in the order of what they hold.</summary>
    public static async Task<Dictionary<string, string>> TablesAsync(this Place place)
    {
        var names = await place.AskAsync(place.Database is null ? "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'" : "SELECT tablename FROM pg_tables WHERE schemaname = 'public'");
        var tables = new Dictionary<string, string>();
        foreach (var name in names) tables[name] = await place.HashAsync(name);
        return tables;
    }

    private static async Task<string> HashAsync(this Place place, string table)
    {
        var rows = await place.RowsAsync($"SELECT * FROM \"{table}\"", r => string.Join('\u001f', Enumerable.Range(0, r.FieldCount).Select(i => r.GetName(i) + '=' + (r.GetValue(i) is byte[] bytes ? Convert.ToHexString(bytes) : Convert.ToString(r.GetValue(i), CultureInfo.InvariantCulture)))));
        rows.Sort(StringComparer.Ordinal);
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', rows))));
    }

    public static async Task EqualAsync(this Place place, string one, string other)
    {
        var (left, right) = (await place.CountAsync(one), await place.CountAsync(other));
        if (left != right) throw new FaultException($"{left} in {one}, but {right} in {other}");
    }
}
