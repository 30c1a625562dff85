using System.Net.Http.Json;
using System.Text.Json;
using Coxswain.Customers;
using Coxswain.Funnel;
using Coxswain.People;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Tenants;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Web.Tests.Import;

/// <summary>Exports of other systems as those write them: dropped as they are, and nothing is asked.</summary>
public sealed class KnownExportTests
{
    [Theory, OnBoth]
    public async Task An_export_of_Salesforce_comes_in_by_its_keys_with_users_that_are_gone_leads_that_were_converted_and_what_was_done(Engine engine)
    {
        var tenant = await Generated.TenantAsync(engine);
        var result = await tenant.ImportAsync(Generated.Folder(SampleExports.Salesforce));
        Assert.Empty(result.Plan.Questions);
        Assert.All(result.Plan.Files, f => Assert.Equal("Salesforce", f.System));
        Assert.Equal([], result.Remarks.Where(r => r.Refused).Select(r => r.Reason));
        Assert.True(result.Agrees);
        await tenant.InDb(async (db, _) =>
        {
            var accounts = await db.AccountRows().ToDictionaryAsync(a => a.Name);
            Assert.Equal([("Ana Okafor", true), ("Tom Berg", false)], (await db.PersonRows().OrderBy(p => p.Name).ToListAsync()).Select(p => (p.Name, p.IsHere)));
            Assert.Equal(["Amsel", "Lena Vogt"], (await RowsAsync(tenant, "contacts")).Select(c => Text(c, "name")).Order());
            var deals = await db.Deals().ToDictionaryAsync(d => d.Name);
            Assert.Equal((5_000_000L, accounts["Nordwind"].Id, new DateOnly(2026, 1, 5)), (deals["Yard"].Amount, deals["Yard"].AccountId, deals["Yard"].OpenedOn));
            Assert.Equal(StageEnd.Won, deals["Gate"].End);
            var touch = Assert.Single(await RowsAsync(tenant, "interactions"));
            Assert.Equal(("Meeting", 90, new DateTime(2026, 2, 10, 8, 0, 0, DateTimeKind.Utc), deals["Yard"].Id, accounts["Nordwind"].Id), (Text(touch, "kind"), touch.GetProperty("minutes").GetInt32(), touch.GetProperty("occurredAt").GetDateTime(), touch.GetProperty("aboutId").GetGuid(), touch.GetProperty("accountId").GetGuid()));
            Assert.Equal([("Nordwind", null), ("Nordwind Süd", "Nordwind")], (await RowsAsync(tenant, "accounts")).Select(a => (Text(a, "name"), Text(a, "parentName"))).Order());
            Assert.Equal([("Ida Sand", "Working"), ("Lena Vogt", "Converted")], (await RowsAsync(tenant, "leads")).Select(l => (Text(l, "name"), Text(l, "status"))).Order());
            Assert.Equal([("Ring Ida", false), ("Send the offer", true)], (await RowsAsync(tenant, "tasks")).Select(t => (Text(t, "title"), t.GetProperty("doneAt").ValueKind is not JsonValueKind.Null)).Order());
        });
        var again = await tenant.ImportAsync(Generated.Folder(("Lead.csv", "Id,LastName,FirstName,Company,Email,LeadSource,Status,IsConverted,ConvertedContactId,ConvertedOpportunityId,OwnerId,CreatedDate\n00QA,Sand,Ida,Hafen Ost,ida@ost.example,Fair,Working - Contacted,0,,,005A,2026-02-01T08:00:00.000Z\n00QB,Vogt,Lena,Nordwind,,Web,Closed - Converted,1,003A,006A,005A,2026-01-02T08:00:00.000Z\n")));
        Assert.Equal((0, 0, 2, 0), (again.Created, again.Changed, again.Same, again.Refused));
    }

    [Theory, OnBoth]
    public async Task An_export_of_HubSpot_comes_in_with_two_pipelines_the_days_of_its_stages_owners_who_left_and_calls_of_so_many_minutes_and_seconds(Engine engine)
    {
        var tenant = await Generated.TenantAsync(engine);
        await tenant.InDb(async (db, _) => { (await db.Rows<Tenant>().SingleAsync(t => t.Id == tenant.Id)).TimeZone = "Europe/Berlin"; await db.SaveChangesAsync(); });
        var result = await tenant.ImportAsync(Generated.Folder(SampleExports.HubSpot));
        Assert.All(result.Plan.Files, f => Assert.Equal("HubSpot", f.System));
        Assert.Equal([], result.Remarks.Where(r => r.Refused).Select(r => r.Reason));
        Assert.True(result.Agrees);
        await tenant.InDb(async (db, _) =>
        {
            Assert.Equal([("Ana Okafor", true), ("Tom Berg", false)], (await db.PersonRows().OrderBy(p => p.Name).ToListAsync()).Select(p => (p.Name, p.IsHere)));
            Assert.Equal(["Lena Vogt", "only@ost.example"], (await RowsAsync(tenant, "contacts")).Select(c => Text(c, "name")).Order());
            var (stages, deals) = (await db.StageRows().ToDictionaryAsync(s => s.Id, s => s.Name), await db.Deals().ToDictionaryAsync(d => d.Name));
            Assert.Equal(("Proposal", "Qualified", "Qualified (Renewals)"), (stages[deals["Yard"].StageId], stages[deals["Gate"].StageId], stages[deals["Renewal"].StageId]));
            var moves = (await db.StageMoves().ToListAsync()).Where(m => m.OpportunityId == deals["Yard"].Id);
            Assert.Equal([(null, new DateTime(2026, 1, 5)), ("Qualified", new DateTime(2026, 1, 20)), ("Proposal", new DateTime(2026, 2, 3))], moves.Select(m => (m.StageId is { } s ? stages[s] : null, m.From.Date)));
            var call = Assert.Single(await RowsAsync(tenant, "interactions"), t => Text(t, "kind") == "Call");
            // Written in the portal's own time.
            Assert.Equal((13, false, new DateTime(2026, 2, 3, 13, 0, 0, DateTimeKind.Utc), "They wait for the board\nAgain in May"), (call.GetProperty("minutes").GetInt32(), call.GetProperty("inbound").GetBoolean(), call.GetProperty("occurredAt").GetDateTime(), Text(call, "text")));
        });
    }

