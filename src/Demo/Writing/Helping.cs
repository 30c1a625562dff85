using Coxswain.Demo.Inventing;
using Coxswain.Funnel;
using Coxswain.Funnel.Help;
using Coxswain.Funnel.Plans;
using Coxswain.Funnel.Strategy;
using Coxswain.People.Persons;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Demo.Writing;

/// <summary>Help that people of the invented company asked of each other within a year, who refused it and who stepped in; and who helps with what.</summary>
internal sealed class Helping(CompanyPlan plan, Workforce staff, Helpdesk desk)
{
    private const int Deals = 160, MostDeals = 20_000;

    private static readonly string[] Knows = ["Somebody who knows cold stores, for the talk on Thursday", "A second pair of eyes on their security questions", "Who has moved a plant from paper before?", "Somebody who speaks Turkish, for one call with İzmir", "A figure for what two hours at the gate cost"];
    private static readonly string[] Hands = ["Three sites of test data loaded before the visit", "Four offers printed and bound by noon", "A demo on their own labels", "Papers for the customs in Basel"];
    private static readonly string[] Rescues = ["A spare scanner for their night shift, today", "Two terminals to their gate before they close", "Their truck stands at our ramp without its papers"];
    private static readonly string[] Topics = ["Cold stores", "Customs papers, Switzerland", "Dangerous goods", "Interfaces to older planning systems", "Loading test data", "Offers in Turkish and Polish", "Security questionnaires", "Works councils", "What a stop of a line costs"];
    private static readonly string[] Parts = ["Prices and terms", "Their engineers", "Knows the plant", "Keeps the other side of the table at ease"];
    private static readonly string[] Effects = ["They signed the week after", "Their finance had nothing left to ask", "It kept the pilot going", "They thanked us by name"];

    public async Task PlantAsync(AppDb db, CancellationToken ct)
    {
        // A stream of its own, as of the news.
        var chance = new Chance(plan.Seed, -71);
        var since = plan.Until.AddYears(-1);
        var all = await db.Deals().Where(d => d.AccountId != null && d.OpenedOn >= since).OrderBy(d => d.OpenedOn).ThenBy(d => d.Id).Select(d => new { d.Id, d.AccountId, d.OwnerId, d.OpenedOn, d.Currency }).Take(MostDeals).ToListAsync(ct);
        var deals = chance.Shuffled(all).Take(Deals).OrderBy(d => d.OpenedOn).ThenBy(d => d.Id).ToList();
        var (sellers, rows) = (staff.Sellers.Where(s => s.LeftAt is null).ToList(), new List<Entity>());
        foreach (var deal in deals)
        {
            var (day, kind, toService, mood, minutes, others) = (deal.OpenedOn!.Value.AddDays(chance.Between(2, 20)), (HelpKind)chance.Between(0, 2), chance.Of(0.6), chance.Share(), chance.Between(4, 55), chance.Shuffled(sellers).Where(s => s.Id != deal.OwnerId).ToList());
            var (at, what, effect, asked) = (chance.At(day), chance.One(kind is HelpKind.Expert ? Knows : kind is HelpKind.Hand ? Hands : Rescues), chance.One(Effects), chance.One(desk.People));
            if (day > plan.Until.AddDays(-2) || others.Count < 2) continue;
            // A customer who waits finds somebody within the hour; knowledge takes days.
            var (refused, rescued, took) = (mood < (toService ? 0.3 : 0.12), mood < 0.16, kind is HelpKind.Rescue ? TimeSpan.FromMinutes(minutes) : TimeSpan.FromHours(minutes));
            var helper = refused ? rescued ? others[0].Id : (Guid?)null : toService ? asked.Id : others[1].Id;
            var over = helper is not null && mood < 0.93;
            rows.Add(new HelpRequest
            {
                Id = chance.Key(at), OwnerId = deal.OwnerId, Kind = kind, What = what, OpportunityId = deal.Id, AccountId = deal.AccountId, NeededOn = kind is HelpKind.Rescue ? null : day.AddDays(5), Minutes = kind is HelpKind.Rescue ? 60 : null, Away = kind is HelpKind.Rescue ? 30 + minutes % 4 * 10 : null, AwayInRush = kind is HelpKind.Rescue ? 120 : null,
                ToTeamId = toService ? desk.Team.Id : null, ToPersonId = toService ? null : others[1].Id, DepartmentId = toService ? desk.Team.Id : others[1].TeamId, Anybody = true, AskedAt = at, Currency = deal.Currency,
                State = helper is null ? HelpState.Done : over ? HelpState.Done : HelpState.Accepted, RefusedById = refused ? toService ? asked.Id : others[1].Id : null, RefusedAt = refused ? at + took / 2 : null, Refusal = refused ? (HelpRefusal)(minutes % 4) : null,
                HelperId = helper, AllocatedAt = helper is null ? null : at + took, IsRescued = refused && helper is not null, ReleasedAt = over ? at + took + TimeSpan.FromHours(3) : null,
                Effect = over ? mood > 0.8 ? HelpEffect.Decided : mood > 0.3 ? HelpEffect.Helped : HelpEffect.Nothing : null, EffectSaid = over && mood > 0.8 ? effect : null, Spent = over ? 20 + minutes * 3 : null, Cost = over && kind is HelpKind.Rescue ? 45_00 + minutes * 100 : null,
            });
        }
        await db.InsertManyAsync([.. rows, .. Waiting(chance, deals.Select(d => (d.Id, d.AccountId, d.Currency)).LastOrDefault(), sellers), .. Experts(chance, sellers)], ct, asItHappened: true);
        await db.InsertManyAsync([.. CharterOfDemo.Editions(plan, staff), .. CharterOfDemo.Journeys(plan, staff)], ct, asItHappened: true);
        await db.InsertManyAsync([.. CharterOfDemo.Agreements(plan, staff, await db.Rows<Funnel.Charter.CharterEdition>().AsNoTracking().OrderBy(e => e.Id).ToListAsync(ct), desk.People)], ct, asItHappened: true);
        await db.InsertManyAsync([.. await TeamsAsync(db, chance, sellers, ct)], ct, asItHappened: true);
        db.ChangeTracker.Clear();
    }

