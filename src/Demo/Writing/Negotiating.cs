using Coxswain.Customers;
using Coxswain.Demo.Inventing;
using Coxswain.Funnel;
using Coxswain.Funnel.Negotiation;
using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Rules;
using Coxswain.Funnel.Stages;
using Coxswain.Platform.Data;
using Coxswain.Platform.Outside;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Demo.Writing;

/// <summary>How the invented company's sellers negotiate their largest deals, and how they did those of the year before. What is granted late goes with losing, and so do two of the signs; the rest is spread by chance.</summary>
internal static class Negotiating
{
    private const int Open = 30, Ended = 220;
    private const long Round = 1_000_00;

    private static readonly (string Give, string? Get, string Because, double Percent)[] Trades =
    [
        ("The second site in one order", "Both sites signed at once", "One set-up instead of two", 6), ("A round figure", null, "Their board likes round figures", 3), ("The first year at last year's price", "Two years instead of one", "Their budget is fixed until spring", 5),
        ("Training without charge", "Their planner shows it to three visitors", "We train there anyway", 2), ("Five per cent more", null, "Purchasing asked on the last day", 5), ("The interface included", "A reference in writing", "It is built already", 4),
    ];

    private static readonly (string Give, string Get)[] Ideas = [("Payment in sixty days", "The order before the month ends"), ("A person of ours on site for a month", "Their name on our list of references"), ("The spare set on loan", "The service contract for three years")];
    private static readonly (double Share, string Basis, string Learned)[] Theirs = [(0.8, "The budget of the line, set last autumn", "The rest of the budget is free in January"), (0.75, "An offer of Portavia, without installation", "They count the installation as ours"), (0.85, "What the site in Gdańsk paid", "They talk with Gdańsk")];
    private static readonly string[] Leaving = ["They want our people on site without pay for the whole first year", "A penalty for days that are not ours", "The right to resell it within their group"];
    private static readonly string[] Answers = ["It costs what two waiting trucks cost you in a month, and they stop waiting", "That price is for four gates that run by themselves from the first Monday on"];
    private static readonly string[] Own = ["Their lawyer writes before they do"];

    public static async Task PlantAsync(AppDb db, CompanyPlan plan, PrivateKeeper keeper, CancellationToken ct)
    {
        // A stream of its own, as of the news.
        var chance = new Chance(plan.Seed, -71);
        var stages = (await db.Rows<Stage>().AsNoTracking().Where(s => s.End == StageEnd.Open).OrderBy(s => s.Position).ToListAsync(ct)).Select(s => s.Id).ToList();
        var late = stages.Skip(2).ToList();
        var open = await db.Rows<Opportunity>().AsNoTracking().Where(o => o.End == StageEnd.Open && o.Amount != null && o.OpenedOn < plan.Until && late.Contains(o.StageId)).OrderByDescending(o => o.Amount).ThenBy(o => o.Id).Take(Open).ToListAsync(ct);
        var year = plan.Until.AddYears(-1);
        var ended = await db.Rows<Opportunity>().AsNoTracking().Where(o => o.End != StageEnd.Open && o.Amount != null && o.ClosedOn > year && o.ClosedOn <= plan.Until && o.OpenedOn < o.ClosedOn).OrderByDescending(o => o.Amount).ThenBy(o => o.Id).Take(Ended).ToListAsync(ct);
        var accounts = open.Select(o => o.AccountId).ToList();
        var contacts = (await db.ContactRows().Where(c => accounts.Contains(c.AccountId)).Select(c => new { c.Id, c.AccountId }).OrderBy(c => c.Id).ToListAsync(ct)).ToLookup(c => c.AccountId, c => c.Id);
        var rows = new List<Entity>();
        foreach (var deal in open) rows.AddRange(Running(deal, [.. contacts[deal.AccountId]], stages, plan, keeper, db.Viewer.TenantId, chance));
        foreach (var deal in ended) rows.AddRange(Over(deal, stages, plan, chance));
        await db.InsertManyAsync(rows.OfType<DealNegotiation>().ToArray(), ct, asItHappened: true);
        await db.InsertManyAsync(rows.OfType<WalkAway>().ToArray(), ct, asItHappened: true);
        await db.InsertManyAsync(rows.OfType<PriceAnchor>().ToArray(), ct, asItHappened: true);
        await db.InsertManyAsync(rows.OfType<Concession>().ToArray(), ct, asItHappened: true);
        await db.InsertManyAsync(rows.OfType<SeenSign>().ToArray(), ct, asItHappened: true);
        await TellAsync(db, rows.OfType<Concession>().Where(c => c.GrantedOn is not null && c.StageId == stages[^1]), open.Concat(ended).ToDictionary(d => d.Id), plan, ct);
    }

    // Whoever leads the owner was told of what was granted late; of deals that are over, and of what is long ago, it is read.
    private static async Task TellAsync(AppDb db, IEnumerable<Concession> late, Dictionary<Guid, Opportunity> deals, CompanyPlan plan, CancellationToken ct)
    {
        var who = await Told.ReadAsync(db, true, ct);
        var told = from c in late
                   let deal = deals[c.OpportunityId]
                   let leader = who.LeaderOf(deal.OwnerId)
                   where leader is not null
                   let at = plan.Morning(c.GrantedOn!.Value)
                   select new DiscountTold { Id = Ledger.Beside(c.Id), OpportunityId = deal.Id, ConcessionId = c.Id, ToldId = leader.Value, At = at, ReadAt = deal.End is StageEnd.Open && c.GrantedOn > plan.Until.AddDays(-10) ? null : at.AddHours(3) };
        await db.InsertManyAsync(told.ToArray(), ct, asItHappened: true);
    }

