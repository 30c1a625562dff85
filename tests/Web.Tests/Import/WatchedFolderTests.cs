using System.Net;
using Coxswain.Customers;
using Coxswain.Customers.Import.Watching;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Files;
using Coxswain.Platform.Jobs;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
namespace Coxswain.Web.Tests.Import;

/// <summary>Files that another program puts into a folder are taken in by themselves.</summary>
public sealed class WatchedFolderTests
{
    private const string Accounts = "Key,Account,City\nA1,Nordwind,Kiel\nA2,Alster,Hamburg\n";

    [Theory, OnBoth]
    public async Task What_lies_there_and_no_longer_grows_is_taken_in_as_whoever_switched_it_on(Engine engine)
    {
        var (tenant, admin, folder) = await PlaceAsync(engine);
        Directory.CreateDirectory(folder.Incoming);
        await PutAsync(folder, "accounts.csv", Accounts);
        await LookAsync(tenant);
        await LookAsync(tenant);
        Assert.True(File.Exists(Path.Combine(folder.Incoming, "accounts.csv")));
        Assert.Contains("can be taken in by themselves", await admin.PlainBrowser.GetStringAsync("/settings/masters"));

        Assert.Equal(HttpStatusCode.SeeOther, (await admin.PlainBrowser.PostFormAsync("/settings/watched-folder", ("On", "true"))).StatusCode);
        await LookAsync(tenant);
        await PutAsync(folder, "accounts.csv", Accounts + "A3,Growing,Kiel\n");
        await LookAsync(tenant);
        Assert.Equal(0, await tenant.InDb(db => db.AccountRows().CountAsync()));
        await LookAsync(tenant);
        var accounts = await tenant.InDb(db => db.AccountRows().OrderBy(a => a.Name).ToListAsync());
        Assert.Equal(["Alster", "Growing", "Nordwind"], accounts.Select(a => a.Name));
        Assert.All(accounts, a => Assert.Equal(admin.Id, a.OwnerId));
        Assert.Empty(Directory.GetFiles(folder.Incoming));
        Assert.EndsWith("-accounts.csv", Assert.Single(Directory.GetFiles(folder.Done)), StringComparison.Ordinal);
        var page = await admin.PlainBrowser.GetStringAsync("/import");
        Assert.Contains("Watched folder: accounts.csv", page);
        Assert.Contains(folder.Incoming, page);
    }

    [Theory, OnBoth]
    public async Task What_has_to_be_asked_waits_among_the_imports_and_what_is_refused_lies_beside_its_file(Engine engine)
    {
        var (tenant, admin, folder) = await PlaceAsync(engine);
        await admin.PlainBrowser.PostFormAsync("/settings/watched-folder", ("On", "true"));
        await PutAsync(folder, "deals.csv", "Key,Deal,Owner,Stage,Close date\nD1,Crane,Nobody Known,Qualified,2026-03-01\n");
        await LookAsync(tenant, 2);
        Assert.EndsWith("-deals.csv", Assert.Single(Directory.GetFiles(folder.Waiting)), StringComparison.Ordinal);
        Assert.Contains("Waits for you", await admin.PlainBrowser.GetStringAsync("/import"));

        await PutAsync(folder, "accounts.csv", "Key,Account,Employees\nA1,Nordwind,12\nA2,Alster,many\n");
        await PutAsync(folder, "picture.csv", "\0\0\0");
        await PutAsync(folder, ".hidden.csv", Accounts);
        await LookAsync(tenant, 2);
        Assert.Equal("Nordwind", await tenant.InDb(db => db.AccountRows().Select(a => a.Name).SingleAsync()));
        var refused = Directory.GetFiles(folder.Refused).Select(Path.GetFileName).Order().ToList();
        Assert.Equal(["accounts.csv", "accounts.csv.refused.csv", "picture.csv", "picture.csv.why.txt"], refused.Select(r => r![16..]).Order(StringComparer.Ordinal));
        Assert.Contains("many", await File.ReadAllTextAsync(Directory.GetFiles(folder.Refused, "*.refused.csv").Single()));
        Assert.Equal(".hidden.csv", Path.GetFileName(Assert.Single(Directory.GetFiles(folder.Incoming))));
    }

