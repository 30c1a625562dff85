using System.Net.Http.Json;
using System.Text.Json;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
namespace Coxswain.Web.Tests.Import;

public sealed class CustomFieldImportTests
{
    [Theory, OnBoth]
    public async Task Columns_named_like_fields_of_ones_own_fill_them_and_an_answer_that_is_none_is_told_and_costs_no_row(Engine engine)
    {
        var tenant = await Generated.TenantAsync(engine);
        var leader = await tenant.PersonAsync(Role.Leader, "Lena Vogt");
        foreach (var field in (object[])[new { kind = "account", label = "Cranes", type = "Number" }, new { kind = "account", label = "Route", type = "Choice", options = "North\nSouth" }, new { kind = "account", label = "Cargo", type = "Choices", options = "Grain\nSteel" }, new { kind = "account", label = "Audit", type = "Date" }, new { kind = "account", label = "Half", type = "Formula", formula = "[Cranes] / 2" }])
            Assert.True((await leader.Program.PostAsJsonAsync("/api/custom-fields", field)).IsSuccessStatusCode);
        const string file = "Account,City,Cranes,Route,Cargo,Audit\nNordwind,Kiel,12.5,north,Grain;Steel,2026-03-31\nHafen,Ulm,3,West,,\n";
        var result = await tenant.ImportAsync(Generated.File("accounts.csv", file));
        Assert.Equal((2, 0), (result.CreatedByKind["account"], result.Refused));
        Assert.Single(result.Remarks, r => r.Reason.Contains("Route: “West” is none of the answers.", StringComparison.Ordinal));
        var rows = (await leader.Program.GetFromJsonAsync<JsonElement>("/api/accounts?sort=name")).GetProperty("rows");
        Assert.Equal("""{"cranes":3,"half":1.5}""", rows[0].GetProperty("custom").GetRawText());
        Assert.Equal("""{"audit":"2026-03-31","cargo":["Grain","Steel"],"cranes":12.5,"half":6.25,"route":"North"}""", rows[1].GetProperty("custom").GetRawText());
        Assert.Equal((0, 0, 2), (await tenant.ImportAsync(Generated.File("accounts.csv", file))) is var again ? (again.Created, again.Changed, again.Same) : default);
    }

    [Theory, OnBoth]
    public async Task A_link_to_any_kind_of_record_is_found_by_the_name_in_the_file_and_one_that_leads_nowhere_is_told(Engine engine)
    {
        var tenant = await Generated.TenantAsync(engine);
        var leader = await tenant.PersonAsync(Role.Leader, "Lena Vogt");
        foreach (var (label, to) in ((string, string)[])[("Sister", "account"), ("Buyer", "contact")])
            Assert.True((await leader.Program.PostAsJsonAsync("/api/custom-fields", new { kind = "account", label, type = "Link", linkKind = to })).IsSuccessStatusCode);
        var buyer = (await (await leader.Program.PostAsJsonAsync("/api/contacts", new { name = "Petra Brandt" })).Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString();
        var result = await tenant.ImportAsync(Generated.File("accounts.csv", "Account,City,Buyer\nNordwind,Kiel,petra brandt\nHafen,Ulm,Nobody\n"));
        Assert.Equal((2, 0), (result.CreatedByKind["account"], result.Refused));
        Assert.Single(result.Remarks, r => r.Reason.Contains("Buyer: nothing here is called “Nobody”.", StringComparison.Ordinal));
        var rows = (await leader.Program.GetFromJsonAsync<JsonElement>("/api/accounts?sort=name")).GetProperty("rows");
        Assert.Equal((JsonValueKind.Null, buyer), (rows[0].GetProperty("custom").ValueKind, rows[1].GetProperty("custom").GetProperty("buyer").GetString()));
    }
}
