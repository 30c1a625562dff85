using Npgsql;
namespace Coxswain.Bench;

/// <summary>An installation that a bench makes anew: a folder, and on PostgreSQL a database of its own.</summary>
internal sealed record Place(string Program, string Folder, string? Database)
{
    public string[] Arguments => ["--data", Folder, .. Database is null ? [] : new[] { "--database", Database }];

    public static async Task<Place> NewAsync(Arguments asked, string engine, string name)
    {
        var folder = Path.Combine(asked.Folder, $"{engine}-{name}");
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(folder);
        if (engine == "SQLite") return new Place(asked.Program, folder, null);
        var database = $"bench_{name.Replace('-', '_')}";
        await using var connection = new NpgsqlConnection(asked.Postgres);
        await connection.OpenAsync();
        foreach (var sql in (string[])[$"DROP DATABASE IF EXISTS {database} WITH (FORCE)", $"CREATE DATABASE {database}"]) await new NpgsqlCommand(sql, connection).ExecuteNonQueryAsync();
        return new Place(asked.Program, folder, new NpgsqlConnectionStringBuilder(asked.Postgres) { Database = database }.ToString());
    }
}
