using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Coxswain.Customers.Accounts;
using Coxswain.Customers.Contacts;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Lists;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Tests.Fields;

public sealed class CustomListTests
{
    [Theory, OnBoth]
    public async Task A_list_goes_through_a_formula_that_comes_to_texts_and_numbers_with_an_index_and_without(Engine engine)
    {
        var own = await Own.OnAsync(engine);
        await own.FieldAsync("Cranes", "Number");
        await own.FieldAsync("Route", "Choice", options: "North\nSouth");
        var size = await own.FieldAsync("Size", "Formula", formula: "if([Cranes] > 3, 'big', [Cranes])");
        await own.FieldAsync("Way", "Formula", formula: "[Route]");
        foreach (var (name, values) in ((string, object)[])[("A", new { cranes = 3, route = "North" }), ("B", new { cranes = 9, route = "South" }), ("C", new { cranes = 1.5, route = "North" }), ("D", new { cranes = 7 }), ("E", new { })]) await own.AccountAsync(name, values);
        for (var indexed = 0; indexed < 2; indexed++)
        {
            Assert.Equal(["C", "A", "B", "D", "E"], await AllAsync(own, "sort=cf.size"));
            Assert.Equal(["A", "C", "B", "D", "E"], await AllAsync(own, "sort=-cf.size"));
            Assert.Equal(["A", "B", "C", "D", "E"], await AllAsync(own, "sort=cf.way"));
            Assert.Equal(["A"], await own.NamesAsync("?cf.size.from=2"));
            Assert.Equal(["A", "C"], await own.NamesAsync("?cf.size=0..100&sort=name"));
            Assert.Equal(["B", "D"], await own.NamesAsync("?cf.size=big&sort=name"));
            Assert.Equal(["A", "C"], await own.NamesAsync("?where=cf.way+%3D+North&sort=name"));
            Assert.Equal(["B", "D", "E"], await own.NamesAsync("?where=cf.way+!%3D+North&sort=name"));
            Assert.Equal(["C"], await own.NamesAsync("?where=cf.size+%3C%3D+2&sort=name"));
            var page = await own.Leader.Browser.TextAsync("/accounts?group=cf.route&columns=cf.size,cf.way");
            foreach (var said in (string[])["big", "1.5", "4.5"]) Assert.Contains(said, page);
            Assert.Equal(HttpStatusCode.SeeOther, (await own.Leader.PlainBrowser.PostFormAsync($"/settings/fields/{size}/indexes")).StatusCode);
        }
        // With the index there, a record that comes to a text is saved all the same.
        await own.AccountAsync("F", new { cranes = 12 });
        Assert.Contains("big", await own.Leader.Browser.GetStringAsync("/accounts/export?columns=cf.size"));
    }

    [Theory, OnBoth]
    public async Task A_link_is_filtered_by_the_name_of_what_it_leads_to_and_files_show_that_name(Engine engine)
    {
        var own = await Own.OnAsync(engine);
        var sister = await own.FieldAsync("Sister", "Link", link: "account");
        var (east, west) = (await own.AccountAsync("Hafen Ost", new { }), await own.AccountAsync("Hafen West", new { }));
        await own.AccountAsync("Nordwind", new { sister = east });
        await own.AccountAsync("Südwind", new { sister = west });
        for (var indexed = 0; indexed < 2; indexed++)
        {
            Assert.Equal(["Nordwind"], await own.NamesAsync("?cf.sister=hafen+OST"));
            Assert.Equal(["Nordwind", "Südwind"], await own.NamesAsync("?cf.sister=hafen&sort=name"));
            Assert.Equal(["Südwind"], await own.NamesAsync($"?cf.sister={west}"));
            Assert.Equal(["Hafen Ost", "Hafen West"], await own.NamesAsync("?cf.sister=none&sort=name"));
            Assert.Equal(["Nordwind"], await own.NamesAsync("?where=cf.sister+~+Ost"));
            Assert.Equal(["Hafen Ost", "Hafen West", "Südwind"], await own.NamesAsync("?where=cf.sister+!~+Ost&sort=name"));
            // What looks like a part of the key is none of the name.
            Assert.Equal([], await own.NamesAsync($"?cf.sister={east.ToString()[..8]}"));
            Assert.Equal(HttpStatusCode.SeeOther, (await own.Leader.PlainBrowser.PostFormAsync($"/settings/fields/{sister}/indexes")).StatusCode);
        }
        var file = await own.Leader.Browser.GetStringAsync("/accounts/export?columns=cf.sister");
        foreach (var line in (string[])["Nordwind,Hafen Ost", "Südwind,Hafen West", "Hafen Ost,\r\n"]) Assert.Contains(line, file);
        Assert.DoesNotContain(east.ToString(), file);
    }

