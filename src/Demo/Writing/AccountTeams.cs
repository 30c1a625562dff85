using Coxswain.Customers.Accounts;
using Coxswain.Customers.Accounts.Team;
using Coxswain.Demo.Inventing;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
namespace Coxswain.Demo.Writing;

/// <summary>Who works for the large accounts of the invented company beside their owners.</summary>
internal static class AccountTeams
{
    private const int OfStrategic = 400, OfGlobal = 900;

    /// <summary>How an account with so many people is worked on.</summary>
    public static AccountClass? ClassOf(int employees) => employees >= OfGlobal ? AccountClass.Global : employees >= OfStrategic ? AccountClass.Strategic : null;

    public static IEnumerable<Entity> Of(CompanyPlan plan, IEnumerable<Account> accounts, Guid supporter)
    {
        // A stream of its own, as of the news.
        var chance = new Chance(plan.Seed, -7);
        foreach (var account in accounts.Where(a => a.Class is not null))
        {
            yield return new AccountMember { Id = chance.Key(plan.Morning(plan.Began)), AccountId = account.Id, PersonId = supporter, Function = "Support" };
            yield return new Share { Id = chance.Key(plan.Morning(plan.Began)), Kind = Customers.Kinds.Account, RowId = account.Id, PersonId = supporter, Level = AccessLevel.Edit };
        }
    }
}
