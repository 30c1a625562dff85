using Coxswain.Customers;
using Coxswain.Customers.Activities;
using Coxswain.Demo.Inventing;
using Coxswain.Funnel;
using Coxswain.Funnel.Agreements;
using Coxswain.Funnel.Efforts;
using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Pursuit;
using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Demo.Writing;

/// <summary>Two customers of the invented company that take time, people and answers, and do not act.</summary>
internal static class Draining
{
    private const int Customers = 2, Looked = 400, Above = 4, Said = 14;

    private static readonly (InteractionKind Kind, string Subject, int? Minutes)[] Talks =
    [
        (InteractionKind.Meeting, "Third walk through the hall", 120), (InteractionKind.Call, "Questions asked before, answered again", 35), (InteractionKind.Mail, "Sent the comparison once more, with their logo", null),
        (InteractionKind.Meeting, "Workshop with eight of them, without whoever decides", 180), (InteractionKind.Call, "They moved the next date", null), (InteractionKind.Meeting, "Drawings explained to a new colleague of theirs", 90),
    ];
    private static readonly (string Text, LadderRung Rung, bool? Kept)[] Agreed = [("They send the figures of last March", LadderRung.Answer, null), ("They name who signs", LadderRung.People, false), ("They show us the night shift", LadderRung.Time, null)];

    /// <returns>Their keys.</returns>
    public static async Task<IReadOnlyList<Guid>> PlantAsync(AppDb db, CompanyPlan plan, Guid seller, CancellationToken ct)
    {
        // A stream of its own, as of the news.
        var chance = new Chance(plan.Seed, -91);
        var deals = await db.Rows<Opportunity>().AsNoTracking().Where(o => o.End == StageEnd.Open && o.AccountId != null && o.OpenedOn < plan.Until.AddDays(-40)).OrderByDescending(o => o.Amount).ThenBy(o => o.Id).Take(Looked).ToListAsync(ct);
        var known = await EffortReading.NowAsync(db, [.. deals.Select(d => d.AccountId!.Value).Distinct()], plan.Until, ct);
        // Where too few were won nobody can say that it is much; of the rest those who do least.
        var planted = deals.Select(d => (Deal: d, Fact: known.Of(d.AccountId!.Value, plan.Until))).Where(d => d.Fact.IsLittle is true).OrderBy(d => d.Fact.Theirs).ThenByDescending(d => d.Deal.Amount).ThenBy(d => d.Deal.Id).DistinctBy(d => d.Deal.AccountId).DistinctBy(d => d.Deal.OwnerId).Take(Customers).ToList();
        var (talks, agreements) = (new List<Interaction>(), new List<DealAgreement>());
        foreach (var (deal, fact) in planted)
        {
            var contacts = await db.ContactRows().Where(c => c.AccountId == deal.AccountId).OrderBy(c => c.Id).Select(c => c.Id).ToListAsync(ct);
            for (var i = 0; i < fact.Won!.OursHigh + Above - fact.Ours; i++)
            {
                var (at, (kind, subject, minutes)) = (chance.At(plan.Until.AddDays(-2 - chance.Between(0, 36))), Talks[i % Talks.Length]);
                talks.Add(new() { Id = chance.Key(at), Kind = kind, Subject = subject, Minutes = minutes, Inbound = false, OwnerId = deal.OwnerId, AccountId = deal.AccountId, ContactId = contacts.Count == 0 ? null : contacts[i % contacts.Count], AboutKind = Funnel.Kinds.Opportunity, AboutId = deal.Id, Outcome = InteractionOutcome.Reached, OccurredAt = at });
            }
            foreach (var (text, rung, kept) in Agreed)
            {
                var on = plan.Until.AddDays(-chance.Between(20, 30));
                agreements.Add(new() { Id = chance.Key(plan.Morning(on)), OpportunityId = deal.Id, Text = text, Rung = rung, SaidOn = on, DueOn = on.AddDays(10), Kept = kept, KeptOn = kept is null ? null : on.AddDays(12), SaidById = deal.OwnerId });
            }
        }
        await db.InsertManyAsync(talks.ToArray(), ct, asItHappened: true);
        await db.InsertManyAsync(agreements.ToArray(), ct, asItHappened: true);
        await SayAsync(db, plan, seller, chance, ct);
        return [.. planted.Select(p => p.Deal.AccountId!.Value)];
    }

    // Whoever looks at the demo as its seller finds effort where something speaks for it, and where leaving is advised.
    private static async Task SayAsync(AppDb db, CompanyPlan plan, Guid seller, Chance chance, CancellationToken ct)
    {
        var said = db.Rows<PursuitSaying>();
        var deals = await db.Rows<Opportunity>().AsNoTracking().Where(o => o.OwnerId == seller && o.End == StageEnd.Open && o.OpenedOn < plan.Until.AddDays(-9) && !said.Any(s => s.OpportunityId == o.Id)).OrderBy(o => o.Id).Take(Said).ToListAsync(ct);
        var says = new List<PursuitSaying>();
        foreach (var (deal, at) in deals.Select((d, i) => (d, i)))
        {
            var isLooking = at % 3 > 0;
            says.AddRange([Say(deal, PursuitField.Status, isLooking ? 2 + at % 3 : 1, isLooking ? "Sent the list of what they compare" : "“Call again in spring”"), Say(deal, PursuitField.Interest, isLooking ? 3 : 1, isLooking ? "Brought a colleague along unasked" : "Did not answer three calls"), Say(deal, PursuitField.Chance, isLooking ? 40 + 10 * (at % 4) : 10, null)]);
            if (at % 2 == 0) says.Add(Say(deal, PursuitField.Hours, chance.Between(3, 24), null));
        }
        await db.InsertManyAsync(says.ToArray(), ct, asItHappened: true);

        PursuitSaying Say(Opportunity deal, PursuitField field, int value, string? shown)
        {
            var on = plan.Until.AddDays(-chance.Between(1, 8));
            return new() { Id = chance.Key(plan.Morning(on)), OpportunityId = deal.Id, Field = field, Value = value, Evidence = shown, On = on, SaidById = deal.OwnerId };
        }
    }
}
