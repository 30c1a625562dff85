using Coxswain.Demo.Inventing;
using Coxswain.Funnel;
using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Strategy;
using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Demo.Writing;

/// <summary>How teams of the invented company go into their largest deals: many in between, a few forward although they are short of something.</summary>
internal static class Forming
{
    private const int Deals = 25;

    private static readonly string[] Ours = ["We ran the same in Gdańsk", "Our planner knows their yard", "Slots that plan themselves"], OurGaps = ["Two of three have never sold to ports", "No Italian speaker on site", "Our link to their scales is new"];
    private static readonly string[] Rivals = ["Portavia", "Their own IT", "Doing nothing until autumn"], Theirs = ["Installed at the site next door", "Costs nothing this year", "The head of IT wrote it"], TheirGaps = ["Cannot plan by the quarter hour", "Nobody there at night", "Third delay this year"], Counters = ["A visit to the site that changed to us", "What the last peak cost them, by week", "Our night desk joins the next talk"];

    public static async Task PlantAsync(AppDb db, CompanyPlan plan, CancellationToken ct)
    {
        // A stream of its own, as of the news.
        var chance = new Chance(plan.Seed, -86);
        var deals = await db.Rows<Opportunity>().AsNoTracking().Where(o => o.End == StageEnd.Open && o.Amount != null && o.OpenedOn < plan.Until.AddDays(-10)).OrderByDescending(o => o.Amount).ThenBy(o => o.Id).Take(Deals).ToListAsync(ct);
        var formations = new List<DealFormation>();
        foreach (var deal in deals.Where(_ => chance.Of(0.75)))
        {
            var on = plan.Until.AddDays(-chance.Between(1, 9));
            formations.Add(new()
            {
                Id = chance.Key(plan.Morning(on)), OpportunityId = deal.Id, Forward = chance.One([1, 2, 3, 3, 3, 4, 4, 5]), OurStrength = chance.One(Ours), OurWeakness = chance.Of(0.7) ? chance.One(OurGaps) : null, Opponent = chance.One(Rivals), TheirStrength = chance.One(Theirs), TheirWeakness = chance.Of(0.6) ? chance.One(TheirGaps) : null, Counter = chance.Of(0.7) ? chance.One(Counters) : null,
                Condition = chance.Between(2, 5), Climate = chance.Between(2, 5), WellBeing = chance.Of(0.8) ? chance.Between(2, 5) : null, TeamSpirit = chance.Between(3, 5), Collaboration = chance.Between(2, 5), SaidOn = on,
            });
        }
        await db.InsertManyAsync(formations.ToArray(), ct, asItHappened: true);
    }
}
