namespace Coxswain.Insight.Diagnosis;

public enum Ending { Open, Won, Lost, NoDecision }

/// <summary>A stage that a deal left, onward or for good.</summary>
public readonly record struct StageExit(string Stage, bool Onward);

/// <summary>
/// One deal as the brief reads it. What is not known is null and is counted as unknown, never taken for 0 or No; an unknown
/// product, segment or source is a group of its own. Amounts are in one currency; an amount of 0 or less is unknown.
/// </summary>
/// <param name="Peers">Those the person is compared with (a role or team); with fewer than five of them, everyone.</param>
public sealed record BriefDeal(
    string Person, string? Peers, string? Product, string? Segment, string? Source,
    Ending Ending, double? Amount, DateOnly? Opened, DateOnly? Closed)
{
    /// <summary>The stages this deal left, in order, where known.</summary>
    public IReadOnlyList<StageExit> Exits { get; init; } = [];
}

/// <summary>
/// Deals decided, opened or at work from `From` to `To`, both included, with nothing known that happened after `AsOf`.
/// </summary>
public readonly record struct BriefWindow(DateOnly From, DateOnly To, DateOnly AsOf)
{
    public static BriefWindow UpTo(DateOnly asOf, DateOnly from) => new(from, asOf, asOf);

    internal DateOnly End => To < AsOf ? To : AsOf;
}
