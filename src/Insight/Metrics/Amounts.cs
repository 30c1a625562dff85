using Coxswain.Platform.Data;
using Coxswain.Platform.Money;
namespace Coxswain.Insight.Metrics;

/// <summary>Amounts in the report's currency: a closed deal at the rate of its closing day, an open one at that of the as-of day.</summary>
internal sealed class Amounts
{
    private readonly Rates _rates;
    private readonly DateOnly _asOf;

    private Amounts(Rates rates, DateOnly asOf, MissingRate? missing) => (_rates, _asOf, Missing) = (rates, asOf, missing);

    /// <summary>The first rate that is needed and missing; then sums are refused rather than wrong.</summary>
    public MissingRate? Missing { get; }

    public double? Of(ReportDeal deal) => deal.Amount is { } minor ? _rates.Convert(minor, deal.Currency, Day(deal)) : null;

    public static async Task<Amounts> ReadAsync(AppDb db, string currency, IReadOnlyList<ReportDeal> deals, DateOnly asOf, CancellationToken ct)
    {
        var rates = await Rates.ReadAsync(db, currency, deals.Where(d => d.Amount is not null).Select(d => d.Currency), ct);
        var amounts = new Amounts(rates, asOf, null);
        MissingRate? missing = deals.Where(d => d.Amount is not null && rates.On(d.Currency, amounts.Day(d)) is null)
            .Select(d => new MissingRate(d.Currency, amounts.Day(d))).OrderBy(m => m.Currency, StringComparer.Ordinal).ThenBy(m => m.Day).Cast<MissingRate?>().FirstOrDefault();
        return missing is null ? amounts : new Amounts(rates, asOf, missing);
    }

    private DateOnly Day(ReportDeal deal) => deal.ClosedOn ?? _asOf;
}
