using Coxswain.Funnel.Processes;
using Coxswain.Funnel.Selection;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Opportunities;

/// <summary>The form that closes an opportunity.</summary>
internal static class ShowClosing
{
    public sealed record Input
    {
        public Guid Id { get; init; }
        public StageEnd? End { get; init; }
    }

    public static async Task<Outcome<Closing>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        if (await db.DealAsync(input.Id, ct) is not { } deal) return Outcome.Missing;
        var reasons = await db.Opportunities.Where(o => o.ClosedBecause != null && o.ClosedOn != null).OrderByDescending(o => o.ClosedOn).Take(200).Select(o => o.ClosedBecause!).Seen(db).ToListAsync(ct);
        var ways = await Ways.ReadAsync(db, ct);
        var unshown = deal.End is StageEnd.Open && ways.Stages.FirstOrDefault(s => s.End is StageEnd.Won && s.RetiredAt is null) is { } won ? (await Passage.OfAsync(db, deal.Id, deal.StageId, won, ways.Of(deal.Id, deal.ProcessId, deal.FollowsSince), ct)).Unshown : [];
        return new Closing(deal, input.End ?? StageEnd.Won, (await Standing.ReadAsync(db, clock, ct)).Today, [.. reasons.GroupBy(r => r).OrderByDescending(g => g.Count()).Take(8).Select(g => g.Key)], unshown);
    }
}

/// <summary>A deal about to be closed.</summary>
/// <param name="Deal">The deal.</param>
/// <param name="End">How it is to end.</param>
/// <param name="Today">The last day it can have ended on.</param>
/// <param name="Reasons">Reasons given for others, the most frequent first.</param>
/// <param name="Unshown">The customer's steps that a win would pass and nothing shows.</param>
public sealed record Closing(OpportunityView Deal, StageEnd End, DateOnly Today, IReadOnlyList<string> Reasons, IReadOnlyList<Gate> Unshown)
{
    /// <summary>It is not won until these are shown.</summary>
    public bool IsBinding => Unshown.Any(g => g.IsBinding);
}
