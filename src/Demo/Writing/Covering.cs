using Coxswain.Customers.Activities;
using Coxswain.Customers.Maps;
using Coxswain.Demo.Inventing;
using Coxswain.Funnel;
using Coxswain.Funnel.Odds;
using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Plans;
using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Demo.Writing;

/// <summary>What plans of ended deals knew at half of their life, planted: where those who decide were covered, more was won. And what a night makes of it.</summary>
internal static class Covering
{
    private const double CoveredOfWon = 0.85, CoveredOfRest = 0.15, SecondToo = 0.6;
    private const int Lately = 25, Aged = DealPlan.UsualStaleAfter;

    private static readonly (int Value, string Shown)[] Stances = [(5, "Rang before the board met"), (3, "“Let us do it in spring”"), (1, "Wants it, if the works council does")];
    private static readonly (int Value, string Why)[] Wants = [(2, "Drivers refuse the night slot"), (1, "A third shift begins in autumn")];
    private static readonly string[] Results = ["One clerk less at the gate", "No demurrage in the peak"], Gains = ["Home by six", "Is heard by the board"];

    public static async Task PlantAsync(AppDb db, CompanyPlan plan, CancellationToken ct)
    {
        // A stream of its own, as of the news.
        var chance = new Chance(plan.Seed, -91);
        var begun = db.Rows<PlanJudgement>().Where(j => j.Field == PlanField.Begun).Select(j => j.OpportunityId);
        var deals = await db.Rows<Opportunity>().AsNoTracking().Where(o => o.End != StageEnd.Open && o.OpenedOn != null && o.ClosedOn != null && begun.Contains(o.Id)).OrderByDescending(o => o.ClosedOn).ThenBy(o => o.Id).ToListAsync(ct);
        var accounts = deals.Select(d => d.AccountId!.Value).Distinct().ToList();
        var people = (await db.Rows<MapPerson>().AsNoTracking().Where(p => accounts.Contains(p.AccountId) && p.ContactId != null).OrderBy(p => p.Id).ToListAsync(ct)).ToLookup(p => p.AccountId);
        var approvers = (await db.Rows<MapPart>().AsNoTracking().Where(p => p.Part == DealPart.Approver).ToListAsync(ct)).ToLookup(p => p.OpportunityId, p => p.MapPersonId);
        var (said, parts, meetings) = (new List<PlanJudgement>(), new List<MapPart>(), new List<Interaction>());
        foreach (var deal in deals)
        {
            var covers = chance.Of(deal.End is StageEnd.Won ? CoveredOfWon : CoveredOfRest);
            var known = chance.Shuffled(people[deal.AccountId!.Value]);
            if (known.Count == 0) continue;
            var half = deal.OpenedOn!.Value.AddDays((deal.ClosedOn!.Value.DayNumber - deal.OpenedOn.Value.DayNumber) / 2);
            var age = half.DayNumber - deal.OpenedOn.Value.DayNumber;
            // Of those who are not covered as much was said, but longer ago; where the deal was too short for that, not what it brings.
            var (day, talk) = (covers || age <= Aged ? half.AddDays(-Math.Min(Lately, age)) : deal.OpenedOn.Value, chance.Of(0.6) ? half.AddDays(-Math.Min(Lately, age)) : deal.OpenedOn.Value);
            var approver = known.FirstOrDefault(p => approvers[deal.Id].Contains(p.Id));
            if (approver is null && !approvers[deal.Id].Any()) parts.Add(Part(approver = known[0], DealPart.Approver));
            if (approver is not null) Cover(approver);
            if (known.FirstOrDefault(p => p.Id != approver?.Id) is not { } second || approver is not null && !chance.Of(SecondToo)) continue;
            parts.Add(Part(second, DealPart.Evaluator));
            Cover(second);

            MapPart Part(MapPerson person, DealPart part) => new() { Id = chance.Key(plan.Morning(day)), MapPersonId = person.Id, OpportunityId = deal.Id, Part = part, AsOf = day, SaidById = deal.OwnerId };

            void Cover(MapPerson person)
            {
                var ((stance, shown), (wants, why)) = (chance.One(Stances), chance.One(Wants));
                meetings.Add(new() { Id = chance.Key(plan.Morning(talk)), Kind = InteractionKind.Meeting, Subject = "What they would gain", OwnerId = deal.OwnerId, AccountId = deal.AccountId, ContactId = person.ContactId, AboutKind = Kinds.Opportunity, AboutId = deal.Id, Outcome = InteractionOutcome.Reached, OccurredAt = plan.Morning(talk) });
                foreach (var (field, value, text) in new (PlanField, int?, string)[] { (PlanField.Receptiveness, wants, why), (PlanField.Result, null, chance.One(Results)), (PlanField.Gain, null, chance.One(Gains)), (PlanField.Stance, stance, shown) }.Where(f => covers || age > Aged || f.Item1 is not PlanField.Result))
                    said.Add(new() { Id = chance.Key(plan.Morning(day)), OpportunityId = deal.Id, MapPersonId = person.Id, Field = field, Value = value, Text = text, On = day, SaidById = deal.OwnerId });
            }
        }
        await db.InsertManyAsync(parts.ToArray(), ct, asItHappened: true);
        await db.InsertManyAsync(said.ToArray(), ct, asItHappened: true);
        await db.InsertManyAsync(meetings.ToArray(), ct, asItHappened: true);
    }

    /// <summary>The night before the company is shown.</summary>
    public static Task FitAsync(AppDb db, CompanyPlan plan, CancellationToken ct) => FitPlanModel.FitAsync(db, plan.Until, ct);
}
