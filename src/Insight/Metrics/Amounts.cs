using Coxswain.Platform.Data;
using Coxswain.Platform.Money;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Insight.Metrics;

/// <summary>Amounts in the report's currency: a closed deal at the rate of its closing day, an open one at that of the as-of day.</summary>
internal sealed class Amounts
{
    private readonly string _currency;
    private readonly DateOnly _asOf;
    private readonly ILookup<string, (DateOnly On, double Rate)> _rates;

    private Amounts(string currency, DateOnly asOf, ILookup<string, (DateOnly, double)> rates, string? missing) =>
        (_currency, _asOf, _rates, Missing) = (currency, asOf, rates, missing);

    /// <summary>A currency without a rate on a day that needs one; then sums are refused rather than wrong.</summary>
    public string? Missing { get; }

    public double? Of(ReportDeal deal) => deal.Amount is { } minor ? Minor.ToMajor(minor, deal.Currency) * (RateOf(deal) ?? 1) : null;

    public static async Task<Amounts> ReadAsync(AppDb db, string currency, IReadOnlyList<ReportDeal> deals, DateOnly asOf, CancellationToken ct)
    {
        var foreign = deals.Where(d => d.Amount is not null && d.Currency != currency).Select(d => d.Currency).Distinct().ToList();
        var rates = foreign.Count == 0 ? [] : await db.Rows<ExchangeRate>().AsNoTracking().Where(r => foreign.Contains(r.Currency)).ToListAsync(ct);
        var amounts = new Amounts(currency, asOf, rates.OrderByDescending(r => r.On).ToLookup(r => r.Currency, r => (r.On, r.Rate)), null);
        var missing = deals.FirstOrDefault(d => d.Amount is not null && amounts.RateOf(d) is null)?.Currency;
        return missing is null ? amounts : new Amounts(currency, asOf, amounts._rates, missing);
    }

    private double? RateOf(ReportDeal deal)
    {
        if (deal.Currency == _currency) return 1;
        var day = deal.ClosedOn ?? _asOf;
        foreach (var (on, rate) in _rates[deal.Currency])
            if (on <= day) return rate;
        return null;
    }
}
