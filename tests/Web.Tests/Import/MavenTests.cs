using System.Diagnostics;
using Coxswain.Customers;
using Coxswain.Funnel;
using Coxswain.People;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Tenants;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Web.Tests.Import;

/// <summary>The files of a real export, whole. The figures were computed from them independently.</summary>
public sealed class MavenTests
{
    [Theory, OnBoth]
    public async Task A_folder_of_related_files_comes_in_whole_and_the_comparison_shows_no_difference(Engine engine)
    {
        var watch = Stopwatch.StartNew();
        var (tenant, result) = await ImportAsync(engine);
        TestContext.Current.TestOutputHelper!.WriteLine($"{engine}: 8,927 rows in {watch.Elapsed.TotalSeconds:0.0} s");
        Assert.Equal(0, result.Refused);
        Assert.True(result.Agrees);
        Assert.NotEmpty(result.Reconciliation);
        Assert.Equal((85, 7, 35 + 6, 3 + 6, 8_800), (result.CreatedByKind["account"], result.CreatedByKind["product"], result.CreatedByKind["person"], result.CreatedByKind["team"], result.CreatedByKind["opportunity"]));
        Assert.Equal(1_425, result.Remarks.Single(r => !r.Refused).Rows);
        await CheckFunnelAsync(tenant);
        await CheckPeopleAsync(tenant);
    }

    [Theory, OnBoth]
    public async Task The_same_files_again_change_nothing(Engine engine)
    {
        var (tenant, _) = await ImportAsync(engine);
        var again = await RunAsync(tenant, ImportOptions.Yes);
        Assert.Equal((0, 0, 0), (again.Created, again.Changed, again.Refused));
        Assert.True(again.Agrees);
        Assert.Equal(8_800, await tenant.InDb(db => db.Deals().CountAsync()));
    }

    [Theory, OnBoth]
    public async Task A_dry_run_tells_the_same_and_saves_nothing(Engine engine)
    {
        var tenant = await (await Host.On(engine)).TenantAsync();
        var dry = await RunAsync(tenant, ImportOptions.Yes with { DryRun = true });
        Assert.Equal((8_800, 0), (dry.CreatedByKind["opportunity"], dry.Refused));
        Assert.Equal(0, await tenant.InDb(db => db.Deals().CountAsync()));
        Assert.Equal(0, await tenant.InDb(db => db.PersonRows().CountAsync()));
    }

    [Theory, OnBoth]
    public async Task Misspelt_names_are_taken_for_the_known_ones(Engine engine)
    {
        var (tenant, result) = await ImportAsync(engine);
        Assert.Equal([("account.industry", "technolgy", "technology"), ("product", "GTXPro", "GTX Pro")], result.Plan.Corrections.Select(c => (c.Kind, c.From, c.To)).Order());
        Assert.Equal(12, await tenant.InDb(db => db.AccountRows().CountAsync(a => a.Industry == "technology")));
        Assert.DoesNotContain("GTXPro", await tenant.InDb(db => db.ProductRows().Select(p => p.Name).ToListAsync()));
    }

    [Theory, OnBoth]
    public async Task Undo_takes_everything_back_but_what_was_edited_since(Engine engine)
    {
        var (tenant, result) = await ImportAsync(engine);
        var undone = await tenant.WithRunner(r => r.UndoAsync(result.RunId, null, default));
        Assert.Empty(undone.Spared);
        Assert.Equal(0, await tenant.InDb(db => db.Deals().CountAsync()));
        Assert.Equal(0, await tenant.InDb(db => db.AccountRows().CountAsync()));
        Assert.Equal(0, await tenant.InDb(db => db.PersonRows().CountAsync(p => p.IsHere)));
    }

    private static async Task CheckFunnelAsync(TestTenant tenant)
    {
        var stages = await tenant.InDb(db => db.StageRows().ToDictionaryAsync(s => s.Id, s => s.Name));
        var deals = await tenant.InDb(db => db.Deals().ToListAsync());
        var counts = deals.GroupBy(d => stages[d.StageId]).ToDictionary(g => g.Key, g => g.Count());
        Assert.Equal((4_238, 2_473, 1_589, 500), (counts["Won"], counts["Lost"], counts["Engaging"], counts["Prospecting"]));
        Assert.Equal(10_005_534_00L, deals.Where(d => d.End is StageEnd.Won).Sum(d => d.Amount));
        Assert.Equal(1_425, deals.Count(d => d.AccountId is null));
        Assert.All(deals.Where(d => d.End is not StageEnd.Won), d => Assert.Null(d.Amount));
        Assert.Equal(new DateOnly(2017, 12, 31), await tenant.InDb(db => db.Rows<Tenant>().Where(t => t.Id == tenant.Id).Select(t => t.DataThrough).SingleAsync()));
        var midYear = new DateTime(2017, 7, 1, 0, 0, 0, DateTimeKind.Utc);
        var open = deals.Count(d => d.OpenedOn <= DateOnly.FromDateTime(midYear) && (d.ClosedOn is null || d.ClosedOn > DateOnly.FromDateTime(midYear)));
        Assert.Equal(open, await tenant.InDb(db => db.DealsAsOf(midYear).CountAsync(s => s.End == StageEnd.Open)));
    }

    private static async Task CheckPeopleAsync(TestTenant tenant)
    {
        var people = await tenant.InDb(db => db.PersonRows().ToListAsync());
        var teams = await tenant.InDb(db => db.TeamRows().ToListAsync());
        var offices = teams.Where(t => t.ParentId is null).ToList();
        Assert.Equal(["Central", "East", "West"], offices.Select(o => o.Name).Order());
        Assert.All(offices, o => Assert.Null(o.ManagerId));
        Assert.Equal((35, 6), (people.Count(p => p.Role is Role.Seller), people.Count(p => p.Role is Role.Manager)));
        var anna = people.Single(p => p.Name == "Anna Snelling");
        var team = teams.Single(t => t.Id == anna.TeamId);
        Assert.Equal("Dustin Brinkmann", people.Single(p => p.Id == team.ManagerId).Name);
        Assert.Equal("Central", teams.Single(t => t.Id == team.ParentId).Name);
    }

    private static async Task<(TestTenant, ImportResult)> ImportAsync(Engine engine)
    {
        var tenant = await (await Host.On(engine)).TenantAsync();
        return (tenant, await RunAsync(tenant, ImportOptions.Yes));
    }

    private static Task<ImportResult> RunAsync(TestTenant tenant, ImportOptions options)
    {
        var folder = RealFiles.Find("maven_crm");
        Assert.SkipWhen(folder is null, "shared/data/maven_crm is not beside the repository");
        return tenant.ImportAsync(folder, options);
    }
}
