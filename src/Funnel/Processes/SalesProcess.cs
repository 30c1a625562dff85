using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
namespace Coxswain.Funnel.Processes;

/// <summary>How deals of a segment are won: which of the organisation's stages they go through, and what the customer does in each.</summary>
[Tracked(Kinds.Process)]
internal sealed class SalesProcess : Entity, IPlaced
{
    public required string Name { get; set; }

    /// <summary>Of two that take a deal, the earlier does.</summary>
    public required int Position { get; set; }

    /// <summary>The process of every deal that follows no other.</summary>
    public required bool IsStandard { get; init; }

    /// <summary>New deals from this amount on follow it, in minor units of the organisation's currency; null asks for none.</summary>
    public long? FromAmount { get; set; }

    /// <summary>New deals with accounts of this industry follow it; null asks for none.</summary>
    public string? Industry { get; set; }

    /// <summary>Since when no new deal follows it.</summary>
    public DateTime? RetiredAt { get; set; }

    [Derived]
    public string FoldedName { get => Folding.Fold(Name); private set { } }
}

/// <summary>Something the customer does before a deal of a process leaves a stage, or that this process does not go through that stage.</summary>
[Tracked(Kinds.ProcessStep)]
internal sealed class ProcessStep : Entity, IPlaced, IOnTimeline
{
    public required Guid ProcessId { get; init; }
    public required Guid StageId { get; init; }
    public required int Position { get; set; }

    /// <summary>What they do; null where the process does not go through the stage.</summary>
    public string? Act { get; init; }

    /// <summary>No deal goes on without it.</summary>
    public required bool IsBinding { get; init; }

    /// <summary>The edition that brought it.</summary>
    public required int From { get; init; }

    /// <summary>The last edition that has it; null while it stays.</summary>
    public int? To { get; set; }

    /// <summary>The step this one says anew, or that of another process which it was taken from: what showed that shows this.</summary>
    [PointsAt(Kind = "process-step")]
    public Guid? FollowsId { get; init; }

    /// <summary>It asks what its stage asked by itself: what was noted of the stage shows this step, wherever it stands among others.</summary>
    [Derived]
    public bool IsOfStage { get; init; }

    public Guid? TimelineId => ProcessId;
}

/// <summary>A version of a process, from the day it was put into force.</summary>
[Tracked(Kinds.ProcessEdition)]
internal sealed class ProcessEdition : Entity, IOnTimeline
{
    public required Guid ProcessId { get; init; }

    /// <summary>1, 2, 3 …</summary>
    public required int Number { get; init; }
    public required DateTime InForceAt { get; init; }

    /// <summary>Deals that were running then go on by it; otherwise they stay on theirs.</summary>
    public required bool TakesRunning { get; init; }

    /// <summary>What was learned that led to it.</summary>
    public string? Because { get; init; }
    public required Guid SaidById { get; init; }

    public Guid? TimelineId => ProcessId;
}
