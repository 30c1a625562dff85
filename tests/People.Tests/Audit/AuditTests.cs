using System.Net;
using System.Text.RegularExpressions;
using Coxswain.Customers.Contacts;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.People.Tests.Audit;

public sealed class AuditTests
{
    [Theory, OnBoth]
    public async Task What_was_done_stands_there_newest_first_with_who_and_on_which_record(Engine engine)
    {
        var admin = await AdminAsync(engine);
        var ana = await Door.JoinAsync(admin, "Ana Okafor");
        await admin.PlainBrowser.PostFormAsync($"/people/{ana.Id}/moves", ("Role", "Manager"));
        await admin.PlainBrowser.PostFormAsync("/people/told");
        await admin.PlainBrowser.GetAsync("/accounts/export");
        var page = await TextAsync(admin, "/audit");
        foreach (var line in new[] { "Role: Seller → Manager", "Invitation made", "Password chosen", "Signed in", "Read what is computed", "Recorded that people were told", "Rana Kaur", "Ana Okafor" }) Assert.Contains(line, page);
        Assert.True(page.IndexOf("Recorded that people", StringComparison.Ordinal) < page.IndexOf("Invitation made", StringComparison.Ordinal));
    }

    [Theory, OnBoth]
    public async Task A_list_taken_out_as_a_file_leaves_who_and_which(Engine engine)
    {
        var admin = await AdminAsync(engine);
        foreach (var url in new[] { "/accounts/export", "/contacts/export", "/opportunities/export" }) Assert.Equal(HttpStatusCode.OK, (await admin.PlainBrowser.GetAsync(url)).StatusCode);
        Assert.Equal(3, await admin.InDb(db => db.Rows<Event>().CountAsync(e => e.Kind == "export.made" && e.ActorId == admin.Id)));
        Assert.Contains("List taken out as a file: accounts", await TextAsync(admin, "/audit?kind=export"));
    }

    [Theory, OnBoth]
    public async Task It_is_narrowed_to_a_person_a_kind_and_a_day(Engine engine)
    {
        var host = await Host.StartAsync(TestDatabases.MadeAsync(engine, "audit"));
        await using var _ = host.App;
        var admin = await (await host.TenantAsync()).PersonAsync(Role.Admin, "Rana Kaur");
        var other = await admin.Tenant.PersonAsync(Role.Admin, "Zoe Lund");
        await admin.PlainBrowser.PostFormAsync("/people/teams", ("Name", "North"));
        host.Clock.Advance(TimeSpan.FromDays(2));
        await other.PlainBrowser.PostFormAsync("/people/teams", ("Name", "South"));
        Assert.Equal(1, Count(await TextAsync(admin, $"/audit?person={other.Id}"), "Team added"));
        Assert.Equal(2, Count(await TextAsync(admin, "/audit?kind=team"), "Team added"));
        Assert.Equal(1, Count(await TextAsync(admin, "/audit?kind=team&day=2026-07-24"), "Team added"));
        Assert.Equal(0, Count(await TextAsync(admin, "/audit?kind=team&day=2026-07-25"), "Team added"));
    }

    [Theory, OnBoth]
    public async Task Page_by_page_every_event_stands_there_once(Engine engine)
    {
        var admin = await AdminAsync(engine);
        await admin.Tenant.SaveAsync([.. Enumerable.Range(0, 120).Select(i => new People.Teams.Team { Name = $"Team-{i:000}" })]);
        var found = new List<string>();
        var url = "/audit?kind=team";
        for (var pages = 0; pages < 10; pages++)
        {
            var page = await TextAsync(admin, url);
            found.AddRange(Regex.Matches(page, "data-label=\"What\">([^<]*)<").Select(m => m.Groups[1].Value));
            if (Regex.Match(page, "href=\"(/audit[^\"]*after=[^\"]*)\"") is not { Success: true } next) break;
            url = next.Groups[1].Value;
        }
        Assert.Equal(120, found.Count);
    }

    [Theory, OnBoth]
    public async Task Nobody_else_reads_it_and_another_organisation_is_not_in_it(Engine engine)
    {
        var admin = await AdminAsync(engine);
        var other = await AdminAsync(engine);
        await other.PlainBrowser.PostFormAsync("/people/teams", ("Name", "Foreigners"));
        Assert.DoesNotContain("Team added", await TextAsync(admin, "/audit?kind=team"));
        foreach (var role in Enum.GetValues<Role>().Where(r => r is not Role.Admin))
            Assert.Equal(HttpStatusCode.Forbidden, (await (await admin.Tenant.PersonAsync(role, "Someone")).PlainBrowser.GetAsync("/audit")).StatusCode);
    }

    [Theory, OnBoth]
    public async Task A_personal_value_of_an_erased_person_is_said_to_be_erased(Engine engine)
    {
        var admin = await AdminAsync(engine);
        var contact = new Contact { Name = "Elena Petrova", OwnerId = admin.Id };
        await admin.Tenant.SaveAsync(contact);
        await admin.Tenant.InDb(async (db, _) =>
        {
            (await db.Rows<Contact>().SingleAsync()).Name = "Elena Petrova-Lund";
            await db.SaveChangesAsync();
        });
        Assert.Contains("Elena Petrova → Elena Petrova-Lund", await TextAsync(admin, "/audit?kind=contact"));
        await admin.Tenant.InDb(async (db, services) => await ((Seal)services.GetService(typeof(Seal))!).EraseAsync(db, contact.Id, default));
        var erased = await TextAsync(admin, "/audit?kind=contact");
        Assert.Contains("Name: erased", erased);
        Assert.DoesNotContain("Elena Petrova →", erased);
    }

    private static int Count(string text, string what) => text.Split(what).Length - 1;

    private static async Task<string> TextAsync(TestViewer viewer, string url) => WebUtility.HtmlDecode(await viewer.PlainBrowser.PageAsync(url));

    private static async Task<TestViewer> AdminAsync(Engine engine) => await (await (await Host.On(engine)).TenantAsync()).PersonAsync(Role.Admin, "Rana Kaur");
}
