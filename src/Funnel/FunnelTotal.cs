using System.Globalization;
using Coxswain.Platform.Data;
using Coxswain.Platform.Money;
using Coxswain.Platform.Ui;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel;

/// <summary>What many deals come to together: in the organisation's currency by dated rates, or by currency where a rate is missing; never added silently.</summary>
/// <param name="Sums">Minor units by currency.</param>
/// <param name="Unknown">Deals without a known amount.</param>
/// <param name="Count">Deals looked at.</param>
/// <param name="IsCapped">There are more than were looked at.</param>
public sealed record FunnelTotal(IReadOnlyList<(string Currency, long Minor)> Sums, int Unknown, int Count, bool IsCapped)
{
    /// <summary>Summing stops here and says so.</summary>
    public const int Cap = 20_000;

    /// <summary>The whole in one currency, where more than one came together: closed deals at the rate of their closing day, open ones at that of the day shown.</summary>
    public (string Currency, double Major)? Converted { get; init; }

    /// <summary>The rate for want of which the sums stand side by side.</summary>
    public MissingRate? Missing { get; init; }

    /// <summary>The sum as a head shows it; null where no amount is known.</summary>
    public string? Text => Sum is { } sum ? sum + (IsCapped ? "+" : "") : null;

    /// <summary>What has to be said beside the sum.</summary>
    public string? Note => (Rates, Counts) switch
    {
        (null, var counts) => counts,
        (var rates, null) => rates,
        var (rates, counts) when Missing is not null => $"{rates} {counts}",
        var (rates, counts) => $"{rates}, {counts}",
    };

    private string? Sum => Converted is var (currency, major) ? MoneyText.Of(Minor.FromMajor(Math.Round((decimal)major), currency), currency) : MoneyText.Of(Sums);

    private string? Rates => Missing is { } rate ? rate.Sentence : Converted is null ? null : T("converted at dated rates");

    private string? Counts => (IsCapped, Unknown) switch
    {
        (true, _) => T("in the first {0} deals", Cap.ToString("N0", CultureInfo.CurrentCulture)),
        (_, 0) => null,
        _ when Unknown == Count => T("no amounts known"),
        _ => N(Unknown, "one amount unknown", "{0} amounts unknown"),
    };

    /// <param name="of">What tells these deals from others, e.g. the filters they passed: what they come to is kept under it.</param>
    /// <param name="rows">The amounts.</param>
    /// <param name="db">The database, for rates.</param>
    /// <param name="currency">The organisation's.</param>
    /// <param name="day">The day shown: open deals convert at its rate.</param>
    /// <param name="ct">Cancels.</param>
    internal static async Task<FunnelTotal> OfAsync(string of, IQueryable<AmountRow> rows, AppDb db, string currency, DateOnly day, CancellationToken ct)
    {
        // Only what has to be converted is told apart by day.
        var parts = await db.Kept.ReadAsync(db, $"total of {of} in {currency}", () => rows.Take(Cap + 1).GroupBy(r => new { r.Currency, On = r.Currency == currency ? null : r.ClosedOn })
            .Select(g => new AmountSum(g.Key.Currency, g.Key.On, g.Sum(r => r.Amount ?? 0), g.Count(), g.Count(r => r.Amount != null))).ToListAsync(ct));
        return Of(parts, await Platform.Money.Rates.ReadAsync(db, currency, parts.Where(p => p.Known > 0).Select(p => p.Currency), ct), day);
    }

    internal static FunnelTotal Of(IReadOnlyCollection<AmountSum> parts, Rates rates, DateOnly day)
    {
        var count = parts.Sum(p => p.Count);
        var known = parts.Where(p => p.Known > 0).ToList();
        var whole = new FunnelTotal([.. parts.GroupBy(p => p.Currency).Select(g => (g.Key, g.Sum(p => p.Sum)))], count - known.Sum(p => p.Known), count, count > Cap);
        if (known.All(p => p.Currency == rates.Currency)) return whole;
        foreach (var part in known.OrderBy(p => p.Currency, StringComparer.Ordinal).ThenBy(p => p.ClosedOn))
            if (rates.On(part.Currency, part.ClosedOn ?? day) is null) return whole with { Missing = new MissingRate(part.Currency, part.ClosedOn ?? day) };
        return whole with { Converted = (rates.Currency, known.Sum(p => rates.Convert(p.Sum, p.Currency, p.ClosedOn ?? day)!.Value)) };
    }
}

/// <summary>Amounts of one currency, and of one closing day where they must be converted.</summary>
internal sealed record AmountSum(string Currency, DateOnly? ClosedOn, long Sum, int Count, int Known);

/// <summary>An amount with its currency, for summing.</summary>
internal sealed record AmountRow
{
    public required long? Amount { get; init; }
    public required string Currency { get; init; }

    /// <summary>Null while open, or unknown.</summary>
    public required DateOnly? ClosedOn { get; init; }
}