    [Theory, OnBoth]
    public async Task Only_an_administrator_switches_it_and_nothing_is_taken_in_as_somebody_who_left(Engine engine)
    {
        var (tenant, admin, folder) = await PlaceAsync(engine);
        var leader = await tenant.PersonAsync(Role.Leader, "Ruth Adler");
        Assert.Equal(HttpStatusCode.Forbidden, (await leader.PlainBrowser.PostFormAsync("/settings/watched-folder", ("On", "true"))).StatusCode);
        Assert.DoesNotContain("Watch it", await leader.PlainBrowser.GetStringAsync("/settings/masters"));
        await admin.PlainBrowser.PostFormAsync("/settings/watched-folder", ("On", "true"));
        await PutAsync(folder, "accounts.csv", Accounts);
        var other = await tenant.PersonAsync(Role.Admin, "Zoe Brandt");
        Assert.Equal(HttpStatusCode.SeeOther, (await other.PlainBrowser.PostFormAsync($"/people/{admin.Id}/departures", ("HeirId", $"{other.Id}"))).StatusCode);
        await LookAsync(tenant, 3);
        Assert.Equal(0, await tenant.InDb(db => db.AccountRows().CountAsync()));
        Assert.Contains("may no longer import", await other.PlainBrowser.GetStringAsync("/import"));
        await other.PlainBrowser.PostFormAsync("/settings/watched-folder", ("On", "true"));
        await LookAsync(tenant, 2);
        Assert.Equal(2, await tenant.InDb(db => db.AccountRows().CountAsync()));
        await other.PlainBrowser.PostFormAsync("/settings/watched-folder", ("On", "false"));
        Assert.DoesNotContain("Watched folder</", await other.PlainBrowser.GetStringAsync("/import"));
    }

    [Theory, OnBoth]
    public async Task A_file_written_anew_while_its_predecessor_is_taken_in_stays_to_be_read(Engine engine)
    {
        var (_, admin, folder) = await PlaceAsync(engine);
        await admin.PlainBrowser.PostFormAsync("/settings/watched-folder", ("On", "true"));
        await PutAsync(folder, "accounts.csv", Accounts);
        var seen = Assert.Single(folder.Lying());
        await PutAsync(folder, "accounts.csv", Accounts + "A3,Later,Kiel\n");
        folder.Put(seen, folder.Done, DateTime.UnixEpoch);
        Assert.Empty(Directory.GetFiles(folder.Done));
        folder.Put(Assert.Single(folder.Lying()), folder.Done, DateTime.UnixEpoch);
        Assert.Single(Directory.GetFiles(folder.Done));
        Assert.Empty(Directory.GetFiles(folder.Incoming));
    }

    [Theory, OnBoth]
    public async Task A_file_that_cannot_be_opened_holds_up_no_other_and_what_a_failed_job_was_at_is_put_out_of_the_way(Engine engine)
    {
        var (tenant, admin, folder) = await PlaceAsync(engine);
        await admin.PlainBrowser.PostFormAsync("/settings/watched-folder", ("On", "true"));
        await PutAsync(folder, "accounts.csv", Accounts);
        await PutAsync(folder, "locked.csv", Accounts);
        await using (new FileStream(Path.Combine(folder.Incoming, "locked.csv"), FileMode.Open, FileAccess.Read, FileShare.None)) await LookAsync(tenant, 2);
        Assert.Equal(2, await tenant.InDb(db => db.AccountRows().CountAsync()));
        Assert.Equal("locked.csv", Path.GetFileName(Assert.Single(Directory.GetFiles(folder.Incoming))));

        folder.Try(folder.Lying());
        var job = new Job { Kind = WatchJob.JobKind, AskedById = admin.Id, AskedAt = DateTime.UnixEpoch, NextTryAt = DateTime.UnixEpoch };
        await tenant.InDb(async (_, services) => await services.GetServices<IJobHandler>().OfType<WatchJob>().Single().EndedAsync(job, JobState.Failed, "It broke.", default));
        Assert.Empty(Directory.GetFiles(folder.Incoming));
        Assert.Equal("It broke.", await File.ReadAllTextAsync(Directory.GetFiles(folder.Refused, "*-locked.csv.why.txt").Single()));
        Assert.Null(folder.Tried);
    }

    private static async Task<(TestTenant Tenant, TestViewer Admin, WatchedFolder Folder)> PlaceAsync(Engine engine)
    {
        var host = await (await Prompt.OnAsync(engine)).ServeAsync();
        var tenant = await host.TenantAsync();
        return (tenant, await tenant.PersonAsync(Role.Admin, "Ines Castro"), new WatchedFolder(host.Services.GetRequiredService<DataFolder>(), tenant.Id));
    }

    private static Task PutAsync(WatchedFolder folder, string name, string text) => File.WriteAllTextAsync(Path.Combine(folder.Incoming, name), text);

    // As many minutes as it is looked.
    private static async Task LookAsync(TestTenant tenant, int times = 1)
    {
        for (var i = 0; i < times; i++)
        {
            tenant.Host.Clock.Advance(TimeSpan.FromMinutes(1));
            await tenant.InDb(async (db, services) => await services.GetServices<IClockwork>().OfType<WatchClock>().Single().AskAsync(db, tenant.Host.Clock.GetUtcNow().UtcDateTime, default));
            await tenant.DoDueAsync();
        }
    }
}
