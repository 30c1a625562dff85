using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Coxswain.Funnel;
using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Stages;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
namespace Coxswain.Insight.Tests.Metrics;

public sealed class OwnFieldSplitTests
{
    [Theory, OnBoth]
    public async Task A_figure_is_split_by_an_own_choice_field_by_whoever_sees_that_field(Engine engine)
    {
        var tenant = await (await Host.On(engine)).TenantAsync();
        var (leader, admin) = (await tenant.PersonAsync(Role.Leader, "Lena Vogt"), await tenant.PersonAsync(Role.Admin, "Ada Admin"));
        var stages = DefaultStages.Make();
        await tenant.SaveAsync([.. stages]);
        foreach (var field in (object[])[new { kind = "opportunity", label = "Route", type = "Choice", options = "North\nSouth" }, new { kind = "opportunity", label = "Berth", type = "Text" }]) Assert.True((await leader.Program.PostAsJsonAsync("/api/custom-fields", field)).IsSuccessStatusCode);
        var won = stages.Single(s => s.End is StageEnd.Won);
        (string Name, string? Route)[] deals = [("A", "North"), ("B", "South"), ("C", "South"), ("D", null)];
        await tenant.SaveAsync([.. deals.Select(d => new Opportunity { Name = d.Name, OwnerId = leader.Id, StageId = won.Id, End = StageEnd.Won, Currency = "EUR", Amount = 100_00, ClosedOn = new DateOnly(2026, 7, 1), CustomFields = d.Route is null ? null : $$"""{"route":"{{d.Route}}"}""" })]);
        var rows = (await leader.Program.GetFromJsonAsync<JsonElement>("/api/metrics/won_value?by=field&field=route")).GetProperty("rows").EnumerateArray();
        Assert.Equal([("North", 100), ("South", 200), ("unknown", 100)], rows.Select(r => (r.GetProperty("name").GetString()!, r.GetProperty("value").GetInt32())).OrderBy(r => r.Item1, StringComparer.Ordinal));
        var refused = await leader.Program.GetAsync("/api/metrics/won_value?by=field&field=berth");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("Name the field to split by: route.", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.True((await admin.Program.PostAsJsonAsync("/api/roles/Leader/limits", new { field = "opportunity/cf.route", limit = "Hidden" })).IsSuccessStatusCode);
        Assert.Contains("no choice field", await (await leader.Program.GetAsync("/api/metrics/won_value?by=field&field=route")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task A_figure_is_split_by_answers_and_links_of_deals_and_of_their_accounts_and_no_further_than_one_sees_them(Engine engine)
    {
        var (leader, admin, won) = await WithAsync(engine);
        foreach (var field in (object[])
        [
            new { kind = "opportunity", label = "Needs", type = "Choices", options = "Crane\nYard" }, new { kind = "opportunity", label = "Partner", type = "Link", linkKind = "account" },
            new { kind = "account", label = "Segment", type = "Choice", options = "A\nB" },
        ]) Assert.True((await leader.Program.PostAsJsonAsync("/api/custom-fields", field)).IsSuccessStatusCode);
        var (nord, sued) = (await AccountAsync(leader, "Nord"), await AccountAsync(leader, "Sued"));
        Assert.True((await leader.Program.PatchAsJsonAsync($"/api/accounts/{nord}", new { custom = new { segment = "A" } })).IsSuccessStatusCode);
        await leader.Tenant.SaveAsync(
            Deal("A", nord, $$"""{"needs":["Crane","Yard"],"partner":"{{sued}}"}"""), Deal("B", nord, """{"needs":["Crane"]}"""),
            Deal("C", sued, $$"""{"partner":"{{Guid.NewGuid()}}"}"""));
        Assert.Equal([("Crane", 200), ("Yard", 100), ("unknown", 100)], await RowsAsync(leader, "by=field&field=needs"));
        Assert.Equal([("Sued", 100), ("not here any more", 100), ("unknown", 100)], await RowsAsync(leader, "by=field&field=partner"));
        Assert.Equal([("A", 200), ("unknown", 100)], await RowsAsync(leader, "by=field&field=account.segment"));
        Assert.True((await admin.Program.PostAsJsonAsync("/api/roles/Leader/limits", new { field = "account/cf.segment", limit = "Hidden" })).IsSuccessStatusCode);
        Assert.Contains("Name the field to split by: needs, partner.", await (await leader.Program.GetAsync("/api/metrics/won_value?by=field&field=account.segment")).Content.ReadAsStringAsync(), StringComparison.Ordinal);

        Opportunity Deal(string name, Guid account, string own) => new() { Name = name, AccountId = account, OwnerId = leader.Id, StageId = won, End = StageEnd.Won, Currency = "EUR", Amount = 100_00, ClosedOn = new DateOnly(2026, 7, 1), CustomFields = own };
    }

    [Theory, OnBoth]
    public async Task A_figure_of_money_is_made_of_an_own_number_amount_or_formula_instead_by_whoever_sees_that_field(Engine engine)
    {
        var (leader, admin, won) = await WithAsync(engine);
        foreach (var field in (object[])
        [
            new { kind = "opportunity", label = "Berths", type = "Number" }, new { kind = "opportunity", label = "Margin", type = "Money" },
            new { kind = "opportunity", label = "Double", type = "Formula", formula = "[Berths] * 2" }, new { kind = "opportunity", label = "Note", type = "Text" },
        ]) Assert.True((await leader.Program.PostAsJsonAsync("/api/custom-fields", field)).IsSuccessStatusCode);
        await leader.Tenant.SaveAsync([.. ((ValueTuple<string, string?>[])[("A", """{"berths":2.5,"double":5,"margin":40.25,"$margin":"EUR"}"""), ("B", """{"berths":3,"double":6,"margin":10,"$margin":"EUR"}"""), ("C", null)])
            .Select(d => new Opportunity { Name = d.Item1, OwnerId = leader.Id, StageId = won, End = StageEnd.Won, Currency = "EUR", Amount = 100_00, ClosedOn = new DateOnly(2026, 7, 1), CustomFields = d.Item2 })]);
        Assert.Equal((5.5, "Number", null, 1), await TotalAsync("berths"));
        Assert.Equal((11, "Number", null, 1), await TotalAsync("double"));
        Assert.Equal((50.25, "Money", "EUR", 1), await TotalAsync("margin"));
        Assert.Contains("Name the field to add up: berths, margin, double.", await RefusedAsync("won_value", "note"), StringComparison.Ordinal);
        Assert.Contains("Only figures of money", await RefusedAsync("win_rate", "berths"), StringComparison.Ordinal);
        foreach (var field in (string[])["berths", "double", "margin"]) Assert.True((await admin.Program.PostAsJsonAsync("/api/roles/Leader/limits", new { field = $"opportunity/cf.{field}", limit = "Hidden" })).IsSuccessStatusCode);
        Assert.Contains("no number, amount or formula", await RefusedAsync("won_value", "berths"), StringComparison.Ordinal);

        async Task<(double, string?, string?, int)> TotalAsync(string of)
        {
            var total = (await leader.Program.GetFromJsonAsync<JsonElement>($"/api/metrics/won_value?of={of}")).GetProperty("total");
            return (total.GetProperty("value").GetDouble(), total.GetProperty("unit").GetString(), total.GetProperty("currency").GetString(), total.GetProperty("unknown").GetInt32());
        }

        async Task<string> RefusedAsync(string metric, string of)
        {
            var refused = await leader.Program.GetAsync($"/api/metrics/{metric}?of={of}");
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
            return await refused.Content.ReadAsStringAsync();
        }
    }

    private static async Task<Guid> AccountAsync(TestViewer owner, string name) =>
        (await (await owner.Program.PostAsJsonAsync("/api/accounts", new { name })).Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();

    private static async Task<IReadOnlyList<(string, int)>> RowsAsync(TestViewer who, string split) =>
        [.. (await who.Program.GetFromJsonAsync<JsonElement>($"/api/metrics/won_value?{split}")).GetProperty("rows").EnumerateArray().Select(r => (r.GetProperty("name").GetString()!, r.GetProperty("value").GetInt32())).OrderBy(r => r.Item1, StringComparer.Ordinal)];

    private static async Task<(TestViewer Leader, TestViewer Admin, Guid Won)> WithAsync(Engine engine)
    {
        var tenant = await (await Host.On(engine)).TenantAsync();
        var stages = DefaultStages.Make();
        await tenant.SaveAsync([.. stages]);
        return (await tenant.PersonAsync(Role.Leader, "Lena Vogt"), await tenant.PersonAsync(Role.Admin, "Ada Admin"), stages.Single(s => s.End is StageEnd.Won).Id);
    }
}
