using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
namespace Coxswain.Funnel.Selection;

/// <summary>How a deal moved otherwise than by the customer's next step.</summary>
public enum MoveKind
{
    /// <summary>It went on though nothing shows a step of theirs.</summary>
    Unshown,

    /// <summary>It passed over stages.</summary>
    Skipped,

    /// <summary>It went back to an earlier stage.</summary>
    Back,
}

/// <summary>What is said of a move that the customer's steps do not explain. It stays with the deal, whatever is shown later.</summary>
[Tracked(Kinds.MoveNote)]
internal sealed class MoveNote : Entity, IOnTimeline
{
    public required Guid OpportunityId { get; init; }
    public required Guid FromStageId { get; init; }
    public required Guid ToStageId { get; init; }
    public required MoveKind Kind { get; init; }

    /// <summary>The steps nothing showed, or the stages passed over, as they were called then.</summary>
    public string? Without { get; init; }

    /// <summary>Why, in the words of who moved it; null where another system only said so, and where nobody had to.</summary>
    public string? Reason { get; init; }

    /// <summary>Another system said where it stands.</summary>
    public required bool IsStated { get; init; }
    public required DateOnly On { get; init; }
    public required Guid SaidById { get; init; }

    public Guid? TimelineId => OpportunityId;
}
