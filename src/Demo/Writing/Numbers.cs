using Coxswain.Demo.Inventing;
using Coxswain.Funnel;
using Coxswain.Funnel.Calls;
using Coxswain.Funnel.Targets;
using Coxswain.People.Persons;
using Coxswain.Platform.Data;
using Coxswain.Platform.Periods;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Demo.Writing;

/// <summary>What the invented company's people were to win, and what they and whoever they answer to called: of the year before in full, of this quarter by most and by some not yet.</summary>
internal static class Numbers
{
    // Of a company that is large for the sake of its size only so many have numbers.
    private const int Most = 120, Quarters = 4;
    private const long Round = 5_000_00;
    private static readonly string[] Because = ["The works council signs in the last week", "One plant moved to next quarter", "Two small ones came in early", "Their budget was freed"];

    public static async Task PlantAsync(AppDb db, CompanyPlan plan, Workforce staff, CancellationToken ct)
    {
        var calendar = Periods.Of(await db.Rows<Tenant>().AsNoTracking().SingleAsync(t => t.Id == db.Viewer.TenantId, ct));
        var (now, chance, year) = (calendar.Of(PeriodKind.Quarter, plan.Until), new Chance(plan.Seed, -61), plan.Until.AddYears(-1));
        var won = await db.Deals().Where(d => d.End == StageEnd.Won && d.ClosedOn >= year && d.Currency == DemoCompany.Currency).GroupBy(d => d.OwnerId).Select(g => new { g.Key, Sum = g.Sum(d => d.Amount ?? 0) }).ToDictionaryAsync(g => g.Key, g => g.Sum / Quarters, ct);
        foreach (var (team, lead) in staff.Teams)
        {
            var sellers = staff.Sellers.Where(s => s.TeamId == team.Id && s.LeftAt is null).Take(Most).ToList();
            long Usual(Person seller) => Math.Max(Round, won.GetValueOrDefault(seller.Id) / Round * Round);
            for (var (nth, quarter) = (0, now); nth <= Quarters; nth++, quarter = calendar.Before(quarter))
            {
                foreach (var seller in sellers)
                {
                    db.Add(Target(seller.Id, null, quarter, Usual(seller), quarter.From, null, lead.Id, plan, chance));
                    Call(db, seller.Id, seller.Id, quarter, Usual(seller), plan, chance, nth > 0 || chance.Of(0.8));
                    Call(db, seller.Id, lead.Id, quarter, Usual(seller), plan, chance, nth > 0 || chance.Of(0.5));
                }
                var together = sellers.Sum(Usual);
                if (together == 0) continue;
                db.Add(Target(null, team.Id, quarter, together, quarter.From, null, staff.First(Platform.Access.Role.Leader).Id, plan, chance));
                Call(db, lead.Id, lead.Id, quarter, together, plan, chance, nth > 0 || chance.Of(0.7));
            }
            await db.SaveChangesAsync(ct);
        }
        if (now.From.AddDays(7) <= plan.Until) Change(db, plan, staff, now, chance, won);
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
    }

    // Somebody took over accounts of a colleague, so their target rose in the middle of the quarter.
    private static void Change(AppDb db, CompanyPlan plan, Workforce staff, Period now, Chance chance, Dictionary<Guid, long> won)
    {
        var seller = staff.First(Platform.Access.Role.Seller);
        db.Add(Target(seller.Id, null, now, Math.Max(Round, won.GetValueOrDefault(seller.Id) * 11 / 10 / Round * Round), plan.Until.AddDays(-3), "Took over two accounts of a colleague", staff.First(Platform.Access.Role.Manager).Id, plan, chance));
    }

    private static SalesTarget Target(Guid? person, Guid? team, Period quarter, long amount, DateOnly since, string? because, Guid by, CompanyPlan plan, Chance chance)
    {
        var at = plan.Morning(since);
        return new() { Id = chance.Key(at), PersonId = person, TeamId = team, From = quarter.From, To = quarter.To, Amount = amount, Currency = DemoCompany.Currency, Since = since, Because = because, ById = by, At = at };
    }

    // A first figure in the first days of the quarter, and for some another one three weeks later.
    private static void Call(AppDb db, Guid of, Guid by, Period quarter, long about, CompanyPlan plan, Chance chance, bool gave)
    {
        var (first, second) = (quarter.From.AddDays(chance.Between(1, 6)), quarter.From.AddDays(chance.Between(20, 30)));
        var (commit, later) = ((long)chance.Around(about, 0.12) / Round * Round, (long)chance.Around(about, 0.15) / Round * Round);
        var (changes, why) = (chance.Of(0.35), chance.One(Because));
        if (gave && first < plan.Until) Add(first, commit, null);
        if (gave && changes && later != commit && second < plan.Until) Add(second, later, why);

        void Add(DateOnly on, long amount, string? because)
        {
            var at = chance.At(on);
            db.Add(new ForecastCall { Id = chance.Key(at), OwnerId = of, ById = by, From = quarter.From, To = quarter.To, Commit = amount, BestCase = amount * 5 / 4, Currency = DemoCompany.Currency, Because = because, At = at });
        }
    }
}
