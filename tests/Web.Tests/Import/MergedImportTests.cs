using System.Net.Http.Json;
using System.Text.Json;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
namespace Coxswain.Web.Tests.Import;

public sealed class MergedImportTests
{
    private const string Accounts = "Id,Name,BillingCity,Industry,Phone\n", Contacts = "Id,Name,Email,Title,Account Name\n";

    [Theory, OnBoth]
    public async Task An_account_that_was_merged_away_is_updated_by_its_old_key_as_what_it_went_into(Engine engine)
    {
        var (leader, tenant) = await StartAsync(engine);
        await tenant.ImportAsync(Generated.File("Account.csv", Accounts + "001A,Nordwind,Kiel,Logistics,\n001B,Nordwind GmbH,Rostock,Logistics,\n"));
        var (kept, gone) = (await IdAsync(leader, "accounts", "Nordwind"), await IdAsync(leader, "accounts", "Nordwind GmbH"));
        await MergeAsync(leader, "account", kept, gone);
        // Said as before it is no news, and nothing is made anew.
        var same = await tenant.ImportAsync(Generated.File("Account.csv", Accounts + "001A,Nordwind,Kiel,Logistics,\n001B,Nordwind GmbH,Rostock,Logistics,\n"));
        Assert.Equal((0, 0), (same.Created, same.Changed));
        Assert.Equal("Kiel", await FieldAsync(leader, "accounts", kept, "city"));
        var news = await tenant.ImportAsync(Generated.File("Account.csv", Accounts + "001B,Nordwind GmbH,Rostock,Logistics,040 555\n"));
        Assert.Equal((0, "040 555", "001A"), (news.Created, await FieldAsync(leader, "accounts", kept, "phone"), await FieldAsync(leader, "accounts", kept, "sourceId")));
        // Known by its name alone, too; and a contact of it is one of the other.
        await tenant.ImportAsync(Generated.File("Contact.csv", Contacts + "003A,Petra Brandt,petra@nordwind.example,Buyer,Nordwind GmbH\n"));
        Assert.Equal(["Nordwind"], (await leader.Program.GetFromJsonAsync<JsonElement>("/api/accounts")).GetProperty("rows").EnumerateArray().Select(r => r.GetProperty("name").GetString()));
        Assert.Equal($"{kept}", await FieldAsync(leader, "contacts", await IdAsync(leader, "contacts", "Petra Brandt"), "accountId"));
        Assert.Equal(1, (await leader.Program.GetFromJsonAsync<JsonElement>("/api/accounts")).GetProperty("rows").GetArrayLength());
    }

    [Theory, OnBoth]
    public async Task A_contact_that_was_merged_away_is_updated_by_the_old_key_and_the_old_address(Engine engine)
    {
        var (leader, tenant) = await StartAsync(engine);
        const string Both = Contacts + "003A,Petra Brandt,petra@nordwind.example,Buyer,\n003B,P. Brandt,brandt@halma.example,Buyer,\n";
        await tenant.ImportAsync(Generated.File("Contact.csv", Both));
        var (kept, gone) = (await IdAsync(leader, "contacts", "Petra Brandt"), await IdAsync(leader, "contacts", "P. Brandt"));
        await MergeAsync(leader, "contact", kept, gone);
        Assert.Equal(0, (await tenant.ImportAsync(Generated.File("Contact.csv", Both))).Changed);
        Assert.Equal(("Petra Brandt", "petra@nordwind.example"), (await FieldAsync(leader, "contacts", kept, "name"), await FieldAsync(leader, "contacts", kept, "email")));
        Assert.Equal(0, (await tenant.ImportAsync(Generated.File("Contact.csv", Contacts + "003B,P. Brandt,brandt@halma.example,Chief buyer,\n"))).Created);
        Assert.Equal(("Chief buyer", "Petra Brandt"), (await FieldAsync(leader, "contacts", kept, "title"), await FieldAsync(leader, "contacts", kept, "name")));
        var other = await tenant.ImportAsync(Generated.File("people.csv", "Contact,E-mail,Phone\nP. Brandt,brandt@halma.example,040 777\n"));
        Assert.Equal((0, "040 777"), (other.Created, await FieldAsync(leader, "contacts", kept, "phone")));
    }

    private static async Task<(TestViewer Leader, TestTenant Tenant)> StartAsync(Engine engine)
    {
        var tenant = await Generated.TenantAsync(engine);
        return (await tenant.PersonAsync(Role.Admin, "Lena Vogt"), tenant);
    }

    private static async Task<Guid> IdAsync(TestViewer viewer, string kinds, string name) =>
        (await viewer.Program.GetFromJsonAsync<JsonElement>($"/api/{kinds}")).GetProperty("rows").EnumerateArray().Single(r => r.GetProperty("name").GetString() == name).GetProperty("id").GetGuid();

    private static async Task<string?> FieldAsync(TestViewer viewer, string kinds, Guid id, string field) => (await viewer.Program.GetFromJsonAsync<JsonElement>($"/api/{kinds}/{id}")).GetProperty(field).GetString();

    private static async Task MergeAsync(TestViewer viewer, string kind, Guid keep, Guid gone)
    {
        var pair = await (await viewer.Program.PostAsJsonAsync("/api/duplicates", new { kind, of = keep, other = $"{gone}" })).Content.ReadFromJsonAsync<JsonElement>();
        var merged = await viewer.Program.PostAsJsonAsync($"/api/duplicates/{pair.GetProperty("id").GetGuid()}/merges", new { keep, take = Array.Empty<string>() });
        Assert.True(merged.IsSuccessStatusCode, await merged.Content.ReadAsStringAsync());
    }
}
