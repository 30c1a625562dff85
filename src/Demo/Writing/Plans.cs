using Coxswain.Customers.Accounts;
using Coxswain.Customers.Plans;
using Coxswain.Demo.Inventing;
using Coxswain.Platform.Data;
namespace Coxswain.Demo.Writing;

/// <summary>What the invented company plans for its global accounts; in some plans lines have aged, as in life.</summary>
internal static class Plans
{
    private const double Planned = 0.6;

    public static IEnumerable<Entity> Of(CompanyPlan plan, IEnumerable<Account> accounts)
    {
        // A stream of its own, as of the news.
        var chance = new Chance(plan.Seed, -42);
        foreach (var account in accounts.Where(a => a.Class is AccountClass.Global && chance.Of(Planned)))
        {
            var day = plan.Until.AddDays(-chance.Between(10, 140));
            var trend = Line(plan, chance, account, day, PlanKind.Trend, "Their customers want deliveries within a day", "Said at their yearly meeting");
            var need = Line(plan, chance, account, day, PlanKind.Need, "Plan yards and slots in one place", "Their operations director drew it on the board", i => i.FromId = trend.Id);
            var strength = Line(plan, chance, account, day, PlanKind.Strength, "Runs at twelve sites like theirs", "Two of them will show it");
            yield return new AccountPlan { Id = chance.Key(plan.Morning(day)), AccountId = account.Id, Scope = $"{account.Name}: sites in {account.City}", Until = plan.Until.AddYears(2), Charter = "They get trucks off the yard in half the time; we get a customer that shows others how." };
            yield return trend;
            yield return need;
            yield return strength;
            yield return Line(plan, chance, account, day, PlanKind.Vulnerability, "Only one of us knows their finance", "Nobody else was in a meeting with them");
            yield return Line(plan, chance, account, day, PlanKind.Goal, "To be known by operations as those who halved their yard times", null, i => (i.FromId, i.StrengthId, i.On) = (need.Id, strength.Id, plan.Until.AddMonths(18)));
            yield return Line(plan, chance, account, day, PlanKind.Objective, "A second site on the same contract", null, i => i.On = plan.Until.AddMonths(4));
            yield return Line(plan, chance, account, day, PlanKind.Focus, "A planner of ours two days a month on their site", null);
            yield return Line(plan, chance, account, day, PlanKind.Stop, "Offers below one site", null);
            yield return Line(plan, chance, account, day, PlanKind.Rung, null, "Their purchasing said so in the last review", i => (i.Rung, i.Target) = (chance.Between(2, 3), 4));
            yield return Line(plan, chance, account, day, PlanKind.Rung, "Portavia", "They call them when it must be cheap", i => i.Rung = chance.Between(1, 3));
            yield return Line(plan, chance, account, day, PlanKind.Revenue, null, null, i => (i.Year, i.Amount, i.Currency) = (plan.Until.Year, 25_000_000, DemoCompany.Currency));
            yield return Line(plan, chance, account, day, PlanKind.Revenue, null, null, i => (i.Year, i.Amount, i.Currency) = (plan.Until.Year + 1, 40_000_000, DemoCompany.Currency));
        }
    }

    private static PlanItem Line(CompanyPlan plan, Chance chance, Account account, DateOnly day, PlanKind kind, string? text, string? evidence, Action<PlanItem>? more = null)
    {
        var item = new PlanItem { Id = chance.Key(plan.Morning(day)), AccountId = account.Id, Kind = kind, Text = text, Evidence = evidence, AsOf = day, SaidById = account.OwnerId };
        more?.Invoke(item);
        return item;
    }
}
