using Coxswain.Customers.Accounts;
using Coxswain.Customers.Service;
using Coxswain.Customers.Service.Cases;
using Coxswain.Customers.Service.Coaching;
using Coxswain.Customers.Service.Credit;
using Coxswain.Customers.Service.Rewards;
using Coxswain.Customers.Service.Surveys;
using Coxswain.Demo.Inventing;
using Coxswain.Funnel;
using Coxswain.People.Persons;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
namespace Coxswain.Demo.Writing;

/// <summary>What the invented company's support did in two years: cases with their ratings, and since eight months tips, rewards and coaching. Satisfaction does not fall by it.</summary>
internal sealed class Serving(CompanyPlan plan, Helpdesk desk, Guid leader)
{
    private const int Months = 24, TipMonths = 8, CasesAMonth = 24;
    private const double Good = 0.86, GoodOfWeak = 0.66, GoodOfAnother = 0.6, Since = 0.03, Rated = 0.7, Asked = 0.12, AskedForPreferred = 0.62;

    private static readonly string[] Subjects = ["Scanner stops at the gate", "Label printer skips a line", "Nobody can sign in on Monday", "A lane is shown twice", "Update took longer than told", "Report has the wrong week", "New colleague needs access", "Slow since the second site", "How to undo a booking", "Temperature alarm at night"];
    private static readonly string[] Heard = ["They plan a second shift and ask what it would need", "A sister plant has the same trouble and no system", "They count stock by hand on Fridays", "Their contract with another supplier ends in spring", "They want the drivers to see it on the phone", "They asked whether it also does returns", "A new hall opens next year", "They look for training for ten people"];
    private static readonly string[] Declined = ["They bought one last month", "No budget before next year", "We are in talks about it already"];

    private DateOnly First => new DateOnly(plan.Until.Year, plan.Until.Month, 1).AddMonths(1 - Months);

    private DateOnly Started => First.AddMonths(Months - TipMonths);

    public async Task PlantAsync(AppDb db, CancellationToken ct)
    {
        var accounts = await db.Rows<Account>().OrderBy(a => a.Id).Take(160).ToListAsync(ct);
        await db.InsertManyAsync([.. Cases(accounts)], ct, asItHappened: true);
        await db.InsertManyAsync([.. Rules(), .. Observed()], ct, asItHappened: true);
        var begun = new List<(Guid, Guid, DateOnly, Guid)>();
        for (var month = Started; month <= plan.Until; month = month.AddMonths(1)) begun.AddRange(await BegunAsync(db, month, ct));
        var tips = Tips(accounts, begun).ToList();
        await db.InsertManyAsync([.. tips], ct, asItHappened: true);
        await db.InsertManyAsync([.. Disputes(tips)], ct, asItHappened: true);
        foreach (var (survey, rest) in Surveys())
        {
            await db.InsertManyAsync([survey], ct, asItHappened: true);
            await db.InsertManyAsync([.. rest], ct, asItHappened: true);
        }
        db.ChangeTracker.Clear();
    }

    /// <summary>Pays the months that are over but for the last, as who leads would.</summary>
    public async Task PayAsync(IServiceProvider services, Viewer who, CancellationToken ct)
    {
        for (var month = Started; month < First.AddMonths(Months - 2); month = month.AddMonths(1))
            await services.AsAsync(who, async (own, db) => await PayRewards.Do(new() { Month = month }, db, own.GetServices<IDealOutcomes>(), own.GetRequiredService<TimeProvider>(), ct));
    }

