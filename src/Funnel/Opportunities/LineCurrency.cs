using Coxswain.Platform.Data;
using Coxswain.Platform.Money;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Opportunities;

/// <summary>Keeps the prices on deals the numbers people read, where the currency of a deal is about to be another.</summary>
internal static class LineCurrency
{
    public static async Task FollowAsync(AppDb db, IEnumerable<Opportunity> deals, CancellationToken ct)
    {
        var restated = deals.Select(d => db.Entry(d)).Where(e => e.State is EntityState.Modified).Select(e => (e.Entity.Id, Currency: e.Property(d => d.Currency)))
            .Where(d => d.Currency.OriginalValue != d.Currency.CurrentValue).ToDictionary(d => d.Id, d => (From: d.Currency.OriginalValue, To: d.Currency.CurrentValue));
        if (restated.Count == 0) return;
        var ids = restated.Keys.ToList();
        foreach (var line in await db.OpportunityLines.Where(l => ids.Contains(l.OpportunityId)).ToListAsync(ct))
            line.UnitPrice = Minor.Restate(line.UnitPrice, restated[line.OpportunityId].From, restated[line.OpportunityId].To);
    }
}
