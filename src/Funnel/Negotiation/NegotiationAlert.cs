using Coxswain.Funnel.Opportunities;
using Coxswain.Platform.Data;
using Coxswain.Platform.Outside;
namespace Coxswain.Funnel.Negotiation;

/// <summary>What is read of a negotiation with the page of its deal.</summary>
/// <param name="Granted">What took something off the price, in the order it was granted.</param>
/// <param name="WalkAway">The latest point at which we walk away, closed.</param>
internal sealed record NegotiationBeside(IReadOnlyList<GrantedLine> Granted, (Guid Id, string Closed)? WalkAway);

/// <summary>Something that took something off the price, and in which stage.</summary>
internal sealed record GrantedLine(Guid StageId, string Give, DateOnly On);

/// <summary>What of a negotiation needs a look, on the page of the deal.</summary>
/// <param name="Late">The latest that was granted in the last stage; null where nothing was.</param>
/// <param name="IsCrossed">The deal stands below where we walk away. For whoever may read that only.</param>
/// <param name="IsBegun">Something was granted, or somebody said where we walk away.</param>
public sealed record NegotiationAlert(string? Late, bool IsCrossed, bool IsBegun)
{
    /// <param name="db">Of whoever looks.</param>
    /// <param name="keeper">Opens what is closed.</param>
    /// <param name="deal">The deal.</param>
    /// <param name="beside">What was read with it.</param>
    /// <param name="open">The open stages of its way.</param>
    internal static NegotiationAlert Of(AppDb db, PrivateKeeper keeper, OpportunityView deal, NegotiationBeside beside, IReadOnlyList<Guid> open)
    {
        var late = deal.End is StageEnd.Open ? beside.Granted.LastOrDefault(g => open.Count > 0 && g.StageId == open[^1])?.Give : null;
        var crossed = deal is { End: StageEnd.Open, Minor: { } amount } && beside.WalkAway is var (id, closed) && WalkAways.IsForViewer(db, deal.Id, deal.OwnerId)
            && WalkAways.Open(db, keeper, deal.Id, id, closed) is { Floor: { } floor } walk && walk.Currency == deal.Currency && amount < floor;
        return new(late, crossed, beside.Granted.Count > 0 || beside.WalkAway is not null);
    }
}
