namespace Coxswain.Funnel.Negotiation;

/// <summary>A concession and what the price comes to after it.</summary>
/// <param name="Of">The concession.</param>
/// <param name="Off">What it takes off, in minor units; null where that cannot be worked out.</param>
/// <param name="After">The price after it; null where the price before is unknown.</param>
/// <param name="Share">What it takes off of the list price, from 0 to 1; null where that is unknown.</param>
internal sealed record LedgerStep(ConcessionView Of, long? Off, long? After, double? Share);

/// <summary>From the list price down to the price that is left, each step visible.</summary>
internal sealed record PriceLedger(long? List, IReadOnlyList<LedgerStep> Granted, long? Left)
{
    /// <summary>What was granted of the list price, from 0 to 1; null where that cannot be worked out.</summary>
    public double? Share => List is > 0 and { } list && Left is { } left ? 1 - (double)left / list : null;

    /// <summary>The steps in the order they were granted. Amounts in another currency than the list's are not taken off: they make what is left unknown.</summary>
    public static PriceLedger Of(long? list, string currency, IEnumerable<ConcessionView> concessions)
    {
        var (steps, price) = (new List<LedgerStep>(), list);
        foreach (var one in concessions.Where(c => c.GrantedOn is not null).OrderBy(c => c.GrantedOn).ThenBy(c => c.Id))
        {
            var off = OffOf(price, one.Minor, one.Percent, one.Currency, currency);
            var isPriced = one.Minor is not null || one.Percent is not null;
            price = !isPriced ? price : price is { } before && off is { } less ? before - less : null;
            steps.Add(new(one, off, price, list is > 0 and { } all && off is { } taken ? (double)taken / all : list is null ? one.Percent / 100 : null));
        }
        return new(list, steps, price);
    }

    /// <summary>What a concession takes off a price.</summary>
    public static long? OffOf(long? price, long? amount, double? percent, string currency, string of) =>
        amount is { } fixedOff ? currency == of ? fixedOff : null : percent is { } share && price is { } before ? (long)Math.Round(before * (share / 100), MidpointRounding.ToEven) : null;
}
