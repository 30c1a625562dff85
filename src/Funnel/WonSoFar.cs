using Coxswain.Funnel.Targets;
using Coxswain.Platform.Data;
using Coxswain.Platform.Money;
using Coxswain.Platform.Periods;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel;

/// <summary>What was won in the quarter that pages stand in, beside what was meant to be.</summary>
/// <param name="Quarter">Which.</param>
/// <param name="Currency">The organisation's.</param>
/// <param name="Total">What was won.</param>
/// <param name="Target">Minor units; null where none was said.</param>
public sealed record WonSoFar(Period Quarter, string Currency, FunnelTotal Total, long? Target)
{
    /// <summary>Minor units of the organisation's currency; null where a rate is missing to say it.</summary>
    public long? Won => Total switch
    {
        { Missing: not null } => null,
        { Converted: var (currency, major) } => Minor.FromMajor(Math.Round((decimal)major), currency),
        _ => Total.Sums.Where(s => s.Currency == Currency).Sum(s => s.Minor),
    };

    public static async Task<WonSoFar> ReadAsync(AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var tenant = await db.TenantAsync(ct);
        var quarter = QuarterOf(tenant, clock);
        var (from, to, currency) = (quarter.From, quarter.To, tenant.Currency);
        var parts = await db.Kept.ReadAsync(db, $"won from {from:o} to {to:o} in {currency}", () => db.Deals().Where(d => d.End == StageEnd.Won && d.ClosedOn >= from && d.ClosedOn <= to)
            .GroupBy(d => new { d.Currency, On = d.Currency == currency ? null : d.ClosedOn })
            .Select(g => new AmountSum(g.Key.Currency, g.Key.On, g.Sum(d => d.Amount ?? 0), g.Count(), g.Count(d => d.Amount != null))).ToListAsync(ct));
        var rates = await Rates.ReadAsync(db, currency, parts.Where(p => p.Known > 0).Select(p => p.Currency), ct);
        var target = await db.Rows<WonTarget>().Where(t => t.From == from && t.To == to && t.Currency == currency).Select(t => (long?)t.Amount).FirstOrDefaultAsync(ct);
        return new WonSoFar(quarter, currency, FunnelTotal.Of(parts, rates, to) with { IsCapped = false }, target);
    }

    /// <summary>Sets what is meant to be won in the quarter that pages stand in; said again, it replaces what was said. Saved by the caller.</summary>
    /// <param name="db">The database.</param>
    /// <param name="target">In whole units of the organisation's currency.</param>
    /// <param name="clock">Says the quarter.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task AimAsync(AppDb db, decimal target, TimeProvider clock, CancellationToken ct)
    {
        var tenant = await db.TenantAsync(ct);
        var (quarter, amount) = (QuarterOf(tenant, clock), Minor.FromMajor(target, tenant.Currency));
        if (await db.Rows<WonTarget>().SingleOrDefaultAsync(t => t.From == quarter.From && t.To == quarter.To, ct) is { } said) (said.Amount, said.Currency) = (amount, tenant.Currency);
        else db.Add(new WonTarget { From = quarter.From, To = quarter.To, Amount = amount, Currency = tenant.Currency });
    }

    private static Period QuarterOf(Tenant tenant, TimeProvider clock) =>
        Periods.Of(tenant).Of(PeriodKind.Quarter, Standing.Of(tenant, clock.GetUtcNow().UtcDateTime).Day);
}
