using Coxswain.Funnel.Opportunities;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Tests.Opportunities;

public sealed class FoundDealsTests
{
    [Theory, OnBoth]
    public async Task Deals_of_one_name_are_told_apart_where_they_are_found(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        await sales.DealAsync("Nordwind: yard planning", stage: "Discover", amount: 2_400_00);
        var won = await sales.DealAsync("Nordwind: yard planning", stage: "Propose", amount: 9_100_00);
        await sales.Ana.Browser.PostFormAsync($"/opportunities/{won.Id}/closures", ("End", "Won"), ("On", "2026-07-02"));
        foreach (var page in new[] { "/find?q=nordw", "/search?q=nordw" })
        {
            var text = (await sales.Ana.PlainBrowser.TextAsync(page)).Replace("\u00a0", " ").Replace("\u202f", " ");
            Assert.Contains("Discover · € 2,400", text);
            Assert.Contains("Won · 2 Jul 2026 · € 9,100", text);
        }
    }
}
