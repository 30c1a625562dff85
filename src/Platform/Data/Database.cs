using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Npgsql;
namespace Coxswain.Platform.Data;

/// <summary>The engines the product runs on.</summary>
public enum Engine { Sqlite, Postgres }

/// <summary>Where the rows live: one file by default, PostgreSQL by choice.</summary>
/// <param name="Engine">Which engine.</param>
/// <param name="ConnectionString">As the engine's own client takes it.</param>
public sealed record Database(Engine Engine, string ConnectionString)
{
    /// <summary>The migrations assembly of an engine; Platform cannot name it as a type, it is above.</summary>
    private string Migrations => $"Coxswain.Migrations.{Engine}";

    /// <summary>One file in a folder; the folder is made if it is missing.</summary>
    public static Database InFolder(string folder)
    {
        Directory.CreateDirectory(folder);
        return InFile(Path.Combine(folder, "coxswain.db"));
    }

    public static Database InFile(string file) => new(Engine.Sqlite, new SqliteConnectionStringBuilder { DataSource = file, ForeignKeys = true, DefaultTimeout = 30 }.ToString());

    /// <param name="connectionString">As Npgsql takes it; options of the server named in it are left as they are.</param>
    public static Database OnPostgres(string connectionString)
    {
        var connection = new NpgsqlConnectionStringBuilder(connectionString);
        // Pages ask short questions: compiling them took longer than answering, a third of a second on a board of a million deals.
        connection.Options ??= "-c jit=off";
        // The client's hundred are more than a server gives as it comes, which then turns people away; and two processes have to share them.
        if (!connection.ShouldSerialize("Maximum Pool Size")) connection.MaxPoolSize = UsualPool;
        return new(Engine.Postgres, connection.ToString());
    }

    private const int UsualPool = 40;

    /// <summary>The SQLite file, or null on PostgreSQL.</summary>
    public string? File => Engine is Engine.Sqlite ? new SqliteConnectionStringBuilder(ConnectionString).DataSource : null;

    /// <summary>Closes connections that wait for their next use; those in use are closed after it. Before a file is moved, and where what a connection read when it was opened has changed.</summary>
    public void LetGo()
    {
        if (Engine is Engine.Sqlite) StandingConnections.LetGo(ConnectionString);
    }

    /// <param name="options">What is configured.</param>
    /// <param name="connection">An open connection to PostgreSQL to work on, instead of one of the context's own.</param>
    public void Configure(DbContextOptionsBuilder options, DbConnection? connection = null)
    {
        // Many keys go along as one parameter: as one each, the statement is written anew every time it is asked.
        if (connection is not null) options.UseNpgsql(connection, Of);
        else if (Engine is Engine.Postgres) options.UseNpgsql(ConnectionString, Of);
        else options.UseSqlite(ConnectionString, Of).AddInterceptors(SqliteSettings.Instance, KeptQuestions.Instance);
        // Tenant filters on both ends of a required link agree, so the warning about them never applies.
        options.ConfigureWarnings(w => w.Ignore(CoreEventId.PossibleIncorrectRequiredNavigationWithQueryFilterInteractionWarning));
    }

    private void Of<TBuilder, TExtension>(RelationalDbContextOptionsBuilder<TBuilder, TExtension> engine) where TBuilder : RelationalDbContextOptionsBuilder<TBuilder, TExtension> where TExtension : RelationalOptionsExtension, new()
    {
        engine.MigrationsAssembly(Migrations);
        engine.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter);
    }
}

/// <summary>What each SQLite connection is told when it opens.</summary>
internal sealed class SqliteSettings : DbConnectionInterceptor
{
    // WAL lets readers go on while one writes; NORMAL is safe with it; the cache is of one connection, and there are as many as people ask at once;
    // the log goes into the file when it has 64 MB, so that a page many batches of an import change is written there once (half the work of an import);
    // what is overwritten or deleted is blanked where its page is written anyway, so that nobody erased is left in its unused room.
    internal const string Pragmas = "PRAGMA synchronous=NORMAL; " + Room + " PRAGMA wal_autocheckpoint=16000; PRAGMA temp_store=MEMORY; PRAGMA secure_delete=FAST;";

    private const string Room = "PRAGMA cache_size=-4000;";

    // Makes imports two to four times faster; until the connection is opened for the next one.
    internal const string Wide = "PRAGMA cache_size=-128000;";

    internal const string Narrow = Room + " PRAGMA shrink_memory;";

    // Only where it may be written: a file that was copied by other means is looked at before it is opened for work.
    internal const string Log = "PRAGMA journal_mode=WAL; ";

    public static SqliteSettings Instance { get; } = new();

    public override void ConnectionOpened(System.Data.Common.DbConnection connection, ConnectionEndEventData eventData) => Tell(connection);

    public override Task ConnectionOpenedAsync(System.Data.Common.DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Tell(connection);
        return Task.CompletedTask;
    }

    // One that pages leave open for each other is taken out of the context it was made by, which would throw it away.
    public override InterceptionResult ConnectionDisposing(System.Data.Common.DbConnection connection, ConnectionEventData eventData, InterceptionResult result) =>
        StandingConnections.StatementsOf(connection) is null ? result : InterceptionResult.Suppress();

    /// <summary>Says all of it again: whoever had the connection before may have said otherwise.</summary>
    internal static void Tell(System.Data.Common.DbConnection connection)
    {
        using var command = connection.CreateCommand();
        // The engine waits for a lock half as long as the client goes on asking: twice in all.
        var log = new SqliteConnectionStringBuilder(connection.ConnectionString).Mode is SqliteOpenMode.ReadOnly ? "" : Log;
        command.CommandText = $"{log}{Pragmas} PRAGMA busy_timeout={((SqliteConnection)connection).DefaultTimeout * 500};";
        command.ExecuteNonQuery();
    }
}
