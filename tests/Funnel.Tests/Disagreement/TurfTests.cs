using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Coxswain.Customers.Contacts;
using Coxswain.Funnel.Disagreement;
using Coxswain.Funnel.Help;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Tests.Disagreement;

/// <summary>What stands between departments, and what a leader does about it.</summary>
public sealed class TurfTests
{
    private sealed record Scene(Odds Odds, TestViewer Lea, Guid North, Guid Service)
    {
        public async Task<Guid> NoteAsync(params (string, string)[] more)
        {
            Assert.Equal(HttpStatusCode.SeeOther, (await Lea.PlainBrowser.PostFormAsync("/turf-cases", [("FirstTeamId", $"{North}"), ("SecondTeamId", $"{Service}"), ("Issue", "Who prices a visit on site"), .. more])).StatusCode);
            return await Lea.InDb(db => db.TurfCases.OrderByDescending(c => c.Id).Select(c => c.Id).FirstAsync());
        }
    }

    private static async Task<Scene> OnAsync(Engine engine)
    {
        var odds = await Odds.OnAsync(engine);
        var tenant = odds.Ana.Tenant;
        return new(odds, await tenant.PersonAsync(Role.Leader, "Lea Brandt"), await tenant.TeamAsync("North"), await tenant.TeamAsync("Service"));
    }

    [Theory, OnBoth]
    public async Task A_leader_notes_both_departments_the_issue_and_what_is_done_and_settles_it(Engine engine)
    {
        var at = await OnAsync(engine);
        var id = await at.NoteAsync(("Since", "2024-05-01"));
        var page = await at.Lea.PlainBrowser.TextAsync("/disagreements/turf");
        foreach (var said in (string[])["One matter stands between departments.", "Who prices a visit on site", "North and Service", "Lea Brandt sees to it", "nothing is done yet", "going on for 2 years"]) Assert.Contains(said, page);
        await at.Lea.Program.PatchAsJsonAsync($"/api/turf-cases/{id}", new { action = "Both heads price five visits together", state = "Acting" });
        page = await at.Lea.PlainBrowser.TextAsync("/disagreements/turf");
        Assert.Contains("Both heads price five visits together", page);
        Assert.Contains("being seen to", page);
        await at.Lea.PlainBrowser.PostFormAsync($"/turf-cases/{id}", ("State", "Settled"), ("Resolution", "One list, priced by both"));
        page = await at.Lea.PlainBrowser.TextAsync("/disagreements/turf");
        Assert.Contains("How it was settled: One list, priced by both", page);
        Assert.Contains("Nothing stands between departments that a leader noted.", await at.Lea.PlainBrowser.TextAsync("/disagreements/turf"));
        Assert.NotNull(await at.Lea.InDb(db => db.TurfCases.Select(c => c.SettledOn).SingleAsync()));
        await at.Lea.PlainBrowser.PostFormAsync($"/turf-cases/{id}/removals");
        Assert.DoesNotContain("Who prices a visit on site", await at.Lea.PlainBrowser.TextAsync("/disagreements/turf"));
        await at.Lea.PlainBrowser.PostFormAsync($"/turf-cases/{id}/restorations");
        Assert.Contains("Who prices a visit on site", await at.Lea.PlainBrowser.TextAsync("/disagreements/turf"));
    }

    [Theory, OnBoth]
    public async Task Nobody_but_leaders_reads_it_and_no_worksheet_is_in_it(Engine engine)
    {
        var at = await OnAsync(engine);
        var id = await at.NoteAsync();
        foreach (var role in (Role[])[Role.Seller, Role.Manager, Role.Support, Role.Staff])
        {
            var who = await at.Lea.Tenant.PersonAsync(role, $"Some {role}");
            foreach (var url in (string[])["/disagreements/turf", "/api/turf-cases"]) Assert.Equal(HttpStatusCode.Forbidden, (await who.PlainBrowser.GetAsync(url)).StatusCode);
            Assert.Equal(HttpStatusCode.Forbidden, (await who.PlainBrowser.PostFormAsync($"/turf-cases/{id}", ("State", "Settled"))).StatusCode);
            Assert.DoesNotContain("Between departments", await who.PlainBrowser.TextAsync("/disagreements"));
        }
        Assert.Contains("Between departments", await at.Lea.PlainBrowser.TextAsync("/disagreements"));
        Assert.DoesNotContain(Odds.Issue, await at.Lea.PlainBrowser.TextAsync("/disagreements/turf"));
        Assert.DoesNotContain(Odds.Issue, await at.Lea.Program.PageAsync("/api/turf-cases"));
    }

