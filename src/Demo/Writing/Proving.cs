using Coxswain.Customers;
using Coxswain.Demo.Inventing;
using Coxswain.Funnel;
using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Value;
using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Demo.Writing;

/// <summary>What the invented company's customers proved, with their leave or without, and what its largest deals are worth to whoever buys.</summary>
internal static class Proving
{
    private const int Deals = 30;

    private static readonly (string Claim, string Measure, string Before, string After, long? Saving, int Customers)[] Claims =
    [
        ("The gate no longer waits", "Hours a truck stands at the gate", "2.1", "0.7", 180_000_00, 4), ("Orders are handled in three quarters of the time", "Minutes for an order", "40", "30", 95_000_00, 3), ("Half the weeks to the first delivery", "Weeks from order to delivery", "14", "7", 500_000_00, 2), ("No shift runs without a plan", "Nights without a planner in a month", "9", "0", null, 1),
    ];

    private static readonly string[] Outside = ["Kraków Cold Store", "Réseau Lyonnais", "Ōmi Logistics", "Port of Bergen", "Almería Frío"];
    private static readonly (string What, double Offered, double Needed, string Unit, bool? Elsewhere, double Worth)[] Items =
    [
        ("Pallets planned", 100_000, 45_000, "a month", true, 0.4), ("Slots that plan themselves", 12, 12, "gates", false, 0.5), ("People of ours on site for the first month", 3, 5, "people", false, 0.15), ("The link to their scales", 4, 4, "scales", null, 0.1), ("A second language on the screens", 6, 0, "languages", true, 0.05),
    ];

    public static async Task PlantAsync(AppDb db, CompanyPlan plan, CancellationToken ct)
    {
        // A stream of its own, as of the news.
        var chance = new Chance(plan.Seed, -72);
        var won = await db.Rows<Opportunity>().AsNoTracking().Where(o => o.End == StageEnd.Won && o.AccountId != null && o.Amount != null).OrderByDescending(o => o.Amount).ThenBy(o => o.Id).Take(40).Select(o => o.AccountId!.Value).ToListAsync(ct);
        var (customers, proofs) = (new Queue<Guid>(won.Distinct()), new List<Proof>());
        foreach (var claim in Claims)
            for (var i = 0; i < claim.Customers; i++)
            {
                var account = i > 0 && customers.Count > 0 ? customers.Dequeue() : (Guid?)null;
                proofs.Add(new Proof
                {
                    Id = chance.Key(plan.Morning(plan.Until.AddDays(-chance.Between(20, 300)))), Claim = claim.Claim, AccountId = account, Customer = account is null ? chance.One(Outside) : null, Measure = claim.Measure, Before = claim.Before, After = claim.After, Saving = claim.Saving, Currency = DemoCompany.Currency,
                    Permission = i == 1 ? ProofPermission.Asked : claim.Customers == 1 ? ProofPermission.No : ProofPermission.Yes, PermittedUntil = i == 2 ? plan.Until.AddDays(-10) : i == 0 ? plan.Until.AddYears(1) : null,
                });
            }
        await db.InsertManyAsync(proofs.ToArray(), ct, asItHappened: true);
        var usable = proofs.Where(p => p.Permission is ProofPermission.Yes && !(p.PermittedUntil < plan.Until)).ToList();
        var deals = await db.Rows<Opportunity>().AsNoTracking().Where(o => o.End == StageEnd.Open && o.Amount != null && o.OpenedOn < plan.Until).OrderByDescending(o => o.Amount).ThenBy(o => o.Id).Take(Deals).ToListAsync(ct);
        var accounts = deals.Select(o => o.AccountId).ToList();
        var contacts = (await db.ContactRows().Where(c => accounts.Contains(c.AccountId)).Select(c => new { c.Id, c.AccountId }).OrderBy(c => c.Id).ToListAsync(ct)).ToLookup(c => c.AccountId, c => c.Id);
        var items = new List<ValueItem>();
        foreach (var deal in deals)
            foreach (var item in chance.Shuffled(Items).Take(chance.Between(2, 4)))
                items.Add(new ValueItem
                {
                    Id = chance.Key(plan.Morning(deal.OpenedOn!.Value)), OpportunityId = deal.Id, Capability = item.What, Offered = item.Offered, Needed = chance.Of(0.85) ? item.Needed : null, Unit = item.Unit, IsElsewhere = item.Elsewhere,
                    Worth = chance.Of(0.75) ? (long)(deal.Amount!.Value * item.Worth * 1.3) / 100_00 * 100_00 : null, Currency = deal.Currency, ForId = contacts[deal.AccountId].Any() && chance.Of(0.6) ? chance.One(contacts[deal.AccountId].ToList()) : null, ProofId = chance.Of(0.5) ? chance.One(usable).Id : null,
                });
        await db.InsertManyAsync(items.ToArray(), ct, asItHappened: true);
    }
}
