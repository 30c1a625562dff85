using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Coxswain.Funnel.Agreements;
using Coxswain.Funnel.Tests.Plans;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Tests.Agreements;

/// <summary>What a customer agrees to on the way to a decision, from small to large, and which way of asking works for whom.</summary>
public sealed class AgreementTests
{
    [Theory, OnBoth]
    public async Task What_they_agree_to_stands_by_its_size_and_the_next_size_follows_from_what_was_kept(Engine engine)
    {
        var planned = await Planned.OnAsync(engine);
        var url = planned.Url + "/ladder";
        Assert.Contains("What would they agree to first?", await planned.Ana.TextAsync(url));
        await planned.Ana.PostFormAsync(planned.Url + "/agreements", ("Text", "They show us the yard"), ("Rung", "Time"), ("By", $"{planned.Petra.Id}"), ("Way", "steps"), ("DueOn", Day(planned.Today.AddDays(3))));
        await planned.Ana.PostFormAsync(planned.Url + "/agreements", ("Text", "They send last March"), ("Rung", "Answer"));
        var page = await planned.Ana.TextAsync(url);
        foreach (var said in (string[])["They show us the yard", "Petra Brandt", "Win agreement to one part after the other", "asked by", "Nothing they agreed to is kept yet."]) Assert.Contains(said, page);
        Assert.True(page.IndexOf("They send last March", StringComparison.Ordinal) < page.IndexOf("They show us the yard", StringComparison.Ordinal), "The smaller stands first.");
        var rows = await planned.Sales.Ana.InDb(db => db.DealAgreements.AsNoTracking().OrderBy(a => a.Id).ToListAsync());
        await planned.Ana.PostFormAsync($"/agreements/{rows[0].Id}", ("Kept", "true"));
        await planned.Ana.PostFormAsync($"/agreements/{rows[1].Id}", ("Kept", "false"));
        var read = await ReadAsync(planned, url);
        Assert.Equal((1, 1, "Time", "People"), (read.GetProperty("kept").GetInt32(), read.GetProperty("broken").GetInt32(), read.GetProperty("reached").GetString(), read.GetProperty("next").GetString()));
        Assert.Contains("They kept 1 of 2; the largest so far: They give us time.", await planned.Ana.TextAsync(url));
        var deal = await planned.Ana.TextAsync(planned.Url);
        foreach (var said in (string[])["They agreed: They show us the yard", "They kept what they agreed to", "They did not keep what they agreed to"]) Assert.Contains(said, deal);
    }

    [Theory, OnBoth]
    public async Task What_cannot_be_is_refused_at_its_field_and_stays_typed(Engine engine)
    {
        var planned = await Planned.OnAsync(engine);
        foreach (var (said, fields) in new (string, (string, string)[])[]
        {
            ("What did they agree to do?", [("Text", " "), ("Rung", "Time")]), ("Please fill this in", [("Text", "Kept words")]), ("This is before they agreed.", [("Text", "Kept words"), ("Rung", "Time"), ("DueOn", "2020-01-01")]), ("This day is still to come.", [("Text", "Kept words"), ("Rung", "Time"), ("AgreedOn", "2031-01-01")]),
            ("Choose a contact of the deal's account.", [("Text", "Kept words"), ("Rung", "Time"), ("By", $"{planned.Femke.Id}")]), ("There is no such way here.", [("Text", "Kept words"), ("Rung", "Time"), ("Way", "vision")]),
        })
        {
            var answer = await planned.Ana.PostFormAsync(planned.Url + "/agreements", fields);
            var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Contains(said, page);
            if (fields.Any(f => f.Item2 == "Kept words")) Assert.Contains("value=\"Kept words\"", page);
        }
        Assert.Empty(await planned.Sales.Ana.InDb(db => db.DealAgreements.ToListAsync()));
    }

