using Coxswain.Platform.Ui;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel;

/// <summary>What many deals come to together, by currency, without adding what cannot be added.</summary>
/// <param name="Sums">Minor units by currency.</param>
/// <param name="Unknown">Deals without a known amount.</param>
/// <param name="Count">Deals looked at.</param>
/// <param name="IsCapped">There are more than were looked at.</param>
public sealed record FunnelTotal(IReadOnlyList<(string Currency, long Minor)> Sums, int Unknown, int Count, bool IsCapped)
{
    /// <summary>Summing stops here and says so.</summary>
    public const int Cap = 20_000;

    /// <summary>The sum as a head shows it; null where no amount is known.</summary>
    public string? Text => MoneyText.Of(Sums) is { } sum ? sum + (IsCapped ? "+" : "") : null;

    /// <summary>What has to be said beside the sum.</summary>
    public string? Note => (IsCapped, Unknown) switch
    {
        (true, _) => T("in the first {0} deals", Cap.ToString("N0", System.Globalization.CultureInfo.CurrentCulture)),
        (_, 0) => null,
        _ when Unknown == Count => T("no amounts known"),
        _ => N(Unknown, "one amount unknown", "{0} amounts unknown"),
    };

    internal static async Task<FunnelTotal> OfAsync(IQueryable<AmountRow> rows, CancellationToken ct)
    {
        var groups = await rows.Take(Cap + 1).GroupBy(r => r.Currency)
            .Select(g => new { Currency = g.Key, Sum = g.Sum(r => r.Amount ?? 0), Count = g.Count(), Known = g.Count(r => r.Amount != null) }).ToListAsync(ct);
        var count = groups.Sum(g => g.Count);
        return new FunnelTotal([.. groups.Select(g => (g.Currency, g.Sum))], count - groups.Sum(g => g.Known), count, count > Cap);
    }
}

/// <summary>An amount with its currency, for summing.</summary>
internal sealed record AmountRow
{
    public required long? Amount { get; init; }
    public required string Currency { get; init; }
}
