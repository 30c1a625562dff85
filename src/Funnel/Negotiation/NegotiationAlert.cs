using Coxswain.Funnel.Opportunities;
using Coxswain.Platform.Data;
using Coxswain.Platform.Outside;
namespace Coxswain.Funnel.Negotiation;

/// <summary>What is read of a negotiation with the page of its deal.</summary>
/// <param name="IsBegun">Something was said, named, granted or seen.</param>
/// <param name="WalkAway">The latest point at which we walk away, closed, and whose it is.</param>
internal sealed record NegotiationBeside(bool IsBegun, (Guid Id, Guid Holder, string Closed)? WalkAway);

/// <summary>What of a negotiation the page of its deal says beside the rules: what rests on the walk-away point is no rule of everybody's.</summary>
/// <param name="IsCrossed">The deal stands below where we walk away. For whoever may read that only.</param>
/// <param name="IsBegun">Something was said or granted, or somebody said where we walk away.</param>
public sealed record NegotiationAlert(bool IsCrossed, bool IsBegun)
{
    /// <param name="db">Of whoever looks.</param>
    /// <param name="keeper">Opens what is closed.</param>
    /// <param name="deal">The deal.</param>
    /// <param name="beside">What was read with it.</param>
    internal static NegotiationAlert Of(AppDb db, PrivateKeeper keeper, OpportunityView deal, NegotiationBeside beside)
    {
        var crossed = deal is { End: StageEnd.Open, Minor: { } amount } && beside.WalkAway is var (id, holder, closed) && WalkAways.IsForViewer(db, deal.Id, holder)
            && WalkAways.Open(db, keeper, deal.Id, id, closed) is { Floor: { } floor } walk && walk.Currency == deal.Currency && amount < floor;
        return new(crossed, beside.IsBegun || beside.WalkAway is not null);
    }
}
