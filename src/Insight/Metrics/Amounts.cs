using Coxswain.Platform.Data;
using Coxswain.Platform.Money;
namespace Coxswain.Insight.Metrics;

/// <summary>Amounts in the report's currency: a closed deal at the rate of its closing day, an open one at that of the as-of day.</summary>
internal sealed class Amounts(Rates rates, DateOnly asOf)
{
    /// <summary>The first rate that was needed and is missing; then sums are refused rather than wrong.</summary>
    public MissingRate? Missing { get; private set; }

    public double? Of(ReportDeal deal) => Of(deal.Amount, deal.Currency, deal.ClosedOn);

    public double? Of(long? minor, string currency, DateOnly? closedOn)
    {
        if (minor is not { } amount) return null;
        var day = closedOn ?? asOf;
        var converted = rates.Convert(amount, currency, day);
        if (converted is null) Miss(new MissingRate(currency, day));
        return converted;
    }

    /// <summary>With the rates all these deals need, and what is missing of them known.</summary>
    public static async Task<Amounts> ReadAsync(AppDb db, string currency, IReadOnlyList<ReportDeal> deals, DateOnly asOf, CancellationToken ct)
    {
        var amounts = new Amounts(await Rates.ReadAsync(db, currency, deals.Where(d => d.Amount is not null).Select(d => d.Currency), ct), asOf);
        foreach (var deal in deals) amounts.Of(deal);
        return amounts;
    }

    private void Miss(MissingRate rate)
    {
        if (Missing is not { } first || (string.CompareOrdinal(rate.Currency, first.Currency), rate.Day.CompareTo(first.Day)) is ( < 0, _) or (0, < 0)) Missing = rate;
    }
}
