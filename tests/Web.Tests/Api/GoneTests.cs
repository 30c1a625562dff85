using System.Text.Json.Nodes;
using Coxswain.Customers.Activities;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Web.Tests.Api;

public sealed class GoneTests
{
    [Theory, OnBoth]
    public async Task Who_sees_their_own_is_told_what_left_their_sight_and_never_of_what_was_not_in_it(Engine engine)
    {
        var (host, admin, mia) = await SetAsync(engine, "Own");
        var (given, removed, kept) = (await ProgramTests.AccountAsync(mia, "Given"), await ProgramTests.AccountAsync(mia, "Removed"), await ProgramTests.AccountAsync(mia, "Kept"));
        var (shown, theirs, passed) = (await ProgramTests.AccountAsync(admin, "Shown"), await ProgramTests.AccountAsync(admin, "Theirs"), await ProgramTests.AccountAsync(admin, "Passed"));
        var ben = await admin.Tenant.PersonAsync(Role.Seller, "Ben Ito");
        var share = (string)(await Programs.SendAsync(admin.Program, "POST", $"/api/v1/shares/account/{shown}", new { personId = mia.Id, level = "Read" })).Body!["shared"]![0]!["id"]!;
        var since = Since(host);
        Assert.Equal(200, (await Programs.SendAsync(admin.Program, "DELETE", $"/api/v1/shares/{share}", null)).Status);
        await GiveAsync(admin, given, admin);
        await GiveAsync(admin, passed, ben);
        foreach (var (person, id) in ((TestViewer, Guid)[])[(mia, removed), (admin, theirs)]) Assert.Equal(200, (await Programs.SendAsync(person.Program, "DELETE", $"/api/v1/accounts/{id}", null)).Status);
        await Programs.SendAsync(mia.Program, "PATCH", $"/api/v1/accounts/{kept}", new { city = "Oslo" });
        var page = await Programs.GetAsync(mia.Program, $"/api/v1/accounts?changedSince={since}");
        Assert.Equal(new[] { given, removed, shown }.Order(), Gone(page));
        Assert.Equal($"{kept}", (string?)Assert.Single(page["rows"]!.AsArray())!["id"]);
        Assert.Equal(new[] { removed, theirs }.Order(), Gone(await Programs.GetAsync(admin.Program, $"/api/v1/accounts?changedSince={since}")));
    }

    [Theory, OnBoth]
    public async Task Within_a_team_a_record_that_changes_hands_stays_and_one_that_leaves_the_team_is_gone(Engine engine)
    {
        var (host, admin, mia) = await SetAsync(engine, "Team");
        var team = await admin.Tenant.TeamAsync("North", mia);
        var (ben, lea) = (await admin.Tenant.PersonAsync(Role.Seller, "Ben Ito", team), await admin.Tenant.PersonAsync(Role.Seller, "Lea Ruud", team));
        var (within, leaves, above) = (await ProgramTests.AccountAsync(ben, "Within"), await ProgramTests.AccountAsync(ben, "Leaves"), await ProgramTests.AccountAsync(admin, "Above"));
        var since = Since(host);
        await GiveAsync(admin, within, lea);
        await GiveAsync(admin, leaves, admin);
        // It comes into sight and goes again meanwhile: it was there to be read.
        await GiveAsync(admin, above, ben);
        await GiveAsync(admin, above, admin);
        var page = await Programs.GetAsync(mia.Program, $"/api/v1/accounts?changedSince={since}");
        Assert.Equal(new[] { leaves, above }.Order(), Gone(page));
        Assert.Equal($"{within}", (string?)Assert.Single(page["rows"]!.AsArray())!["id"]);
    }

    [Theory, OnBoth]
    public async Task What_is_moved_to_an_account_out_of_sight_and_who_was_erased_are_gone(Engine engine)
    {
        var (host, admin, mia) = await SetAsync(engine, "Own");
        var (mine, theirs) = (await ProgramTests.AccountAsync(mia, "Mine"), await ProgramTests.AccountAsync(admin, "Theirs"));
        Interaction At(Guid account, string about) => new() { Kind = InteractionKind.Call, OwnerId = admin.Id, Subject = about, OccurredAt = host.Clock.GetUtcNow().UtcDateTime, AccountId = account };
        var (moved, stays) = (At(mine, "Cranes"), At(theirs, "Ferries"));
        await admin.Tenant.SaveAsync(moved, stays);
        var contact = Guid.Parse((string)(await Programs.SendAsync(admin.Program, "POST", "/api/v1/contacts", new { name = "Petra Brandt" })).Body!["id"]!);
        var since = Since(host);
        await admin.Tenant.InDb(async db =>
        {
            foreach (var touch in await db.Rows<Interaction>().ToListAsync()) (touch.AccountId, touch.Minutes) = (theirs, 5);
            return await db.SaveChangesAsync();
        });
        Assert.Equal(200, (await Programs.SendAsync(admin.Program, "POST", $"/api/v1/contacts/{contact}/erasures", new { reason = "Asked" })).Status);
        Assert.Equal([moved.Id], Gone(await Programs.GetAsync(mia.Program, $"/api/v1/interactions?changedSince={since}")));
        Assert.Equal([contact], Gone(await Programs.GetAsync(mia.Program, $"/api/v1/contacts?changedSince={since}")));
    }

    private static async Task<(Host, TestViewer Admin, TestViewer Mia)> SetAsync(Engine engine, string sees)
    {
        var host = await Host.StartAsync(TestDatabases.MadeAsync(engine, "gone"));
        var tenant = await host.TenantAsync();
        var (admin, mia) = (await tenant.PersonAsync(Role.Admin, "Ines Castro"), await tenant.PersonAsync(Role.Manager, "Mia Berg"));
        Assert.Equal(200, (await Programs.SendAsync(admin.Program, "POST", "/api/v1/roles/Manager/kinds/account", new { see = sees, change = "Own" })).Status);
        return (host, admin, mia);
    }

    private static string Since(Host host)
    {
        host.Clock.Advance(TimeSpan.FromHours(1));
        return host.Clock.GetUtcNow().UtcDateTime.ToString("O");
    }

    private static async Task GiveAsync(TestViewer admin, Guid account, TestViewer to) => Assert.Equal(200, (await Programs.SendAsync(admin.Program, "PATCH", $"/api/v1/accounts/{account}", new { ownerId = to.Id })).Status);

    private static IEnumerable<Guid> Gone(JsonNode page) => page["gone"]!.AsArray().Select(g => Guid.Parse((string)g!));
}