    private IEnumerable<Entity> Cases(List<Account> accounts)
    {
        // A stream of its own, as of the news.
        var chance = new Chance(plan.Seed, -46);
        for (var month = 0; month < Months; month++)
            foreach (var served in desk.People)
                for (var i = 0; i < CasesAMonth; i++)
                {
                    var day = First.AddMonths(month).AddDays(chance.Between(0, 27));
                    var asked = chance.Of(Asked) ? chance.Of(AskedForPreferred) ? desk.Preferred : chance.One(desk.People) : null;
                    var (account, rated, stars, mood) = (chance.One(accounts), chance.Of(Rated), chance.Between(1, 10), chance.Share());
                    var (by, solved) = ((CaseChannel)chance.Between(0, 4), day.AddDays(chance.Between(0, 3)));
                    if (day > plan.Until) continue;
                    var made = new ServiceCase { Id = chance.Key(plan.Morning(day)), AccountId = account.Id, Subject = Subjects[stars - 1], OwnerId = served.Id, OpenedOn = day, SolvedOn = solved > plan.Until ? null : solved, Channel = by, AskedForId = asked?.Id, SourceId = $"H-{month:00}{i:00}{stars}-{served.Id.ToString()[^4..]}" };
                    var good = (served == desk.Weak ? GoodOfWeak : asked is not null && asked != served ? GoodOfAnother : Good) + (day >= Started ? Since : 0);
                    if (rated && made.SolvedOn is { } on) made.Rate(mood < good ? CaseRating.Good : mood < good + (1 - good) / 2 ? CaseRating.Neutral : CaseRating.Bad, null, on, "Help desk", Guid.Empty);
                    yield return made;
                }
    }

    private IEnumerable<Entity> Rules()
    {
        yield return new ServiceTerms { From = Started, PointWorth = 200, SkillOne = "How clearly we talked with you", SkillTwo = "How well we kept at it until it was done", SaidById = leader };
        foreach (var (fact, points, because) in ((RewardFact, int, string)[])[(RewardFact.KnowledgeShown, 3, "Who knows the product helps at once"), (RewardFact.GoodRating, 1, "The customer says so, not we"), (RewardFact.BehaviourShown, 2, "It is taught, so it is seen"), (RewardFact.TipTaken, 5, "Sales found it worth a deal"), (RewardFact.TipWon, 15, "It became business")])
        {
            var begun = fact is RewardFact.TipTaken;
            yield return new RewardRule { Fact = fact, Points = begun ? 3 : points, From = Started, Until = begun ? Started.AddMonths(3) : null, Because = because };
            if (begun) yield return new RewardRule { Fact = fact, Points = points, From = Started.AddMonths(3), Because = because };
        }
    }

    private IEnumerable<Entity> Observed()
    {
        var chance = new Chance(plan.Seed, -47);
        for (var month = 0; month < 12; month++)
            foreach (var person in desk.People)
            {
                var (day, learned) = (First.AddMonths(Months - 12 + month).AddDays(chance.Between(0, 20)), 0.45 + 0.03 * month);
                Seen? See() => chance.Of(0.15) ? Seen.NoOccasion : chance.Of(learned) ? Seen.Yes : Seen.No;
                var made = new ServiceObservation { Id = chance.Key(plan.Morning(day)), OwnerId = person.Id, ObserverId = desk.Lead.Id, On = day, NextStep = See(), Widened = See(), Listened = See(), Knowledge = person == desk.Weak ? chance.Between(2, 3) : chance.Between(3, 5), Skill = person == desk.Preferred ? 5 : chance.Between(2, 4), Note = chance.Of(0.3) ? "Asked who else works with it" : null };
                if (day <= plan.Until) yield return made;
            }
    }

    private static async Task<IEnumerable<(Guid, Guid, DateOnly, Guid)>> BegunAsync(AppDb db, DateOnly month, CancellationToken ct) =>
        (await db.Deals().Where(d => d.AccountId != null && d.OpenedOn >= month.AddDays(9) && d.OpenedOn < month.AddMonths(1)).OrderBy(d => d.OpenedOn).ThenBy(d => d.Id).Select(d => new { d.Id, d.AccountId, d.OpenedOn, d.OwnerId }).Take(40).ToListAsync(ct)).Select(d => (d.Id, d.AccountId!.Value, d.OpenedOn!.Value, d.OwnerId));

