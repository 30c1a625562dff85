using System.Collections.Concurrent;
using Coxswain.Platform.Data;
using Microsoft.Data.Sqlite;
using Npgsql;
namespace Coxswain.Testing;

/// <summary>Throwaway databases. SQLite files go with the process; PostgreSQL is the server that bin/test starts and names in COXSWAIN_TEST_POSTGRES.</summary>
public static class TestDatabases
{
    private static readonly ConcurrentDictionary<Engine, Lazy<Task<Database>>> Made = new();

    private static readonly string Folder = Directory.CreateTempSubdirectory("coxswain-tests-").FullName;

    static TestDatabases() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(Folder, recursive: true);

    /// <summary>The server for PostgreSQL tests, or null where there is none.</summary>
    public static string? PostgresServer => Environment.GetEnvironmentVariable("COXSWAIN_TEST_POSTGRES");

    /// <summary>Why a test that needs the server is skipped without one.</summary>
    public const string NoPostgres = "no PostgreSQL here: bin/test starts one, or name a server in COXSWAIN_TEST_POSTGRES";

    /// <summary>A new, empty database.</summary>
    public static async Task<Database> FreshAsync(Engine engine, string name)
    {
        var unique = $"coxswain_{name}_{Guid.NewGuid():N}";
        if (engine is Engine.Sqlite) return Database.InFile(Path.Combine(Folder, unique + ".db"));
        return await OnServerAsync(unique, $"CREATE DATABASE {unique}");
    }

    /// <summary>A new database that has all tables, with nothing in them: a copy of one that is made once in a process.</summary>
    public static async Task<Database> MadeAsync(Engine engine, string name)
    {
        var made = await Made.GetOrAdd(engine, e => new(() => MakeAsync(e))).Value;
        var unique = $"coxswain_{name}_{Guid.NewGuid():N}";
        if (made.File is { } file)
        {
            var copy = Path.Combine(Folder, unique + ".db");
            File.Copy(file, copy);
            return Database.InFile(copy);
        }
        return await OnServerAsync(unique, $"CREATE DATABASE {unique} TEMPLATE {new NpgsqlConnectionStringBuilder(made.ConnectionString).Database}");
    }

    private static async Task<Database> OnServerAsync(string unique, string create)
    {
        await using var connection = new NpgsqlConnection(PostgresServer);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(create, connection);
        await command.ExecuteNonQueryAsync();
        return Database.OnPostgres(new NpgsqlConnectionStringBuilder(PostgresServer) { Database = unique, MaxPoolSize = 20 }.ToString());
    }

    private static async Task<Database> MakeAsync(Engine engine)
    {
        var database = await FreshAsync(engine, "made");
        await Host.MigrateAsync(database);
        // Nobody may have it open while it is copied.
        if (engine is Engine.Sqlite) database.LetGo();
        else NpgsqlConnection.ClearPool(new NpgsqlConnection(database.ConnectionString));
        return database;
    }
}
