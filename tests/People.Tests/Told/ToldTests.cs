using System.Net;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.People.Tests.Told;

/// <summary>Told first: recorded, and shown to each person.</summary>
public sealed class ToldTests
{
    [Theory, OnBoth]
    public async Task After_a_telling_each_person_is_shown_it_at_the_next_sign_in_until_they_say_they_read_it(Engine engine)
    {
        var host = await Host.StartAsync(TestDatabases.MadeAsync(engine, "told"));
        await using var _ = host.App;
        var admin = await (await host.TenantAsync()).PersonAsync(Role.Admin, "Rana Kaur");
        var ana = await Door.JoinAsync(admin, "Ana Okafor");
        Assert.Equal("/team", (await Door.SignInAsync(host, ana.Email, Door.Password, "/team")).Headers.Location!.OriginalString);

        host.Clock.Advance(TimeSpan.FromDays(1));
        await admin.PlainBrowser.PostFormAsync("/people/told");
        host.Clock.Advance(TimeSpan.FromHours(1));
        var signedIn = await Door.SignInAsync(host, ana.Email, Door.Password, "/team");
        Assert.Equal("/told?next=%2Fteam", signedIn.Headers.Location!.OriginalString);
        var browser = Door.Anyone(host);
        Door.Keep(browser, signedIn);
        Assert.Contains("What is computed about you, and who sees it", await browser.PageAsync("/told?next=/team"));
        var read = await browser.PostFormAsync("/told", ("Next", "/team"));
        Assert.Equal("/team", read.Headers.Location!.OriginalString);
        Assert.Equal(host.Clock.GetUtcNow().UtcDateTime, (await admin.InDb(db => db.People.SingleAsync(p => p.Id == ana.Id))).ToldAt);
        Assert.Equal("/team", (await Door.SignInAsync(host, ana.Email, Door.Password, "/team")).Headers.Location!.OriginalString);
    }

    [Theory, OnBoth]
    public async Task Someone_an_import_made_is_shown_it_with_the_invitation(Engine engine)
    {
        var admin = await AdminAsync(engine);
        var imported = new People.Persons.Person { Name = "Ana Okafor", Role = Role.Seller, SourceId = "17" };
        await admin.Tenant.SaveAsync(imported);
        await admin.PlainBrowser.PostFormAsync("/people/told");
        Assert.Contains("E-mail of Ana Okafor", await admin.PlainBrowser.PageAsync("/people"));
        var invited = await admin.PlainBrowser.PostFormAsync($"/people/{imported.Id}/invitations", ("Email", $"{Guid.NewGuid():N}@example.com"));
        var link = Door.LinkIn(await invited.Content.ReadAsStringAsync());
        var door = Door.Anyone(admin.Tenant.Host);
        Assert.Contains("What is computed about you, and who sees it", await door.PageAsync(link));
        Assert.Equal("/today", (await door.PostFormAsync(link, ("Password", Door.Password))).Headers.Location!.OriginalString);
        Assert.NotNull((await admin.InDb(db => db.People.SingleAsync(p => p.Id == imported.Id))).ToldAt);
    }

    [Theory, OnBoth]
    public async Task A_team_that_was_told_is_named_with_the_teams_below_it_and_no_other(Engine engine)
    {
        var admin = await AdminAsync(engine);
        var north = await admin.Tenant.TeamAsync("North");
        var ben = await admin.Tenant.PersonAsync(Role.Seller, "Ben Ito", await admin.Tenant.TeamAsync("North-East", parentId: north));
        var eve = await admin.Tenant.PersonAsync(Role.Seller, "Eve Adler", await admin.Tenant.TeamAsync("South"));
        await admin.PlainBrowser.PostFormAsync("/people/teams/told", ("TeamId", north.ToString()));
        var names = await admin.InDb(db => FigureNames.ReadAsync(db, default));
        Assert.Equal((true, "Ben Ito", ben.Id.ToString()), (names.IsNamed(ben.Id), names[ben.Id], names.KeyOf(ben.Id)));
        Assert.False(names.IsNamed(eve.Id));
        Assert.Equal(names[eve.Id], names.KeyOf(eve.Id));
        Assert.Contains("told on", await admin.PlainBrowser.PageAsync("/people/teams"));
    }

    [Theory, OnBoth]
    public async Task The_page_says_who_recorded_it_and_when(Engine engine)
    {
        var admin = await AdminAsync(engine);
        Assert.Equal("/team", (await admin.PlainBrowser.PostFormAsync("/people/told", ("Next", "/team"))).Headers.Location!.OriginalString);
        Assert.Equal("/people", (await admin.PlainBrowser.PostFormAsync("/people/told", ("Next", "//elsewhere.example"))).Headers.Location!.OriginalString);
        Assert.Contains("Rana Kaur recorded on", await admin.PlainBrowser.PageAsync("/people"));
        Assert.Equal(HttpStatusCode.OK, (await admin.PlainBrowser.GetAsync("/told")).StatusCode);
    }

    private static async Task<TestViewer> AdminAsync(Engine engine) => await (await (await Host.On(engine)).TenantAsync()).PersonAsync(Role.Admin, "Rana Kaur");
}
