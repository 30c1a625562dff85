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
}