    [Theory, OnBoth]
    public async Task A_link_to_what_one_may_not_see_is_not_found_by_its_name(Engine engine)
    {
        var own = await Own.OnAsync(engine);
        await own.FieldAsync("Buyer", "Link", link: "contact");
        var contact = new Contact { Name = "Petra Brandt", OwnerId = own.Leader.Id };
        await own.Leader.Tenant.SaveAsync(contact);
        await own.AccountAsync("Nordwind", new { buyer = contact.Id });
        Assert.Equal(["Nordwind"], await own.NamesAsync("?cf.buyer=brandt"));
        await own.Leader.Tenant.InDb(async db =>
        {
            db.RemoveRange(await db.Rows<AccessRow>().Where(a => a.ViewerId == own.Leader.Id && a.Kind == Kinds.Contact).ToListAsync());
            return await db.SaveChangesAsync();
        });
        Assert.Equal([], await own.NamesAsync("?cf.buyer=brandt"));
    }

    [Theory, OnBoth]
    public async Task A_long_list_is_refused_only_where_what_the_other_filters_leave_is_still_too_long(Engine engine)
    {
        var own = await Own.OnAsync(engine);
        await own.FieldAsync("Cranes", "Number");
        await own.Leader.Tenant.InDb(async db =>
        {
            await db.InsertManyAsync([.. Enumerable.Range(0, SlowListException.Most + 1).Select(i => new Account { Name = $"Nordwind {i:000000}", OwnerId = own.Leader.Id, Tier = i < 3 ? Tier.A : null, CustomFields = i % 2 == 0 ? """{"cranes":4}""" : null })], default);
            return true;
        });
        Assert.Contains("has no index", await (await own.Leader.Program.GetAsync("/api/accounts?cf.cranes=4")).Content.ReadAsStringAsync());
        Assert.Contains("has no index", await (await own.Leader.Program.GetAsync("/api/accounts?where=cf.cranes+%3D+4+or+tier+%3D+A")).Content.ReadAsStringAsync());
        foreach (var query in (string[])["?cf.cranes=4&tier=A&sort=name", "?where=cf.cranes+%3D+4+and+tier+%3D+A&sort=name", "?tier=A&where=cf.cranes+%3D+4&sort=name"])
            Assert.Equal(["Nordwind 000000", "Nordwind 000002"], await own.NamesAsync(query));
    }

    [Theory, OnBoth]
    public async Task A_field_of_numbers_has_an_index_where_another_organisation_keeps_texts_under_the_same_name(Engine engine)
    {
        var (texts, numbers, others) = (await Own.OnAsync(engine), await Own.OnAsync(engine), await Own.OnAsync(engine));
        await texts.FieldAsync("Berth", "Text");
        await texts.AccountAsync("Nordwind", new { berth = "big" });
        foreach (var own in (Own[])[numbers, others])
        {
            var field = await own.FieldAsync("Berth", "Number");
            foreach (var (name, berth) in ((string, int)[])[("Halma", 3), ("Boreas", 9)]) await own.AccountAsync(name, new { berth });
            Assert.Equal(HttpStatusCode.SeeOther, (await own.Leader.PlainBrowser.PostFormAsync($"/settings/fields/{field}/indexes")).StatusCode);
            await texts.AccountAsync("Zephyr", new { berth = "small" });
            Assert.Equal(["Boreas", "Halma"], await own.NamesAsync("?sort=-cf.berth"));
            Assert.Equal(["Boreas"], await own.NamesAsync("?where=cf.berth+%3E%3D+4"));
            if (own == others) Assert.Equal(HttpStatusCode.SeeOther, (await own.Leader.PlainBrowser.PostFormAsync($"/settings/fields/{field}/indexes", ("Off", "true"))).StatusCode);
        }
        // What one organisation takes away stays for the other.
        Assert.True(await numbers.Leader.Tenant.InDb(async db => await db.Database.SqlQueryRaw<string>(engine is Engine.Postgres ? "SELECT indexname::text AS \"Value\" FROM pg_indexes WHERE indexdef LIKE '%\"berth\"%'" : "SELECT name AS \"Value\" FROM sqlite_master WHERE sql LIKE '%ix_cf%\"berth\"%'").AnyAsync()));
    }

