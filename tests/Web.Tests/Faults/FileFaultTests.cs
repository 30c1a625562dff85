using System.Net;
using Coxswain.Customers;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Web.Tests.Faults;

/// <summary>A SQLite file that somebody else holds, that is gone, or that may not be written.</summary>
public sealed class FileFaultTests
{
    [Fact]
    public async Task While_another_program_writes_reading_goes_on_and_a_save_is_told_that_the_database_is_busy()
    {
        var host = await Host.ByHandAsync(Hosts.HastyFileAsync("held"));
        var ana = await (await host.TenantAsync()).PersonAsync(Role.Seller, "Ana Okafor");
        await using (var other = new SqliteConnection(host.Database.ConnectionString))
        {
            await other.OpenAsync();
            await TellAsync(other, "BEGIN IMMEDIATE");
            await ana.PlainBrowser.PageAsync("/accounts");
            Assert.Contains("The database is busy with something long. Nothing was saved; what you typed is still here.", await DatabaseAwayTests.ToldAsync(await ana.Browser.PostFormAsync("/accounts", ("Name", "Hafen Nord"))));
            await TellAsync(other, "ROLLBACK");
        }
        Assert.True((int)(await ana.Browser.PostFormAsync("/accounts", ("Name", "Hafen Nord"))).StatusCode < 400);
        Assert.Equal(1, await ana.InDb(db => db.AccountRows().CountAsync()));
        await host.App.DisposeAsync();
    }

    [Fact]
    public async Task Two_programs_that_write_to_one_file_wait_for_each_other_and_lose_nothing()
    {
        var database = TestDatabases.FreshAsync(Engine.Sqlite, "two");
        var one = await Host.ByHandAsync(database);
        var two = await Host.ByHandAsync(database);
        var tenant = await one.TenantAsync();
        var ana = await tenant.PersonAsync(Role.Seller, "Ana Okafor");
        var same = two.Tenant(tenant.Id);
        var ben = await same.PersonAsync(Role.Seller, "Ben Ruiz");
        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => (i % 2 == 0 ? ana : ben).Browser.PostFormAsync("/accounts", ("Name", $"Hafen {i}"))));
        Assert.All(answers, a => Assert.True((int)a.StatusCode < 400, $"{a.StatusCode}"));
        Assert.Equal(40, await tenant.InDb(db => db.AccountRows().CountAsync()));
        await one.App.DisposeAsync();
        await two.App.DisposeAsync();
    }

    [Fact]
    public async Task After_a_stop_all_that_was_saved_is_in_the_one_file()
    {
        var host = await Host.ByHandAsync(TestDatabases.MadeAsync(Engine.Sqlite, "stopped"));
        var ana = await (await host.TenantAsync()).PersonAsync(Role.Seller, "Ana Okafor");
        Assert.Contains("Accounts", await ana.PlainBrowser.GetStringAsync("/accounts"), StringComparison.Ordinal);
        var log = host.Database.File! + "-wal";
        Assert.True(File.Exists(log));
        await host.App.StopAsync();
        Assert.False(File.Exists(log));
        await host.App.DisposeAsync();
    }

    [Fact]
    public async Task A_file_that_is_gone_is_told_and_found_again_when_it_is_back()
    {
        var host = await Host.ByHandAsync(TestDatabases.MadeAsync(Engine.Sqlite, "gone"));
        var ana = await (await host.TenantAsync()).PersonAsync(Role.Seller, "Ana Okafor");
        host.Database.LetGo();
        var file = host.Database.File!;
        File.Move(file, file + ".away");
        // A folder in its place: the file can neither be opened nor be made anew.
        Directory.CreateDirectory(file);
        Assert.Contains("The database cannot be reached just now.", await DatabaseAwayTests.ToldAsync(await ana.PlainBrowser.GetAsync("/accounts")));
        Directory.Delete(file);
        File.Move(file + ".away", file);
        await ana.PlainBrowser.PageAsync("/accounts");
        await host.App.DisposeAsync();
    }

    [Fact]
    public void A_database_that_may_not_be_written_is_an_outage_and_a_broken_rule_is_none()
    {
        Assert.Equal(OutageKind.Closed, Outage.Of(new DbUpdateException("", new SqliteException("attempt to write a readonly database", 8))));
        Assert.Equal(OutageKind.None, Outage.Of(new DbUpdateException("", new SqliteException("UNIQUE constraint failed", 19))));
    }

    private static async Task TellAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