    [Theory, OnBoth]
    public async Task Two_ways_of_asking_are_given_and_an_organisation_adds_three_of_its_own(Engine engine)
    {
        var planned = await Planned.OnAsync(engine);
        var ada = await planned.Sales.Ana.Tenant.PersonAsync(Role.Admin, "Ada Holm");
        foreach (var own in (string[])["Ask for a date", "Offer two ways", "Sum it up"]) Assert.Equal(HttpStatusCode.SeeOther, (await ada.PlainBrowser.PostFormAsync("/settings/review-codes", ("Kind", "Closing"), ("Name", own))).StatusCode);
        await Planned.RefusedAsync(await ada.PlainBrowser.PostFormAsync("/settings/review-codes", ("Kind", "Closing"), ("Name", "A sixth")), "There are 3 own ways of asking already: retire one first.");
        var page = await planned.Ana.TextAsync(planned.Url + "/ladder");
        foreach (var way in (string[])["Build their enthusiasm", "Win agreement to one part after the other", "Ask for a date", "Offer two ways", "Sum it up"]) Assert.Contains(way, page);
    }

    [Theory, OnBoth]
    public async Task A_profile_says_how_deals_ended_by_way_to_that_person_and_their_line_and_to_nobody_else(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var lead = await sales.Ana.Tenant.PersonAsync(Role.Manager, "Priya Raman");
        var team = await sales.Ana.Tenant.TeamAsync("North", lead);
        var (ben, cleo) = (await sales.Ana.Tenant.PersonAsync(Role.Seller, "Ben Ito", team), await sales.Ana.Tenant.PersonAsync(Role.Seller, "Cleo Wang", team));
        // Four of five won where asked in steps; what was asked after the end does not count.
        for (var i = 0; i < 5; i++) await AskedAsync(ben, i < 4 ? "Won" : "Lost", "steps", new DateOnly(2026, 7, 1));
        await AskedAsync(ben, "Lost", "steps", new DateOnly(2026, 7, 20));
        await AskedAsync(ben, "Won", "enthusiasm", new DateOnly(2026, 7, 1));
        var own = Rows(await ben.Program.PageAsync("/api/closing-profile"));
        var steps = own.Single(r => r.GetProperty("way").GetString() == "steps");
        Assert.Equal((5, 0.8), (steps.GetProperty("decided").GetInt32(), steps.GetProperty("won").GetProperty("value").GetDouble()));
        // Below five nothing is said.
        Assert.Equal(JsonValueKind.Null, own.Single(r => r.GetProperty("way").GetString() == "enthusiasm").GetProperty("won").ValueKind);
        Assert.All(Rows(await cleo.Program.PageAsync("/api/closing-profile")), r => Assert.Equal(0, r.GetProperty("deals").GetInt32()));
        Assert.Contains(Rows(await lead.Program.PageAsync("/api/closing-profile")), r => r.GetProperty("decided").GetInt32() == 5);
        Assert.Contains("Of one person it can be said which way of asking works.", await ben.PlainBrowser.TextAsync("/closing-profile"));
        Assert.DoesNotContain("Ben Ito", await cleo.PlainBrowser.TextAsync("/closing-profile"));

        async Task AskedAsync(TestViewer seller, string stage, string way, DateOnly on)
        {
            var deal = await sales.DealAsync($"{stage} {Guid.NewGuid():n}", seller, stage);
            await sales.Ana.InDb(db => db.Opportunities.Where(o => o.Id == deal.Id).ExecuteUpdateAsync(o => o.SetProperty(x => x.ClosedOn, new DateOnly(2026, 7, 10))));
            await sales.Ana.Tenant.SaveAsync(new DealAgreement { OpportunityId = deal.Id, Text = "They call", Rung = LadderRung.Time, SaidOn = on, Way = way, SaidById = seller.Id });
        }
    }

