using Coxswain.Customers.Accounts;
using Coxswain.Customers.Contacts;
using Coxswain.Customers.Positions;
using Coxswain.Demo.Inventing;
using Coxswain.Platform.Data;
namespace Coxswain.Demo.Writing;

/// <summary>Where contacts of the invented company worked before, or work as well.</summary>
internal static class Careers
{
    private const double Moved = 0.06, AtTwo = 0.02;

    public static IEnumerable<Entity> Of(CompanyPlan plan, IReadOnlyList<Account> accounts, IEnumerable<Contact> contacts, IReadOnlyList<string> titles)
    {
        // A stream of its own, as of the news.
        var chance = new Chance(plan.Seed, -6);
        foreach (var contact in contacts)
        {
            var (moved, other) = (chance.Share(), chance.One(accounts));
            if (moved > Moved + AtTwo || other.Id == contact.AccountId) continue;
            var left = plan.Until.AddDays(-chance.Between(30, 700));
            yield return new Position { Id = chance.Key(plan.Morning(left)), ContactId = contact.Id, AccountId = other.Id, Title = chance.One(titles), To = moved < Moved ? left : null, From = moved < Moved ? null : left };
        }
    }
}
