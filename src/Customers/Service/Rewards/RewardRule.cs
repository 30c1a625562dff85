using Coxswain.Platform.Data;
namespace Coxswain.Customers.Service.Rewards;

/// <summary>What rewards are for.</summary>
public enum RewardAim { Knowledge, Care, Deals }

/// <summary>What earns points: always something that was done or seen, never how many there should be.</summary>
public enum RewardFact { KnowledgeShown, GoodRating, BehaviourShown, TipTaken, TipWon }

/// <summary>Points for a kind of fact from a day on. Another number of points is another rule; what was earned by this one stays as it was.</summary>
[Tracked("reward-rule")]
internal sealed class RewardRule : Entity
{
    public required RewardFact Fact { get; init; }
    public required int Points { get; init; }
    public required DateOnly From { get; init; }

    /// <summary>The first day it is no longer in force; null while it is.</summary>
    public DateOnly? Until { get; set; }

    /// <summary>Why it is so, for those who earn by it.</summary>
    public string? Because { get; init; }

    public bool IsInForce(DateOnly on) => From <= on && (Until is null || on < Until);
}

/// <summary>Points of a month that were paid.</summary>
[Tracked("reward-payout")]
internal sealed class RewardPayout : Entity
{
    public required Guid PersonId { get; init; }

    /// <summary>The first day of the last month that is in it.</summary>
    public required DateOnly Month { get; init; }
    public required int Points { get; init; }

    /// <summary>In minor units; null where points pay nothing.</summary>
    public long? Amount { get; init; }
    public required string Currency { get; init; }
    public required DateOnly PaidOn { get; init; }
    public required Guid SaidById { get; init; }
}

/// <summary>A line of what was paid, as it stood then.</summary>
internal sealed class RewardLine : Entity
{
    public required Guid PayoutId { get; init; }
    public required Guid PersonId { get; init; }
    public required RewardFact Fact { get; init; }

    /// <summary>The case, tip or observation.</summary>
    [Platform.Data.PointsAt(StaysBecause = "it says what was paid for")]
    public required Guid FactId { get; init; }
    public required Guid RuleId { get; init; }
    public required DateOnly On { get; init; }
    public required int Points { get; init; }
}
