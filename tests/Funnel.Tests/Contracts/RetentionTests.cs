using System.Text.Json;
using Coxswain.Customers.Accounts;
using Coxswain.Funnel.Contracts;
using Coxswain.Platform.Data;
using Coxswain.Platform.Money;
using Coxswain.Testing;
namespace Coxswain.Funnel.Tests.Contracts;

/// <summary>What stayed of what customers paid a year ago.</summary>
public sealed class RetentionTests
{
    // The example of ChurnZero's Churnopedia (net revenue retention): 27,000 a month at the start, 5,000 lost as contracts expired, 35,000 at the end before that: 30,000 / 27,000 = 111 %.
    [Theory, OnBoth]
    public async Task The_published_example_comes_out(Engine engine)
    {
        var at = await Contracted.OnAsync(engine);
        var customers = Enumerable.Range(0, 11).Select(i => new Account { Name = $"Customer {i}", OwnerId = at.Ana.Id }).ToList();
        await at.Ana.Tenant.SaveAsync([.. customers]);
        foreach (var stays in customers.Take(8)) await at.ContractAsync(began: 700, endsIn: null, recurring: 2_750_00, account: stays);
        foreach (var gone in customers.Skip(8).Take(2)) await at.ContractAsync(began: 700, endsIn: -10, recurring: 2_500_00, account: gone);
        await at.ContractAsync(began: 90, endsIn: null, recurring: 8_000_00, account: customers[0], name: "More gates");
        // Who came since counts in neither.
        await at.ContractAsync(began: 90, endsIn: null, recurring: 50_000_00, account: customers[10]);
        var read = JsonDocument.Parse(await at.Ana.Program.PageAsync("/api/v1/contracts/figures")).RootElement.GetProperty("retention");
        Assert.Equal((10, 2), (read.GetProperty("customers").GetInt32(), read.GetProperty("gone").GetInt32()));
        Assert.Equal(30.0 / 27, read.GetProperty("net").GetDouble(), 12);
        Assert.Equal(22.0 / 27, read.GetProperty("gross").GetDouble(), 12);
        var page = await at.Ana.PlainBrowser.TextAsync("/contracts/figures");
        foreach (var said in (string[])["111% is paid now; without what anybody pays more, 81%", "€\u00a0324,000", "€\u00a096,000", "€\u00a060,000", "€\u00a0360,000", "n = 10"]) Assert.Contains(said.Replace("%", 0.5.ToString("P0", System.Globalization.CultureInfo.GetCultureInfo("en")).Replace("50", "", StringComparison.Ordinal), StringComparison.Ordinal), page);
        // A year and more ago nothing had changed yet.
        Assert.Contains("Not enough data", await at.Ana.PlainBrowser.TextAsync($"/contracts/figures?on={at.Today.AddDays(-600):yyyy-MM-dd}"));
    }

    [Fact]
    public async Task Below_ten_customers_no_share_is_given_and_unknown_amounts_are_left_out_and_counted()
    {
        var day = new DateOnly(2026, 7, 1);
        var nine = Enumerable.Range(0, 9).Select(_ => Of(day.AddYears(-2), 100)).ToList();
        Assert.Null(Retention.Of(nine, day, await RatesAsync()).Net);
        Assert.Equal(1.0, Retention.Of([.. nine, Of(day.AddYears(-2), 100)], day, await RatesAsync()).Net);
        var withUnknown = Retention.Of([.. nine, Of(day.AddYears(-2), null)], day, await RatesAsync());
        Assert.Equal((9, 1, (double?)null), (withUnknown.Customers, withUnknown.LeftOut, withUnknown.Net));
    }

    [Fact]
    public async Task Less_is_less_in_both_and_more_only_in_net()
    {
        var (day, since) = (new DateOnly(2026, 7, 1), new DateOnly(2024, 7, 1));
        var (less, more) = (Guid.NewGuid(), Guid.NewGuid());
        var kept = Enumerable.Range(0, 8).Select(_ => Of(since, 100));
        var of = Retention.Of([.. kept, Of(since, 100, less, day.AddDays(-1)), Of(day, 60, less), Of(since, 100, more, day.AddDays(-1)), Of(day, 150, more)], day, await RatesAsync());
        Assert.Equal((10, 1_000.0 / 100, 0.5, 0.4, 0.0), (of.Customers, of.Before, Math.Round(of.More, 12), Math.Round(of.Less, 12), of.Lost));
        Assert.Equal((1.01, 0.96), (Math.Round(of.Net!.Value, 12), Math.Round(of.Gross!.Value, 12)));
    }

    private static ContractAmount Of(DateOnly from, long? minor, Guid? account = null, DateOnly? to = null) => new() { AccountId = account ?? Guid.NewGuid(), StartsOn = from, EndsOn = to, RenewsItself = false, NoticeGivenOn = null, PerYear = minor, Currency = "EUR" };

    // All is in the organisation's own currency: nothing is read.
    private static Task<Rates> RatesAsync() => Rates.ReadAsync(null!, "EUR", [], TestContext.Current.CancellationToken);
}
