using Coxswain.Funnel.Plans;
using Coxswain.Funnel.Rules;
using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Odds;

/// <summary>
/// The plans of ended deals as they stood at half of their life, between the day they began and the day they ended: so what was known then is
/// weighed, and never what was written once the end was near or past.
/// </summary>
/// <param name="Ended">Deals with a plan that ended.</param>
/// <param name="Deals">Those whose plan was begun by then.</param>
internal sealed record PlanSample(int Ended, IReadOnlyList<EndedPlan> Deals)
{
    /// <summary>The latest are enough, and older ones were sold in other times.</summary>
    public const int Most = 2_000;

    /// <param name="db">The database, as the system: one model holds for everybody.</param>
    /// <param name="day">Deals that ended up to then.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<PlanSample> ReadAsync(AppDb db, DateOnly day, CancellationToken ct)
    {
        var begun = db.PlanJudgements.Where(j => j.Field == PlanField.Begun).Select(j => j.OpportunityId);
        var ids = await db.Opportunities.Where(o => o.End != StageEnd.Open && o.ClosedOn <= day && begun.Contains(o.Id)).OrderByDescending(o => o.ClosedOn).ThenBy(o => o.Id).Take(Most).Select(o => o.Id).ToListAsync(ct);
        var deals = new List<EndedPlan>();
        foreach (var some in ids.Chunk(KnownDeals.AtOnce))
        {
            var known = (await KnownDeals.PastAsync(db, some, Needed.Nothing, ct)).ToDictionary(k => k.Deal.Id);
            deals.AddRange(some.Where(known.ContainsKey).Select(id => AtHalf(known[id])).OfType<EndedPlan>());
        }
        return new(ids.Count, deals);
    }

    // Null where its days are not known, where it ended on the day it began, and where it had no plan yet.
    private static EndedPlan? AtHalf(KnownDeal known)
    {
        if (known.Deal is not { OpenedOn: { } opened, ClosedOn: { } closed } || closed <= opened) return null;
        var half = opened.AddDays((closed.DayNumber - opened.DayNumber) / 2);
        var plan = known.At(half, isPast: true).Plan;
        return plan.IsBegun ? new(known.Deal.End is StageEnd.Won, EndedPlan.Of(plan.Scores)) : null;
    }
}
