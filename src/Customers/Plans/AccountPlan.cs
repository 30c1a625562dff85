using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
namespace Coxswain.Customers.Plans;

/// <summary>What an account is planned for: the part of it where we can win, until when, and what both sides get. Whoever may change the account may change its plan.</summary>
[Tracked("account-plan")]
internal sealed class AccountPlan : Entity
{
    public required Guid AccountId { get; init; }

    /// <summary>The unit, region or line of theirs that is planned, rather than all of them.</summary>
    public string? Scope { get; set; }

    /// <summary>The last day the plan looks at.</summary>
    public DateOnly? Until { get; set; }

    /// <summary>Whom we serve there, what we bring, what both get: one paragraph.</summary>
    public string? Charter { get; set; }
}

/// <summary>What a line of a plan is.</summary>
public enum PlanKind { Trend, Need, Strength, Vulnerability, Goal, Focus, Stop, Rung, Revenue, Objective }

/// <summary>One line of a plan, with what shows it, who said so and of when.</summary>
[Tracked("plan-item")]
internal sealed class PlanItem : Entity, IRemovable
{
    public required Guid AccountId { get; init; }
    public required PlanKind Kind { get; init; }

    /// <summary>What it says; on the ladder whom it is about, nothing for us.</summary>
    public string? Text { get; set; }

    /// <summary>What shows it.</summary>
    public string? Evidence { get; set; }

    /// <summary>The day it was said or looked at again.</summary>
    public required DateOnly AsOf { get; set; }
    public required Guid SaidById { get; set; }

    /// <summary>What it comes from: of a need the trend, of a goal the need.</summary>
    public Guid? FromId { get; set; }

    /// <summary>The strength of ours that helps.</summary>
    public Guid? StrengthId { get; set; }

    /// <summary>Who of the relationship map would say so.</summary>
    public Guid? PlayerId { get; set; }

    /// <summary>By when.</summary>
    public DateOnly? On { get; set; }

    /// <summary>Of the ladder, 1 to 5: where the customer sees them now.</summary>
    public int? Rung { get; set; }

    /// <summary>Of the ladder: where we want to be seen.</summary>
    public int? Target { get; set; }
    public int? Year { get; set; }

    /// <summary>In minor units of <see cref="Currency"/>.</summary>
    public long? Amount { get; set; }
    public string? Currency { get; set; }

    /// <summary>The deal that serves an objective: a record of the module above.</summary>
    public Guid? OpportunityId { get; set; }
    public DateTime? RemovedAt { get; set; }
}

/// <summary>That a plan was looked at together, and how it stood then: a version to compare with.</summary>
[Tracked("plan-review")]
internal sealed class PlanReview : Entity
{
    public required Guid AccountId { get; init; }
    public required DateOnly HeldOn { get; init; }

    /// <summary>The customer was there.</summary>
    public required bool WithCustomer { get; init; }

    /// <summary>What was learned.</summary>
    public string? Note { get; init; }

    /// <summary>The plan as it stood, as JSON: names of people are not in it, only who stood where on the map.</summary>
    public required string Snapshot { get; init; }
    public required Guid SaidById { get; init; }
}
