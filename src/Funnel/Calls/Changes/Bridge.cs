namespace Coxswain.Funnel.Calls.Changes;

/// <summary>Why a number is another than it was.</summary>
public enum ChangeReason { New, PulledIn, CameOver, Reopened, AmountUp, AmountDown, Category, Won, PushedOut, HandedOver, Lost, NoDecision, Rate }

/// <summary>A deal at one of two moments, by what it counts for.</summary>
/// <param name="OwnerIsIn">Its owner belongs to the line looked at.</param>
/// <param name="End">Open, or how it ended.</param>
/// <param name="IsInPeriod">Its day lies in the period.</param>
/// <param name="Place">Where it stands; says nothing of one that was lost or given up.</param>
/// <param name="Amount">Minor units of the organisation's currency at the rate of that moment; 0 where it is unknown.</param>
/// <param name="Before">The same at the rate of the other moment, so that what a rate did is told apart from what somebody changed.</param>
internal sealed record Standpoint(bool OwnerIsIn, StageEnd End, bool IsInPeriod, Place Place, long Amount, long Before)
{
    public bool Counts => OwnerIsIn && IsInPeriod && Place is not Place.Omitted && (End is StageEnd.Open or StageEnd.Won);
}

/// <summary>What one deal did to the number.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Place">Where.</param>
/// <param name="Amount">How much, with its sign.</param>
internal readonly record struct Step(ChangeReason Reason, Place Place, long Amount);

/// <summary>Takes a number apart into what changed it between two moments. What stood then and all steps together are what stands now, in every place and to the last cent.</summary>
internal static class Bridge
{
    /// <param name="then">Null where the deal was not there yet.</param>
    /// <param name="now">Null where it is not there any more.</param>
    public static IEnumerable<Step> Of(Standpoint? then, Standpoint? now) => (then is { Counts: true }, now is { Counts: true }) switch
    {
        (false, true) => [new Step(Arrival(then, now!), now!.Place, now.Amount)],
        (true, false) => [new Step(Leaving(now), then!.Place, -then.Amount)],
        (true, true) => Stayed(then!, now!).Where(s => s.Amount != 0 || s.Reason is ChangeReason.Won or ChangeReason.Category),
        _ => [],
    };

    private static ChangeReason Arrival(Standpoint? then, Standpoint now) => then switch
    {
        null => ChangeReason.New,
        { OwnerIsIn: false } => ChangeReason.CameOver,
        { End: not StageEnd.Open } when now.End is StageEnd.Open => ChangeReason.Reopened,
        { IsInPeriod: false } => ChangeReason.PulledIn,
        { End: not StageEnd.Open } => ChangeReason.Reopened,
        _ => ChangeReason.Category,
    };

    private static ChangeReason Leaving(Standpoint? now) => now switch
    {
        null or { OwnerIsIn: false } => ChangeReason.HandedOver,
        { End: StageEnd.Lost } => ChangeReason.Lost,
        { End: StageEnd.NoDecision } => ChangeReason.NoDecision,
        { IsInPeriod: false } => ChangeReason.PushedOut,
        _ => ChangeReason.Category,
    };

    // First what somebody changed at the old rate, then what the rate did, then the move from place to place with what it is worth now.
    private static IEnumerable<Step> Stayed(Standpoint then, Standpoint now)
    {
        yield return new Step(now.Before > then.Amount ? ChangeReason.AmountUp : ChangeReason.AmountDown, then.Place, now.Before - then.Amount);
        yield return new Step(ChangeReason.Rate, then.Place, now.Amount - now.Before);
        if (then.Place == now.Place) yield break;
        var reason = now.End is StageEnd.Won ? ChangeReason.Won : then.End is StageEnd.Won ? ChangeReason.Reopened : ChangeReason.Category;
        yield return new Step(reason, then.Place, -now.Amount);
        yield return new Step(reason, now.Place, now.Amount);
    }
}