    [Theory, OnBoth]
    public async Task Answers_that_differ_by_capitals_alone_are_two_groups_and_what_is_unknown_comes_behind_what_is_known(Engine engine)
    {
        var own = await Own.OnAsync(engine);
        var route = await own.FieldAsync("Route", "Choice", options: "North\nSouth");
        await own.FieldAsync("Cranes", "Number");
        for (var i = 0; i < 8; i++) await own.AccountAsync($"Unsaid {i}", new { route = "North" });
        await own.AccountAsync("Said", new { route = "North", cranes = 4 });
        // Spelled otherwise from now on; what was answered before stays as it was.
        Assert.True((await own.Leader.Program.PostAsJsonAsync($"/api/custom-fields/{route}", new { version = 1, kind = "account", label = "Route", type = "Choice", options = "north\nSouth" })).IsSuccessStatusCode);
        await own.AccountAsync("Small", new { route = "north", cranes = 2 });
        foreach (var sort in (string[])["cf.cranes", "-cf.cranes"])
        {
            var groups = (await own.Leader.Program.GetFromJsonAsync<JsonElement>($"/api/accounts?group=cf.route&sort={sort}")).GetProperty("groups").EnumerateArray().ToList();
            Assert.Equal([("north", 1), ("North", 9)], groups.Select(g => (g.GetProperty("key").GetString(), g.GetProperty("count").GetInt32())));
            Assert.Equal("Said", groups[1].GetProperty("rows")[0].GetProperty("name").GetString());
        }
    }

    [Theory, OnBoth]
    public async Task What_nobody_said_is_found_as_unknown_and_a_whole_text_by_conditions_however_it_is_written(Engine engine)
    {
        var own = await Own.OnAsync(engine);
        foreach (var (name, industry) in ((string, string?)[])[("Nordwind", "Logistics"), ("Halma", null)]) Assert.True((await own.Leader.Program.PostAsJsonAsync("/api/accounts", new { name, industry })).IsSuccessStatusCode);
        Assert.Equal(["Halma"], await own.NamesAsync("?industry=none"));
        Assert.Equal(["Halma"], await own.NamesAsync("?where=industry+%3D+none"));
        Assert.Equal(["Nordwind"], await own.NamesAsync("?where=name+%3D+NORDWIND"));
        Assert.Equal(["Halma"], await own.NamesAsync("?where=name+!%3D+nordwind"));
    }

