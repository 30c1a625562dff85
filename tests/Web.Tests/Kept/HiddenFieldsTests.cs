using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Coxswain.Web.Tests.Pages;
namespace Coxswain.Web.Tests.Kept;

/// <summary>A field that is hidden from a role is nowhere, and one that is locked is changed by no way in.</summary>
public sealed class HiddenFieldsTests
{
    // What stands in each field that can be kept, as it would be read somewhere.
    private static readonly (string Field, string[] Said)[] Planted =
    [
        ("account/Industry", ["Kepttrade"]), ("account/Website", ["kept.example"]), ("account/Phone", ["30901820", "30 901820"]), ("account/City", ["Keptville"]), ("account/Country", ["Keptland"]), ("account/Employees", ["73191", "73,191"]),
        ("account/Revenue", ["82641937", "82,641,937"]), ("account/FoundedYear", ["1847"]), ("account/Description", ["Keptnote"]), ("contact/Title", ["Keptrole"]), ("contact/Email", ["mara@keptmail.example"]), ("contact/Phone", ["30902830", "30 902830"]), ("contact/Mobile", ["30903840", "30 903840"]),
        ("lead/Company", ["Keptyard"]), ("lead/Title", ["Keptleadrole"]), ("lead/Email", ["lena@keptlead.example"]), ("lead/Phone", ["30904850", "30 904850"]), ("lead/Source", ["Keptfair"]), ("lead/Need", ["Keptneed"]),
        ("opportunity/Amount", ["6173829", "6,173,829"]), ("opportunity/Source", ["Keptorigin"]), ("account/cf.secret", ["Keptsecret"]), ("object.records/cf.field", ["Keptship"]),
    ];

