using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Coxswain.Customers;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
namespace Coxswain.Web.Tests.Import;

/// <summary>What is left once an import was taken back.</summary>
public sealed class UndoImportTests
{
    private const string Accounts = "Id,Name,BillingCity,Industry,Phone\n", Contacts = "Id,Name,Email,Title,Account Name\n";

    [Theory, OnBoth]
    public async Task A_contact_who_was_moved_by_it_is_back_and_was_never_elsewhere_whatever_own_fields_there_are(Engine engine)
    {
        var (leader, tenant) = await StartAsync(engine);
        Assert.True((await leader.Program.PostAsJsonAsync("/api/custom-fields", new { kind = "contact", label = "Dog", type = "Text" })).IsSuccessStatusCode);
        await tenant.ImportAsync(Generated.File("Account.csv", Accounts + "001A,Nordwind,Kiel,Logistics,\n001B,Halma,Rostock,Logistics,\n"));
        await tenant.ImportAsync(Generated.File("Contact.csv", Contacts + "003A,Petra Brandt,petra@nordwind.example,Buyer,Nordwind\n"));
        var moved = await tenant.ImportAsync(Generated.File("Contact.csv", Contacts + "003A,Petra Brandt,petra@nordwind.example,Buyer,Halma\n"));
        var contact = await IdAsync(leader, "contacts", "Petra Brandt");
        Assert.Single(await PositionsAsync());
        Assert.Empty((await UndoAsync(tenant, moved)).Spared);
        Assert.Equal(await IdAsync(leader, "accounts", "Nordwind"), (await leader.Program.GetFromJsonAsync<JsonElement>($"/api/contacts/{contact}")).GetProperty("accountId").GetGuid());
        Assert.Empty(await PositionsAsync());

        async Task<JsonElement[]> PositionsAsync() => [.. (await leader.Program.GetFromJsonAsync<JsonElement>($"/api/contacts/{contact}/positions")).EnumerateArray()];
    }

    [Theory, OnBoth]
    public async Task What_a_file_said_of_an_account_that_was_merged_away_is_news_again_once_it_was_taken_back(Engine engine)
    {
        var (leader, tenant) = await StartAsync(engine);
        await tenant.ImportAsync(Generated.File("Account.csv", Accounts + "001A,Nordwind,Kiel,Logistics,\n001B,Nordwind GmbH,Rostock,Logistics,\n"));
        var kept = await IdAsync(leader, "accounts", "Nordwind");
        var pair = await (await leader.Program.PostAsJsonAsync("/api/duplicates", new { kind = "account", of = kept, other = $"{await IdAsync(leader, "accounts", "Nordwind GmbH")}" })).Content.ReadFromJsonAsync<JsonElement>();
        Assert.True((await leader.Program.PostAsJsonAsync($"/api/duplicates/{pair.GetProperty("id").GetGuid()}/merges", new { keep = kept, take = Array.Empty<string>() })).IsSuccessStatusCode);
        var file = Generated.File("Account.csv", Accounts + "001B,Nordwind GmbH,Rostock,Logistics,040 555\n");
        var news = await tenant.ImportAsync(file);
        Assert.Equal((0, 1), (news.Created, news.Changed));
        Assert.Equal((1, 0), await UndoAsync(tenant, news) is var undone ? (undone.Restored, undone.Spared.Count) : default);
        Assert.Null(await PhoneAsync());
        Assert.Equal(1, (await tenant.ImportAsync(file)).Changed);
        Assert.Equal("040 555", await PhoneAsync());

        async Task<string?> PhoneAsync() => (await leader.Program.GetFromJsonAsync<JsonElement>($"/api/accounts/{kept}")).GetProperty("phone").GetString();
    }

    [Theory, OnBoth]
    public async Task An_account_that_somebody_added_a_contact_to_stays_with_what_it_is_part_of_and_says_why(Engine engine)
    {
        var (leader, tenant) = await StartAsync(engine);
        var result = await tenant.ImportAsync(Generated.Folder(
            ("Account.csv", "Id,Name,ParentId,BillingCity,OwnerId\n001A,Nordwind,,Kiel,\n001B,Nordwind Ost,001A,Rostock,\n001C,Halma,,Ulm,\n"),
            ("Contact.csv", "Id,AccountId,LastName,FirstName,Email,OwnerId\n003A,001B,Brandt,Petra,petra@nordwind.example,\n003B,001C,Sand,Ida,ida@halma.example,\n")));
        var branch = await IdAsync(leader, "accounts", "Nordwind Ost");
        Assert.True((await leader.Program.PostAsJsonAsync("/api/contacts", new { name = "Typed Here", accountId = branch })).IsSuccessStatusCode);
        var undone = await UndoAsync(tenant, result);
        Assert.Equal([("Nordwind", "Accounts that belong to it (1)"), ("Nordwind Ost", "Contacts (1)")], undone.Spared.Select(s => (s.Name, s.Why)).Order());
        Assert.Equal(["Nordwind", "Nordwind Ost"], await NamesAsync(leader, "accounts"));
        Assert.Equal(["Typed Here"], await NamesAsync(leader, "contacts"));
        Assert.Contains("What stays belongs to it: Contacts (1)", WebUtility.HtmlDecode(await leader.Browser.PageAsync($"/import/{result.RunId}")), StringComparison.Ordinal);
    }

    private static Task<ImportUndone> UndoAsync(TestTenant tenant, ImportResult result) => tenant.WithRunner(r => r.UndoAsync(result.RunId, null, default));

    private static async Task<(TestViewer Leader, TestTenant Tenant)> StartAsync(Engine engine)
    {
        var tenant = await Generated.TenantAsync(engine);
        return (await tenant.PersonAsync(Role.Admin, "Lena Vogt"), tenant);
    }

    private static async Task<IReadOnlyList<JsonElement>> RowsAsync(TestViewer viewer, string kinds) => [.. (await viewer.Program.GetFromJsonAsync<JsonElement>($"/api/{kinds}")).GetProperty("rows").EnumerateArray()];

    private static async Task<IReadOnlyList<string?>> NamesAsync(TestViewer viewer, string kinds) => [.. (await RowsAsync(viewer, kinds)).Select(r => r.GetProperty("name").GetString()).Order()];

    private static async Task<Guid> IdAsync(TestViewer viewer, string kinds, string name) => (await RowsAsync(viewer, kinds)).Single(r => r.GetProperty("name").GetString() == name).GetProperty("id").GetGuid();
}
