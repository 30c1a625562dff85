using Coxswain.Demo.Inventing;
using Coxswain.Funnel;
using Coxswain.Funnel.Contracts;
using Coxswain.Funnel.Opportunities;
using Coxswain.People;
using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Demo.Writing;

/// <summary>What the invented company's customers agreed to pay: contracts of its won deals, most for a year, some of which renew themselves, ended or were given up; and the renewals that are under way.</summary>
internal static class Contracting
{
    private const int Deals = 160, Renewals = 5, Months = 30;

    private static readonly string[] Bought = ["Yard planning", "Gates and slots", "Service round the clock", "Scales and links", "Planning for two yards"];

    public static async Task PlantAsync(AppDb db, CompanyPlan plan, CancellationToken ct)
    {
        // A stream of its own, as of the news.
        var chance = new Chance(plan.Seed, -84);
        var (today, people) = (plan.Until, await db.PersonRows().Where(p => p.IsHere).Select(p => p.Id).ToListAsync(ct));
        var since = today.AddMonths(-Months);
        var keys = await db.Rows<Opportunity>().Where(o => o.End == StageEnd.Won && o.AccountId != null && o.Amount != null && o.ClosedOn > since && o.ClosedOn < today && people.Contains(o.OwnerId)).OrderBy(o => o.Id).Select(o => o.Id).ToListAsync(ct);
        var chosen = chance.Shuffled(keys).Take(Deals).ToList();
        var won = await db.Rows<Opportunity>().AsNoTracking().Where(o => chosen.Contains(o.Id)).OrderBy(o => o.Id).ToListAsync(ct);
        var contracts = new List<Contract>();
        foreach (var deal in won)
        {
            if (!chance.Of(0.7)) continue;
            var from = deal.ClosedOn!.Value.AddDays(1);
            var (months, every) = (chance.Of(0.7) ? 12 : 24, chance.One(Enum.GetValues<ContractEvery>()));
            var first = Of(deal, chance, plan, from, ContractDays.After(from.AddDays(-1), months), every);
            first.RenewsMonths = chance.Of(0.5) ? 12 : null;
            // Who gave notice in time leaves at the end of the term, and nothing renews itself.
            if (chance.Of(0.12) && first.StartsOn.AddDays(60) < today) first.NoticeGivenOn = first.StartsOn.AddDays(chance.Between(30, 60));
            else first.GoOn(today);
            contracts.Add(first);
            if (first is { RenewsMonths: null, NoticeGivenOn: null } && first.EndsOn < today && chance.Of(0.65))
                contracts.Add(Of(deal, chance, plan, first.EndsOn!.Value.AddDays(1), ContractDays.After(first.EndsOn.Value, months), every, first));
        }
        await db.InsertManyAsync(contracts.ToArray(), ct, asItHappened: true);
        await RenewAsync(db, plan, chance, ct);
    }

    // Open renewals, each with the contract that it renews: the company has as many deals as were asked for.
    private static async Task RenewAsync(AppDb db, CompanyPlan plan, Chance chance, CancellationToken ct)
    {
        var open = await db.Rows<Opportunity>().AsNoTracking().Where(o => o.End == StageEnd.Open && o.Business == BusinessKind.Renewal && o.AccountId != null && o.Amount != null && o.OpenedOn < plan.Until).OrderBy(o => o.Id).Take(Renewals).ToListAsync(ct);
        var contracts = open.Select(deal =>
        {
            var ends = plan.Until.AddDays(chance.Between(20, 150));
            return Of(deal, chance, plan, ends.AddYears(-1).AddDays(1), ends, ContractEvery.Year, fromDeal: false);
        }).ToArray();
        await db.InsertManyAsync(contracts, ct, asItHappened: true);
        await db.InsertManyAsync(open.Zip(contracts, (deal, contract) => new ContractRenewal { Id = chance.Key(plan.Morning(deal.OpenedOn!.Value)), ContractId = contract.Id, TermEndsOn = contract.EndsOn!.Value, OpportunityId = deal.Id }).ToArray(), ct, asItHappened: true);
    }

    private static Contract Of(Opportunity deal, Chance chance, CompanyPlan plan, DateOnly from, DateOnly to, ContractEvery every, Contract? before = null, bool fromDeal = true)
    {
        // Whoever renews pays about the same, mostly a little more.
        var each = before?.Recurring is { } paid ? (long)(paid * (0.9 + 0.3 * chance.Between(0, 100) / 100)) : deal.Amount!.Value / Contract.TimesAYear(every);
        return new Contract
        {
            Id = chance.Key(plan.Morning(before is null ? from : from.AddDays(-20))), AccountId = deal.AccountId!.Value, OwnerId = deal.OwnerId, Name = before?.Name ?? chance.One(Bought), DealId = before is null && fromDeal ? deal.Id : null, FollowsId = before?.Id, StartsOn = from, TermFrom = from, EndsOn = to,
            NoticeDays = chance.Of(0.9) ? chance.One([30, 60, 90]) : null, Recurring = chance.Of(0.93) ? each / 100 * 100 : null, Every = every, OneOff = before is null && chance.Of(0.4) ? 2_500_00 : null, Currency = deal.Currency,
        };
    }
}
