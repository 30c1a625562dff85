using System.Net.Http.Json;
using System.Text.Json;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
namespace Coxswain.Funnel.Tests.Opportunities;

public sealed class OwnFieldsOfDealsTests
{
    [Theory, OnBoth]
    public async Task A_deal_shows_its_own_fields_takes_them_where_they_stand_and_tells_of_their_changes(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var leader = await sales.Ana.Tenant.PersonAsync(Role.Leader, "Lena Vogt");
        foreach (var field in (object[])[new { kind = "opportunity", label = "Route", type = "Choice", options = "North\nSouth" }, new { kind = "opportunity", label = "Half", type = "Formula", formula = "[Amount] / 2" }]) Assert.True((await leader.Program.PostAsJsonAsync("/api/custom-fields", field)).IsSuccessStatusCode);
        var deal = await sales.DealAsync(amount: 1000_00);
        Assert.Contains("name=\"cf.route\"", await sales.Ana.Browser.PageAsync($"/opportunities/{deal.Id}/facts?editing=cf.route"), StringComparison.Ordinal);
        await sales.Ana.Browser.PostFormAsync($"/opportunities/{deal.Id}", ("cf.route", "South"), ("Editing", "cf.route"));
        await sales.Ana.Browser.PostFormAsync($"/opportunities/{deal.Id}", ("cf.route", "North"), ("Editing", "cf.route"));
        var page = await sales.Ana.Browser.TextAsync($"/opportunities/{deal.Id}");
        Assert.All(["Route: North", "was South", "500"], said => Assert.Contains(said, page, StringComparison.Ordinal));
        var read = await sales.Ana.Program.GetFromJsonAsync<JsonElement>("/api/opportunities?cf.route=North");
        Assert.Equal("""{"half":500,"route":"North"}""", read.GetProperty("rows")[0].GetProperty("custom").GetRawText());
        Assert.Empty((await sales.Ana.Program.GetFromJsonAsync<JsonElement>("/api/opportunities?cf.half.from=600")).GetProperty("rows").EnumerateArray());
    }
}
