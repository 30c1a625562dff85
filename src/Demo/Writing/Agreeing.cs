using Coxswain.Customers;
using Coxswain.Demo.Inventing;
using Coxswain.Funnel;
using Coxswain.Funnel.Agreements;
using Coxswain.Funnel.Opportunities;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Demo.Writing;

/// <summary>What customers of the invented company agreed to on the way, from small to large; of won deals more of it was kept.</summary>
internal static class Agreeing
{
    private const int Ended = 160, Open = 30;
    private const double KeptOfWon = 0.9, KeptOfRest = 0.55;

    private static readonly string[][] Agreed = [["They tell us who else has to agree", "They answer what a day without it costs"], ["They show us the yard on a Monday", "An hour with the shift"], ["Their finance joins the next talk", "The head of purchasing reads the draft"], ["They accept the terms of the pilot", "The price for three years"], ["They sign"]];

    public static async Task PlantAsync(AppDb db, CompanyPlan plan, Guid seller, CancellationToken ct)
    {
        // A stream of its own, as of the news.
        var chance = new Chance(plan.Seed, -85);
        var ended = await db.Rows<Opportunity>().AsNoTracking().Where(o => o.End != StageEnd.Open && o.OpenedOn != null && o.ClosedOn != null && o.ClosedOn < plan.Until).OrderByDescending(o => o.ClosedOn).ThenBy(o => o.Id).Take(Ended).ToListAsync(ct);
        var open = await db.Rows<Opportunity>().AsNoTracking().Where(o => o.End == StageEnd.Open && o.OpenedOn < plan.Until.AddDays(-14)).OrderByDescending(o => o.Amount).ThenBy(o => o.Id).Take(Open).ToListAsync(ct);
        var accounts = ended.Concat(open).Select(o => o.AccountId).Distinct().ToList();
        var contacts = (await db.ContactRows().Where(c => accounts.Contains(c.AccountId)).Select(c => new { c.Id, c.AccountId }).OrderBy(c => c.Id).ToListAsync(ct)).ToLookup(c => c.AccountId, c => c.Id);
        var agreements = new List<DealAgreement>();
        foreach (var deal in ended.Concat(open))
        {
            var (from, until) = (deal.OpenedOn!.Value, deal.ClosedOn ?? plan.Until.AddDays(-1));
            var rungs = chance.Between(1, deal.End is StageEnd.Won ? 5 : 3);
            var way = chance.Of(0.6) ? "steps" : "enthusiasm";
            for (var rung = 0; rung < rungs; rung++)
            {
                var on = from.AddDays((until.DayNumber - from.DayNumber) * (rung + 1) / (rungs + 1));
                var isSettled = deal.End is not StageEnd.Open || rung < rungs - 1;
                var people = contacts[deal.AccountId].ToList();
                agreements.Add(new()
                {
                    Id = chance.Key(plan.Morning(on)), OpportunityId = deal.Id, Text = chance.One(Agreed[rung]), Rung = (LadderRung)rung, SaidOn = on, DueOn = chance.Of(0.7) ? on.AddDays(chance.Between(2, 10)) : null, ById = people.Count > 0 && chance.Of(0.7) ? chance.One(people) : null,
                    Way = chance.Of(0.85) ? way : null, Kept = isSettled ? chance.Of(deal.End is StageEnd.Won ? KeptOfWon : KeptOfRest) : null, KeptOn = isSettled ? on : null, SaidById = deal.OwnerId,
                });
            }
        }
        // Whoever looks at the demo as its seller finds something agreed and over its day.
        if (await db.Rows<Opportunity>().AsNoTracking().Where(o => o.OwnerId == seller && o.End == StageEnd.Open && o.OpenedOn < plan.Until.AddDays(-9)).OrderByDescending(o => o.Amount).ThenBy(o => o.Id).FirstOrDefaultAsync(ct) is { } own)
            agreements.Add(new() { Id = chance.Key(plan.Morning(plan.Until.AddDays(-8))), OpportunityId = own.Id, Text = Agreed[0][0], Rung = LadderRung.Answer, SaidOn = plan.Until.AddDays(-8), DueOn = plan.Until.AddDays(-2), SaidById = seller });
        await db.InsertManyAsync(agreements.ToArray(), ct, asItHappened: true);
        await db.InsertManyAsync((ClosingNeed[])[new() { Id = chance.Key(plan.Morning(plan.Began)), Role = Role.Seller, Way = "steps" }, new() { Id = chance.Key(plan.Morning(plan.Began)), Role = Role.Seller, Way = "enthusiasm" }, new() { Id = chance.Key(plan.Morning(plan.Began)), Role = Role.Manager, Way = "steps" }], ct, asItHappened: true);
    }
}