    [Theory, OnBoth]
    public async Task How_often_each_department_refuses_help_stands_beside_it(Engine engine)
    {
        var at = await OnAsync(engine);
        for (var i = 0; i < 5; i++) await at.Lea.Tenant.PersonAsync(Role.Support, $"Of service {i}", at.Service);
        var now = at.Lea.Tenant.Host.Clock.GetUtcNow().UtcDateTime;
        await at.Lea.Tenant.SaveAsync([.. Enumerable.Range(0, 6).Select(i => new HelpRequest { OwnerId = at.Odds.Ana.Id, Kind = HelpKind.Hand, What = "A pallet", ToTeamId = at.Service, DepartmentId = at.Service, Anybody = false, State = HelpState.Refused, AskedAt = now.AddDays(-9), RefusedById = at.Odds.Sia.Id, RefusedAt = now.AddDays(-9), Refusal = HelpRefusal.Closing, Currency = "EUR" })]);
        var read = JsonDocument.Parse(await at.Lea.Program.PageAsync("/api/turf-cases")).RootElement.GetProperty("departments");
        Assert.Equal(("Service", 1.0, 6), (read[0].GetProperty("name").GetString(), read[0].GetProperty("refused").GetProperty("value").GetDouble(), read[0].GetProperty("refused").GetProperty("n").GetInt32()));
    }

    [Theory, OnBoth]
    public async Task A_matter_points_at_the_refused_requests_it_showed_in_and_says_how_and_when_it_was_settled(Engine engine)
    {
        var at = await OnAsync(engine);
        var now = at.Lea.Tenant.Host.Clock.GetUtcNow().UtcDateTime;
        HelpRequest Refused(string what) => new() { OwnerId = at.Odds.Ana.Id, Kind = HelpKind.Hand, What = what, ToTeamId = at.Service, DepartmentId = at.Service, Anybody = false, State = HelpState.Refused, AskedAt = now.AddDays(-9), RefusedById = at.Odds.Sia.Id, RefusedAt = now.AddDays(-9), Refusal = HelpRefusal.NotOurs, Currency = "EUR" };
        var (pallet, van) = (Refused("A pallet by five"), Refused("A van on Monday"));
        await at.Lea.Tenant.SaveAsync(pallet, van);
        var id = await at.NoteAsync(("Since", "2024-05-01"), ("Requests", $"{pallet.Id}"), ("Requests", $"{van.Id}"));
        Assert.Equal(["A pallet by five", "A van on Monday"], Cases(await at.Lea.Program.PageAsync("/api/turf-cases")).Single().GetProperty("requests").EnumerateArray().Select(r => r.GetProperty("what").GetString()!).Order());
        var page = await at.Lea.PlainBrowser.TextAsync("/disagreements/turf");
        Assert.Contains($"href=\"/requests/{pallet.Id}\"", page);
        Assert.DoesNotContain("Sia", page);
        // The form sends all of them each time: what is not ticked is not pointed at any more, and a change of something else leaves them.
        await at.Lea.PlainBrowser.PostFormAsync($"/turf-cases/{id}", ("Requests", ""), ("Requests", $"{van.Id}"));
        await at.Lea.Program.PatchAsJsonAsync($"/api/turf-cases/{id}", new { action = "Both heads plan the week together" });
        Assert.Equal(["A van on Monday"], Cases(await at.Lea.Program.PageAsync("/api/turf-cases")).Single().GetProperty("requests").EnumerateArray().Select(r => r.GetProperty("what").GetString()!));
        Assert.Contains("How was it settled?", await (await at.Lea.Program.PatchAsJsonAsync($"/api/turf-cases/{id}", new { state = "Settled" })).Content.ReadAsStringAsync());
        Assert.Contains("That is before it began.", await (await at.Lea.Program.PatchAsJsonAsync($"/api/turf-cases/{id}", new { state = "Settled", resolution = "One plan", settledOn = "2020-01-01" })).Content.ReadAsStringAsync());
        Assert.True((await at.Lea.Program.PatchAsJsonAsync($"/api/turf-cases/{id}", new { state = "Settled", resolution = "One plan", settledOn = "2026-07-01" })).IsSuccessStatusCode);
        var settled = Cases(await at.Lea.Program.PageAsync("/api/turf-cases")).Single();
        Assert.Equal(("One plan", "2026-07-01"), (settled.GetProperty("resolution").GetString(), settled.GetProperty("settledOn").GetString()));
        Assert.Contains("is not here any more", await (await at.Lea.Program.PatchAsJsonAsync($"/api/turf-cases/{id}", new { requests = new[] { Guid.CreateVersion7() } })).Content.ReadAsStringAsync());

        static IReadOnlyList<JsonElement> Cases(string json) => [.. JsonDocument.Parse(json).RootElement.GetProperty("rows").EnumerateArray()];
    }

