using Coxswain.Customers.Activities;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Opportunities;

/// <summary>Shows all that happened on a deal, narrowed to a sort and to words, back to the beginning.</summary>
internal static class ShowDealTimeline
{
    public static async Task<Outcome<TimelineView>> Do(TimelineInput input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        if (await db.DealAsync(input.Id, ct) is not { } deal) return Outcome.Missing;
        var standing = await Standing.ReadAsync(db, clock, ct);
        return TimelineView.Of(input, deal.Name, $"/opportunities/{deal.Id}", await input.ReadAsync(part => DealTimeline.ReadAsync(db, deal, part, standing.Day, ct)), TimelineView.WithoutFiles);
    }
}