    [Theory, OnBoth]
    public async Task A_leader_reads_no_hidden_field_on_any_page_file_figure_or_answer_and_finds_nothing_by_it(Engine engine)
    {
        var (pages, admin) = await PlantAsync(engine);
        foreach (var (field, _) in Planted) await LimitAsync(admin, Role.Leader, field, "Hidden");
        var leader = await pages.Tenant.PersonAsync(Role.Leader, "Μίνα Δύο");
        string[] more = ["/accounts/export", "/contacts/export", "/leads/export", "/opportunities/export", "/objects/records/export", "/accounts?sort=employees", "/opportunities?sort=-amount", "/opportunities?asOf=2026-07-23&all=1", "/opportunities/board", "/opportunities?as=board&group=owner", "/accounts?group=owner"];

        var seen = await Everywhere.LookAsync(pages, admin, more);
        Assert.Empty(Planted.Where(p => !seen.Any(a => p.Said.Any(s => a.Text.Contains(s, StringComparison.Ordinal)))).Select(p => p.Field));
        var told = (await Everywhere.LookAsync(pages, leader, more)).SelectMany(a => Planted.Where(p => p.Said.Any(s => a.Text.Contains(s, StringComparison.Ordinal))).Select(p => $"{a.Url}: {p.Field}")).ToList();
        Assert.True(told.Count == 0, string.Join("\n", told));

        foreach (var word in (string[])["Keptville", "Kepttrade", "keptmail", "Keptyard", "Keptorigin", "Keptsecret", "Keptship", "30902830"])
            Assert.Equal("[]", await leader.Program.PageAsync($"/api/search?q={word}"));
        foreach (var asked in (string[])["accounts?employees=1..", "accounts?industry=Kepttrade", "contacts?email=keptmail", "opportunities?amount=1..", "opportunities?sort=amount", "accounts?cf.secret=Keptsecret", "accounts?where=industry%20is%20Kepttrade"])
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await leader.Program.GetAsync($"/api/{asked}")).StatusCode);
        // What they cannot see would be lost in a merge.
        Assert.Equal(HttpStatusCode.Forbidden, (await leader.Program.PostAsJsonAsync($"/api/duplicates/{pages.RowOf("duplicates")}/merges", new { })).StatusCode);
    }

    [Theory, OnBoth]
    public async Task A_locked_field_is_shown_with_its_reason_and_changed_by_no_form_program_or_file(Engine engine)
    {
        var (pages, admin) = await PlantAsync(engine);
        var manager = await pages.Tenant.PersonAsync(Role.Manager, "Μίνα Δύο");
        var made = JsonDocument.Parse(await (await manager.Program.PostAsJsonAsync("/api/accounts", new { name = "Quay", industry = "Ports", city = "Oslo" })).Content.ReadAsStringAsync()).RootElement.GetProperty("id").GetString();
        foreach (var field in (string[])["account/Industry", "account/cf.secret"]) await LimitAsync(admin, Role.Manager, field, "ReadOnly");
        await LimitAsync(admin, Role.Manager, "account/City", "Hidden");

        var page = await manager.PlainBrowser.PageAsync($"/accounts/{made}?editing=all");
        Assert.Contains("Your role does not change this.", page);
        Assert.Contains("Ports", page);
        Assert.DoesNotContain("name=\"Industry\"", page);
        Assert.DoesNotContain("Oslo", page);
        foreach (var body in (object[])[new { industry = "Ships", version = 1 }, new { city = "Bergen", version = 1 }, new { city = "Oslo", version = 1 }, new { custom = new { secret = "else" }, version = 1 }])
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await manager.Program.PatchAsync($"/api/accounts/{made}", JsonContent.Create(body))).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await manager.Program.PostAsJsonAsync("/api/accounts", new { name = "Other quay", industry = "Ports" })).StatusCode);
        Assert.DoesNotContain("name=\"Industry\"", await manager.PlainBrowser.PageAsync("/accounts/new"));
        // What is open is still changed, and what is locked stays as it was.
        Assert.True((await manager.Program.PatchAsync($"/api/accounts/{made}", JsonContent.Create(new { website = "quay.example", version = 1 }))).IsSuccessStatusCode);
        var whole = await admin.Program.PageAsync($"/api/accounts/{made}");
        foreach (var kept in (string[])["Ports", "Oslo", "quay.example"]) Assert.Contains(kept, whole);
    }

    private static async Task<(EveryPage Pages, TestViewer Admin)> PlantAsync(Engine engine)
    {
        var pages = await EveryPage.MakeAsync(engine);
        var admin = await pages.Tenant.PersonAsync(Role.Admin, "Ρέα");
        Assert.Equal(HttpStatusCode.SeeOther, (await admin.PlainBrowser.PostFormAsync("/settings/fields", ("Kind", "account"), ("Label", "Secret"), ("Type", "Text"))).StatusCode);
        var planter = pages.Leader.Program;
        await ChangeAsync(planter, $"/api/accounts/{pages.RowOf("accounts")}", new { industry = "Kepttrade", website = "https://kept.example", phone = "+49 30 901820", city = "Keptville", country = "Keptland", employees = 73191, revenue = 82641937, foundedYear = 1847, description = "Keptnote", custom = new { secret = "Keptsecret" } });
        await ChangeAsync(planter, $"/api/contacts/{pages.RowOf("contacts")}", new { title = "Keptrole", email = "mara@keptmail.example", phone = "+49 30 902830", mobile = "+49 30 903840" });
        await ChangeAsync(planter, $"/api/leads/{pages.RowOf("leads")}", new { company = "Keptyard", title = "Keptleadrole", email = "lena@keptlead.example", phone = "+49 30 904850", source = "Keptfair", need = "Keptneed" });
        await ChangeAsync(planter, $"/api/opportunities/{pages.RowOf("opportunities")}", new { amount = 6173829, source = "Keptorigin" });
        await ChangeAsync(planter, $"/api/records/{pages.RowOf("records")}", new { custom = new { field = "Keptship" } });
        return (pages, admin);
    }

    private static async Task ChangeAsync(HttpClient client, string url, object fields)
    {
        var answer = await client.PatchAsync(url, JsonContent.Create(fields));
        Assert.True(answer.IsSuccessStatusCode, $"{url}: {await answer.Content.ReadAsStringAsync()}");
    }

    private static async Task LimitAsync(TestViewer admin, Role role, string field, string limit)
    {
        var answer = await admin.Program.PostAsJsonAsync($"/api/roles/{role}/limits", new { field, limit });
        Assert.True(answer.IsSuccessStatusCode, $"{field}: {await answer.Content.ReadAsStringAsync()}");
    }
}
