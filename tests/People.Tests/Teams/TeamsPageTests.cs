using System.Net;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.People.Tests.Teams;

public sealed class TeamsPageTests
{
    [Theory, OnBoth]
    public async Task A_team_gets_another_name_place_and_manager_and_the_manager_reaches_its_people(Engine engine)
    {
        var lea = await LeaderAsync(engine);
        var (north, sales) = (await lea.Tenant.TeamAsync("North"), await lea.Tenant.TeamAsync("Sales"));
        var mia = await lea.Tenant.PersonAsync(Role.Manager, "Mia Berg");
        var ben = await lea.Tenant.PersonAsync(Role.Seller, "Ben Ito", north);
        var saved = await lea.PlainBrowser.PostFormAsync("/people/teams", ("Id", north.ToString()), ("Name", "Far North"), ("ManagerId", mia.Id.ToString()), ("ParentId", sales.ToString()));
        Assert.Equal("/people/teams", saved.Headers.Location!.OriginalString);
        var page = await lea.PlainBrowser.PageAsync("/people/teams");
        Assert.Contains("Far North", page);
        Assert.Contains("led by Mia Berg", page);
        Assert.Contains("under Sales", page);
        Assert.True((await mia.InDb(db => Task.FromResult(db.Reaches.For("figures", AccessLevel.Read)))).IncludesAllOf(ben.Id));
    }

    [Theory, OnBoth]
    public async Task A_team_with_people_or_teams_in_it_is_not_closed_and_an_empty_one_is(Engine engine)
    {
        var lea = await LeaderAsync(engine);
        var north = await lea.Tenant.TeamAsync("North");
        var east = await lea.Tenant.TeamAsync("North-East", parentId: north);
        await lea.Tenant.PersonAsync(Role.Seller, "Ben Ito", east);
        var full = await lea.PlainBrowser.PostFormAsync($"/people/teams/{east}/closings");
        Assert.Contains("move them first", await full.Content.ReadAsStringAsync());
        var above = await lea.PlainBrowser.PostFormAsync($"/people/teams/{north}/closings");
        Assert.Contains("Other teams stand under North", await above.Content.ReadAsStringAsync());

        var south = await lea.Tenant.TeamAsync("South");
        Assert.Equal(HttpStatusCode.SeeOther, (await lea.PlainBrowser.PostFormAsync($"/people/teams/{south}/closings")).StatusCode);
        Assert.DoesNotContain("South", await lea.PlainBrowser.PageAsync("/people/teams"));
        Assert.Equal(new DateOnly(2026, 7, 24), await lea.InDb(db => db.Teams.Where(t => t.Id == south).Select(t => t.ClosedOn).SingleAsync()));
    }

    [Theory, OnBoth]
    public async Task A_role_given_on_the_page_opens_its_pages_and_its_line_at_once(Engine engine)
    {
        var host = await Host.On(engine);
        var admin = await (await host.TenantAsync()).PersonAsync(Role.Admin, "Rana Kaur");
        var ana = await Door.JoinAsync(admin, "Ana Okafor");
        var ben = await admin.Tenant.PersonAsync(Role.Seller, "Ben Ito");
        Assert.Equal(HttpStatusCode.Forbidden, (await ana.Browser.GetAsync("/people/teams")).StatusCode);
        await admin.PlainBrowser.PostFormAsync($"/people/{ana.Id}/moves", ("Role", "Leader"));
        Assert.Equal(HttpStatusCode.OK, (await ana.Browser.GetAsync("/people/teams")).StatusCode);
        var reach = await admin.Tenant.InDb(db => db.Rows<AccessRow>().Where(a => a.ViewerId == ana.Id && a.Kind == "figures").Select(a => a.OwnerId).ToListAsync());
        Assert.Equal([Guid.Empty], reach);
        await admin.PlainBrowser.PostFormAsync($"/people/{ana.Id}/moves", ("Role", "Seller"));
        Assert.Equal(HttpStatusCode.Forbidden, (await ana.Browser.GetAsync("/people/teams")).StatusCode);
        Assert.False(await admin.Tenant.InDb(db => db.Rows<AccessRow>().AnyAsync(a => a.ViewerId == ana.Id && a.Kind == "figures" && (a.OwnerId == Guid.Empty || a.OwnerId == ben.Id))));
    }

    [Theory, OnBoth]
    public async Task Someone_who_left_comes_back_under_their_name_and_signs_in_again_but_old_keys_and_browsers_stay_out(Engine engine)
    {
        var host = await Host.On(engine);
        var admin = await (await host.TenantAsync()).PersonAsync(Role.Admin, "Rana Kaur");
        var ana = await Door.JoinAsync(admin, "Ana Okafor");
        await ana.Browser.PostFormAsync("/me/keys", ("Name", "Nightly export"));
        await admin.PlainBrowser.PostFormAsync($"/people/{ana.Id}/departures", ("HeirId", admin.Id.ToString()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Door.SignInAsync(host, ana.Email, Door.Password)).StatusCode);

        Assert.Equal(HttpStatusCode.SeeOther, (await admin.PlainBrowser.PostFormAsync($"/people/{ana.Id}/returns")).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await Door.SignInAsync(host, ana.Email, Door.Password)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await ana.Browser.GetAsync("/me")).StatusCode);
        Assert.False(await admin.InDb(db => db.ApiKeys.AnyAsync(k => k.PersonId == ana.Id && k.RevokedAt == null)));
        Assert.True(await admin.Tenant.InDb(db => db.Rows<AccessRow>().AnyAsync(a => a.ViewerId == ana.Id)));
        Assert.DoesNotContain("has left", await admin.PlainBrowser.PageAsync("/people"));
    }

    private static async Task<TestViewer> LeaderAsync(Engine engine) => await (await (await Host.On(engine)).TenantAsync()).PersonAsync(Role.Leader, "Lea Roth");
}
