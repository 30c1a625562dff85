using System.Net.Http.Json;
using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Products;
using Coxswain.Funnel.Products.PriceLists;
using Coxswain.Platform.Data;
using Coxswain.Platform.Money;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Tests;

/// <summary>Sums over several currencies: at the rate of the closing day, or of the day shown; refused where there is none.</summary>
public sealed class CurrencyTests
{
    [Theory, OnBoth]
    public async Task Open_deals_are_added_up_at_the_rate_of_the_day_shown_on_list_and_board(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        await RatesAsync(sales);
        await sales.Ana.Tenant.SaveAsync(Deal(sales, "Yard", 1_000_00, "EUR", null), Deal(sales, "Quay", 1_000_00, "CHF", null));
        // On 24 July a franc is worth 1.10.
        Assert.Contains("€\u00A02,100", await sales.Ana.PlainBrowser.TextAsync("/opportunities"));
        Assert.Contains("converted at dated rates", await sales.Ana.PlainBrowser.TextAsync("/opportunities"));
        Assert.Contains("€\u00A02,100", await sales.Ana.PlainBrowser.TextAsync("/opportunities/board"));
        // On 10 May it was worth 0.95.
        Assert.Contains("€\u00A01,950", await sales.Ana.PlainBrowser.TextAsync("/opportunities?asOf=2026-05-10"));
        Assert.Contains("€\u00A01,950", await sales.Ana.PlainBrowser.TextAsync("/opportunities/board?asOf=2026-05-10"));
    }

    [Theory, OnBoth]
    public async Task Closed_deals_are_added_up_at_the_rate_of_their_closing_day(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        await RatesAsync(sales);
        await sales.Ana.Tenant.SaveAsync(Deal(sales, "Yard", 1_000_00, "CHF", new(2026, 6, 30)), Deal(sales, "Quay", 1_000_00, "CHF", new(2026, 7, 1)));
        Assert.Contains("€\u00A02,050", await sales.Ana.PlainBrowser.TextAsync("/opportunities?end=Won"));
    }

    [Theory, OnBoth]
    public async Task Without_a_rate_nothing_is_added_up_and_currency_day_and_where_to_enter_it_are_said(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        await sales.Ana.Tenant.SaveAsync(Deal(sales, "Yard", 1_000_00, "EUR", null), Deal(sales, "Quay", 2_000_00, "CHF", null), Deal(sales, "Mole", 3_000_00, "CHF", new(2026, 6, 30)));
        foreach (var url in new[] { "/opportunities", "/opportunities/board" }) await RefusedAsync(url, "CHF\u00A02,000 + €\u00A01,000", "7/24/2026");
        foreach (var url in new[] { "/opportunities?asOf=2026-05-10", "/opportunities/board?asOf=2026-05-10" }) await RefusedAsync(url, "€\u00A01,000", "5/10/2026");
        await RefusedAsync("/opportunities?end=Won", "CHF\u00A03,000", "6/30/2026");

        async Task RefusedAsync(string url, string sums, string day)
        {
            var page = await sales.Ana.PlainBrowser.TextAsync(url);
            Assert.Contains($"Not added up: there is no rate of CHF for {day}. Enter it at /settings/rates.", page);
            Assert.Contains(sums, page);
        }
    }

    [Theory, OnBoth]
    public async Task In_another_currency_a_deal_and_its_lines_keep_the_numbers_people_read_and_no_price_list_of_the_old_one(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var deal = await sales.DealAsync(amount: 10_000_00);
        var (product, list) = (new Product { Name = "Pump" }, new PriceList { Name = "Key accounts", Currency = "EUR" });
        await sales.Ana.Tenant.SaveAsync(product, list);
        await sales.Ana.Tenant.SaveAsync(new OpportunityLine { OpportunityId = deal.Id, ProductId = product.Id, Quantity = 2, UnitPrice = 5_000_00 });
        Assert.True((await sales.Ana.Program.PostAsJsonAsync($"/api/opportunities/{deal.Id}/price-list", new { priceList = list.Id })).IsSuccessStatusCode);
        await TakesAsync(new { currency = "jpy" }, ("JPY", 10_000, null), 5_000);
        await TakesAsync(new { currency = "KWD" }, ("KWD", 10_000_000, null), 5_000_000);
        // What is sent with it is in the new one.
        await TakesAsync(new { currency = "EUR", amount = 12_000.5m }, ("EUR", 12_000_50, null), 5_000_00);

        async Task TakesAsync(object sent, (string, long?, Guid?) then, long line)
        {
            var answer = await sales.Ana.Program.PatchAsJsonAsync($"/api/opportunities/{deal.Id}", sent);
            Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
            var stored = await sales.StoredAsync(deal.Id);
            Assert.Equal(then, (stored.Currency, stored.Amount, stored.PriceListId));
            Assert.Equal(line, await sales.Ana.InDb(db => db.OpportunityLines.Select(l => l.UnitPrice).SingleAsync()));
        }
    }

    private static Task RatesAsync(Sales sales) => sales.Ana.Tenant.SaveAsync(
        new ExchangeRate { Currency = "CHF", On = new(2026, 1, 1), Rate = 0.95 }, new ExchangeRate { Currency = "CHF", On = new(2026, 7, 1), Rate = 1.10 });

    private static Opportunity Deal(Sales sales, string name, long amount, string currency, DateOnly? closed)
    {
        var stage = sales.Stage(closed is null ? "Discover" : "Won");
        var deal = new Opportunity
        {
            Name = name, OwnerId = sales.Ana.Id, StageId = stage.Id, End = stage.End, Amount = amount, Currency = currency, OpenedOn = new(2026, 5, 1), ClosedOn = closed, CloseOn = closed,
            StageSince = new DateTime(2026, 5, 1, 0, 0, 0, DateTimeKind.Utc),
        };
        deal.KnownHistory = [OpportunityHistory.StateOf(deal, OpportunityHistory.Start(closed ?? new(2026, 5, 1)), new DateTime(2026, 7, 24, 9, 0, 0, DateTimeKind.Utc))];
        return deal;
    }
}
