using System.Net;
using System.Text.Json;
using Coxswain.Funnel.Negotiation;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
namespace Coxswain.Funnel.Tests.Negotiation;

/// <summary>What was granted, by the stage it was granted in.</summary>
public sealed class DiscountTests
{
    [Theory, OnBoth]
    public async Task A_manager_sees_in_which_stage_how_much_is_granted_and_how_much_of_it_late(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var lead = await sales.Ana.Tenant.PersonAsync(Role.Manager, "Priya Raman");
        Assert.Contains("Not enough was granted to say when.", await lead.PlainBrowser.TextAsync("/discounts"));
        foreach (var (stage, percent, n) in new[] { ("Propose", 4.0, 3), ("Decide", 10.0, 5) })
            for (var i = 0; i < n; i++)
            {
                var deal = await sales.DealAsync($"{stage} {i}", stage: stage);
                await sales.Ana.Tenant.SaveAsync(new DealNegotiation { OpportunityId = deal.Id, ListPrice = 100_000_00, Currency = "EUR" }, new Concession { OpportunityId = deal.Id, Give = "Off", Percent = percent + i, Currency = "EUR", GrantedOn = new DateOnly(2026, 7, 10), StageId = deal.StageId, Because = "So", Get = i == 0 ? "A word" : null });
                // What takes nothing off is no discount, and what is long ago or only thought of does not count.
                await sales.Ana.Tenant.SaveAsync(new Concession { OpportunityId = deal.Id, Give = "Training", Currency = "EUR", GrantedOn = new DateOnly(2026, 7, 10), StageId = deal.StageId }, new Concession { OpportunityId = deal.Id, Give = "Old", Percent = 50, Currency = "EUR", GrantedOn = new DateOnly(2024, 7, 10), StageId = deal.StageId }, new Concession { OpportunityId = deal.Id, Give = "Maybe", Percent = 50, Currency = "EUR", StageId = deal.StageId });
            }
        var page = await lead.PlainBrowser.TextAsync("/discounts");
        Assert.Equal("62% of what was granted was granted late (35% to 84%, n = 8).", page.Split("<h1>")[1].Split("</h1>")[0]);
        var read = JsonDocument.Parse(await lead.Program.PageAsync("/api/discounts")).RootElement;
        var (propose, decide) = (read.GetProperty("stages")[0], read.GetProperty("stages")[1]);
        Assert.Equal(("Propose", 3, false, JsonValueKind.Null), (propose.GetProperty("stage").GetString(), propose.GetProperty("concessions").GetInt32(), propose.GetProperty("isLate").GetBoolean(), propose.GetProperty("usual").ValueKind));
        Assert.Equal(("Decide", 5, true, 0.12), (decide.GetProperty("stage").GetString(), decide.GetProperty("concessions").GetInt32(), decide.GetProperty("isLate").GetBoolean(), Math.Round(decide.GetProperty("usual").GetDouble(), 6)));
        Assert.Equal(0.75, read.GetProperty("unreturned").GetProperty("value").GetDouble());
        Assert.Equal(HttpStatusCode.Forbidden, (await sales.Ana.PlainBrowser.GetAsync("/discounts")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await sales.Ana.Program.GetAsync("/api/discounts")).StatusCode);
    }
}
