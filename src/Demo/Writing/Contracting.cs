using Coxswain.Demo.Inventing;
using Coxswain.Funnel;
using Coxswain.Funnel.Contracts;
using Coxswain.Funnel.Opportunities;
using Coxswain.People;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
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
            first.GoOn(today);
            contracts.Add(first);
            if (first.RenewsMonths is null && first.EndsOn < today && chance.Of(0.65))
                contracts.Add(Of(deal, chance, plan, first.EndsOn!.Value.AddDays(1), ContractDays.After(first.EndsOn.Value, months), every, first));
            else if (chance.Of(0.12) && first.StartsOn.AddDays(60) < today)
            {
                first.NoticeGivenOn = first.StartsOn.AddDays(chance.Between(30, 60));
                (first.TermFrom, first.EndsOn) = (first.StartsOn, first.StartsOn.AddDays(chance.Between(61, 400)));
            }
        }
        await db.InsertManyAsync(contracts.ToArray(), ct, asItHappened: true);
    }

    /// <summary>The leader opens the renewals whose last day for notice is next.</summary>
    public static Task RenewAsync(IServiceProvider services, Viewer leader, CancellationToken ct) => services.AsAsync(leader, async (own, db) =>
    {
        var clock = own.GetRequiredService<TimeProvider>();
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var next = await db.Rows<Contract>().Where(c => c.EndsOn >= today && c.NoticeOn != null && !db.Rows<Contract>().Any(n => n.FollowsId == c.Id)).OrderBy(c => c.NoticeOn).ThenBy(c => c.Id).Select(c => c.Id).Take(Renewals).ToListAsync(ct);
        foreach (var contract in next) (await OpenRenewal.Do(new() { Id = contract }, db, clock, ct)).Must("open the renewal of a contract");
    });

    private static Contract Of(Opportunity deal, Chance chance, CompanyPlan plan, DateOnly from, DateOnly to, ContractEvery every, Contract? before = null)
    {
        // Whoever renews pays about the same, mostly a little more.
        var each = before?.Recurring is { } paid ? (long)(paid * (0.9 + 0.3 * chance.Between(0, 100) / 100)) : deal.Amount!.Value / Contract.TimesAYear(every);
        return new Contract
        {
            Id = chance.Key(plan.Morning(before is null ? from : from.AddDays(-20))), AccountId = deal.AccountId!.Value, OwnerId = deal.OwnerId, Name = before?.Name ?? chance.One(Bought), DealId = before is null ? deal.Id : null, FollowsId = before?.Id, StartsOn = from, TermFrom = from, EndsOn = to,
            NoticeDays = chance.Of(0.9) ? chance.One([30, 60, 90]) : null, Recurring = chance.Of(0.93) ? each / 100 * 100 : null, Every = every, OneOff = before is null && chance.Of(0.4) ? 2_500_00 : null, Currency = deal.Currency,
        };
    }
}
