using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Jobs;
using Coxswain.Platform.Lists;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
namespace Coxswain.Platform.Tests.Data;

/// <summary>The engine plans by the rows there are, however many came at once.</summary>
public sealed class PlannerStatisticsTests
{
    [Theory, OnBoth]
    public async Task Once_counted_the_engine_knows_how_many_rows_came(Engine engine)
    {
        var host = await Host.StartAsync(TestDatabases.MadeAsync(engine, "planner"));
        await using var app = host.App;
        var tenant = await host.TenantAsync();
        await tenant.SaveAsync([.. Views(300)]);
        Assert.NotEqual(300, await KnownAsync(tenant));
        await tenant.InDb((db, _) => PlannerStatistics.RefreshAsync(db, default));
        Assert.Equal(300, await KnownAsync(tenant));
    }

    [Fact]
    public async Task The_daily_upkeep_counts_what_came_since_on_SQLite()
    {
        var host = await Host.StartAsync(TestDatabases.MadeAsync(Engine.Sqlite, "planner"));
        await using var app = host.App;
        var tenant = await host.TenantAsync();
        await tenant.SaveAsync([.. Views(40)]);
        var upkeep = host.Services.GetServices<IUpkeep>().OfType<PlannerUpkeep>().Single();
        await tenant.InDb((db, _) => upkeep.TidyAsync(db, host.Clock.GetUtcNow().UtcDateTime, default));
        Assert.Equal(40, await KnownAsync(tenant));
    }

    private static IEnumerable<Entity> Views(int count) => Enumerable.Range(1, count).Select(i =>
        new SavedView { Kind = "account", Name = $"View {i}", OwnerId = Guid.CreateVersion7(), Audience = Audience.Private, Path = "/accounts", Query = "", Position = i });

    /// <summary>How many saved views the engine plans for; less than none where it never looked.</summary>
    private static Task<long> KnownAsync(TestTenant tenant) => tenant.InDb(async db =>
    {
        if (db.Engine is Engine.Postgres) return await db.Database.SqlQueryRaw<long>("SELECT reltuples::bigint AS \"Value\" FROM pg_class WHERE oid = 'saved_views'::regclass").SingleAsync();
        if (!await db.Database.SqlQueryRaw<string>("SELECT name AS \"Value\" FROM sqlite_master WHERE name = 'sqlite_stat1'").AnyAsync()) return -1;
        return await db.Database.SqlQueryRaw<long>("SELECT max(CAST(substr(stat, 1, instr(stat, ' ') - 1) AS INTEGER)) AS \"Value\" FROM sqlite_stat1 WHERE tbl = 'saved_views'").SingleAsync();
    });
}