    [Theory, OnBoth]
    public async Task A_record_is_found_by_a_number_of_an_own_field_and_not_by_an_amount(Engine engine)
    {
        var own = await Own.OnAsync(engine);
        await own.FieldAsync("Contract", "Number");
        await own.FieldAsync("Budget", "Money");
        await own.AccountAsync("Nordwind", new { contract = 471108, budget = 815000 });
        Assert.Contains("Nordwind", await own.Leader.Browser.TextAsync("/search?q=471108"), StringComparison.Ordinal);
        Assert.DoesNotContain("Nordwind", await own.Leader.Browser.TextAsync("/search?q=815000"), StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task Answers_called_none_or_like_a_range_are_filtered_grouped_and_moved_to_like_any_other(Engine engine)
    {
        var own = await Own.OnAsync(engine);
        await own.FieldAsync("Risk", "Choice", options: "none\n1..10\nhigh");
        await own.FieldAsync("Perils", "Choices", options: "none\nfire");
        await own.AccountAsync("Calm", new { risk = "none", perils = (string[])["none"] });
        await own.AccountAsync("Some", new { risk = "1..10", perils = (string[])["fire", "none"] });
        await own.AccountAsync("Unsaid", new { });
        Assert.Equal(["Calm"], await own.NamesAsync("?cf.risk=%22none%22"));
        Assert.Equal(["Unsaid"], await own.NamesAsync("?cf.risk=none"));
        Assert.Equal(["Some"], await own.NamesAsync("?cf.risk=1..10"));
        Assert.Equal(["Calm", "Some"], await own.NamesAsync("?cf.perils=%22none%22&sort=name"));
        Assert.Equal(["Unsaid"], await own.NamesAsync("?cf.perils=none"));
        Assert.Equal(["Calm"], await own.NamesAsync($"?where={Uri.EscapeDataString("cf.risk = \"\\\"none\\\"\"")}"));
        Assert.Equal(["Some", "Unsaid"], await own.NamesAsync($"?where={Uri.EscapeDataString("cf.risk != \"\\\"none\\\"\"")}&sort=name"));
        Assert.Equal(["Some"], await own.NamesAsync("?where=cf.risk+%3D+1..10"));
        Assert.Equal(["Calm"], await own.NamesAsync($"?where={Uri.EscapeDataString("cf.perils = \"\\\"none\\\"\" and cf.risk = \"\\\"none\\\"\"")}"));
        // The filter offers both, and the form of conditions writes what is asked for.
        var list = WebUtility.HtmlDecode(await own.Leader.Browser.PageAsync("/accounts?cf.risk=%22none%22"));
        foreach (var said in (string[])["<option value=\"\"none\"\" selected", "Risk: none"]) Assert.Contains(said, list, StringComparison.Ordinal);
        var asked = await own.Leader.PlainBrowser.GetAsync("/views/conditions?path=/accounts&g0.t0.column=cf.risk&g0.t0.was=cf.risk&g0.t0.how=is&g0.t0.value=%22none%22&do=show");
        Assert.Equal(["Calm"], await own.NamesAsync(asked.Headers.Location!.OriginalString["/accounts".Length..]));
        var groups = (await own.Leader.Program.GetFromJsonAsync<JsonElement>("/api/accounts?group=cf.risk")).GetProperty("groups").EnumerateArray().ToList();
        Assert.Equal(["Calm", "Some", "Unsaid"], groups.Select(g => g.GetProperty("rows")[0].GetProperty("name").GetString()));
        var page = WebUtility.HtmlDecode(await own.Leader.Browser.PageAsync("/accounts?group=cf.risk"));
        foreach (var query in (string[])["?cf.risk=%22none%22", "?cf.risk=1..10", "?cf.risk=none"]) Assert.Contains($"/accounts{query}", page, StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task A_record_is_found_by_the_name_of_what_it_leads_to_as_that_is_called_now_and_by_whoever_sees_that(Engine engine)
    {
        var own = await Own.OnAsync(engine);
        await own.FieldAsync("Sister", "Link", link: "account");
        await own.FieldAsync("Buyer", "Link", link: "contact");
        var sister = await own.AccountAsync("Hafen Ost", new { });
        var ben = await own.Leader.Tenant.PersonAsync(Role.Seller, "Ben Ito");
        var petra = new Contact { Name = "Petra Brandt", OwnerId = own.Leader.Id };
        await own.Leader.Tenant.SaveAsync(petra);
        await own.AccountAsync("Nordwind", new { sister, buyer = petra.Id });
        foreach (var words in (string[])["ost", "hafen+ost", "Brandt"]) Assert.Contains("Nordwind", await own.Leader.Browser.TextAsync($"/search?q={words}"));
        Assert.Contains("Nordwind", await ben.Browser.TextAsync("/search?q=hafen"));
        Assert.True((await own.Leader.Program.PatchAsJsonAsync($"/api/accounts/{sister}", new { name = "Kai Süd" })).IsSuccessStatusCode);
        Assert.Contains("Nordwind", await own.Leader.Browser.TextAsync("/search?q=kai"));
        Assert.DoesNotContain("Nordwind", await own.Leader.Browser.TextAsync("/search?q=hafen"));
        // Of whom one does not see, and by a field that is hidden, nothing is found.
        var admin = await own.Leader.Tenant.PersonAsync(Role.Admin, "Ada Admin");
        Assert.True((await admin.Program.PostAsJsonAsync("/api/roles/Seller/kinds/contact", new { see = "Own", change = "Own" })).IsSuccessStatusCode);
        Assert.DoesNotContain("Nordwind", await ben.Browser.TextAsync("/search?q=brandt"));
        Assert.True((await admin.Program.PostAsJsonAsync("/api/roles/Seller/limits", new { field = "account/cf.sister", limit = "Hidden" })).IsSuccessStatusCode);
        Assert.DoesNotContain("Nordwind", await ben.Browser.TextAsync("/search?q=kai"));
    }

    private static async Task<IReadOnlyList<string?>> AllAsync(Own own, string query)
    {
        var (names, after) = (new List<string?>(), "");
        do
        {
            var page = await own.Leader.Program.GetFromJsonAsync<JsonElement>($"/api/accounts?{query}&limit=2{after}");
            names.AddRange(page.GetProperty("rows").EnumerateArray().Select(a => a.GetProperty("name").GetString()));
            after = page.GetProperty("next").GetString() is { } next ? $"&after={next}" : "";
        }
        while (after.Length > 0);
        return names;
    }
}
