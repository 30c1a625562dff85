using Coxswain.Customers.Maps;
using Coxswain.Demo.Inventing;
using Coxswain.Funnel;
using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Plans;
using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Demo.Writing;

/// <summary>
/// Plans of the largest deals, as their owners wrote them: some fresh, some aged, all with holes. Of deals that have ended there are plans, too:
/// of those won the approver was known far more often.
/// </summary>
internal static class DealPlans
{
    private const int Ended = 70;
    private const double KnownOfWon = 0.8, KnownOfRest = 0.4;

    private static readonly string[] Gains = ["Sleeps through peak season", "Her pilot becomes the standard", "Shows the board a quick success", "No more weekends at the yard", "Keeps his team in one place", "Is asked first when the new site is built"];
    private static readonly string[] Results = ["Two hours less waiting for each truck", "One shift a week saved", "Eleven per cent fewer empty runs", "Audit passed without findings"];
    private static readonly string[] Pictures = ["One screen in the gatehouse", "What the Gdańsk site has, here", "A plan that is still right at noon"];
    private static readonly string[] Serves = ["Slots that plan themselves", "The link to their scales", "People of ours on site for the first month"];
    private static readonly (int Value, string Shown)[] Stances = [(5, "Brought finance along unasked"), (3, "“I would sign this”"), (3, "Sent us their figures the same day"), (1, "Nodded, asked about the price"), (-3, "Wants to see it run elsewhere first"), (-5, "Praised the present supplier before all")];
    private static readonly (int Value, string Why)[] Wants = [(2, "Lost two customers over waiting times"), (2, "The old system fails every month"), (1, "A second terminal opens next year"), (3, "“It works as it is”"), (4, "Thinks their yard is the best of the group")];
    private static readonly (string Code, string What, int Seen, string Answer)[] Others = [("nothing", "Peak season is over in October", 2, "What the last peak cost them, by week"), ("supplier", "Portavia, installed in Rotterdam", 1, "A visit to the site that changed from them to us"), ("inside", "Two developers asked for", 3, "What it took the group's other site to keep theirs running"), ("money", "New cranes for the northern quay", 2, "The cranes wait for trucks as well")];

    public static async Task PlantAsync(AppDb db, CompanyPlan plan, CancellationToken ct)
    {
        // A stream of its own, as of the news.
        var chance = new Chance(plan.Seed, -58);
        var mapped = db.Rows<MapPart>().Select(p => p.OpportunityId);
        var deals = await db.Rows<Opportunity>().AsNoTracking().Where(o => o.End == StageEnd.Open && mapped.Contains(o.Id)).OrderByDescending(o => o.Amount).ThenBy(o => o.Id).ToListAsync(ct);
        var parts = (await db.Rows<MapPart>().AsNoTracking().OrderBy(p => p.Id).ToListAsync(ct)).ToLookup(p => p.OpportunityId);
        var rows = new List<Entity>();
        foreach (var deal in deals.Where(_ => chance.Of(0.7))) rows.AddRange(Of(deal, [.. parts[deal.Id]], plan, chance));
        var (ended, more) = await EndedAsync(db, plan, chance, ct);
        await db.InsertManyAsync(more, ct, asItHappened: true);
        await db.InsertManyAsync((PlanJudgement[])[.. rows.OfType<PlanJudgement>(), .. ended], ct, asItHappened: true);
        await db.InsertManyAsync((DealObjective[])[.. rows.OfType<DealObjective>()], ct, asItHappened: true);
        await db.InsertManyAsync((PlanStrength[])[.. rows.OfType<PlanStrength>()], ct, asItHappened: true);
    }

