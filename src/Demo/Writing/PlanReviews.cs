using Coxswain.Customers.Maps;
using Coxswain.Customers.Plans;
using Coxswain.Demo.Inventing;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
namespace Coxswain.Demo.Writing;

/// <summary>Plans that were looked at together, with the customer or without, and changed a little by it: what stands now is compared with the version that was kept.</summary>
internal static class PlanReviews
{
    private const int Held = 3;

    public static async Task HoldAsync(IServiceProvider services, CompanyPlan plan, Viewer who, CancellationToken ct) => await services.AsAsync(who, async (own, db) =>
    {
        var (deals, clock) = (own.GetServices<IDealsOnMap>(), own.GetRequiredService<TimeProvider>());
        var accounts = await db.Rows<AccountPlan>().OrderBy(p => p.Id).Select(p => p.AccountId).Take(Held).ToListAsync(ct);
        foreach (var (account, nth) in accounts.Select((account, nth) => (account, nth)))
        {
            (await HoldReview.Do(new() { Id = account, WithCustomer = nth == 0, Note = nth == 0 ? "Their operations director drew the order of sites" : "Looked at within the team" }, db, deals, clock, ct)).Must("hold a review of a plan");
            db.Add(new PlanItem { AccountId = account, Kind = PlanKind.Need, Text = "Know by noon what arrives in the evening", Evidence = "Came up in the review", AsOf = plan.Until, SaidById = who.PersonId });
            await db.SaveChangesAsync(ct);
        }
    });
}