    [Theory, OnBoth]
    public async Task Companies_that_a_person_is_tied_to_by_a_label_become_positions_called_so_and_people_tied_to_a_deal_come_onto_its_map(Engine engine)
    {
        var tenant = await Generated.TenantAsync(engine);
        var result = await tenant.ImportAsync(Generated.Folder(
            ("companies.csv", "Record ID,Company name,Company owner\n9001,Nordwind,Ana Okafor\n9002,Hafen Ost,Ana Okafor\n"),
            ("contacts.csv", "Record ID,First Name,Last Name,Email,Contact owner,Associated Company IDs (Board member),Associated Company IDs (Primary)\n101,Lena,Vogt,lena@nordwind.example,Ana Okafor,9001;9002,9001\n"),
            ("deals.csv", "Record ID,Deal Name,Deal Stage,Deal owner,Amount,Close Date,Create Date,Associated Company IDs,Associated Contact IDs (Decision maker)\n7001,Yard,Proposal,Ana Okafor,50000,2026-04-30 12:00,2026-01-05 09:30,9001,101\n")));
        Assert.Equal([], result.Remarks.Select(r => r.Reason));
        var viewer = await tenant.PersonAsync(Role.Admin, "Ines Castro");
        var contact = Assert.Single(await RowsAsync(tenant, "contacts"));
        Assert.Equal("Nordwind", Text(contact, "accountName"));
        var position = Assert.Single((await viewer.Program.GetFromJsonAsync<JsonElement>($"/api/contacts/{contact.GetProperty("id").GetGuid()}/positions")).EnumerateArray());
        Assert.Equal(("Hafen Ost", "Board member"), (Text(position, "accountName"), Text(position, "title")));
        Assert.Contains("Lena Vogt", await viewer.Browser.PageAsync($"/accounts/{contact.GetProperty("accountId").GetGuid()}/map"));
        var deal = Assert.Single(await RowsAsync(tenant, "opportunities")).GetProperty("id").GetGuid();
        var map = await viewer.Program.GetStringAsync($"/api/opportunities/{deal}/map");
        foreach (var said in (string[])["\"Approver\"", "Decision maker"]) Assert.Contains(said, map);
    }

    [Theory, OnBoth]
    public async Task A_tie_is_called_what_a_later_column_calls_it_and_keys_of_what_is_not_here_are_told_row_by_row_in_a_dry_run_too(Engine engine)
    {
        var tenant = await Generated.TenantAsync(engine);
        var folder = Generated.Folder(
            ("companies.csv", "Record ID,Company name,Company owner\n9001,Nordwind,Ana Okafor\n9002,Hafen Ost,Ana Okafor\n"),
            ("contacts.csv", "Record ID,First Name,Last Name,Email,Contact owner,Associated Company IDs,Associated Company IDs (Board member)\n101,Lena,Vogt,lena@nordwind.example,Ana Okafor,9001;9002;9009,9002\n"),
            ("deals.csv", "Record ID,Deal Name,Deal Stage,Deal owner,Amount,Close Date,Create Date,Associated Company IDs,Associated Contact IDs\n7001,Yard,Proposal,Ana Okafor,50000,2026-04-30 12:00,2026-01-05 09:30,9001,101;109\n"),
            ("calls.csv", "Record ID,Call Title,Call direction,Call outcome,Activity date,Activity assigned to,Associated Contact IDs,Associated Deal IDs\n501,About the yard,OUTBOUND,Connected,2026-02-03 14:00,Ana Okafor,101,7009\n"));
        string[] told = ["Kept without: Account: nothing here has the key 9009.", "Kept without: Contacts: nothing here has the key 109.", "Kept without: Keys of deals: nothing here has the key 7009."];
        Assert.Equal(told, (await tenant.ImportAsync(folder, ImportOptions.Yes with { DryRun = true })).Remarks.Select(r => r.Reason).Order());
        Assert.Equal(told, (await tenant.ImportAsync(folder)).Remarks.Select(r => r.Reason).Order());
        var viewer = await tenant.PersonAsync(Role.Admin, "Ines Castro");
        var position = Assert.Single((await viewer.Program.GetFromJsonAsync<JsonElement>($"/api/contacts/{Assert.Single(await RowsAsync(tenant, "contacts")).GetProperty("id").GetGuid()}/positions")).EnumerateArray());
        Assert.Equal(("Hafen Ost", "Board member"), (Text(position, "accountName"), Text(position, "title")));
    }