    private static IEnumerable<Entity> Of(Opportunity deal, IReadOnlyList<MapPart> parts, CompanyPlan plan, Chance chance)
    {
        var begun = plan.Until.AddDays(-chance.Between(20, 70));
        if (deal.OpenedOn is { } opened && begun < opened) begun = opened;
        PlanJudgement Say(PlanField field, Guid? person = null, string? topic = null, int? value = null, string? text = null, bool first = false)
        {
            var day = first ? begun : Later(begun, plan, chance);
            return new() { Id = chance.Key(plan.Morning(day)), OpportunityId = deal.Id, MapPersonId = person, Topic = topic, Field = field, Value = value, Text = text, On = day, SaidById = deal.OwnerId };
        }

        yield return Say(PlanField.Begun, first: true);
        foreach (var part in parts)
        {
            var (stance, wants) = (chance.One(Stances), chance.One(Wants));
            if (chance.Of(0.8)) yield return Say(PlanField.Stance, part.MapPersonId, value: stance.Value, text: stance.Shown);
            if (chance.Of(0.7)) yield return Say(PlanField.Receptiveness, part.MapPersonId, value: wants.Value, text: wants.Why);
            if (chance.Of(0.7)) yield return Say(PlanField.Gain, part.MapPersonId, text: chance.One(Gains));
            if (chance.Of(0.5)) yield return Say(PlanField.Result, part.MapPersonId, text: chance.One(Results));
            if (chance.Of(0.4)) yield return Say(PlanField.Concept, part.MapPersonId, text: chance.One(Pictures));
            if (chance.Of(0.4)) yield return Say(PlanField.Serves, part.MapPersonId, text: chance.One(Serves));
            if (chance.Of(0.6)) yield return Say(PlanField.Influence, part.MapPersonId, value: chance.Between(1, 3));
        }
        foreach (var (code, what, seen, answer) in Others)
        {
            if (chance.Of(0.7)) yield return Say(PlanField.What, topic: code, text: what);
            if (chance.Of(0.5)) yield return Say(PlanField.Seen, topic: code, value: seen);
            if (chance.Of(0.4)) yield return Say(PlanField.Answer, topic: code, text: answer);
        }
        yield return Say(PlanField.Likelihood, topic: chance.One(Others).Code, value: 3);
        yield return Say(PlanField.Feeling, value: chance.Between(2, 9));
        yield return Say(PlanField.Risk, value: chance.Between(2, 5));
        yield return Say(PlanField.Finance, value: chance.Between(1, 5));
        if (chance.Of(0.3)) yield return Say(PlanField.Muted, topic: "guide-none", value: 1, text: "Their tender allows no talks outside the committee");
        if (chance.Of(0.7)) yield return new DealObjective { Id = chance.Key(plan.Morning(begun)), OpportunityId = deal.Id, What = "Yard planning", Quantity = chance.Between(1, 6), Amount = deal.Amount, Currency = deal.Currency, Place = "all terminals in the north", On = (deal.CloseOn ?? plan.Until).AddDays(10), Statement = "They plan every slot of their northern terminals with us from the autumn on", SaidOn = begun, SaidById = deal.OwnerId };
        yield return new PlanStrength { Id = chance.Key(plan.Morning(begun)), OpportunityId = deal.Id, Kind = StrengthKind.WhatWeSell, Text = "Runs at twelve sites like theirs", MapPersonId = parts.Count > 0 ? parts[0].MapPersonId : null, SoWhat = "Nobody has to be the first", Proof = "Two of them will show it", On = begun, SaidById = deal.OwnerId };
        yield return new PlanStrength { Id = chance.Key(plan.Morning(begun)), OpportunityId = deal.Id, Kind = StrengthKind.HowWeSell, Text = "We walk the yard at night before we offer", SoWhat = "The offer holds what the day shift does not see", On = begun, SaidById = deal.OwnerId };
    }

    // What the organisation's own history says: plans of deals that have ended, with or without an approver known.
    private static async Task<(List<PlanJudgement> Begun, List<MapPart> Parts)> EndedAsync(AppDb db, CompanyPlan plan, Chance chance, CancellationToken ct)
    {
        var accounts = db.Rows<MapPerson>().Select(p => p.AccountId);
        var deals = await db.Rows<Opportunity>().AsNoTracking().Where(o => o.End != StageEnd.Open && o.ClosedOn != null && o.OpenedOn != null && accounts.Contains(o.AccountId!.Value)).OrderByDescending(o => o.ClosedOn).ThenBy(o => o.Id).Take(Ended)
            .Select(o => new { o.Id, o.End, o.OwnerId, Account = o.AccountId!.Value, Opened = o.OpenedOn!.Value }).ToListAsync(ct);
        var wanted = deals.Select(d => d.Account).Distinct().ToList();
        var people = (await db.Rows<MapPerson>().AsNoTracking().Where(p => wanted.Contains(p.AccountId)).OrderBy(p => p.Id).ToListAsync(ct)).ToLookup(p => p.AccountId);
        var (begun, parts) = (new List<PlanJudgement>(), new List<MapPart>());
        foreach (var deal in deals)
        {
            var (day, knows) = (deal.Opened, deal.End is StageEnd.Won ? KnownOfWon : KnownOfRest);
            var who = chance.Shuffled(people[deal.Account]);
            Guid Key() => chance.Key(plan.Morning(day));
            begun.Add(new() { Id = Key(), OpportunityId = deal.Id, Field = PlanField.Begun, On = day, SaidById = deal.OwnerId });
            if (chance.Of(knows)) parts.Add(new() { Id = Key(), MapPersonId = who[0].Id, OpportunityId = deal.Id, Part = DealPart.Approver, AsOf = day, SaidById = deal.OwnerId });
            if (chance.Of(knows)) parts.Add(new() { Id = Key(), MapPersonId = who[^1].Id, OpportunityId = deal.Id, Part = DealPart.Guide, AsOf = day, SaidById = deal.OwnerId });
            if (chance.Of(knows)) begun.Add(new() { Id = Key(), OpportunityId = deal.Id, MapPersonId = who[0].Id, Field = PlanField.Gain, Text = chance.One(Gains), On = day, SaidById = deal.OwnerId });
            if (chance.Of(knows) && chance.One(Stances) is var (value, shown)) begun.Add(new() { Id = Key(), OpportunityId = deal.Id, MapPersonId = who[0].Id, Field = PlanField.Stance, Value = value, Text = shown, On = day, SaidById = deal.OwnerId });
        }
        return (begun, parts);
    }

    // Said since the plan began, never on a day to come.
    private static DateOnly Later(DateOnly begun, CompanyPlan plan, Chance chance)
    {
        var day = begun.AddDays(chance.Between(0, Math.Max(0, plan.Until.DayNumber - begun.DayNumber - 1)));
        return day < plan.Until ? day : plan.Until.AddDays(-1);
    }
}
