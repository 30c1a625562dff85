using Coxswain.Customers.Accounts;
using Coxswain.Customers.Signals;
using Coxswain.Demo.Inventing;
using Coxswain.Platform.Data;
namespace Coxswain.Demo.Writing;

/// <summary>What sellers of the invented company noticed at their accounts in the last year.</summary>
internal static class AccountNews
{
    // A seller notices something at one account in two.
    private const double PerYear = 0.5;

    private static readonly (SignalKind Kind, string Note)[] Notices =
    [
        (SignalKind.Hiring, "Twelve places advertised on their own site, most of them in operations"), (SignalKind.Hiring, "Looking for a head of purchasing"),
        (SignalKind.Growing, "A third shift since spring"), (SignalKind.Growing, "Sales up by a fifth, says their yearly report"), (SignalKind.Funding, "A bank lends them for new equipment"),
        (SignalKind.NewLeader, "New managing director from the first of next quarter"), (SignalKind.NewLeader, "The finance director leaves; nobody named yet"), (SignalKind.Merger, "Bought by a larger group; purchasing moves there"),
        (SignalKind.Move, "A second site opens next year"), (SignalKind.Launch, "A new line shown at the trade fair"), (SignalKind.Rules, "Has to report its energy use from January"), (SignalKind.Trouble, "Short-time work at the main site"),
    ];

    private static readonly string?[] Sources = [null, "heard on the phone", "trade press", "at the fair"];

    public static IEnumerable<Entity> Of(CompanyPlan plan, IEnumerable<Account> accounts)
    {
        // A stream of its own: with or without news, everything else of the company is the same.
        var chance = new Chance(plan.Seed, -5);
        foreach (var account in accounts)
            for (var left = chance.Poisson(PerYear); left > 0; left--)
            {
                var ((kind, note), on) = (chance.One(Notices), plan.Until.AddDays(-chance.Between(1, 364)));
                yield return new Signal { Id = chance.Key(plan.Morning(on)), AccountId = account.Id, Kind = kind, On = on, Note = note, Source = chance.One(Sources) ?? account.Website, OwnerId = account.OwnerId };
            }
    }
}
