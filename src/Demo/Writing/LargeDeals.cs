using Coxswain.Customers.Maps;
using Coxswain.Demo.Inventing;
using Coxswain.Funnel;
using Coxswain.Funnel.Opportunities;
using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Demo.Writing;

/// <summary>The largest open deals at accounts whose people are drawn on a map: who of them does what in this one decision.</summary>
internal static class LargeDeals
{
    private const int Most = 40;

    private static readonly (DealPart Part, string Shown)[] Parts =
    [
        (DealPart.Approver, "Signs what costs more than a year's budget"), (DealPart.User, "Their shift would work with it every day"), (DealPart.Evaluator, "Asked for the list of interfaces"), (DealPart.Guide, "Told us who has to be at the table"),
    ];

    /// <returns>The deals and whose they are, the largest first.</returns>
    public static async Task<IReadOnlyList<(Guid Deal, Guid Account)>> PlantAsync(AppDb db, CompanyPlan plan, CancellationToken ct)
    {
        // A stream of its own, as of the news.
        var chance = new Chance(plan.Seed, -57);
        var mapped = db.Rows<MapPerson>().Select(p => p.AccountId);
        var deals = await db.Rows<Opportunity>().AsNoTracking().Where(o => o.End == StageEnd.Open && o.Amount != null && mapped.Contains(o.AccountId!.Value)).OrderByDescending(o => o.Amount).ThenBy(o => o.Id).Take(Most).Select(o => new { o.Id, Account = o.AccountId!.Value, o.OwnerId, o.OpenedOn }).ToListAsync(ct);
        var accounts = deals.Select(d => d.Account).Distinct().ToList();
        var people = (await db.Rows<MapPerson>().AsNoTracking().Where(p => accounts.Contains(p.AccountId)).OrderBy(p => p.Id).ToListAsync(ct)).ToLookup(p => p.AccountId);
        var parts = new List<MapPart>();
        foreach (var deal in deals)
            foreach (var (person, (part, shown)) in chance.Shuffled(people[deal.Account]).Zip(chance.Shuffled(Parts)).Take(3))
            {
                var day = plan.Until.AddDays(-chance.Between(2, 100));
                if (day < deal.OpenedOn) day = deal.OpenedOn!.Value;
                parts.Add(new() { Id = chance.Key(plan.Morning(day)), MapPersonId = person.Id, OpportunityId = deal.Id, Part = part, Evidence = shown, AsOf = day, SaidById = deal.OwnerId });
            }
        await db.InsertManyAsync(parts, ct, asItHappened: true);
        return [.. deals.Select(d => (d.Id, d.Account))];
    }
}
