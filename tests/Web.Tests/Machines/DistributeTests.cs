using Coxswain.Platform.Data;
using Coxswain.Testing;
namespace Coxswain.Web.Tests.Machines;

/// <summary><c>cox distribute</c>, in front of a stand-in for Citus.</summary>
public sealed class DistributeTests
{
    [Fact]
    public async Task It_prints_every_table_parents_first_and_opens_no_database()
    {
        var folder = Directory.CreateTempSubdirectory("coxswain-distribute-").FullName;
        var printed = await Prompt.RawAsync("distribute", "--data", Path.Combine(folder, "none"));
        var lines = printed.Data.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal((0, ""), (printed.Code, printed.Aside));
        Assert.Contains("SELECT create_reference_table('tenants');", lines);
        Assert.Contains("SELECT create_distributed_table('access', 'tenant_id', colocate_with => 'none');", lines);
        Assert.True(Place("create_distributed_table('teams'") < Place("create_distributed_table('people'"));
        Assert.True(Place("create_distributed_table('people'") < Place("create_distributed_table('memberships'"));
        Assert.False(Directory.Exists(Path.Combine(folder, "none")));

        int Place(string what) => Array.FindIndex(lines, l => l.Contains(what, StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_places_every_table_once_and_a_run_that_was_cut_off_goes_on()
    {
        var cox = await OnStandInAsync();
        // As if the last run had been cut off before the last tables, and a later version had brought one.
        await cox.DoAsync("distribute", "--run");
        await StandIn.DoAsync(cox.Database, "DELETE FROM placed WHERE relation IN ('access'::regclass, 'tasks'::regclass)");
        Assert.Equal(["Placed 2 tables by tenant and 0 on every machine."], (await cox.DoAsync("distribute", "--run")).Data.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal("Every table has its place already.", (await cox.DoAsync("distribute", "--run")).Data.Trim());

        var tables = await StandIn.AskAsync(cox.Database, "SELECT relname::text FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relname NOT IN ('placed', '__EFMigrationsHistory') ORDER BY 1");
        Assert.Equal(tables, await StandIn.AskAsync(cox.Database, "SELECT relation::text FROM placed WHERE cleared > 0 ORDER BY 1"));
        Assert.Equal(["tenant_id"], await StandIn.AskAsync(cox.Database, "SELECT DISTINCT col FROM placed WHERE kind = 'distributed'"));
        Assert.Single(await StandIn.AskAsync(cox.Database, "SELECT beside FROM placed WHERE kind = 'distributed' GROUP BY beside HAVING beside <> 'none' AND count(*) > 2"));
        // Global rows are counted on as before.
        Assert.Equal(0, (await cox.CoxAsync("user", "add", "Ana Okafor", "--role", "seller")).Code);
        Assert.Equal(["1"], await StandIn.AskAsync(cox.Database, "SELECT max(id) FROM tenants"));
    }

    [Fact]
    public async Task Without_Citus_it_says_what_to_install_and_changes_nothing()
    {
        Assert.SkipWhen(TestDatabases.PostgresServer is null, TestDatabases.NoPostgres);
        var cox = await Prompt.OnAsync(Engine.Postgres);
        await cox.DoAsync("migrate");
        var refused = await cox.CoxAsync("distribute", "--run");
        Assert.Equal((1, ""), (refused.Code, refused.Data));
        Assert.Contains("CREATE EXTENSION citus", Assert.Single(refused.Aside.Split('\n', StringSplitOptions.RemoveEmptyEntries)));
        Assert.Equal(["d"], await StandIn.AskAsync(cox.Database, "SELECT attidentity::text FROM pg_attribute WHERE attrelid = 'tenants'::regclass AND attname = 'id'"));
        Assert.Contains("--database", (await Prompt.RawAsync("distribute", "--run")).Aside);
    }

    [Fact]
    public async Task Before_the_database_is_of_this_version_it_says_to_migrate()
    {
        Assert.SkipWhen(TestDatabases.PostgresServer is null, TestDatabases.NoPostgres);
        var cox = await Prompt.OnAsync(Engine.Postgres);
        await StandIn.InstallAsync(cox.Database);
        Assert.Contains("cox migrate first", (await cox.CoxAsync("distribute", "--run")).Aside);
    }

    private static async Task<Prompt> OnStandInAsync()
    {
        Assert.SkipWhen(TestDatabases.PostgresServer is null, TestDatabases.NoPostgres);
        var cox = await Prompt.OnAsync(Engine.Postgres);
        await cox.DoAsync("migrate");
        await StandIn.InstallAsync(cox.Database);
        return cox;
    }
}