    // Who works on the deals of which it is said what is to be won, and who of them has read it: some before it was said anew.
    private async Task<IReadOnlyList<Entity>> TeamsAsync(AppDb db, Chance chance, List<Person> sellers, CancellationToken ct)
    {
        var aims = (await db.Rows<DealObjective>().AsNoTracking().OrderBy(o => o.OpportunityId).ThenBy(o => o.SaidOn).ThenBy(o => o.Id).ToListAsync(ct)).GroupBy(o => o.OpportunityId).ToList();
        var owners = await db.Deals().Where(d => d.End == StageEnd.Open).Select(d => new { d.Id, d.OwnerId }).ToDictionaryAsync(d => d.Id, d => d.OwnerId, ct);
        var rows = new List<Entity>();
        foreach (var deal in aims.Where(a => owners.ContainsKey(a.Key)).Take(30))
        {
            var team = chance.Shuffled(sellers).Where(s => s.Id != owners[deal.Key]).Select(s => s.Id).Take(1).Append(chance.One(desk.People.Skip(1).ToList()).Id).ToList();
            foreach (var (person, part) in team.Zip(chance.Shuffled(Parts))) rows.Add(new Share { Kind = Funnel.Kinds.Opportunity, RowId = deal.Key, PersonId = person, Level = AccessLevel.Read, Function = part });
            foreach (var person in team.Prepend(owners[deal.Key]))
                if (chance.Of(0.65) && deal.ElementAt(chance.Of(0.75) ? deal.Count() - 1 : 0) is var aim) rows.Add(new StrategyRead { Id = chance.Key(plan.Morning(aim.SaidOn)), OpportunityId = deal.Key, PersonId = person, ObjectiveId = aim.Id, ReadOn = aim.SaidOn });
        }
        return rows;
    }

    // What whoever looks at the demo is asked for, and where a customer waits for anybody.
    private IEnumerable<Entity> Waiting(Chance chance, (Guid Id, Guid? Account, string Currency) deal, List<Person> sellers)
    {
        var (asker, morning) = (sellers.First(s => s != staff.First(Role.Seller)).Id, plan.Until.AddDays(-1));
        yield return One(staff.First(Role.Seller).Id, null, HelpKind.Expert, Knows[2], HelpState.Waiting);
        yield return One(staff.First(Role.Leader).Id, null, HelpKind.Expert, "A word to their board: two directors to one", HelpState.Waiting);
        yield return One(null, desk.Team.Id, HelpKind.Hand, Hands[2], HelpState.Waiting);
        yield return One(null, desk.Team.Id, HelpKind.Rescue, Rescues[0], HelpState.Refused);

        HelpRequest One(Guid? person, Guid? team, HelpKind kind, string what, HelpState state) => new()
        {
            Id = chance.Key(plan.Morning(morning)), OwnerId = asker, Kind = kind, What = what, OpportunityId = deal.Id == default ? null : deal.Id, AccountId = deal.Account, NeededOn = plan.Until.AddDays(2), ToPersonId = person, ToTeamId = team, DepartmentId = team, Anybody = kind is HelpKind.Rescue, State = state, Away = kind is HelpKind.Rescue ? 45 : null, AwayInRush = kind is HelpKind.Rescue ? 120 : null,
            AskedAt = plan.Morning(morning), RefusedById = state is HelpState.Refused ? desk.People[2].Id : null, RefusedAt = state is HelpState.Refused ? plan.Morning(morning).AddMinutes(20) : null, Refusal = state is HelpState.Refused ? HelpRefusal.Closing : null, Currency = deal.Currency ?? DemoCompany.Currency,
        };
    }

    private IEnumerable<Entity> Experts(Chance chance, List<Person> sellers)
    {
        var people = sellers.Take(5).Concat(desk.People.Take(3)).Append(staff.First(Role.Trainer)).ToList();
        return Topics.Zip(people).Select((t, i) => new Expertise { Id = chance.Key(plan.Morning(plan.Until.AddMonths(-5))), OwnerId = t.Second.Id, Topic = t.First, Free = (HelpFree)(i % 3 == 2 ? 1 : 0), FreeFrom = i == 3 ? plan.Until.AddDays(9) : null });
    }
}