    [Theory, OnBoth]
    public async Task A_role_says_which_ways_it_needs_and_beside_it_stands_what_is_known_of_each_person_in_it(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var lead = await sales.Ana.Tenant.PersonAsync(Role.Leader, "Lena Vogt");
        Assert.Contains("Which ways of asking a role needs", await lead.PlainBrowser.TextAsync("/settings/review-codes"));
        Assert.Equal(HttpStatusCode.SeeOther, (await lead.PlainBrowser.PostFormAsync("/settings/closing-needs", ("Role", "Seller"), ("Ways", "steps"), ("Ways", "enthusiasm"))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await sales.Ana.Browser.PostFormAsync("/settings/closing-needs", ("Role", "Seller"), ("Ways", "steps"))).StatusCode);
        Assert.Contains("There is no such way here.", await (await lead.Program.PostAsJsonAsync("/api/closing-needs", new { role = "Seller", ways = new[] { "begging" } })).Content.ReadAsStringAsync());
        Assert.Contains("Choose a role that changes deals", await (await lead.Program.PostAsJsonAsync("/api/closing-needs", new { role = "Support", ways = new[] { "steps" } })).Content.ReadAsStringAsync());
        // Ana never asked so: that it is needed stands there all the same, and that nothing is known.
        var rows = Rows(await sales.Ana.Program.PageAsync("/api/closing-profile"));
        Assert.Equal(["enthusiasm", "steps"], rows.Where(r => r.GetProperty("isNeeded").GetBoolean()).Select(r => r.GetProperty("way").GetString()!).Order());
        Assert.Contains("their role needs it: not known yet", await sales.Ana.PlainBrowser.TextAsync("/closing-profile"));
        Assert.Equal(2, Rows(await lead.Program.PageAsync("/api/closing-profile")).Count(r => r.GetProperty("isNeeded").GetBoolean()));
        await lead.Program.PostAsJsonAsync("/api/closing-needs", new { role = "Seller", ways = new[] { "steps" } });
        Assert.Equal(["steps"], Rows(await sales.Ana.Program.PageAsync("/api/closing-profile")).Where(r => r.GetProperty("isNeeded").GetBoolean()).Select(r => r.GetProperty("way").GetString()!));
        var needs = JsonDocument.Parse(await lead.Program.PageAsync("/api/review-codes")).RootElement.GetProperty("needs").EnumerateArray().Single(n => n.GetProperty("role").GetString() == "Seller");
        Assert.Equal("steps", needs.GetProperty("ways")[0].GetString());
    }

    [Theory, OnBoth]
    public async Task Programs_note_change_and_take_off_and_others_change_nothing(Engine engine)
    {
        var planned = await Planned.OnAsync(engine);
        var made = await planned.Sales.Ana.Program.PostAsJsonAsync($"/api{planned.Url}/agreements", new { text = "They sign", rung = "Signature" });
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        var id = (await made.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
        Assert.Equal(HttpStatusCode.OK, (await planned.Sales.Ana.Program.PatchAsJsonAsync($"/api/agreements/{id}", new { kept = true })).StatusCode);
        Assert.Equal(JsonValueKind.Null, (await ReadAsync(planned, planned.Url + "/ladder")).GetProperty("next").ValueKind);
        var (otto, stranger) = (await planned.Sales.Ana.Tenant.PersonAsync(Role.Seller, "Otto Lang"), await (await planned.Sales.Ana.Tenant.Host.TenantAsync()).PersonAsync(Role.Leader, "Lea Fremd"));
        foreach (var (who, no) in new[] { (otto, HttpStatusCode.Forbidden), (stranger, HttpStatusCode.NotFound) })
            foreach (var act in (string[])[$"{planned.Url}/agreements", $"/agreements/{id}", $"/agreements/{id}/removals"])
                Assert.Equal(no, (await who.Browser.PostFormAsync(act, ("Text", "Mine"), ("Rung", "Time"))).StatusCode);
        await planned.Ana.PostFormAsync($"/agreements/{id}/removals");
        Assert.Equal(0, (await ReadAsync(planned, planned.Url + "/ladder")).GetProperty("agreements").GetArrayLength());
        await planned.Ana.PostFormAsync($"/agreements/{id}/restorations");
        Assert.Equal(1, (await ReadAsync(planned, planned.Url + "/ladder")).GetProperty("agreements").GetArrayLength());
    }

    private static IReadOnlyList<JsonElement> Rows(string json) => [.. JsonDocument.Parse(json).RootElement.GetProperty("rows").EnumerateArray()];

    private static async Task<JsonElement> ReadAsync(Planned planned, string url) => JsonDocument.Parse(await planned.Sales.Ana.Program.PageAsync("/api" + url)).RootElement;

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
