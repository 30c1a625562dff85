using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Platform.Money;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Platform.Tests.Data;

public sealed class BulkLoadTests
{
    private const string OnSqlite = "SELECT sql AS \"Value\" FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name";
    private const string OnPostgres = "SELECT indexdef AS \"Value\" FROM pg_indexes WHERE schemaname = current_schema() ORDER BY indexname";

    [Theory, OnBoth]
    public async Task A_database_filled_before_anybody_uses_it_has_all_its_indexes_again_and_is_careful_again(Engine engine)
    {
        // One of its own: nobody else may use it meanwhile, no work in the background either.
        var tenant = await (await Host.ByHandAsync(TestDatabases.MadeAsync(engine, "filled"))).TenantAsync();
        var (before, care) = (await LookUpsAsync(tenant, engine), await CareAsync(tenant, engine));
        var written = 0;
        await tenant.InDb(async (db, _) => await new BulkLoad(db, asItHappened: false).FillAsync([[Rate("USD"), Rate("GBP")], [Rate("JPY")]], rows => written += rows, default));
        Assert.Equal(3, written);
        Assert.Equal(before, (await LookUpsAsync(tenant, engine)).Where(sql => !sql.Contains("sqlite_stat", StringComparison.Ordinal)));
        Assert.Equal((3, 3), await tenant.InDb(async db => (await db.Rows<ExchangeRate>().CountAsync(), await db.Rows<Event>().CountAsync())));
        Assert.Equal(care, await CareAsync(tenant, engine));
    }

    [Theory, OnBoth]
    public async Task A_batch_that_cannot_be_made_stops_the_load_and_what_was_written_before_it_stays(Engine engine)
    {
        var tenant = await (await Host.On(engine)).TenantAsync();
        var fault = await Assert.ThrowsAsync<InvalidDataException>(() => tenant.InDb(async (db, _) => await new BulkLoad(db, asItHappened: false).RunAsync(Broken(), null, default)));
        Assert.Equal("no more", fault.Message);
        Assert.Equal(1, await tenant.InDb(db => db.Rows<ExchangeRate>().CountAsync()));

        static IEnumerable<IReadOnlyList<Entity>> Broken()
        {
            yield return [Rate("USD")];
            throw new InvalidDataException("no more");
        }
    }

    private static Task<List<string>> LookUpsAsync(TestTenant tenant, Engine engine) => tenant.InDb(db => db.Database.SqlQueryRaw<string>(engine is Engine.Sqlite ? OnSqlite : OnPostgres).ToListAsync());

    private static Task<string> CareAsync(TestTenant tenant, Engine engine) => tenant.InDb(db => db.Database.SqlQueryRaw<string>(engine is Engine.Sqlite
        ? "SELECT synchronous || ' ' || foreign_keys AS \"Value\" FROM pragma_synchronous, pragma_foreign_keys" : "SELECT current_setting('synchronous_commit') AS \"Value\"").SingleAsync());

    private static ExchangeRate Rate(string currency) => new() { Currency = currency, On = new DateOnly(2026, 1, 1), Rate = 1.1 };
}
