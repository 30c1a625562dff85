using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
namespace Coxswain.Funnel.Plans.Looks;

/// <summary>Somebody looked through the plan of a deal. How it felt before anything was shown, and after, are judgements of the plan like any other: here it says which.</summary>
[Tracked(Kinds.PlanLook)]
internal sealed class PlanLook : Entity, IOnTimeline, IRemovable
{
    public required Guid OpportunityId { get; init; }
    public required DateOnly On { get; init; }
    public required Guid SaidById { get; init; }

    /// <summary>The judgement of how it felt before; null where it is there no more.</summary>
    public Guid? BeforeId { get; init; }

    /// <summary>The judgement of how it felt after.</summary>
    public Guid? AfterId { get; init; }

    /// <summary>What came of it.</summary>
    [Personal]
    public string? Came { get; set; }

    /// <summary>When it is to be looked through again; null where nobody said.</summary>
    public DateOnly? NextOn { get; init; }
    public DateTime? RemovedAt { get; set; }

    public Guid? TimelineId => OpportunityId;
}

/// <summary>A look through a plan, as pages and the API show it.</summary>
public sealed record PlanLooked
{
    public required Guid Id { get; init; }
    public required DateOnly On { get; init; }
    public required string? By { get; init; }

    /// <summary>How it felt before anything was shown, from 1 alarmed to 9 certain; null is unknown.</summary>
    public required int? Before { get; init; }

    /// <summary>How it felt after.</summary>
    public required int? After { get; init; }

    /// <summary>What came of it.</summary>
    public required string? Came { get; init; }

    /// <summary>When it is to be looked through again; null where nobody said.</summary>
    public required DateOnly? NextOn { get; init; }

    /// <summary>How much better it feels after; null where one of both is unknown.</summary>
    public int? Difference => After - Before;
}
