using Coxswain.Customers.Activities;
using Coxswain.Demo.Inventing;
using Coxswain.Funnel;
using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Plans;
using Coxswain.Funnel.Plans.Looks;
using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Demo.Writing;

/// <summary>Plans their owners look through every few weeks. Some do it on time, some have let it slip, some never did; of the largest the feeling fell once the plan was read.</summary>
internal static class LookingThrough
{
    private static readonly (string Title, string AimsAt, string Expected, string Result)[] Acts = [("Find out who checks it", "evaluator-none", "A name, in a mail of theirs", "Their IT does; first call is agreed"), ("Win somebody who shows us the way", "guide-none", "They tell us something no document says", "The yard manager rang of her own"), ("Meet a second person there", "one-thread", "A second name in the calendar", "The controller joined for ten minutes")];

    private const int Acting = 9;
    private const int Certain = 8, Fallen = 4, Soon = 14, Later = 28;

    private static readonly string[] Came = ["Nobody has spoken with their finance since April", "Their second terminal decides it, not the first", "Ask for the visit before the price", "Two of four are guesses", "Nothing new, and that is the news", "The works council has to be asked as well"];

    public static async Task PlantAsync(AppDb db, CompanyPlan plan, CancellationToken ct)
    {
        var chance = new Chance(plan.Seed, -83);
        var begun = await db.Rows<PlanJudgement>().AsNoTracking().Where(j => j.Field == PlanField.Begun).ToDictionaryAsync(j => j.OpportunityId, j => j.On, ct);
        var ids = begun.Keys.ToList();
        var deals = await db.Rows<Opportunity>().AsNoTracking().Where(o => o.End == StageEnd.Open && ids.Contains(o.Id)).OrderByDescending(o => o.Amount).ThenBy(o => o.Id).Select(o => new { o.Id, o.OwnerId, o.AccountId }).ToListAsync(ct);
        var (felt, looks) = (new List<PlanJudgement>(), new List<PlanLook>());
        foreach (var (deal, nth) in deals.Select((deal, nth) => (deal, nth)))
        {
            var every = chance.Of(0.5) ? Soon : Later;
            var slipped = nth > 0 && chance.Of(0.3);
            // The last look of the largest was a few days ago; of those that slipped it is longer ago than it should be.
            var last = plan.Until.AddDays(-(slipped ? every + chance.Between(3, 20) : chance.Between(1, Soon - 1)));
            if (nth > 0 && chance.Of(0.2)) continue;
            for (var (day, back) = (last, 0); day > begun[deal.Id] && back < 3; day = day.AddDays(-every), back++)
            {
                var (before, after) = nth == 0 && back == 0 ? (Certain, Fallen) : (chance.Between(3, 9), chance.Between(2, 8));
                var (one, two) = (Feels(before, 0), Feels(after, 1));
                felt.AddRange([one, two]);
                looks.Add(new() { Id = chance.Key(plan.Morning(day)), OpportunityId = deal.Id, On = day, SaidById = deal.OwnerId, BeforeId = one.Id, AfterId = two.Id, Came = nth == 0 && back == 0 ? Came[0] : chance.Of(0.7) ? chance.One(Came) : null, NextOn = back == 0 && nth > 0 && chance.Of(0.1) ? null : day.AddDays(every) });

                PlanJudgement Feels(int value, int minutes) => new() { Id = chance.Key(plan.Morning(day).AddMinutes(minutes)), OpportunityId = deal.Id, Field = PlanField.Feeling, Value = value, On = day, SaidById = deal.OwnerId };
            }
        }
        // What the looks led to: some of it done, with what came of it.
        var acts = deals.Take(Acting).Select((deal, nth) => (deal, nth)).Select(d => new Todo
        {
            Id = chance.Key(plan.Morning(plan.Until.AddDays(-9))), Title = Acts[d.nth % Acts.Length].Title, OwnerId = d.deal.OwnerId, AccountId = d.deal.AccountId, AboutKind = Kinds.Opportunity, AboutId = d.deal.Id, AimsAt = Acts[d.nth % Acts.Length].AimsAt, Expected = Acts[d.nth % Acts.Length].Expected,
            DueOn = plan.Until.AddDays(d.nth % 2 == 0 ? -3 : 4), DoneAt = d.nth % 2 == 0 ? plan.Morning(plan.Until.AddDays(-2)) : null, Result = d.nth % 2 == 0 ? Acts[d.nth % Acts.Length].Result : null,
        });
        await db.InsertManyAsync(acts.ToArray(), ct, asItHappened: true);
        await db.InsertManyAsync(felt.ToArray(), ct, asItHappened: true);
        await db.InsertManyAsync(looks.OrderBy(l => l.On).ToArray(), ct, asItHappened: true);
    }
}