    // They grow month by month; those that were taken are deals that were begun then, so that their ends are those of the deals.
    private IEnumerable<Tip> Tips(List<Account> accounts, List<(Guid Id, Guid Account, DateOnly On, Guid Owner)> begun)
    {
        var (chance, deals) = (new Chance(plan.Seed, -47_000), begun.ToLookup(d => (d.On.Year, d.On.Month)));
        for (var month = 0; month < TipMonths; month++)
        {
            var (first, open) = (Started.AddMonths(month), new Queue<(Guid Id, Guid Account, DateOnly On, Guid Owner)>(chance.Shuffled(deals[(Started.AddMonths(month).Year, Started.AddMonths(month).Month)])));
            for (var left = 1 + chance.Poisson(1.5 + 2 * month); left > 0; left--)
            {
                var (day, by, text, taken, why) = (first.AddDays(chance.Between(0, 25)), chance.One(desk.People), chance.One(Heard), chance.Of(0.6) && open.Count > 0, chance.One(Declined));
                var (account, deal) = (chance.One(accounts), taken ? open.Dequeue() : ((Guid Id, Guid Account, DateOnly On, Guid Owner)?)null);
                if (deal is { } of) day = of.On.AddDays(-chance.Between(1, 6));
                if (day > plan.Until) continue;
                var waits = deal is null && day > plan.Until.AddDays(-12);
                yield return new Tip
                {
                    Id = chance.Key(plan.Morning(day)), AccountId = deal?.Account ?? account.Id, Heard = text, NextStep = "Sales calls this week", HeardOn = day, OwnerId = by.Id, ToId = deal?.Owner ?? account.OwnerId, OpportunityId = deal?.Id,
                    State = deal is not null ? TipState.Accepted : waits ? TipState.Waiting : TipState.Declined, Because = deal is null && !waits ? why : null, DecidedAt = waits ? null : plan.Morning(deal?.On ?? day.AddDays(4)),
                };
            }
        }
    }

    private IEnumerable<Entity> Disputes(List<Tip> tips)
    {
        var taken = tips.Where(t => t.State is TipState.Accepted).ToList();
        if (taken.Count > 0) yield return new TipDispute { TipId = taken[^1].Id, RaisedById = taken[^1].ToId, Says = "I had this from them at the fair before", RaisedOn = plan.Until.AddDays(-3) };
        if (taken.Count > 1) yield return new TipDispute { TipId = taken[0].Id, RaisedById = taken[0].OwnerId, Says = "We heard it together on one call", RaisedOn = plan.Until.AddDays(-90), Settlement = CreditSettlement.Shared, CreditToId = desk.People.First(p => p.Id != taken[0].OwnerId).Id, Because = "Both were on the call and both say so", SettledOn = plan.Until.AddDays(-80), SettledById = leader };
    }

    private IEnumerable<(ServiceSurvey, IEnumerable<Entity>)> Surveys()
    {
        var chance = new Chance(plan.Seed, -45_000);
        var trained = Started.AddDays(10);
        var closed = Survey(chance, "Talking and following up", trained, trained.AddMonths(4));
        yield return (closed, [.. Answers(chance, closed, false, 42, 0.45, 0.7), .. Answers(chance, closed, true, 55, 0.85, 0.7)]);
        var open = Survey(chance, "Second round for the night shift", plan.Until.AddMonths(-1), null);
        yield return (open, Answers(chance, open, false, 3, 0.6, 0.6));
    }

    private ServiceSurvey Survey(Chance chance, string name, DateOnly trained, DateOnly? closed) =>
        new() { Id = chance.Key(plan.Morning(trained)), Name = name, SkillOne = "How clearly we talked with you", SkillTwo = "How well we kept at it until it was done", TrainedOn = trained, AsksOpen = false, SaidById = leader, ClosedOn = closed };

    private static IEnumerable<Entity> Answers(Chance chance, ServiceSurvey survey, bool after, int count, double one, double two) =>
        [.. Enumerable.Range(0, count).Select(i => new SurveyAnswer { SurveyId = survey.Id, IsAfter = after, One = i < count * one ? chance.Between(4, 5) : chance.Between(2, 3), Two = i % 10 < two * 10 ? chance.Between(4, 5) : chance.Between(2, 3) })];
}
