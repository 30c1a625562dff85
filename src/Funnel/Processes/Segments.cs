using Coxswain.Customers;
using Coxswain.Funnel.Opportunities;
using Coxswain.Platform.Data;
using Coxswain.Platform.Money;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Processes;

/// <summary>Which process new deals follow.</summary>
internal static class Segments
{
    /// <summary>Puts new deals on the first process that takes them; those that none takes follow the standard one.</summary>
    /// <param name="db">The database; the deals are not saved yet.</param>
    /// <param name="deals">The deals.</param>
    /// <param name="today">The day whose rates hold.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task FollowAsync(AppDb db, IReadOnlyCollection<Opportunity> deals, DateOnly today, CancellationToken ct)
    {
        if (deals.Count == 0) return;
        var selecting = await db.Processes.AsNoTracking().Where(p => p.RetiredAt == null && (p.FromAmount != null || p.Industry != null)).OrderBy(p => p.Position).ToListAsync(ct);
        if (selecting.Count == 0) return;
        var industries = selecting.Any(p => p.Industry is not null) ? await IndustriesAsync(db, [.. deals.Select(d => d.AccountId).OfType<Guid>().Distinct()], ct) : [];
        var currency = (await db.TenantAsync(ct)).Currency;
        var rates = await Rates.ReadAsync(db, currency, deals.Select(d => d.Currency), ct);
        foreach (var deal in deals) deal.ProcessId ??= selecting.FirstOrDefault(p => Takes(p, deal))?.Id;

        bool Takes(SalesProcess process, Opportunity deal) =>
            (process.Industry is null || deal.AccountId is { } account && industries.GetValueOrDefault(account) is { } industry && Folding.Fold(industry) == Folding.Fold(process.Industry))
            && (process.FromAmount is not { } least || deal.Amount is { } amount && rates.Convert(amount, deal.Currency, today) >= Minor.ToMajor(least, currency));
    }

    private static async Task<Dictionary<Guid, string?>> IndustriesAsync(AppDb db, IReadOnlyList<Guid> accounts, CancellationToken ct) =>
        await db.AccountRows().Where(a => accounts.Contains(a.Id)).Select(a => new { a.Id, a.Industry }).ToDictionaryAsync(a => a.Id, a => a.Industry, ct);
}
