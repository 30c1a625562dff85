using Coxswain.Customers.Leads;
using Coxswain.Demo.Inventing;
using Coxswain.People.Persons;
using Coxswain.Platform.Data;
namespace Coxswain.Demo.Writing;

/// <summary>Who asked of the invented company lately and is no customer yet.</summary>
internal static class Callers
{
    private const double PerSeller = 4;

    private static readonly string[] Houses = ["Alster Bakery", "Brahe Pumps", "Cinder Glass", "Donau Fittings", "Ebro Seeds", "Fossa Marble", "Glomma Paper", "Hestia Homes", "Inn Valley Cheese", "Jade Optics", "Kalmar Boats", "Loire Vines"];
    private static readonly string[] Needs = ["Asks what a first site would cost", "Wants to see it with their own numbers", "Their present supplier stops in the spring", "Read about the trial in the trade press", "Looks for somebody to plan their yard", "Wants a call before the holidays"];
    private static readonly string[] Sources = ["Fair", "Web page", "Recommendation", "Call"];
    private static readonly string[] Titles = ["Plant manager", "Owner", "Head of purchasing", "Operations director"];

    public static IEnumerable<Entity> Of(CompanyPlan plan, IEnumerable<Person> sellers, PeopleNames names)
    {
        // A stream of its own, as of the news.
        var chance = new Chance(plan.Seed, -8);
        foreach (var seller in sellers.Where(s => s.IsHere))
            for (var left = chance.Poisson(PerSeller); left > 0; left--)
            {
                var (house, came) = (chance.One(Houses), plan.Until.AddDays(-chance.Between(1, 60)));
                var status = chance.Of(0.5) ? LeadStatus.New : chance.Of(0.6) ? LeadStatus.Working : LeadStatus.Closed;
                yield return new Lead
                {
                    Id = chance.Key(plan.Morning(came)), Name = names.Any(chance), OwnerId = seller.Id, Company = house, Title = chance.Of(0.6) ? chance.One(Titles) : null, Email = chance.Of(0.8) ? $"office{chance.Between(1, 99)}@{house.ToLowerInvariant().Replace(' ', '-')}.example" : null,
                    Source = chance.One(Sources), Need = chance.One(Needs), CameOn = came, Status = status, End = status is LeadStatus.Closed ? (LeadEnd)chance.Between(0, 5) : null,
                };
            }
    }
}