    [Theory, OnBoth]
    public async Task An_export_of_Pipedrive_says_in_its_status_what_was_won_and_its_open_activities_become_tasks(Engine engine)
    {
        var tenant = await Generated.TenantAsync(engine);
        var result = await tenant.ImportAsync(Generated.Folder(SampleExports.Pipedrive));
        Assert.All(result.Plan.Files, f => Assert.Equal("Pipedrive", f.System));
        Assert.Equal([], result.Remarks.Where(r => r.Refused).Select(r => r.Reason));
        Assert.True(result.Agrees);
        await tenant.InDb(async (db, _) =>
        {
            var deals = await db.Deals().ToDictionaryAsync(d => d.Name);
            Assert.Equal((StageEnd.Open, StageEnd.Won, StageEnd.Lost), (deals["Yard"].End, deals["Gate"].End, deals["Dock"].End));
            Assert.Equal((new DateOnly(2026, 2, 1), new DateOnly(2026, 4, 30)), (deals["Gate"].ClosedOn, deals["Yard"].CloseOn));
            Assert.Equal("lena@home.example", Text(Assert.Single(await RowsAsync(tenant, "contacts")), "email"));
            Assert.Equal(("Asked", 30), Assert.Single(await RowsAsync(tenant, "interactions")) is var asked ? (Text(asked, "subject"), asked.GetProperty("minutes").GetInt32()) : default);
            Assert.Equal("Show it", Assert.Single(await db.OpenTasksAbout("opportunity").ToListAsync()).Title);
        });
    }

    [Theory, OnBoth]
    public async Task When_a_deal_was_won_counts_before_when_it_was_expected_wherever_the_columns_stand(Engine engine)
    {
        var tenant = await Generated.TenantAsync(engine);
        var result = await tenant.ImportAsync(Generated.File("deals.csv", "Deal - ID,Deal - Title,Deal - Expected close date,Deal - Owner,Deal - Stage,Deal - Status,Deal - Value,Deal - Currency of Value,Deal - Deal created,Deal - Won time\n32,Gate,2031-12-31,Ana Okafor,Proposal made,Won,1000,EUR,2026-01-06 09:30:00,2026-02-01 10:00:00\n"));
        Assert.Equal((1, 0), (result.CreatedByKind["opportunity"], result.Refused));
        await tenant.InDb(async (db, _) => Assert.Equal(new DateOnly(2026, 2, 1), (await db.Deals().SingleAsync()).ClosedOn));
    }

    /// <summary>Each file of the systems that are known by their headers alone.</summary>
    public static TheoryData<string, string, string, string> Others => [.. SampleExports.Others.Select(o => (o.System, o.File, o.Kind, o.Text))];

    [Theory, MemberData(nameof(Others))]
    public async Task A_file_of_another_system_is_known_by_its_headers_and_comes_in_without_a_question(string system, string file, string kind, string text)
    {
        var tenant = await Generated.TenantAsync(Engine.Sqlite);
        var result = await tenant.ImportAsync(Generated.Folder((file, text)));
        Assert.Equal([(system, kind)], result.Plan.Files.Select(f => (f.System, f.Kind)));
        Assert.Empty(result.Plan.Questions);
        Assert.Equal((1, 0), (result.CreatedByKind[kind], result.Refused));
        Assert.DoesNotContain(result.Plan.Makes, m => m.Name.Contains("zcrm", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Somebody_who_drops_an_export_reads_whose_it_is()
    {
        var tenant = await Generated.TenantAsync(Engine.Sqlite);
        var leader = await tenant.PersonAsync(Role.Leader, "Lena Vogt");
        var page = await leader.DropAsync("deals.csv", "Record ID,Deal Name,Deal Stage,Pipeline,Close Date,Create Date,Deal owner,Amount\n7001,Yard,Proposal,Sales Pipeline,2026-04-30 12:00,2026-01-05 09:30,Ana Okafor,50000\n"u8.ToArray());
        Assert.Contains("Recognised as an export of HubSpot", await leader.PlainBrowser.PageAsync(page), StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<JsonElement>> RowsAsync(TestTenant tenant, string what)
    {
        var leader = await tenant.PersonAsync(Role.Leader, $"Reader of {what}");
        return [.. (await leader.Program.GetFromJsonAsync<JsonElement>($"/api/{what}")).GetProperty("rows").EnumerateArray()];
    }

    private static string? Text(JsonElement row, string field) => row.TryGetProperty(field, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;
}
