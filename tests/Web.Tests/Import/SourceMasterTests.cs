using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Coxswain.Customers;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
namespace Coxswain.Web.Tests.Import;

public sealed class SourceMasterTests
{
    private const string Header = "Id,Name,ParentId,BillingCity,Industry,Phone,OwnerId\n";
    private const string First = Header + "001A,Nordwind,,Kiel,Logistics,,\n001B,Hafen Ost,,Rostock,Logistics,,\n";

    [Theory, OnBoth]
    public async Task What_another_system_is_the_master_of_is_locked_on_page_form_and_API_and_says_from_where_and_as_of_when(Engine engine)
    {
        var (leader, _) = await BesideAsync(engine, "source");
        var account = await IdAsync(leader, "Nordwind");
        var page = WebUtility.HtmlDecode(await leader.Browser.PageAsync($"/accounts/{account}"));
        Assert.Contains("From Salesforce, as of", page, StringComparison.Ordinal);
        Assert.DoesNotContain("editing=City", page, StringComparison.Ordinal);
        Assert.Contains("editing=Website", page, StringComparison.Ordinal);
        var refused = await leader.Program.PatchAsJsonAsync($"/api/accounts/{account}", new { city = "Bremen" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("From Salesforce", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("From Salesforce", WebUtility.HtmlDecode(await (await leader.Browser.PostFormAsync($"/accounts/{account}", ("City", "Bremen"), ("Editing", "City"))).Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Equal(("Kiel", null), await PlaceAsync(leader, account));
        // What only Coxswain knows of it, and what was made here, stays open.
        Assert.True((await leader.Program.PatchAsJsonAsync($"/api/accounts/{account}", new { website = "https://nordwind.example" })).IsSuccessStatusCode);
        var own = await (await leader.Program.PostAsJsonAsync("/api/accounts", new { name = "Ours", city = "Ulm" })).Content.ReadFromJsonAsync<JsonElement>();
        Assert.True((await leader.Program.PatchAsJsonAsync($"/api/accounts/{own.GetProperty("id").GetGuid()}", new { city = "Oslo" })).IsSuccessStatusCode);
    }

    [Theory, OnBoth]
    public async Task A_newer_export_updates_by_key_keeps_what_is_only_here_and_reports_what_has_gone_there(Engine engine)
    {
        var (leader, tenant) = await BesideAsync(engine, "source");
        var account = await IdAsync(leader, "Nordwind");
        await leader.Program.PatchAsJsonAsync($"/api/accounts/{account}", new { website = "https://nordwind.example" });
        var result = await tenant.ImportAsync(Generated.File("Account.csv", Header + "001A,Nordwind AG,,Bremen,Logistics,,\n"));
        Assert.Equal((0, 1, 1), (result.Created, result.Changed, result.Vanished));
        Assert.Equal(("Bremen", "https://nordwind.example"), await PlaceAsync(leader, account));
        var page = WebUtility.HtmlDecode(await leader.Browser.PageAsync("/settings/masters"));
        Assert.All(["Salesforce is the master", "locked: Account, Owner, Part of, Industry, City, Phone", "one has gone there", "Gone in their system", "Hafen Ost"], said => Assert.Contains(said, page, StringComparison.Ordinal));
        // Once it is there again, nothing is missing.
        Assert.Equal(0, (await tenant.ImportAsync(Generated.File("Account.csv", First))).Vanished);
        Assert.DoesNotContain("Gone in their system", await leader.Browser.PageAsync("/settings/masters"), StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task What_only_another_system_ever_had_has_not_gone_from_this_one(Engine engine)
    {
        var (leader, tenant) = await BesideAsync(engine, "source");
        var other = await tenant.ImportAsync(Generated.File("companies.csv", "Record ID,Company name,Company owner,City\n77,Alster GmbH,,Hamburg\n78,Weser AG,,Bremen\n"));
        Assert.Equal((2, 0), (other.Created, other.Vanished));
        Assert.Equal(1, (await tenant.ImportAsync(Generated.File("Account.csv", Header + "001A,Nordwind,,Kiel,Logistics,,\n"))).Vanished);
        var page = await leader.Browser.PageAsync("/settings/masters");
        Assert.Contains("Hafen Ost", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Alster", page, StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task A_file_of_somebody_else_neither_locks_nor_renews_what_is_locked_for_the_master(Engine engine)
    {
        var (leader, tenant) = await BesideAsync(engine, "source");
        var before = await MasterAsync(leader);
        await tenant.ImportAsync(Generated.File("companies.csv", "Record ID,Company name,Company owner,Website URL\n77,Alster GmbH,,https://alster.example\n"));
        var list = Generated.File("list.csv", "Account id,Account name,Website\n001A,Nordwind,https://nordwind.example\n");
        Assert.Equal(("0:system", "no", false), Assert.Single((await tenant.WithRunner(r => r.LookAsync(list, default))).Questions) is var asked ? (asked.Id, asked.Answer, asked.WasAnswered) : default);
        Assert.Equal(0, (await tenant.ImportAsync(list)).Vanished);
        Assert.Equal(before, await MasterAsync(leader));
        // Said by hand it is one of theirs, and so is the next with the same columns.
        Assert.Equal(1, (await tenant.ImportAsync(list, ImportOptions.Yes with { Answers = new Dictionary<string, string> { ["0:system"] = "yes" } })).Vanished);
        Assert.Contains("Website", (await MasterAsync(leader)).Locked, StringComparison.Ordinal);
        Assert.Equal(("yes", true), Assert.Single((await tenant.WithRunner(r => r.LookAsync(Generated.File("newer.csv", "Account id,Account name,Website\n001B,Hafen Ost,\n"), default))).Questions) is var again ? (again.Answer, again.WasAnswered) : default);
    }

    [Theory, OnBoth]
    public async Task What_a_file_of_somebody_else_says_of_a_locked_field_is_not_taken_and_the_rest_of_it_is(Engine engine)
    {
        var (leader, tenant) = await BesideAsync(engine, "source");
        var account = await IdAsync(leader, "Nordwind");
        var result = await tenant.ImportAsync(Generated.File("list.csv", "Account name,City,Website\nNordwind,Bremen,https://nordwind.example\n"));
        Assert.Contains(result.Remarks, r => r.Reason == "Salesforce is the master: what this file says of City is not taken.");
        Assert.Equal(("Kiel", "https://nordwind.example"), await PlaceAsync(leader, account));
        Assert.Contains("Nordwind", await leader.Browser.PageAsync("/settings/masters"), StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task What_a_newer_export_still_has_and_could_not_be_taken_was_refused_and_has_not_gone(Engine engine)
    {
        var (leader, tenant) = await BesideAsync(engine, "source");
        var result = await tenant.ImportAsync(Generated.File("Account.csv", "Id,Name,ParentId,BillingCity,Industry,Phone,OwnerId,NumberOfEmployees\n001A,Nordwind,,Kiel,Logistics,,,12\n001B,Hafen Ost,,Rostock,Logistics,,,many\n"));
        Assert.Equal((1, 0), (result.Refused, result.Vanished));
        Assert.DoesNotContain("Gone in their system", await leader.Browser.PageAsync("/settings/masters"), StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task What_one_system_locked_is_open_once_another_is_the_master_until_that_one_brings_it(Engine engine)
    {
        var (leader, tenant) = await BesideAsync(engine, "source");
        Assert.Equal(1, (await tenant.ImportAsync(Generated.File("Account.csv", Header + "001A,Nordwind,,Kiel,Logistics,,\n"))).Vanished);
        await leader.PlainBrowser.PostFormAsync("/settings/masters", ("Kind", "account"), ("Master", "source"), ("System", "HubSpot"), ("IsComplete", "true"));
        Assert.Equal((null, ""), await MasterAsync(leader));
        Assert.DoesNotContain("Gone in their system", await leader.Browser.PageAsync("/settings/masters"), StringComparison.Ordinal);
        Assert.True((await leader.Program.PatchAsJsonAsync($"/api/accounts/{await IdAsync(leader, "Nordwind")}", new { city = "Bremen" })).IsSuccessStatusCode);
    }

    [Theory, OnBoth]
    public async Task Where_Coxswain_is_the_master_what_was_changed_here_stays_and_the_conflict_is_listed_until_it_is_seen(Engine engine)
    {
        var (leader, tenant) = await BesideAsync(engine, "ours");
        var account = await IdAsync(leader, "Nordwind");
        Assert.True((await leader.Program.PatchAsJsonAsync($"/api/accounts/{account}", new { city = "Flensburg" })).IsSuccessStatusCode);
        var result = await tenant.ImportAsync(Generated.File("Account.csv", Header + "001A,Nordwind,,Bremen,Shipping,,\n001B,Hafen Ost,,Stralsund,Logistics,,\n"));
        Assert.Contains(result.Remarks, r => r.Reason.Contains("Ours stays.", StringComparison.Ordinal));
        Assert.Equal("Flensburg", (await PlaceAsync(leader, account)).City);
        // Nobody touched that one here, so the newer word is taken.
        Assert.Equal("Stralsund", (await PlaceAsync(leader, await IdAsync(leader, "Hafen Ost"))).City);
        var page = WebUtility.HtmlDecode(await leader.Browser.PageAsync("/settings/masters"));
        Assert.Contains("City · ours stayed", page, StringComparison.Ordinal);
        var settle = System.Text.RegularExpressions.Regex.Match(page, "/settings/masters/conflicts/[0-9a-f-]{36}/settlements").Value;
        await leader.PlainBrowser.PostFormAsync(settle);
        Assert.DoesNotContain("City · ours stayed", await leader.Browser.PageAsync("/settings/masters"), StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task Where_Coxswain_is_the_master_what_was_typed_here_stays_against_the_first_file_that_names_it_and_what_was_open_is_filled(Engine engine)
    {
        var (leader, tenant) = await BesideAsync(engine, "ours");
        Assert.True((await leader.Program.PostAsJsonAsync("/api/accounts", new { name = "Boreas", city = "Kiel" })).IsSuccessStatusCode);
        var result = await tenant.ImportAsync(Generated.File("Account.csv", Header + "001C,Boreas,,Bremen,Shipping,,\n"));
        Assert.Contains(result.Remarks, r => r.Reason.Contains("Ours stays.", StringComparison.Ordinal));
        var read = await leader.Program.GetFromJsonAsync<JsonElement>($"/api/accounts/{await IdAsync(leader, "Boreas")}");
        Assert.Equal(("Kiel", "Shipping"), (read.GetProperty("city").GetString(), read.GetProperty("industry").GetString()));
    }

    [Theory, OnBoth]
    public async Task Own_fields_that_the_other_system_brings_are_locked_one_by_one(Engine engine)
    {
        var (leader, tenant) = await WithOwnAsync(engine, "source");
        var account = await IdAsync(leader, "Nordwind");
        var page = WebUtility.HtmlDecode(await leader.Browser.PageAsync($"/accounts/{account}"));
        Assert.DoesNotContain("editing=cf.berth", page, StringComparison.Ordinal);
        Assert.Contains("editing=cf.cranes", page, StringComparison.Ordinal);
        var refused = await leader.Program.PatchAsJsonAsync($"/api/accounts/{account}", new { custom = new { berth = "Quay 9" } });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("From Salesforce", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.True((await leader.Program.PatchAsJsonAsync($"/api/accounts/{account}", new { custom = new { cranes = 3 } })).IsSuccessStatusCode);
        Assert.Contains("Berth", System.Text.RegularExpressions.Regex.Match(WebUtility.HtmlDecode(await leader.Browser.PageAsync("/settings/masters")), "locked: [^<]*").Value, StringComparison.Ordinal);
        await tenant.ImportAsync(Generated.File("Account.csv", OwnHeader + "001A,Nordwind,,,Kiel,Quay 2\n"));
        Assert.Equal("""{"berth":"Quay 2","cranes":3}""", await OwnAsync(leader, account));
    }

    [Theory, OnBoth]
    public async Task Where_Coxswain_is_the_master_an_own_field_changed_here_stays_and_another_changed_there_comes_in(Engine engine)
    {
        var (leader, tenant) = await WithOwnAsync(engine, "ours");
        var account = await IdAsync(leader, "Nordwind");
        Assert.True((await leader.Program.PatchAsJsonAsync($"/api/accounts/{account}", new { custom = new { cranes = 3 } })).IsSuccessStatusCode);
        await tenant.ImportAsync(Generated.File("Account.csv", OwnHeader + "001A,Nordwind,,,Kiel,Quay 2\n"));
        Assert.Equal("""{"berth":"Quay 2","cranes":3,"twice":6}""", await OwnAsync(leader, account));
        Assert.True((await leader.Program.PatchAsJsonAsync($"/api/accounts/{account}", new { custom = new { cranes = 5 } })).IsSuccessStatusCode);
        var result = await tenant.ImportAsync(Generated.File("Account.csv", "Id,Name,BillingCity,Berth,Cranes\n001A,Nordwind,Kiel,Quay 3,8\n"));
        Assert.Contains(result.Remarks, r => r.Reason.Contains("Changed here and there: Cranes. Ours stays.", StringComparison.Ordinal));
        Assert.Equal("""{"berth":"Quay 3","cranes":5,"twice":10}""", await OwnAsync(leader, account));
        Assert.Contains("Cranes · ours stayed", WebUtility.HtmlDecode(await leader.Browser.PageAsync("/settings/masters")), StringComparison.Ordinal);
    }

    private const string OwnHeader = "Id,Name,OwnerId,ParentId,BillingCity,Berth\n";

    private static async Task<(TestViewer Leader, TestTenant Tenant)> WithOwnAsync(Engine engine, string master)
    {
        var (leader, tenant) = await BesideAsync(engine, master);
        foreach (var field in (object[])[new { kind = "account", label = "Berth", type = "Text" }, new { kind = "account", label = "Cranes", type = "Number" }]) Assert.True((await leader.Program.PostAsJsonAsync("/api/custom-fields", field)).IsSuccessStatusCode);
        if (master == "ours") Assert.True((await leader.Program.PostAsJsonAsync("/api/custom-fields", new { kind = "account", label = "Twice", type = "Formula", formula = "[Cranes] * 2" })).IsSuccessStatusCode);
        Assert.Equal(1, (await tenant.ImportAsync(Generated.File("Account.csv", OwnHeader + "001A,Nordwind,,,Kiel,Quay 1\n"))).Changed);
        return (leader, tenant);
    }

    private static async Task<string> OwnAsync(TestViewer leader, Guid account) => (await leader.Program.GetFromJsonAsync<JsonElement>($"/api/accounts/{account}")).GetProperty("custom").GetRawText();

    private static async Task<(TestViewer Leader, TestTenant Tenant)> BesideAsync(Engine engine, string master)
    {
        var tenant = await Generated.TenantAsync(engine);
        var leader = await tenant.PersonAsync(Role.Leader, "Lena Vogt");
        Assert.Equal(HttpStatusCode.SeeOther, (await leader.PlainBrowser.PostFormAsync("/settings/masters", ("Kind", "account"), ("Master", master), ("System", "Salesforce"), ("IsComplete", "true"))).StatusCode);
        Assert.Equal(2, (await tenant.ImportAsync(Generated.File("Account.csv", First))).CreatedByKind["account"]);
        return (leader, tenant);
    }

    private static async Task<(string? TakenAt, string Locked)> MasterAsync(TestViewer leader)
    {
        var master = (await leader.Program.GetFromJsonAsync<JsonElement>("/api/source-masters")).EnumerateArray().Single(m => m.GetProperty("kind").GetString() == "account");
        return (master.GetProperty("takenAt").GetString(), string.Join(", ", master.GetProperty("locked").EnumerateArray()));
    }

    private static async Task<Guid> IdAsync(TestViewer leader, string name) => (await leader.Program.GetFromJsonAsync<JsonElement>("/api/accounts")).GetProperty("rows").EnumerateArray().Single(a => a.GetProperty("name").GetString() == name).GetProperty("id").GetGuid();

    private static async Task<(string? City, string? Website)> PlaceAsync(TestViewer leader, Guid account)
    {
        var read = await leader.Program.GetFromJsonAsync<JsonElement>($"/api/accounts/{account}");
        return (read.GetProperty("city").GetString(), read.GetProperty("website").GetString());
    }
}
