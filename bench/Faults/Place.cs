using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Npgsql;
namespace Coxswain.Bench.Faults;

/// <summary>Something that must not be was found.</summary>
internal sealed class FaultException(string found) : Exception(found);

/// <summary>An installation: a folder, and on PostgreSQL a database of its own.</summary>
internal sealed class Place
{
    private Place(Asked asked, string folder, string? database) => (Program, Folder, Database) = (asked.Program, folder, database);

    public string Program { get; }
    public string Folder { get; }
    private string? Database { get; }
    public string[] Arguments => ["--data", Folder, .. Database is null ? [] : new[] { "--database", Database }];

    public static async Task<Place> NewAsync(Asked asked, string engine, string name)
    {
        var folder = Path.Combine(asked.Folder, $"{engine}-{name}");
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(folder);
        if (engine == "SQLite") return new Place(asked, folder, null);
        var database = $"faults_{name.Replace('-', '_')}";
        await using var connection = new NpgsqlConnection(asked.Postgres);
        await connection.OpenAsync();
        foreach (var sql in (string[])[$"DROP DATABASE IF EXISTS {database} WITH (FORCE)", $"CREATE DATABASE {database}"]) await new NpgsqlCommand(sql, connection).ExecuteNonQueryAsync();
        return new Place(asked, folder, new NpgsqlConnectionStringBuilder(asked.Postgres) { Database = database }.ToString());
    }

    /// <summary>The first column of each row.</summary>
    public async Task<List<string>> AskAsync(string sql)
    {
        await using DbConnection connection = Database is { } at ? new NpgsqlConnection(at) : new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(Folder, "coxswain.db"), Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ToString());
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync()) rows.Add(Convert.ToString(reader.GetValue(0), CultureInfo.InvariantCulture) ?? "");
        return rows;
    }

    public async Task<long> CountAsync(string from) => long.Parse((await AskAsync($"SELECT count(*) FROM {from}")).Single(), CultureInfo.InvariantCulture);

    /// <summary>The file is whole, every row that is pointed at is there, and what is written beside rows stands beside each.</summary>
    public async Task SoundAsync()
    {
        await FileAsync();
        foreach (var (rows, beside) in ((string, string)[])[("contacts", "search_documents WHERE kind = 'contact'"), ("opportunities", "search_documents WHERE kind = 'opportunity'")]) await EqualAsync(rows, beside);
        await EqualAsync("opportunities", "(SELECT DISTINCT opportunity_id FROM opportunity_states) AS deals");
    }

    /// <summary>The embedded file as a kill left it, before the program opens it again; on PostgreSQL there is none to look at.</summary>
    public async Task FileAsync()
    {
        if (Database is not null || !File.Exists(Path.Combine(Folder, "coxswain.db"))) return;
        if (await AskAsync("PRAGMA integrity_check") is not ["ok"]) throw new FaultException("integrity_check finds the file broken");
        if (await AskAsync("PRAGMA foreign_key_check") is not []) throw new FaultException("foreign_key_check finds rows that point nowhere");
    }

    public async Task EqualAsync(string one, string other)
    {
        var (left, right) = (await CountAsync(one), await CountAsync(other));
        if (left != right) throw new FaultException($"{left} in {one}, but {right} in {other}");
    }
}
