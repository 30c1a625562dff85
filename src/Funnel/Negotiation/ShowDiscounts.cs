using Coxswain.Customers.Service.Guard;
using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Processes;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Negotiation;

/// <summary>What was granted within a year, by the stage it was granted in, on the deals the viewer sees. Of stages, never of people.</summary>
internal static class ShowDiscounts
{
    private const int Most = 5_000;

    public static async Task<Outcome<DiscountsView>> Do(AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var today = (await Standing.ReadAsync(db, clock, ct)).Day;
        var (since, deals, said) = (today.AddYears(-1), db.Opportunities, db.Negotiations);
        var rows = await db.Concessions.AsNoTracking().Where(c => c.GrantedOn > since && c.GrantedOn <= today).Join(deals, c => c.OpportunityId, o => o.Id, (c, o) => new { c, Deal = o.Id, o.ProcessId, o.FollowsSince })
            .OrderByDescending(x => x.c.GrantedOn).ThenByDescending(x => x.c.Id).Take(Most).Select(x => new
            {
                x.Deal, x.ProcessId, x.FollowsSince, x.c.StageId, x.c.Id, x.c.Give, x.c.Get, x.c.Amount, x.c.Percent, x.c.Currency, x.c.GrantedOn,
                List = said.Where(n => n.OpportunityId == x.Deal).OrderBy(n => n.Id).Select(n => n.ListPrice).FirstOrDefault(), ListIn = said.Where(n => n.OpportunityId == x.Deal).OrderBy(n => n.Id).Select(n => n.Currency).FirstOrDefault(),
            }).Seen(db).ToListAsync(ct);
        var steps = rows.GroupBy(r => r.Deal).SelectMany(g => PriceLedger.Of(g.First().List, g.First().ListIn ?? g.First().Currency, g.Select(r => new ConcessionView { Id = r.Id, Give = r.Give, Get = r.Get, Minor = r.Amount, Percent = r.Percent, Currency = r.Currency, GrantedOn = r.GrantedOn, IsLate = false })).Granted
            .Select(s => (Step: s, Row: g.First(r => r.Id == s.Of.Id)))).Where(s => s.Row.Amount is > 0 || s.Row.Percent is > 0).ToList();
        var stages = await db.Stages.AsNoTracking().OrderBy(s => s.Position).ThenBy(s => s.Id).Select(s => new { s.Id, s.Name, s.Position, IsOpen = s.End == StageEnd.Open && s.RetiredAt == null }).ToListAsync(ct);
        // As the rule takes it: the last stage on the way of each deal.
        var ways = await Ways.ReadAsync(db, ct);
        var late = (from deal in rows.GroupBy(r => (r.Deal, r.ProcessId, r.FollowsSince)) let way = ways.Of(deal.Key.Deal, deal.Key.ProcessId, deal.Key.FollowsSince) from row in deal where way.IsLate(row.StageId) select row.Id).ToHashSet();
        var last = stages.Where(s => s.IsOpen).Select(s => (int?)s.Position).Max();
        return new DiscountsView
        {
            From = since.AddDays(1), To = today, Concessions = steps.Count, Deals = steps.Select(s => s.Row.Deal).Distinct().Count(),
            Late = Ratio.Of(steps.Count(s => late.Contains(s.Row.Id)), steps.Count),
            Unreturned = Ratio.Of(steps.Count(s => s.Row.Get is null), steps.Count),
            Stages = [.. stages.Select(s => Of(s.Id, s.Name, last is { } end && s.Position >= end, [.. steps.Where(x => x.Row.StageId == s.Id).Select(x => (x.Step.Share, x.Row.Deal))])).Where(r => r.Concessions > 0)],
        };
    }

    private static DiscountRow Of(Guid id, string name, bool isLate, IReadOnlyList<(double? Share, Guid Deal)> of)
    {
        var known = of.Where(s => s.Share is not null).Select(s => s.Share!.Value).Order().ToList();
        return new(id, name, isLate, of.Count, of.Select(s => s.Deal).Distinct().Count(), known.Count < Ratio.Floor ? null : known.Count % 2 == 1 ? known[known.Count / 2] : (known[known.Count / 2 - 1] + known[known.Count / 2]) / 2, known.Count);
    }
}

/// <summary>Discounts by stage, within a year.</summary>
public sealed record DiscountsView
{
    public required DateOnly From { get; init; }
    public required DateOnly To { get; init; }

    /// <summary>Concessions that took something off a price.</summary>
    public required int Concessions { get; init; }

    /// <summary>Deals they were granted on.</summary>
    public required int Deals { get; init; }

    /// <summary>The share granted in the last stage before the end, or after it; null below five.</summary>
    public required Ratio? Late { get; init; }

    /// <summary>The share granted for nothing; null below five.</summary>
    public required Ratio? Unreturned { get; init; }

    /// <summary>In the order of the process.</summary>
    public required IReadOnlyList<DiscountRow> Stages { get; init; }
}

/// <summary>What was granted in a stage.</summary>
/// <param name="StageId">The stage.</param>
/// <param name="Stage">Its name.</param>
/// <param name="IsLate">The last before the end, or an end.</param>
/// <param name="Concessions">How many.</param>
/// <param name="Deals">On how many deals.</param>
/// <param name="Usual">What one took off of the list price, in the middle of all whose share is known; null below five.</param>
/// <param name="Known">Of how many that is known.</param>
public sealed record DiscountRow(Guid StageId, string Stage, bool IsLate, int Concessions, int Deals, double? Usual, int Known);
