using Coxswain.Platform.Data;
using Microsoft.Data.Sqlite;
namespace Coxswain.Web.Tests.Faults;

public sealed class CutOffUpgradeTests
{
    [Fact]
    public async Task What_a_killed_upgrade_held_is_taken_over_by_the_next_start()
    {
        var place = await Prompt.OnAsync(Engine.Sqlite);
        await HoldAsync(place);
        Assert.Equal(0, (await place.CoxAsync("migrate").WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken)).Code);
        Assert.Equal(0, (await place.CoxAsync("doctor")).Code);
    }

    // As the framework leaves it where it is killed between its first statement and its last.
    private static async Task HoldAsync(Prompt place)
    {
        await using var connection = new SqliteConnection($"Data Source={place.Database.File};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "CREATE TABLE \"__EFMigrationsLock\" (\"Id\" INTEGER NOT NULL CONSTRAINT \"PK___EFMigrationsLock\" PRIMARY KEY, \"Timestamp\" TEXT NOT NULL); INSERT INTO \"__EFMigrationsLock\" VALUES (1, '2026-01-01 00:00:00')";
        await command.ExecuteNonQueryAsync();
    }
}
