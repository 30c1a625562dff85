using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
namespace Coxswain.Funnel.Plans;

/// <summary>What is to be won in a deal: one thing, so much of it, where and by when. Each change is a version of its own; the latest counts.</summary>
[Tracked(Kinds.DealObjective)]
internal sealed class DealObjective : Entity, IOnTimeline
{
    public required Guid OpportunityId { get; init; }

    /// <summary>Which product or service.</summary>
    public required string What { get; init; }

    /// <summary>How many; null where it is said in money, or not at all.</summary>
    public int? Quantity { get; init; }

    /// <summary>In minor units of <see cref="Currency"/>.</summary>
    public long? Amount { get; init; }
    public required string Currency { get; init; }

    /// <summary>For which part of theirs.</summary>
    public string? Place { get; init; }

    /// <summary>By when.</summary>
    public required DateOnly On { get; init; }

    /// <summary>All of it in one sentence.</summary>
    public string? Statement { get; init; }

    /// <summary>Why it was changed.</summary>
    public string? Because { get; init; }
    /// <summary>The day it was said.</summary>
    public required DateOnly SaidOn { get; init; }
    public required Guid SaidById { get; init; }

    public Guid? TimelineId => OpportunityId;
}
