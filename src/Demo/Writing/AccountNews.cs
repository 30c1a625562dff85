using Coxswain.Customers.Accounts;
using Coxswain.Customers.Desk;
using Coxswain.Customers.Signals;
using Coxswain.Demo.Inventing;
using Coxswain.Platform.Data;
namespace Coxswain.Demo.Writing;

/// <summary>What sellers of the invented company noticed at their accounts in the last year, and what they were told is on the desk there.</summary>
internal static class AccountNews
{
    // A seller notices something at one account in two.
    private const double PerYear = 0.5, Asked = 0.4;

    private static readonly (SignalKind Kind, string Note)[] Notices =
    [
        (SignalKind.Hiring, "Twelve places advertised on their own site, most of them in operations"), (SignalKind.Hiring, "Looking for a head of purchasing"),
        (SignalKind.Growing, "A third shift since spring"), (SignalKind.Growing, "Sales up by a fifth, says their yearly report"), (SignalKind.Funding, "A bank lends them for new equipment"),
        (SignalKind.NewLeader, "New managing director from the first of next quarter"), (SignalKind.NewLeader, "The finance director leaves; nobody named yet"), (SignalKind.Merger, "Bought by a larger group; purchasing moves there"),
        (SignalKind.Move, "A second site opens next year"), (SignalKind.Launch, "A new line shown at the trade fair"), (SignalKind.Rules, "Has to report its energy use from January"), (SignalKind.Trouble, "Short-time work at the main site"),
    ];

    private static readonly (string Agenda, string Problem, string Help)[] Desks =
    [
        ("The second site has to run by spring", "Nobody knows yet who plans it", "Show how two others opened theirs"), ("Ten per cent less cost in operations", "Every department was asked to name its own", "Count what the old line costs them a week"),
        ("The audit in the autumn", "Records are kept in three places", "One list of what the auditor asks for"), ("Keeping people in the third shift", "Half of them leave within a year", "Less heavy work at the end of the line"),
        ("Delivery in two days, not five", "Stock is counted by hand", "A trial in one warehouse"), ("A new system for the whole group", "Two plants do not want it", "Talk to the plant managers first"),
    ];

    private static readonly string?[] Sources = [null, "heard on the phone", "trade press", "at the fair"];

    public static IEnumerable<Entity> Of(CompanyPlan plan, IEnumerable<Account> accounts)
    {
        // A stream of its own: with or without news, everything else of the company is the same.
        var chance = new Chance(plan.Seed, -5);
        foreach (var account in accounts)
        {
            for (var left = chance.Poisson(PerYear); left > 0; left--)
            {
                var ((kind, note), on) = (chance.One(Notices), plan.Until.AddDays(-chance.Between(1, 364)));
                yield return new Signal { Id = chance.Key(plan.Morning(on)), AccountId = account.Id, Kind = kind, On = on, Note = note, Source = chance.One(Sources) ?? account.Website, OwnerId = account.OwnerId };
            }
            if (!chance.Of(Asked)) continue;
            var ((agenda, problem, help), asked) = (chance.One(Desks), plan.Until.AddDays(-chance.Between(1, 180)));
            yield return new DeskNote { Id = chance.Key(plan.Morning(asked)), AccountId = account.Id, Agenda = agenda, Problem = problem, Help = help, AskedOn = asked, Difference = asked.DayNumber % 3 == 0 ? null : 1 + asked.DayNumber % 5, OwnerId = account.OwnerId };
        }
    }
}
