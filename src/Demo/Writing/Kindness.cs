using Coxswain.Customers.Accounts;
using Coxswain.Customers.CommonGround;
using Coxswain.Customers.Contacts;
using Coxswain.Customers.Favours;
using Coxswain.Demo.Inventing;
using Coxswain.Platform.Data;
namespace Coxswain.Demo.Writing;

/// <summary>What the invented company's sellers share with their contacts, and what they gave before they asked.</summary>
internal static class Kindness
{
    private const double Known = 0.08, Given = 0.15;

    private static readonly (GroundKind Kind, string Text)[] Told =
    [
        (GroundKind.Sport, "Sails on weekends"), (GroundKind.Sport, "Plays golf on Fridays"), (GroundKind.Sport, "Runs the harbour marathon"), (GroundKind.Place, "Comes from Tromsø"), (GroundKind.Holiday, "Cycles in the Dolomites each June"),
        (GroundKind.Food, "Bakes sourdough bread"), (GroundKind.Culture, "Sings in a chamber choir"), (GroundKind.School, "Studied engineering in Delft"), (GroundKind.Other, "Restores old radios"),
    ];

    private static readonly (FavourKind Kind, string What)[] Gifts =
    [
        (FavourKind.Lead, "A forwarder who looks for a supplier like them"), (FavourKind.Knowledge, "The new packaging rules on one page"), (FavourKind.Knowledge, "How two others laid out their second site"), (FavourKind.Help, "Lent them a planner for a day"),
    ];

    private static readonly string[] Own = ["Sailing", "Golf", "Baking bread", "Cycling in the mountains", "Choir", "Old radios"];

    public static IEnumerable<Entity> Of(CompanyPlan plan, IReadOnlyCollection<Account> accounts, ILookup<Guid, Contact> contacts)
    {
        // A stream of its own, as of the news.
        var chance = new Chance(plan.Seed, -9);
        foreach (var owner in accounts.Select(a => a.OwnerId).Distinct())
            yield return new OwnInterest { Id = chance.Key(plan.Morning(plan.Began)), PersonId = owner, Text = chance.One(Own) };
        foreach (var account in accounts)
        {
            foreach (var contact in contacts[account.Id].Where(_ => chance.Of(Known)))
            {
                var ((kind, text), on) = (chance.One(Told), plan.Until.AddDays(-chance.Between(5, 300)));
                yield return new Ground { Id = chance.Key(plan.Morning(on)), ContactId = contact.Id, Kind = kind, Text = text, Source = "told at lunch", Consent = GroundConsent.TheyAgreed, AgreedOn = on, PersonId = account.OwnerId };
            }
            if (!chance.Of(Given)) continue;
            var ((what, gift), day) = (chance.One(Gifts), plan.Until.AddDays(-chance.Between(5, 300)));
            yield return new Favour
            {
                Id = chance.Key(plan.Morning(day)), AccountId = account.Id, ContactId = contacts[account.Id].Select(c => (Guid?)c.Id).FirstOrDefault(), Kind = what, What = gift, On = day, OwnerId = account.OwnerId,
                Result = chance.Of(0.4) ? null : (FavourResult)chance.Between(0, 2),
            };
        }
    }
}
