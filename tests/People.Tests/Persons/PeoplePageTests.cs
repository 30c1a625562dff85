using System.Net;
using System.Text.RegularExpressions;
using Coxswain.People.Persons;
using Coxswain.People.Teams;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.People.Tests.Persons;

public sealed class PeoplePageTests
{
    [Theory, OnBoth]
    public async Task An_invited_seller_reads_what_is_computed_chooses_a_password_and_is_in_and_the_link_is_used_up(Engine engine)
    {
        var admin = await AdminAsync(engine);
        var email = $"{Guid.NewGuid():N}@example.com";
        await admin.PlainBrowser.PostFormAsync("/people", ("Name", "Ana Okafor"), ("Email", email), ("Role", "Seller"));
        var ana = await PersonAsync(admin, "Ana Okafor");
        var link = Regex.Match(await (await admin.PlainBrowser.PostFormAsync($"/people/{ana.Id}/invitations")).Content.ReadAsStringAsync(), "/invitations/[0-9a-f-]+").Value;

        var door = Anyone(admin);
        Assert.Contains("What is computed about you", await door.PageAsync(link));
        var shortOne = await door.PostFormAsync(link, ("Password", "short"));
        Assert.Contains("At least 12 characters", await shortOne.Content.ReadAsStringAsync());
        var taken = await door.PostFormAsync(link, ("Password", "drei Ruder und ein Lied"));
        Assert.Equal(HttpStatusCode.SeeOther, taken.StatusCode);
        Assert.NotNull((await PersonAsync(admin, "Ana Okafor")).ToldAt);
        Assert.Equal(HttpStatusCode.Forbidden, (await door.GetAsync(link)).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await door.PostFormAsync("/sign-in", ("Email", email), ("Password", "drei Ruder und ein Lied"))).StatusCode);
    }

    [Theory, OnBoth]
    public async Task A_move_in_the_middle_of_a_quarter_ends_one_membership_and_begins_the_next_on_that_day(Engine engine)
    {
        var admin = await AdminAsync(engine);
        var (north, south) = (await admin.Tenant.TeamAsync("North"), await admin.Tenant.TeamAsync("South"));
        await admin.PlainBrowser.PostFormAsync("/people", ("Name", "Ben Ito"), ("Role", "Seller"), ("TeamId", north.ToString()));
        var ben = await PersonAsync(admin, "Ben Ito");
        await admin.PlainBrowser.PostFormAsync($"/people/{ben.Id}/moves", ("Role", "Seller"), ("TeamId", south.ToString()), ("From", "2026-08-15"));
        var memberships = await admin.InDb(db => db.Memberships.Where(m => m.PersonId == ben.Id).OrderBy(m => m.From).ToListAsync());
        Assert.Equal([(north, new DateOnly(2026, 8, 15)), (south, (DateOnly?)null)], memberships.Select(m => (m.TeamId, m.To)));
    }

    [Theory, OnBoth]
    public async Task A_manager_reaches_the_rows_of_the_teams_below_and_no_others_once_the_hierarchy_says_so(Engine engine)
    {
        var admin = await AdminAsync(engine);
        var mia = await admin.Tenant.PersonAsync(Role.Manager, "Mia");
        var north = await admin.Tenant.TeamAsync("North", mia);
        var below = await admin.Tenant.TeamAsync("North-East", parentId: north);
        var ben = await admin.Tenant.PersonAsync(Role.Seller, "Ben", below);
        var eve = await admin.Tenant.PersonAsync(Role.Seller, "Eve");
        var reach = await mia.InDb(db => Task.FromResult(db.Reaches.For("figures", AccessLevel.Read)));
        Assert.True(reach.IncludesAllOf(ben.Id));
        Assert.False(reach.IncludesAllOf(eve.Id));
        await admin.PlainBrowser.PostFormAsync($"/people/{ben.Id}/moves", ("Role", "Seller"), ("TeamId", ""));
        Assert.False((await mia.InDb(db => Task.FromResult(db.Reaches.For("figures", AccessLevel.Read)))).IncludesAllOf(ben.Id));
    }

    [Theory, OnBoth]
    public async Task The_last_administrator_cannot_give_the_role_away(Engine engine)
    {
        var admin = await AdminAsync(engine);
        var answer = await admin.PlainBrowser.PostFormAsync($"/people/{admin.Id}/moves", ("Role", "Seller"));
        Assert.Contains("make another one first", await answer.Content.ReadAsStringAsync());
    }

    [Theory, OnBoth]
    public async Task A_team_cannot_stand_under_itself(Engine engine)
    {
        var admin = await AdminAsync(engine);
        var north = await admin.Tenant.TeamAsync("North");
        var below = await admin.Tenant.TeamAsync("North-East", parentId: north);
        var answer = await admin.PlainBrowser.PostFormAsync("/people/teams", ("Id", north.ToString()), ("Name", "North"), ("ParentId", below.ToString()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    [Theory, OnBoth]
    public async Task Someone_who_leaves_stays_in_history_and_needs_an_heir(Engine engine)
    {
        var admin = await AdminAsync(engine);
        var ben = await admin.Tenant.PersonAsync(Role.Seller, "Ben Ito");
        var without = await admin.PlainBrowser.PostFormAsync($"/people/{ben.Id}/departures");
        Assert.Contains("Say who takes over.", await without.Content.ReadAsStringAsync());
        await admin.PlainBrowser.PostFormAsync($"/people/{ben.Id}/departures", ("HeirId", admin.Id.ToString()));
        Assert.Contains("has left", await admin.PlainBrowser.PageAsync("/people"));
        Assert.NotNull((await PersonAsync(admin, "Ben Ito")).LeftAt);
    }

    [Theory, OnBoth]
    public async Task Names_stand_in_figures_only_after_it_is_recorded_that_people_were_told(Engine engine)
    {
        var admin = await AdminAsync(engine);
        var ben = await admin.Tenant.PersonAsync(Role.Seller, "Ben Ito");
        Assert.DoesNotContain("Ben", (await admin.InDb(db => FigureNames.ReadAsync(db, default)))[ben.Id]);
        Assert.Equal("Ben Ito", (await ben.InDb(db => FigureNames.ReadAsync(db, default)))[ben.Id]);
        await admin.PlainBrowser.PostFormAsync("/people/told");
        Assert.Equal("Ben Ito", (await admin.InDb(db => FigureNames.ReadAsync(db, default)))[ben.Id]);
    }

    private static HttpClient Anyone(TestViewer of)
    {
        var client = of.Tenant.Host.Server.CreateClient();
        client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        return client;
    }

    private static async Task<TestViewer> AdminAsync(Engine engine) => await (await (await Host.On(engine)).TenantAsync()).PersonAsync(Role.Admin, "Rana Kaur");

    private static Task<Person> PersonAsync(TestViewer viewer, string name) => viewer.InDb(db => db.People.SingleAsync(p => p.Name == name));
}
