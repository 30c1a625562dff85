using System.Data.Common;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
namespace Coxswain.Web.Tests.Faults;

/// <summary>Databases that fail when a test wants it.</summary>
internal static class Hosts
{
    /// <summary>PostgreSQL at the end of a wire.</summary>
    public static async Task<(Wire Wire, Host Host)> OnWireAsync(Action<IServiceCollection>? services = null)
    {
        Assert.SkipWhen(TestDatabases.PostgresServer is null, TestDatabases.NoPostgres);
        var wire = Wire.To(await TestDatabases.FreshAsync(Engine.Postgres, "wire"));
        return (wire, await Host.ByHandAsync(Task.FromResult(wire.Database), services));
    }

    /// <summary>A SQLite file whose locks are waited for one second instead of thirty.</summary>
    public static async Task<Database> HastyFileAsync(string name)
    {
        var file = (await TestDatabases.FreshAsync(Engine.Sqlite, name)).File!;
        return new Database(Engine.Sqlite, new SqliteConnectionStringBuilder { DataSource = file, ForeignKeys = true, DefaultTimeout = 1 }.ToString());
    }

    /// <summary>A SQLite file that may grow only while there is room.</summary>
    public static Task<Host> WithRoomAsync(Room room) => Host.ByHandAsync(TestDatabases.MadeAsync(Engine.Sqlite, "room"), s => s.ConfigureDbContext<AppDb>(o => o.AddInterceptors(room)));
}

/// <summary>The room on the disk under a SQLite file: the engine itself refuses a page beyond it, as it does on a full disk.</summary>
internal sealed class Room : DbConnectionInterceptor
{
    private long _pages = 1_000_000;

    /// <summary>So many pages more than the file has now, and none beyond.</summary>
    public async Task LeaveAsync(AppDb db, int pages)
    {
        await db.Database.OpenConnectionAsync();
        await using var count = db.Database.GetDbConnection().CreateCommand();
        count.CommandText = "PRAGMA page_count";
        _pages = (long)(await count.ExecuteScalarAsync())! + pages;
        Tell(db.Database.GetDbConnection());
        await db.Database.CloseConnectionAsync();
    }

    public void Make() => _pages = 1_000_000;

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Tell(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Tell(connection);
        return Task.CompletedTask;
    }

    private void Tell(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"PRAGMA max_page_count={_pages}";
        command.ExecuteNonQuery();
    }
}
