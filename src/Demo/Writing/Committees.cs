using Coxswain.Customers.Maps;
using Coxswain.Demo.Inventing;
using Coxswain.Funnel;
using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Plans;
using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Demo.Writing;

/// <summary>In the plans of the largest deals: a board that says the final yes, a colleague who guides us, guides that were tested, and a supplier the customer looks at by name.</summary>
internal static class Committees
{
    private const int Boards = 3, Sitting = 3, Guided = 4, Watched = 6;

    private static readonly (string Name, int Seen, string Answer)[] Rivals = [("Portavia", 1, "A visit to the site that changed from them to us"), ("Kaiwerk Systems", 2, "They have no planner for the gate")];

    public static async Task PlantAsync(AppDb db, CompanyPlan plan, CancellationToken ct)
    {
        // A stream of its own, as of the plans.
        var chance = new Chance(plan.Seed, -84);
        var begun = db.PlanJudgements.Where(j => j.Field == PlanField.Begun).Select(j => j.OpportunityId);
        var deals = await db.Rows<Opportunity>().AsNoTracking().Where(o => o.End == StageEnd.Open && o.AccountId != null && begun.Contains(o.Id)).OrderByDescending(o => o.Amount).ThenBy(o => o.Id).Take(Boards + Guided + Watched).ToListAsync(ct);
        var ids = deals.Select(d => d.Id).ToList();
        var parts = (await db.Rows<MapPart>().AsNoTracking().Where(p => ids.Contains(p.OpportunityId)).OrderBy(p => p.Id).ToListAsync(ct)).ToLookup(p => p.OpportunityId);
        var (said, made) = (new List<PlanJudgement>(), 0);
        foreach (var deal in deals)
        {
            var day = plan.Until.AddDays(-chance.Between(3, 20));
            if (made < Boards && parts[deal.Id].All(p => p.Part is not DealPart.Approver) && await BoardAsync(db, plan, chance, deal, day, ct)) made++;
            foreach (var guide in parts[deal.Id].Where(p => p.Part is DealPart.Guide)) said.AddRange(((PlanField[])[PlanField.Listened, PlanField.Trusts, PlanField.WantsUs]).Select(f => Say(f, chance.Of(0.85) ? 1 : 2, guide.MapPersonId, null, null)));
            var (rival, seen, answer) = chance.One(Rivals);
            if (!chance.Of(0.6)) continue;
            said.Add(Say(PlanField.Seen, seen, null, PlanAlternative.Named + rival, "Asked for their offer, too"));
            said.Add(Say(PlanField.Answer, null, null, PlanAlternative.Named + rival, answer));

            PlanJudgement Say(PlanField field, int? value, Guid? person, string? topic, string? text) => new() { Id = chance.Key(plan.Morning(day)), OpportunityId = deal.Id, MapPersonId = person, Topic = topic, Field = field, Value = value, Text = text, On = day, SaidById = deal.OwnerId };
        }
        await db.InsertManyAsync((PlanJudgement[])[.. said], ct, asItHappened: true);
        if (deals.FirstOrDefault(d => parts[d.Id].All(p => p.Part is not DealPart.Guide)) is { } alone) await ColleagueAsync(db, plan, chance, alone, deals[^1].OwnerId, ct);
    }

    // Some whom we know sit in it.
    private static async Task<bool> BoardAsync(AppDb db, CompanyPlan plan, Chance chance, Opportunity deal, DateOnly day, CancellationToken ct)
    {
        var people = await db.Rows<MapPerson>().Where(p => p.AccountId == deal.AccountId).OrderBy(p => p.Id).ToListAsync(ct);
        if (people.All(p => p.ContactId is null)) return false;
        var board = new MapPerson { Id = chance.Key(plan.Morning(day)), AccountId = deal.AccountId!.Value, Placeholder = "Managing board", IsBody = true };
        db.Add(board);
        foreach (var person in people.Where(p => p.ContactId is not null).Take(Sitting)) (person.SitsInId, person.SeatedOn) = (board.Id, day);
        db.Add(new MapPart { Id = chance.Key(plan.Morning(day)), MapPersonId = board.Id, OpportunityId = deal.Id, Part = DealPart.Approver, Evidence = "“Above a hundred thousand the board decides”", AsOf = day, SaidById = deal.OwnerId });
        await db.SaveChangesAsync(ct);
        return true;
    }

    private static async Task ColleagueAsync(AppDb db, CompanyPlan plan, Chance chance, Opportunity deal, Guid colleague, CancellationToken ct)
    {
        var day = plan.Until.AddDays(-9);
        var place = new MapPerson { Id = chance.Key(plan.Morning(day)), AccountId = deal.AccountId!.Value, ColleagueId = colleague, IsOutside = true };
        db.Add(place);
        db.Add(new MapPart { Id = chance.Key(plan.Morning(day)), MapPersonId = place.Id, OpportunityId = deal.Id, Part = DealPart.Guide, Evidence = "Sold them their first site, and still has lunch there", AsOf = day, SaidById = deal.OwnerId });
        await db.SaveChangesAsync(ct);
    }
}
