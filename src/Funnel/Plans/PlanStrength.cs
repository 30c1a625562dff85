using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
namespace Coxswain.Funnel.Plans;

/// <summary>Where a strength shows.</summary>
public enum StrengthKind { WhatWeSell, HowWeSell }

/// <summary>A strength that counts in one deal: it sets us apart, matters to somebody there, and is proven.</summary>
[Tracked(Kinds.PlanStrength)]
internal sealed class PlanStrength : Entity, IOnTimeline, IStaysForPast
{
    public required Guid OpportunityId { get; init; }
    public required StrengthKind Kind { get; init; }
    public required string Text { get; init; }

    /// <summary>To whom of the map it matters.</summary>
    public Guid? MapPersonId { get; init; }

    /// <summary>Why it matters to them.</summary>
    [Personal]
    public string? SoWhat { get; init; }

    /// <summary>The warning it takes away, by its code; null where nobody said.</summary>
    public string? AimsAt { get; init; }

    /// <summary>What proves it.</summary>
    public string? Proof { get; init; }
    public required DateOnly On { get; init; }
    public required Guid SaidById { get; init; }
    public DateTime? RemovedAt { get; set; }

    public Guid? TimelineId => OpportunityId;
}
