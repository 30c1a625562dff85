using Coxswain.Platform.Data;
using Npgsql;
namespace Coxswain.Testing;

/// <summary>Throwaway databases. SQLite files go with the process; PostgreSQL is the server that bin/test starts and names in COXSWAIN_TEST_POSTGRES.</summary>
public static class TestDatabases
{
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
        await using var connection = new NpgsqlConnection(PostgresServer);
        await connection.OpenAsync();
        await using var create = new NpgsqlCommand($"CREATE DATABASE {unique}", connection);
        await create.ExecuteNonQueryAsync();
        return Database.OnPostgres(new NpgsqlConnectionStringBuilder(PostgresServer) { Database = unique, MaxPoolSize = 20 }.ToString());
    }
}
