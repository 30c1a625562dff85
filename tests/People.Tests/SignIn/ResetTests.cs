using System.Net;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.People.Tests.SignIn;

/// <summary>A new password by a link from an administrator.</summary>
public sealed class ResetTests
{
    private const string New = "fünf Wellen vor dem Bug";

    [Theory, OnBoth]
    public async Task A_reset_link_sets_a_new_password_ends_every_session_opens_a_closed_door_and_works_once(Engine engine)
    {
        var (admin, host) = await AdminAsync(engine);
        var ana = await Door.JoinAsync(admin, "Ana Okafor");
        for (var i = 0; i < 5; i++) await Door.SignInAsync(host, ana.Email, "wrong and wrong again");
        Assert.Contains("Too many wrong tries", await (await Door.SignInAsync(host, ana.Email, Door.Password)).Content.ReadAsStringAsync());

        var link = await Door.LinkAsync(admin, ana.Id);
        var door = Door.Anyone(host);
        var page = await door.PageAsync(link);
        Assert.Contains("A new password for Ana Okafor", page);
        Assert.DoesNotContain("What is computed about you", page);
        Assert.Equal(HttpStatusCode.SeeOther, (await door.PostFormAsync(link, ("Password", New))).StatusCode);

        Assert.Equal(HttpStatusCode.Redirect, (await ana.Browser.GetAsync("/me")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Door.SignInAsync(host, ana.Email, Door.Password)).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await Door.SignInAsync(host, ana.Email, New)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await door.GetAsync(link)).StatusCode);
    }

    [Theory, OnBoth]
    public async Task A_reset_link_is_over_after_a_day_and_an_invitation_after_a_week(Engine engine)
    {
        var host = await Host.StartAsync(TestDatabases.MadeAsync(engine, "links"));
        await using var _ = host.App;
        var admin = await (await host.TenantAsync()).PersonAsync(Role.Admin, "Rana Kaur");
        var ana = await Door.JoinAsync(admin, "Ana Okafor");
        await admin.PlainBrowser.PostFormAsync("/people", ("Name", "Ben Ito"), ("Email", "ben@example.com"), ("Role", "Seller"));
        var ben = await admin.InDb(db => db.People.Where(p => p.Name == "Ben Ito").Select(p => p.Id).SingleAsync());
        var (reset, invitation) = (await Door.LinkAsync(admin, ana.Id), await Door.LinkAsync(admin, ben));

        host.Clock.Advance(TimeSpan.FromHours(25));
        Assert.Equal(HttpStatusCode.Forbidden, (await Door.Anyone(host).GetAsync(reset)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Door.Anyone(host).GetAsync(invitation)).StatusCode);
        host.Clock.Advance(TimeSpan.FromDays(6));
        Assert.Equal(HttpStatusCode.Forbidden, (await Door.Anyone(host).GetAsync(invitation)).StatusCode);
    }

    [Theory, OnBoth]
    public async Task Only_the_newest_link_of_a_person_opens_anything(Engine engine)
    {
        var (admin, host) = await AdminAsync(engine);
        var ana = await Door.JoinAsync(admin, "Ana Okafor");
        var older = await Door.LinkAsync(admin, ana.Id);
        var newer = await Door.LinkAsync(admin, ana.Id);
        Assert.Equal(HttpStatusCode.Forbidden, (await Door.Anyone(host).GetAsync(older)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Door.Anyone(host).GetAsync(newer)).StatusCode);
    }

    [Theory, OnBoth]
    public async Task The_sign_in_page_says_whom_to_ask_about_a_forgotten_password(Engine engine)
    {
        var (admin, host) = await AdminAsync(engine);
        await Door.JoinAsync(admin, "Ana Okafor");
        Assert.Contains("Ask an administrator", await Door.Anyone(host).PageAsync("/sign-in"));
    }

    private static async Task<(TestViewer, Host)> AdminAsync(Engine engine)
    {
        var host = await Host.On(engine);
        return (await (await host.TenantAsync()).PersonAsync(Role.Admin, "Rana Kaur"), host);
    }
}
