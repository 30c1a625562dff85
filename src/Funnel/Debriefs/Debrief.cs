using Coxswain.Customers.Maps;
using Coxswain.Funnel.Plans;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
namespace Coxswain.Funnel.Debriefs;

/// <summary>What the customer agreed to do next: the best that was planned, the least, something else, or nothing.</summary>
public enum StepGot { Best, Least, Other, Nothing }

/// <summary>What became of what we think they picture: they said it is so, they put it in other words, or it did not come up.</summary>
public enum PictureHeard { Confirmed, Corrected, NotRaised }

/// <summary>How a meeting about a deal went, told after it.</summary>
[Tracked(Kinds.Debrief)]
internal sealed class Debrief : Entity, IOnTimeline, IRemovable
{
    public required Guid OpportunityId { get; init; }

    /// <summary>What was planned for it; null for a meeting nobody planned.</summary>
    public Guid? MeetingPlanId { get; init; }

    /// <summary>The day of the meeting.</summary>
    public required DateOnly On { get; init; }

    /// <summary>The day it was told.</summary>
    public required DateOnly ToldOn { get; init; }

    [PointsAt(Kind = "person")]
    public required Guid ToldById { get; init; }
    public required StepGot Step { get; init; }

    /// <summary>What became of their picture; null is unknown: nobody said whether it came up.</summary>
    public PictureHeard? Picture { get; init; }

    /// <summary>What they said or did that matters.</summary>
    [Personal]
    public string? Heard { get; set; }
    public DateTime? RemovedAt { get; set; }

    public Guid? TimelineId => OpportunityId;
}

/// <summary>What a debrief would change: a judgement of the plan, the customer's next step, an issue of theirs, that one is confirmed, or somebody who has a part in the deal.</summary>
public enum ChangeKind { Judgement, Step, Issue, Confirmed, Person }

/// <summary>What became of a change a debrief proposes.</summary>
public enum ChangeAnswer { Taken, Left }

/// <summary>One change that a debrief proposes. It changes nothing until somebody takes it.</summary>
[Tracked(Kinds.DebriefChange)]
internal sealed class DebriefChange : Entity, IOnTimeline, IRemovable
{
    public required Guid DebriefId { get; init; }
    public required Guid OpportunityId { get; init; }
    public required ChangeKind Kind { get; init; }

    /// <summary>Of a judgement: what is judged, of whom and how.</summary>
    public PlanField? Field { get; init; }
    public Guid? MapPersonId { get; init; }
    public int? Value { get; init; }

    /// <summary>Which issue is confirmed, and by which contact.</summary>
    public Guid? DealIssueId { get; init; }

    /// <summary>Who confirmed it, or who came up.</summary>
    public Guid? ContactId { get; init; }

    /// <summary>Of somebody who came up: what they do in the deal.</summary>
    public DealPart? Part { get; init; }

    /// <summary>What shows a judgement, the step they take, what they want solved, or the role of somebody nobody knows yet.</summary>
    [Personal]
    public string? Text { get; set; }

    /// <summary>By when a step is to be taken.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>Null while nobody answered.</summary>
    public ChangeAnswer? Answer { get; set; }

    [PointsAt(Kind = "person")]
    public Guid? AnsweredById { get; set; }
    public DateTime? RemovedAt { get; set; }

    // The debrief is the sentence of the timeline; what became of each change is read with it.
    public Guid? TimelineId => null;
}
