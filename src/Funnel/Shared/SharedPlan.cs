using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
namespace Coxswain.Funnel.Shared;

/// <summary>Who does a step.</summary>
public enum SharedSide { Theirs, Ours }

/// <summary>What somebody at the customer did on the page a link leads to.</summary>
public enum SharedAct { Done, NotDone, Said, OtherDay }

/// <summary>What customer and seller want to reach together in a deal. Nothing of it goes out but by a link.</summary>
[Tracked(Kinds.SharedPlan)]
internal sealed class SharedPlan : Entity, IOnTimeline
{
    public required Guid OpportunityId { get; init; }

    /// <summary>What they want, in their words.</summary>
    public string? Aim { get; set; }

    /// <summary>The day they want it to work; null is unknown.</summary>
    public DateOnly? WantedOn { get; set; }

    public Guid? TimelineId => OpportunityId;
}

/// <summary>A step that one side takes.</summary>
[Tracked(Kinds.SharedStep)]
internal sealed class SharedStep : Entity, IOnTimeline, IRemovable
{
    public required Guid OpportunityId { get; init; }
    public required string Title { get; set; }
    public required SharedSide Side { get; set; }

    /// <summary>Who takes it, as written.</summary>
    [Personal]
    public string? Who { get; set; }

    /// <summary>Who takes it, where they are a contact; then their name stands instead of what is written.</summary>
    public Guid? ForId { get; set; }
    public DateOnly? DueOn { get; set; }

    /// <summary>The stage of ours that it ends, where it is a step of the customer's process.</summary>
    public Guid? StageId { get; set; }

    /// <summary>Which step of that stage, where the process names several.</summary>
    public Guid? GateStepId { get; set; }

    /// <summary>The agreed next step that it is: done when that is, for as long as there is one.</summary>
    [PointsAt(Kind = "task")]
    public Guid? TaskId { get; set; }
    public DateOnly? DoneOn { get; set; }

    /// <summary>The name they gave who ticked it; null where one of us said that it is done.</summary>
    [Personal]
    public string? DoneBy { get; set; }

    /// <summary>The customer ticked it.</summary>
    public bool IsDoneByThem { get; set; }
    public DateTime? RemovedAt { get; set; }

    public Guid? TimelineId => OpportunityId;
}

/// <summary>Something that was done on the page a link leads to, under the name they gave. They are only added.</summary>
[Tracked(Kinds.SharedSaying)]
internal sealed class SharedSaying : Entity, IOnTimeline
{
    public required Guid OpportunityId { get; init; }
    public required Guid SharedStepId { get; init; }
    public required SharedAct Did { get; init; }

    /// <summary>What the step was called then.</summary>
    public required string What { get; set; }

    [Personal]
    public required string Name { get; set; }

    [Personal]
    public string? Text { get; set; }

    /// <summary>The other day they propose.</summary>
    public DateOnly? ProposedOn { get; init; }
    public required DateTime At { get; init; }

    /// <summary>When the owner of the deal said that they have read it.</summary>
    [Derived]
    public DateTime? SeenAt { get; set; }

    public Guid? TimelineId => OpportunityId;
}

/// <summary>A link that leads somebody without an account to the shared plan of one deal.</summary>
[Tracked(Kinds.SharedLink)]
internal sealed class SharedLink : Entity, IOnTimeline
{
    public required Guid OpportunityId { get; init; }

    /// <summary>What is found by: a piece of the hash, too short to tell anything of the rest.</summary>
    [Derived]
    public required int Shelf { get; init; }

    /// <summary>Of the secret in the link, which is kept nowhere.</summary>
    [Derived]
    public required byte[] SecretHash { get; init; }

    [PointsAt(Kind = "person")]
    public required Guid MadeById { get; init; }

    /// <summary>The last day it opens anything.</summary>
    public required DateOnly Until { get; init; }

    /// <summary>Since when it opens nothing any more, before that day.</summary>
    public DateTime? EndedAt { get; set; }

    public Guid? TimelineId => OpportunityId;
}

/// <summary>How often a link was opened on a day: no more is kept of it, and nothing of who.</summary>
internal sealed class SharedOpening : Entity
{
    public required Guid SharedLinkId { get; init; }
    public required DateOnly On { get; init; }
    public required int Times { get; set; }
}
