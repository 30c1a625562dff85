using Coxswain.Demo.Inventing;
using Coxswain.Funnel;
using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Pursuit;
using Coxswain.Funnel.Rules;
using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Demo.Writing;

/// <summary>What sellers of the invented company said of their deals before they went for them, and what they decided: of some that were lost, to leave them early.</summary>
internal static class Pursuing
{
    private const int MostOpen = 150, MostLeft = 40, MostDecided = 24;

    private static readonly string[][] Statuses = [["“Call again in spring”"], ["Asked what others do about their gates"], ["Sent the list of what they compare", "Named the three others they talk to"], ["Asked for the draft contract", "Their board meets on it next week"]];
    private static readonly string[][] Interests = [["Did not answer three calls"], ["Moved the visit twice"], ["Brought a colleague along unasked"], ["Called back within the hour, twice", "Sent their figures the same day"]];
    private static readonly (PursuitChoice Choice, string Reason, string? Stop)[] Decisions =
    [
        (PursuitChoice.Pursue, "They act, they compare, and finance is at the table", "Finance is not in the next meeting"), (PursuitChoice.Pursue, "Their deadline is real: the hall opens in May", null), (PursuitChoice.Watch, "We do not know who signs", "Nobody names them within a month"),
        (PursuitChoice.Watch, "They like us and do not hurry", "The next date is moved again"), (PursuitChoice.Leave, "Four visits, and nothing they said they would do", null),
    ];
    private static readonly string[] Left = ["They want a price to press another with", "Nobody there owns the problem", "Their budget is for next year: they call us", "They look for what we do not do"];

    public static async Task PlantAsync(AppDb db, CompanyPlan plan, CancellationToken ct)
    {
        // A stream of its own, as of the news.
        var chance = new Chance(plan.Seed, -73);
        var (says, decisions, decided) = (new List<PursuitSaying>(), new List<PursuitDecision>(), new List<(Opportunity Deal, DateOnly Day)>());
        foreach (var deal in await db.Rows<Opportunity>().AsNoTracking().Where(o => o.End == StageEnd.Open && o.OpenedOn != null).OrderByDescending(o => o.Amount).ThenBy(o => o.Id).Take(MostOpen).ToListAsync(ct))
        {
            var (status, interest, likely) = (chance.Between(1, 4), chance.Between(1, 4), chance.Between(1, 9) * 10);
            if (chance.Of(0.7)) says.Add(Say(PursuitField.Status, status, chance.One(Statuses[status - 1])));
            if (chance.Of(0.6)) says.Add(Say(PursuitField.Interest, interest, chance.One(Interests[interest - 1])));
            if (chance.Of(0.8)) says.Add(Say(PursuitField.Chance, likely, null));
            if (chance.Of(0.3)) says.Add(Say(PursuitField.Hours, chance.Between(2, 60), null));
            if (chance.Of(0.5) && decided.Count < MostDecided) decided.Add((deal, Day()));

            DateOnly Day() => plan.Until.AddDays(-chance.Between(1, 25)) is var day && day < deal.OpenedOn ? deal.OpenedOn.Value : day;

            PursuitSaying Say(PursuitField field, int value, string? shown)
            {
                var day = Day();
                return new() { Id = chance.Key(plan.Morning(day)), OpportunityId = deal.Id, Field = field, Value = value, Evidence = shown, On = day, SaidById = deal.OwnerId };
            }
        }
        var since = plan.Until.AddYears(-1);
        foreach (var deal in (await db.Rows<Opportunity>().AsNoTracking().Where(o => o.End == StageEnd.NoDecision && o.OpenedOn != null && o.ClosedOn > since).OrderByDescending(o => o.ClosedOn).ThenBy(o => o.Id).Take(MostOpen).ToListAsync(ct)).OrderBy(o => o.ClosedOn!.Value.DayNumber - o.OpenedOn!.Value.DayNumber).Take(MostLeft))
            decisions.Add(Decide(deal, (PursuitChoice.Leave, chance.One(Left), null), deal.ClosedOn!.Value > deal.OpenedOn!.Value ? deal.ClosedOn.Value.AddDays(-1) : deal.OpenedOn.Value, chance.Between(1, 2), 10, chance));
        await db.InsertManyAsync(says, ct, asItHappened: true);
        // What the rules advise is worked out as it is for anybody, so that a decision is only called as advised where it was.
        var rules = await RuleSet.FreshAsync(db, ct);
        foreach (var (deal, day) in decided)
        {
            var facts = await PursuitReading.OfAsync(db, await db.OpportunityAsync(deal.Id, ct), day, ct);
            var advice = PursuitAdvisor.Advise(rules, facts);
            var (choice, reason, stop) = chance.Of(0.7) ? Decisions.First(d => d.Choice == advice.Choice) : chance.One(Decisions);
            decisions.Add(DecidePursuit.Decided(chance.Key(plan.Morning(day)), facts, advice, new(choice, reason, stop, choice is PursuitChoice.Leave ? null : day.AddDays(chance.Between(10, 60))), deal.OwnerId));
        }
        await db.InsertManyAsync(decisions, ct, asItHappened: true);

        PursuitDecision Decide(Opportunity deal, (PursuitChoice Choice, string Reason, string? Stop) decided, DateOnly day, int status, int likely, Chance draws) => new()
        {
            Id = draws.Key(plan.Morning(day)), OpportunityId = deal.Id, Choice = decided.Choice, Reason = decided.Reason, StopRule = decided.Stop, AgainOn = decided.Choice is PursuitChoice.Leave ? null : day.AddDays(draws.Between(10, 60)), On = day, SaidById = deal.OwnerId,
            Advised = decided.Choice, AdvisedBy = decided.Choice switch { PursuitChoice.Pursue => "three-hold", PursuitChoice.Watch => "three-open", _ => "not-looking" }, Status = status, Chance = likely, RolesKnown = draws.Between(0, 4), Talks = draws.Between(1, 9), Minutes = draws.Between(2, 40) * 10, DaysOpen = day.DayNumber - deal.OpenedOn!.Value.DayNumber,
        };
    }
}
