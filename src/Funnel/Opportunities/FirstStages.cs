using Coxswain.Customers;
using Coxswain.Customers.Connection;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Opportunities;

/// <summary>Where the deals of an account stood when we were first in touch about them, in one statement.</summary>
internal sealed class FirstStages : IFirstStages
{
    public async Task<IReadOnlyList<FirstStage>> OfAsync(AppDb db, Guid accountId, CancellationToken ct)
    {
        if (!db.Viewer.May(Permission.SeeFunnel)) return [];
        var (touches, states) = (db.Touches(), db.BelievedStates);
        var first = db.Opportunities.Where(o => o.AccountId == accountId).Select(o => new { o.Id, At = touches.Where(t => t.AboutId == o.Id).Min(t => (DateTime?)t.OccurredAt) }).Where(o => o.At != null);
        // A touch before the deal was opened counts for its first stage. A stage left the moment it was entered came before the one it was left for.
        var stages = first.Select(o => states.Where(s => s.OpportunityId == o.Id && (s.To == null || s.To > o.At)).OrderBy(s => s.From).ThenBy(s => s.To == null).Select(s => s.StageId).FirstOrDefault());
        var counts = await stages.Where(s => s != null).GroupBy(s => s).Select(g => new { g.Key, Deals = g.Count() }).Join(db.Stages, g => g.Key, s => s.Id, (g, s) => new { s.Name, s.Position, g.Deals }).ToListAsync(ct);
        return [.. counts.OrderBy(c => c.Position).Select(c => new FirstStage(c.Name, c.Deals))];
    }
}
