using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Opportunities;

/// <summary>Keeps the product that stands for a deal in figures: that of its largest line, with those about to be saved.</summary>
internal static class MainProduct
{
    public static async Task FollowAsync(AppDb db, Opportunity opportunity, CancellationToken ct)
    {
        await db.OpportunityLines.Where(l => l.OpportunityId == opportunity.Id).LoadAsync(ct);
        var lines = db.ChangeTracker.Entries<OpportunityLine>().Where(l => l.State is not EntityState.Deleted && l.Entity.OpportunityId == opportunity.Id).Select(l => l.Entity);
        opportunity.MainProductId = lines.OrderByDescending(l => (l.UnitPrice ?? 0) * l.Quantity).ThenBy(l => l.Id).FirstOrDefault()?.ProductId;
    }
}