    [Theory, OnBoth]
    public async Task What_cannot_be_is_said_at_its_field(Engine engine)
    {
        var at = await OnAsync(engine);
        foreach (var (said, fields) in new (string, (string, string)[])[]
        {
            ("What is it about?", [("FirstTeamId", $"{at.North}"), ("SecondTeamId", $"{at.Service}"), ("Issue", " ")]), ("It takes two: choose another department.", [("FirstTeamId", $"{at.North}"), ("SecondTeamId", $"{at.North}"), ("Issue", "Prices")]), ("Which department?", [("FirstTeamId", $"{at.North}"), ("Issue", "Prices")]),
            ("A leader sees to it.", [("FirstTeamId", $"{at.North}"), ("SecondTeamId", $"{at.Service}"), ("Issue", "Prices"), ("OwnerId", $"{at.Odds.Ana.Id}")]), ("This day is still to come.", [("FirstTeamId", $"{at.North}"), ("SecondTeamId", $"{at.Service}"), ("Issue", "Prices"), ("Since", "2031-01-01")]),
        })
        {
            var answer = await at.Lea.PlainBrowser.PostFormAsync("/turf-cases", fields);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Contains(said, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
        }
        var id = await at.NoteAsync();
        Assert.Contains("What is done about it?", await (await at.Lea.Program.PatchAsJsonAsync($"/api/turf-cases/{id}", new { state = "Settled" })).Content.ReadAsStringAsync());
    }

    [Theory, OnBoth]
    public async Task What_is_not_settled_goes_to_the_heir_and_an_erased_contact_is_named_no_more(Engine engine)
    {
        var at = await OnAsync(engine);
        await at.NoteAsync(("Action", "Petra Brandt of the customer is asked"));
        var contact = new Contact { Name = "Petra Brandt", OwnerId = at.Odds.Ana.Id };
        await at.Lea.Tenant.SaveAsync(contact);
        var admin = await at.Lea.Tenant.PersonAsync(Role.Admin, "Ines Castro");
        Assert.True((await admin.Program.PostAsJsonAsync($"/api/contacts/{contact.Id}/erasures", new { })).IsSuccessStatusCode);
        Assert.DoesNotContain("Petra Brandt", await at.Lea.PlainBrowser.TextAsync("/disagreements/turf"));
        await admin.PlainBrowser.PostFormAsync($"/people/{at.Lea.Id}/departures", ("HeirId", $"{admin.Id}"));
        Assert.Equal(admin.Id, await admin.InDb(db => db.TurfCases.Select(c => c.OwnerId).SingleAsync()));
    }
}