    private static IEnumerable<Entity> Running(Opportunity deal, IReadOnlyList<Guid> contacts, List<Guid> stages, CompanyPlan plan, PrivateKeeper keeper, int tenant, Chance chance)
    {
        var began = deal.OpenedOn!.Value;
        DateOnly Day(int from) => began.AddDays(Math.Min(from, plan.Until.DayNumber - began.DayNumber));
        Guid Key(DateOnly day) => chance.Key(plan.Morning(day));
        var (list, knows, decides) = (deal.Amount!.Value / Round * Round * 11 / 10, chance.Between(0, 3), chance.Between(0, 3));
        yield return new DealNegotiation { Id = Key(began), OpportunityId = deal.Id, TheyKnow = knows == 0 ? null : knows > 1, HasAuthority = decides == 0 ? null : decides > 1, CounterpartId = contacts.Count > 0 ? chance.One(contacts) : null, Since = began, ListPrice = list, Currency = deal.Currency, PriceAnswer = chance.Of(0.6) ? chance.One(Answers) : null };
        // Some have not said it yet, and hear so; of the others a few stand below it.
        var said = chance.Of(0.8);
        if (said) yield return WalkAways.Of(keeper, tenant, deal.Id, new(list / Round * (chance.Of(0.15) ? 96 : 78) / 100 * Round, deal.Currency, chance.Of(0.6) ? chance.One(Leaving) : null, chance.Of(0.4) ? plan.Until.AddDays(chance.Between(10, 60)) : null), deal.OwnerId, deal.OwnerId, chance.Of(0.7), Day(2));
        var theirs = chance.One(Theirs);
        if (chance.Of(0.6)) yield return new PriceAnchor { Id = Key(Day(6)), OpportunityId = deal.Id, Side = PriceSide.Theirs, Amount = (long)(list * theirs.Share) / Round * Round, Currency = deal.Currency, On = Day(6), Basis = chance.Of(0.7) ? theirs.Basis : null, Learned = chance.Of(0.6) ? theirs.Learned : null };
        if (said) yield return new PriceAnchor { Id = Key(Day(9)), OpportunityId = deal.Id, Side = PriceSide.Ours, Amount = list, Currency = deal.Currency, On = Day(9) };
        var idea = chance.One(Ideas);
        yield return new Concession { Id = Key(Day(4)), OpportunityId = deal.Id, Give = idea.Give, Get = idea.Get, Currency = deal.Currency, StageId = stages[1] };
        foreach (var trade in said ? chance.Shuffled(Trades).Take(chance.Between(0, 2)) : [])
            yield return new Concession { Id = Key(Day(12)), OpportunityId = deal.Id, Give = trade.Give, Get = trade.Get, Percent = trade.Percent, Currency = deal.Currency, GrantedOn = Day(12), StageId = deal.StageId, Because = trade.Because };
        if (chance.Of(0.35)) yield return new SeenSign { Id = Key(Day(10)), OpportunityId = deal.Id, Sign = chance.One(FailingSigns.Choices).Value, On = Day(10) };
    }

    private static IEnumerable<Entity> Over(Opportunity deal, List<Guid> stages, CompanyPlan plan, Chance chance)
    {
        var (won, day) = (deal.End is StageEnd.Won, deal.ClosedOn!.Value.AddDays(-1));
        if (day < deal.OpenedOn) day = deal.OpenedOn!.Value;
        Guid Key() => chance.Key(plan.Morning(day));
        if (chance.Of(0.5))
        {
            var (trade, isLate) = (chance.One(Trades), chance.Of(won ? 0.35 : 0.7));
            yield return new DealNegotiation { Id = Key(), OpportunityId = deal.Id, ListPrice = deal.Amount!.Value * 11 / 10 / Round * Round, Currency = deal.Currency };
            yield return new Concession { Id = Key(), OpportunityId = deal.Id, Give = trade.Give, Get = trade.Get, Percent = trade.Percent + (isLate ? 4 : 0), Currency = deal.Currency, GrantedOn = day, StageId = isLate ? stages[^1] : stages[^2], Because = trade.Because };
        }
        if (chance.Of(won ? 0.1 : 0.35)) yield return new SeenSign { Id = Key(), OpportunityId = deal.Id, Sign = "price-only", On = day };
        if (chance.Of(won ? 0.1 : 0.3)) yield return new SeenSign { Id = Key(), OpportunityId = deal.Id, Sign = "cannot-decide", On = day };
        if (chance.Of(0.08)) yield return new SeenSign { Id = Key(), OpportunityId = deal.Id, Sign = "slower", On = day };
        if (chance.Of(0.04)) yield return new SeenSign { Id = Key(), OpportunityId = deal.Id, Sign = FailingSigns.Own, Text = Own[0], On = day };
    }
}
