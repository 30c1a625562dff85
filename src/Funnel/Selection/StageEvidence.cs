using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
namespace Coxswain.Funnel.Selection;

/// <summary>What shows that a customer has taken the step of a stage: something they did or said, on a day.</summary>
[Tracked(Kinds.StageEvidence)]
internal sealed class StageEvidence : Entity, IOnTimeline
{
    public required Guid OpportunityId { get; init; }

    /// <summary>The stage whose step it shows.</summary>
    public required Guid StageId { get; init; }

    /// <summary>Which of its steps, where its process names several; null is the first.</summary>
    public Guid? StepId { get; init; }

    /// <summary>When they did or said it.</summary>
    public required DateOnly On { get; init; }
    public required string Text { get; set; }

    /// <summary>The step of the shared plan that the customer ticked; null where one of us noted it.</summary>
    public Guid? SharedStepId { get; init; }

    public Guid? TimelineId => OpportunityId;
}
