using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
namespace Coxswain.Funnel.Tests;

public sealed class PriceListTests
{
    [Theory, OnBoth]
    public async Task A_product_put_on_a_deal_costs_what_the_deals_list_says_and_else_its_own_list_price(Engine engine)
    {
        var shop = await Shop.OnAsync(engine);
        Assert.Equal(1000m, await shop.LineAsync("Pump"));
        await shop.TakeAsync(shop.KeyAccounts);
        Assert.Equal(880m, await shop.LineAsync("Pump"));
        // The list has no price for it.
        Assert.Equal(200m, await shop.LineAsync("Valve"));
        Assert.Equal(700m, await shop.LineAsync("Pump", 700m));
        var page = await shop.Sales.Ana.Browser.TextAsync($"/opportunities/{shop.Deal}");
        Assert.Contains("20% below list", page, StringComparison.Ordinal);
        Assert.Contains("14% above list", page, StringComparison.Ordinal);
        Assert.Contains("Price list: ", page, StringComparison.Ordinal);
        Assert.Contains("Key accounts", page, StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task A_new_deal_of_an_account_begins_with_the_list_its_last_deal_took(Engine engine)
    {
        var shop = await Shop.OnAsync(engine);
        await shop.TakeAsync(shop.KeyAccounts);
        Assert.Equal(shop.KeyAccounts, (await shop.DealAsync("Second", "EUR")).GetProperty("priceListId").GetGuid());
        // Not in another currency, and not once the list is retired.
        Assert.Equal(JsonValueKind.Null, (await shop.DealAsync("Third", "GBP")).GetProperty("priceListId").ValueKind);
        await shop.Manager.PlainBrowser.PostFormAsync($"/settings/price-lists/{shop.KeyAccounts}/retirements");
        Assert.Equal(JsonValueKind.Null, (await shop.DealAsync("Fourth", "EUR")).GetProperty("priceListId").ValueKind);
    }

    [Theory, OnBoth]
    public async Task A_list_in_another_currency_one_that_is_over_and_one_that_is_retired_are_refused_with_the_reason(Engine engine)
    {
        var shop = await Shop.OnAsync(engine);
        var pounds = await shop.ListAsync("United Kingdom", "GBP");
        var over = await shop.ListAsync("Last year", "EUR", new DateOnly(2020, 12, 31));
        Assert.Contains("is in GBP", await shop.RefusedAsync(pounds), StringComparison.Ordinal);
        Assert.Contains("does not hold today", await shop.RefusedAsync(over), StringComparison.Ordinal);
        await shop.Manager.PlainBrowser.PostFormAsync($"/settings/price-lists/{shop.KeyAccounts}/retirements");
        Assert.Contains("no such price list", await shop.RefusedAsync(shop.KeyAccounts), StringComparison.Ordinal);
        var page = await shop.Sales.Ana.Browser.TextAsync($"/opportunities/{shop.Deal}");
        Assert.DoesNotContain("Prices from", page, StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task Who_looks_after_the_process_sets_prices_takes_one_off_again_and_sees_what_stood_there(Engine engine)
    {
        var shop = await Shop.OnAsync(engine);
        var url = $"/settings/price-lists/{shop.KeyAccounts}";
        await shop.PriceAsync(shop.KeyAccounts, "Valve", "150.50");
        Assert.Contains("€\u00A0150.50", await shop.Manager.Browser.TextAsync(url), StringComparison.Ordinal);
        Assert.Equal(2, (await shop.Sales.Ana.Program.GetFromJsonAsync<JsonElement>($"/api/price-lists/{shop.KeyAccounts}/prices")).GetArrayLength());
        await shop.PriceAsync(shop.KeyAccounts, "Valve", "");
        Assert.Equal([880m], (await shop.Sales.Ana.Program.GetFromJsonAsync<JsonElement>($"/api/price-lists/{shop.KeyAccounts}/prices")).EnumerateArray().Select(p => p.GetProperty("price").GetDecimal()));
        Assert.Contains("out of range", await (await shop.Manager.PlainBrowser.PostFormAsync($"{url}/prices", ("Product", $"{shop.Products["Valve"]}"), ("Price", "-5"))).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("of this name already", await (await shop.Manager.PlainBrowser.PostFormAsync("/settings/price-lists", ("Name", "key accounts"), ("Currency", "EUR"))).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("Its prices are in EUR", WebUtility.HtmlDecode(await (await shop.Manager.PlainBrowser.PostFormAsync(url, ("Name", "Key accounts"), ("Currency", "GBP"))).Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await shop.Sales.Ana.Browser.GetAsync(url)).StatusCode);
    }

    private sealed record Shop(Sales Sales, TestViewer Manager, IReadOnlyDictionary<string, Guid> Products, Guid KeyAccounts, Guid Account, Guid Deal)
    {
        public static async Task<Shop> OnAsync(Engine engine)
        {
            var sales = await Sales.OnAsync(engine);
            var manager = await sales.Ana.Tenant.PersonAsync(Role.Admin, "Rana Kaur");
            var pump = new Funnel.Products.Product { Name = "Pump", ListPrice = 1000_00, Currency = "EUR" };
            var valve = new Funnel.Products.Product { Name = "Valve", ListPrice = 200_00, Currency = "EUR" };
            await sales.Ana.Tenant.SaveAsync(pump, valve);
            var account = await MadeAsync(sales.Ana, "/api/accounts", new { name = "Nordwind" });
            var shop = new Shop(sales, manager, new Dictionary<string, Guid> { ["Pump"] = pump.Id, ["Valve"] = valve.Id }, Guid.Empty, account, Guid.Empty);
            shop = shop with { KeyAccounts = await shop.ListAsync("Key accounts", "EUR"), Deal = (await shop.DealAsync("First", "EUR")).GetProperty("id").GetGuid() };
            await shop.PriceAsync(shop.KeyAccounts, "Pump", "880");
            return shop;
        }

        public async Task<JsonElement> DealAsync(string name, string currency) => await SentAsync(Sales.Ana, "/api/opportunities", new { name, accountId = Account, currency });

        public async Task<Guid> ListAsync(string name, string currency, DateOnly? to = null) => await MadeAsync(Manager, "/api/price-lists", new { name, currency, to });

        public async Task PriceAsync(Guid list, string product, string price)
        {
            var answer = await Manager.PlainBrowser.PostFormAsync($"/settings/price-lists/{list}/prices", ("Product", $"{Products[product]}"), ("Price", price));
            Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        }

        public Task TakeAsync(Guid list) => SentAsync(Sales.Ana, $"/api/opportunities/{Deal}/price-list", new { priceList = list });

        public async Task<string> RefusedAsync(Guid list)
        {
            var answer = await Sales.Ana.Program.PostAsJsonAsync($"/api/opportunities/{Deal}/price-list", new { priceList = list });
            Assert.False(answer.IsSuccessStatusCode);
            return await answer.Content.ReadAsStringAsync();
        }

        /// <summary>Puts a product on the deal and answers what it costs there.</summary>
        public async Task<decimal?> LineAsync(string product, decimal? price = null)
        {
            await SentAsync(Sales.Ana, $"/api/opportunities/{Deal}/lines", new { product = Products[product], unitPrice = price });
            return await Sales.Ana.InDb(async db => (decimal?)(await Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.ToListAsync(db.OpportunityLines.OrderByDescending(l => l.Id).Take(1)))[0].UnitPrice / 100);
        }

        private static async Task<Guid> MadeAsync(TestViewer viewer, string url, object body) => (await SentAsync(viewer, url, body)).GetProperty("id").GetGuid();

        private static async Task<JsonElement> SentAsync(TestViewer viewer, string url, object body)
        {
            var answer = await viewer.Program.PostAsJsonAsync(url, body);
            Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
            return await answer.Content.ReadFromJsonAsync<JsonElement>();
        }
    }
}
