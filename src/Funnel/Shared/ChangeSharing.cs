using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Platform.Http;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Shared;

/// <summary>Shows whether sellers may share plans with customers, and how many links are open.</summary>
internal static class ShowSharing
{
    public static async Task<Outcome<SharingView>> Do(AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var tenant = await db.Rows<Tenant>().AsNoTracking().SingleAsync(t => t.Id == db.Viewer.TenantId, ct);
        var (today, deals) = (Standing.Of(tenant, clock.GetUtcNow().UtcDateTime).Today, db.Rows<Opportunities.Opportunity>());
        return new SharingView(tenant.SharesPlans, await db.SharedLinks.CountAsync(l => l.EndedAt == null && l.Until >= today && deals.Any(o => o.Id == l.OpportunityId), ct));
    }
}

/// <summary>Lets sellers share plans with customers, or stops it: then no link opens anything, until it is let again.</summary>
internal static class ChangeSharing
{
    public sealed record Input
    {
        /// <summary>Sellers may open shared plans to customers by links.</summary>
        public bool IsOn { get; init; }
    }

    public static async Task<Outcome<SharingView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var tenant = await db.Rows<Tenant>().SingleAsync(t => t.Id == db.Viewer.TenantId, ct);
        if (tenant.SharesPlans != input.IsOn)
        {
            tenant.SharesPlans = input.IsOn;
            db.Happened("organisation", Guid.Empty, new SharingChanged(input.IsOn));
            await db.SaveChangesAsync(ct);
        }
        return (await ShowSharing.Do(db, clock, ct)).Saying(input.IsOn ? T("Sellers may share plans with customers.") : T("No link to a plan opens anything any more."));
    }
}

/// <summary>Whether plans are shared with customers.</summary>
/// <param name="IsOn">Sellers may open shared plans to customers by links.</param>
/// <param name="Open">Links that were not ended and whose day is not over.</param>
public sealed record SharingView(bool IsOn, int Open);

/// <summary>Plans may be shared with customers, or no more.</summary>
internal sealed record SharingChanged(bool IsOn) : News("organisation.sharing");
