using Coxswain.Customers.Accounts;
using Coxswain.Customers.Contacts;
using Coxswain.Customers.Maps;
using Coxswain.Demo.Inventing;
using Coxswain.Platform.Data;
namespace Coxswain.Demo.Writing;

/// <summary>Who is who at the invented company's larger customers: drawn by those who look after them, with holes as in life.</summary>
internal static class Maps
{
    private static readonly string[] Ranks = ["Managing director", "Owner", "Finance director", "Operations director", "Plant manager", "Head of purchasing", "IT lead", "Quality lead"];
    private static readonly string[] Unknown = ["Somebody in purchasing", "Head of finance", "Somebody in works council"];

    private static readonly (Stance Stance, string Shown)[] Seen =
    [
        (Stance.BacksUs, "Brought the plant manager along unasked"), (Stance.Supports, "Asked for the offer twice"), (Stance.Supports, "Shared their own figures"), (Stance.Neutral, "Listened, asked nothing"),
        (Stance.Doubts, "Wants to see it run elsewhere first"), (Stance.AgainstUs, "Praised the present supplier before all"),
    ];

    public static IEnumerable<Entity> Of(CompanyPlan plan, IEnumerable<Account> accounts, ILookup<Guid, Contact> contacts)
    {
        // A stream of its own, as of the news.
        var chance = new Chance(plan.Seed, -41);
        foreach (var account in accounts.Where(a => a.Class is not null && contacts[a.Id].Count() > 1))
        {
            var people = contacts[account.Id].OrderBy(c => Array.IndexOf(Ranks, c.Title)).ThenBy(c => c.Id).Select(c => Placed(plan, chance, account, c, null)).ToList();
            people.Add(Placed(plan, chance, account, null, chance.One(Unknown)));
            for (var i = 1; i < people.Count; i++) people[i].ReportsToId = people[chance.Of(0.7) ? 0 : i - 1].Id;
            foreach (var person in people) yield return person;
            if (people.Count < 4) continue;
            var day = plan.Until.AddDays(-chance.Between(5, 150));
            yield return new MapTie { Id = chance.Key(plan.Morning(day)), AccountId = account.Id, FromId = people[1].Id, ToId = people[2].Id, Kind = (TieKind)chance.Between(0, 2), Evidence = "Seen in the last meeting", AsOf = day, SaidById = account.OwnerId };
        }
    }

    private static MapPerson Placed(CompanyPlan plan, Chance chance, Account account, Contact? contact, string? role)
    {
        var day = plan.Until.AddDays(-chance.Between(5, 160));
        var ((stance, shown), judged) = (chance.One(Seen), contact is not null && chance.Of(0.75));
        return new MapPerson
        {
            Id = chance.Key(plan.Morning(day)), AccountId = account.Id, ContactId = contact?.Id, Placeholder = role, Influence = judged ? (Influence)chance.Between(0, 2) : null, Stance = judged ? stance : null, Evidence = judged ? shown : null,
            AsOf = judged ? day : null, SaidById = judged ? account.OwnerId : null,
        };
    }
}
