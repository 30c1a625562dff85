using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Reviews;
using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Pursuit;

/// <summary>How long the organisation's own deals took. Null with fewer than ten of which both days are known.</summary>
/// <param name="WonHalf">Days in which half of the won deals were won.</param>
/// <param name="WonMost">Days in which nine in ten were.</param>
/// <param name="Won">Won deals both rest on.</param>
/// <param name="LostHalf">Days in which half of those that were lost or not decided, without being left, had ended.</param>
/// <param name="Lost">Deals that rests on.</param>
public sealed record OwnTimes(int? WonHalf, int? WonMost, int Won, int? LostHalf, int Lost)
{
    /// <summary>Fewer deals than these say nothing.</summary>
    public const int Least = Stays.Least;

    /// <summary>Why an open deal takes long beside own won ones; null where it does not, or too little is known.</summary>
    internal string? Slow(OpportunityView deal, DateOnly today) => deal.End is StageEnd.Open && deal.OpenedOn is { } opened ? new StallRule(WonMost, Won) { Half = WonHalf }.Slow(opened, today) : null;

    private const int Looked = 600;

    internal static async Task<OwnTimes> ReadAsync(AppDb db, CancellationToken ct)
    {
        var won = await StallRule.ReadAsync(db, ct);
        // Those that were left would hide what leaving saves.
        var left = db.PursuitDecisions.Where(d => d.Choice == PursuitChoice.Leave).Select(d => d.OpportunityId);
        var lost = await db.Kept.ReadAsync(db, "days to a loss", async () => (await db.Rows<Opportunity>().Where(o => (o.End == StageEnd.Lost || o.End == StageEnd.NoDecision) && o.OpenedOn != null && o.ClosedOn != null && !left.Contains(o.Id)).OrderByDescending(o => o.ClosedOn).ThenByDescending(o => o.Id).Take(Looked).Select(o => new { o.OpenedOn, o.ClosedOn }).ToListAsync(ct))
            .Select(o => o.ClosedOn!.Value.DayNumber - o.OpenedOn!.Value.DayNumber).ToList());
        return new(won.Half, won.Days, won.N, lost.Count < Least ? null : StallRule.HalfOf(lost), lost.Count);
    }
}
