using Coxswain.Customers;
using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Plans;
using Coxswain.Platform.Data;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Rules;

/// <summary>
/// Looks whether rules that act began to hold of deals, or hold no more. A rule acts when it begins to hold of a deal, or of somebody in it, and
/// not again while it goes on; and on the same deal once within a day at most, so that rules that answer each other come to rest.
/// </summary>
internal static class RunRules
{
    private static readonly TimeSpan Rest = TimeSpan.FromDays(1);

    /// <summary>Looks at deals, and saves.</summary>
    /// <param name="db">The database, as the system.</param>
    /// <param name="ids">Deals, at most <see cref="KnownDeals.AtOnce"/>.</param>
    /// <param name="now">The moment.</param>
    /// <param name="ct">Cancels.</param>
    /// <param name="withNew">Deals are looked through for rules that were just switched on, too: what holds of these already is noted, and nothing done.</param>
    /// <returns>How many rules began to hold.</returns>
    public static async Task<int> OnAsync(AppDb db, IReadOnlyCollection<Guid> ids, DateTime now, CancellationToken ct, bool withNew = false)
    {
        var set = await RuleSet.ReadAsync(db, ct);
        var asked = set.Asked.Where(a => a.Rule.Own is { Acts: true } own && (own.ReadyAt is not null || withNew)).ToList();
        if (asked.Count == 0) return 0;
        var standing = Standing.Of(await db.TenantAsync(ct), now);
        var advises = asked.Any(a => a.Rule.Advises is not null);
        var deals = await KnownDeals.NowAsync(db, ids, standing.Day, set.Asked.Where(a => asked.Contains(a) || advises && a.Rule.Advises is not null).Aggregate(Needed.Nothing, (all, a) => all | a.Test.Needs), ct);
        var rested = now - Rest;
        var firings = (await db.RuleFirings.Where(f => ids.Contains(f.OpportunityId) && (f.EndedAt == null || f.At > rested)).ToListAsync(ct)).ToLookup(f => (f.OpportunityId, f.RuleId));
        var began = new List<Began>();
        foreach (var facts in deals.Select(d => d.At(standing.Day)))
        {
            // Advice that is not given does nothing: a weightier one holds.
            var given = advises ? set.Advise(facts)?.Rule : null;
            foreach (var (rule, test) in asked)
            {
                var holds = facts.Plan.IsOpen && (rule.Advises is null || rule == given) ? test.Of(facts).ToList() : [];
                var before = firings[(facts.Plan.DealId, rule.Own!.Id)].ToList();
                foreach (var over in before.Where(f => f.EndedAt is null && holds.All(p => (p?.Id ?? Guid.Empty) != f.OfId))) over.EndedAt = now;
                began.AddRange(holds.Where(p => before.All(f => f.EndedAt is not null || f.OfId != (p?.Id ?? Guid.Empty))).Select(p => new Began(rule, facts, p, before.Any(f => f.OfId == (p?.Id ?? Guid.Empty) && f.At > rested && f.Did is not (RuleDid.Present or RuleDid.Rested)))));
            }
        }
        if (began.Count > 0) await ActAsync(db, began, standing.Today, now, ct);
        await db.SaveChangesAsync(ct);
        return began.Count;
    }

    private static async Task ActAsync(AppDb db, List<Began> began, DateOnly day, DateTime now, CancellationToken ct)
    {
        var acting = began.Where(b => !b.IsFirst && !b.IsResting).ToList();
        var changed = acting.Where(b => b.Rule.Own is { } own && (own.OwnerToId is not null || own.SetField is not null)).Select(b => b.Facts.Plan.DealId).Distinct().ToList();
        var rows = changed.Count == 0 ? [] : await db.Opportunities.Where(o => changed.Contains(o.Id)).ToDictionaryAsync(o => o.Id, ct);
        var does = new RuleActs(db, day, await Told.ReadAsync(db, acting.Count > 0, ct));
        foreach (var one in began)
        {
            var result = one.IsFirst ? new RuleResult(RuleDid.Present, RuleDid.Nothing, null) : one.IsResting ? new RuleResult(RuleDid.Rested, RuleDid.Nothing, null) : await does.DoAsync(one.Rule, one.Facts, one.Person, rows.GetValueOrDefault(one.Facts.Plan.DealId), ct);
            db.Add(new RuleFiring { RuleId = one.Rule.Own!.Id, OpportunityId = one.Facts.Plan.DealId, OfId = one.Person?.Id ?? Guid.Empty, At = now, Did = result.Did, Failed = result.Failed, ToldId = result.ToldId });
        }
    }

    private sealed record Began(Rule Rule, RuleFacts Facts, PlanPerson? Person, bool IsResting)
    {
        /// <summary>Its rule was just switched on.</summary>
        public bool IsFirst => Rule.Own!.ReadyAt is null;
    }
}
