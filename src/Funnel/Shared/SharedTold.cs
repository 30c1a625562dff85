using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Shared;

/// <summary>What a customer did on the plan shared with them, for the owner of the deal to read.</summary>
/// <param name="DealId">The deal.</param>
/// <param name="Deal">What that is called.</param>
/// <param name="Latest">The latest of it.</param>
/// <param name="More">What else is unread.</param>
public sealed record SharedTold(Guid DealId, string Deal, SharedSayingView Latest, int More)
{
    private const int Most = 50, MostDeals = 10;

    internal static async Task<IReadOnlyList<SharedTold>> ReadAsync(AppDb db, CancellationToken ct)
    {
        var mine = db.Opportunities.Where(o => o.OwnerId == db.Viewer.PersonId);
        var unread = await db.SharedSayings.AsNoTracking().Where(s => s.SeenAt == null).Join(mine, s => s.OpportunityId, o => o.Id, (s, o) => new { Saying = s, o.Name }).OrderByDescending(s => s.Saying.At).ThenByDescending(s => s.Saying.Id).Take(Most).ToListAsync(ct);
        return [.. unread.GroupBy(u => u.Saying.OpportunityId).Take(MostDeals).Select(g => new SharedTold(g.Key, g.First().Name, Of(g.First().Saying), g.Count() - 1))];
    }

    private static SharedSayingView Of(SharedSaying s) => new() { Id = s.Id, StepId = s.SharedStepId, Did = s.Did, What = s.What, Name = s.Name, Text = s.Text, ProposedOn = s.ProposedOn, At = s.At };
}
