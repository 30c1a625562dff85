using Coxswain.Customers.Accounts;
using Coxswain.Customers.Accounts.Steps;
using Coxswain.Customers.Accounts.Team;
using Coxswain.Demo.Inventing;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
namespace Coxswain.Demo.Writing;

/// <summary>Who works for the large accounts of the invented company beside their owners, and which steps of their class are done.</summary>
internal static class AccountTeams
{
    private const int OfStrategic = 400, OfGlobal = 900;

    /// <summary>How an account with so many people is worked on.</summary>
    public static AccountClass? ClassOf(int employees) => employees >= OfGlobal ? AccountClass.Global : employees >= OfStrategic ? AccountClass.Strategic : null;

    public static IEnumerable<Entity> Of(CompanyPlan plan, IEnumerable<Account> accounts, Guid supporter, IReadOnlyList<AccountStep> steps)
    {
        // A stream of its own, as of the news.
        var chance = new Chance(plan.Seed, -7);
        foreach (var account in accounts.Where(a => a.Class is not null))
        {
            foreach (var step in steps.Where(s => s.Class == account.Class && chance.Of(0.6)))
                yield return new StepDone { Id = chance.Key(plan.Morning(plan.Began)), AccountId = account.Id, StepId = step.Id, DoneOn = plan.Until.AddDays(-chance.Between(5, 300)), PersonId = account.OwnerId };

            yield return new AccountMember { Id = chance.Key(plan.Morning(plan.Began)), AccountId = account.Id, PersonId = supporter, Function = "Support" };
            yield return new Share { Id = chance.Key(plan.Morning(plan.Began)), Kind = Customers.Kinds.Account, RowId = account.Id, PersonId = supporter, Level = AccessLevel.Edit };
        }
    }
}
