using Coxswain.Platform.Data;
using Coxswain.Platform.Money;
using Coxswain.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Platform.Tests.Data;

/// <summary>Connections to a file that pages leave open for each other, with the statements they were asked.</summary>
public sealed class StandingConnectionTests : IAsyncLifetime
{
    private Testing.Host _host = null!;
    private TestTenant _tenant = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await Testing.Host.ByHandAsync(TestDatabases.MadeAsync(Engine.Sqlite, "standing"));
        _tenant = await _host.TenantAsync();
        await _tenant.InDb(db =>
        {
            db.AddRange(Rate("CHF"), Rate("GBP"), Rate("USD"));
            return db.SaveChangesAsync();
        });
        // Whatever was asked while it was made is no part of this.
        _host.Database.LetGo();
    }

    public async ValueTask DisposeAsync() => await _host.App.DisposeAsync();

    [Fact]
    public async Task A_page_works_on_the_connection_of_the_one_before_and_finds_its_statements()
    {
        var first = await PageAsync(async db => Assert.Equal("CHF", await CalledAsync(db, "CHF")));
        var next = await PageAsync(async db => Assert.Equal("USD", await CalledAsync(db, "USD")));
        Assert.Same(first, next);
        Assert.Equal(1, StandingConnections.StatementsOf(next)!.Count);
    }

    [Fact]
    public async Task Two_pages_at_once_have_a_connection_each()
    {
        var other = default(SqliteConnection);
        var one = await PageAsync(async _ => other = await PageAsync(async db => Assert.Equal("GBP", await CalledAsync(db, "GBP"))));
        Assert.NotSame(one, other);
    }

    [Fact]
    public async Task A_statement_that_is_still_read_is_not_asked_in_its_place()
    {
        await PageAsync(async db =>
        {
            var seen = new List<string>();
            await foreach (var currency in Currencies(db).AsAsyncEnumerable()) seen.Add($"{currency} of {string.Join(' ', await Currencies(db).ToListAsync())}");
            Assert.Equal(["CHF of CHF GBP USD", "GBP of CHF GBP USD", "USD of CHF GBP USD"], seen);
        });
        await PageAsync(async db => Assert.Equal(["CHF", "GBP", "USD"], await Currencies(db).ToListAsync()));
    }

    [Fact]
    public async Task What_one_page_saved_the_next_one_reads()
    {
        var first = await PageAsync(async db => Assert.Equal(3, await Currencies(db).CountAsync()));
        await _tenant.InDb(db =>
        {
            db.Add(Rate("SEK"));
            return db.SaveChangesAsync();
        });
        Assert.Same(first, await PageAsync(async db => Assert.Equal(4, await Currencies(db).CountAsync())));
    }

    [Fact]
    public async Task A_table_that_changed_meanwhile_is_read_as_it_is_and_a_statement_that_failed_is_asked_anew()
    {
        await PageAsync(async db => Assert.Equal("CHF", await CalledAsync(db, "CHF")));
        await ChangeAsync("CREATE INDEX of_a_test ON exchange_rates (currency)");
        await PageAsync(async db => Assert.Equal("CHF", await CalledAsync(db, "CHF")));
        await ChangeAsync("ALTER TABLE exchange_rates RENAME TO elsewhere");
        await PageAsync(db => Assert.ThrowsAsync<SqliteException>(() => CalledAsync(db, "CHF")));
        await ChangeAsync("ALTER TABLE elsewhere RENAME TO exchange_rates");
        await PageAsync(async db => Assert.Equal("CHF", await CalledAsync(db, "CHF")));
    }

    [Fact]
    public async Task One_that_was_left_in_the_middle_of_a_transaction_is_closed()
    {
        var left = await PageAsync(db => db.Database.ExecuteSqlRawAsync("BEGIN"));
        Assert.Equal(System.Data.ConnectionState.Closed, left.State);
        Assert.NotSame(left, await PageAsync(async db => Assert.Equal("CHF", await CalledAsync(db, "CHF"))));
    }

    [Fact]
    public async Task Settings_that_one_page_changed_are_as_usual_for_the_next()
    {
        var first = await PageAsync(db => db.Database.ExecuteSqlRawAsync("PRAGMA cache_size = -1000"));
        Assert.Same(first, await PageAsync(async db =>
        {
            await using var asked = db.Database.GetDbConnection().CreateCommand();
            asked.CommandText = "PRAGMA cache_size";
            Assert.Equal(-4_000L, await asked.ExecuteScalarAsync());
        }));
    }

    [Fact]
    public async Task When_all_are_let_go_the_file_can_be_taken_by_another_and_one_in_use_is_closed_after_it()
    {
        var waits = await PageAsync(async db => Assert.Equal("CHF", await CalledAsync(db, "CHF")));
        var used = await PageAsync(async db =>
        {
            _host.Database.LetGo();
            Assert.Equal("GBP", await CalledAsync(db, "GBP"));
        });
        Assert.Equal((System.Data.ConnectionState.Closed, System.Data.ConnectionState.Closed), (waits.State, used.State));
        await ChangeAsync("PRAGMA journal_mode = DELETE");
        Assert.Equal("delete", await ChangeAsync("PRAGMA journal_mode"));
    }

    private async Task<SqliteConnection> PageAsync(Func<AppDb, Task> work)
    {
        var connection = default(SqliteConnection);
        await _tenant.InDb(async (db, _) =>
        {
            await db.StayOpenAsync(default);
            connection = (SqliteConnection)db.Database.GetDbConnection();
            await work(db);
        });
        return connection!;
    }

    private async Task<object?> ChangeAsync(string sql)
    {
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder(_host.Database.ConnectionString) { Pooling = false, ForeignKeys = false }.ToString());
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync();
    }

    private static Task<string> CalledAsync(AppDb db, string currency) => db.Rows<ExchangeRate>().Where(r => r.Currency == currency).Select(r => r.Currency).SingleAsync();

    private static IQueryable<string> Currencies(AppDb db) => db.Rows<ExchangeRate>().OrderBy(r => r.Currency).Select(r => r.Currency);

    private static ExchangeRate Rate(string currency) => new() { Currency = currency, On = new DateOnly(2026, 7, 1), Rate = 1.1 };
}
