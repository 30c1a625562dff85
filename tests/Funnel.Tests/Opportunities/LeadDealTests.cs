using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Tests.Opportunities;

public sealed class LeadDealTests
{
    [Theory, OnBoth]
    public async Task A_lead_becomes_a_deal_in_the_first_stage_with_its_source_and_what_was_said(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var lead = await LeadAsync(sales);
        await sales.Ana.Browser.PostFormAsync("/interactions", ("AboutKind", "lead"), ("AboutId", lead), ("Kind", "Call"), ("Text", "Wants a visit"));
        var done = await sales.Ana.Browser.PostFormAsync($"/leads/{lead}/conversions", ("Account", "Alster Bakery"), ("WithDeal", "true"), ("Deal", "Second oven"), ("Amount", "12000"));
        var page = await sales.Ana.Browser.TextAsync(done.Headers.GetValues("HX-Redirect").Single());
        foreach (var said in (string[])["Second oven", "Alster Bakery", "Wants a visit"]) Assert.Contains(said, page);
        var deal = await sales.Ana.InDb(db => db.Opportunities.AsNoTracking().SingleAsync());
        Assert.Equal(("Fair", 12_000_00L, sales.Stage("New").Id), (deal.Source, deal.Amount, deal.StageId));
    }

    [Theory, OnBoth]
    public async Task Where_the_deal_cannot_be_opened_nothing_is_made_at_all(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var lead = await LeadAsync(sales);
        foreach (var fields in ((string, string)[][])[[("Deal", ""), ("Amount", "1")], [("Deal", "Oven"), ("Amount", "-5")]])
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await sales.Ana.Browser.PostFormAsync($"/leads/{lead}/conversions", [("Account", "Alster Bakery"), ("WithDeal", "true"), .. fields])).StatusCode);
        Assert.Equal(0, await sales.Ana.InDb(db => db.Opportunities.CountAsync()));
        Assert.Equal(0, (await sales.Ana.Program.GetFromJsonAsync<JsonElement>("/api/accounts")).GetProperty("rows").GetArrayLength());
        Assert.Equal("New", (await sales.Ana.Program.GetFromJsonAsync<JsonElement>($"/api/leads/{lead}")).GetProperty("status").GetString());
    }

    private static async Task<string> LeadAsync(Sales sales)
    {
        var answer = await sales.Ana.Program.PostAsJsonAsync("/api/leads", new { name = "Mia Berg", company = "Alster Bakery", source = "Fair" });
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
    }
}
