using Npgsql;
namespace Coxswain.Bench;

/// <summary>An installation that a bench makes anew: a folder, and on PostgreSQL a database of its own.</summary>
internal sealed record Place(string Program, string Folder, string? Database)
{
    public string[] Arguments => ["--data", Folder, .. Database is null ? [] : new[] { "--database", Database }];

    public static Place Of(Arguments asked, string engine, string name) =>
        new(asked.Program, Path.Combine(asked.Folder, $"{engine}-{name}"), engine == "SQLite" ? null : new NpgsqlConnectionStringBuilder(asked.Postgres) { Database = NameOf(name) }.ToString());

    public static async Task<Place> NewAsync(Arguments asked, string engine, string name)
    {
        var place = Of(asked, engine, name);
        if (Directory.Exists(place.Folder)) Directory.Delete(place.Folder, recursive: true);
        Directory.CreateDirectory(place.Folder);
        if (engine == "SQLite") return place;
        await using var connection = new NpgsqlConnection(asked.Postgres);
        await connection.OpenAsync();
        foreach (var sql in (string[])[$"DROP DATABASE IF EXISTS {NameOf(name)} WITH (FORCE)", $"CREATE DATABASE {NameOf(name)}"]) await new NpgsqlCommand(sql, connection).ExecuteNonQueryAsync();
        return place;
    }

    private static string NameOf(string name) => $"bench_{name.Replace('-', '_')}";
}
