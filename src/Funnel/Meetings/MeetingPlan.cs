using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
namespace Coxswain.Funnel.Meetings;

/// <summary>How those of us who go agreed who says what.</summary>
public enum Agreed { Together, InWriting }

/// <summary>Where those who come trust us from: what we did for them, somebody they trust, what they heard of us; or they do not yet.</summary>
public enum Credibility { Earned, Transferred, Reputational, None }

/// <summary>What we want from a meeting about a deal, before it.</summary>
[Tracked(Kinds.MeetingPlan)]
internal sealed class MeetingPlan : Entity, IOnTimeline, IRemovable
{
    public required Guid OpportunityId { get; init; }
    public required DateOnly On { get; set; }

    /// <summary>When it begins, where it is held; null where nobody said.</summary>
    public TimeOnly? StartsAt { get; set; }
    public string? Place { get; set; }

    /// <summary>Why they would give us the time, in their words.</summary>
    public required string Reason { get; set; }

    /// <summary>When the reason was sent to them; null while nobody said that it was.</summary>
    public DateOnly? AgendaSentOn { get; set; }

    /// <summary>What they picture a solution to do for them; null is unknown.</summary>
    [Personal]
    public string? Concept { get; set; }

    /// <summary>What we bring that they have not thought of.</summary>
    public string? Perspective { get; set; }

    /// <summary>The best next step we could get from them.</summary>
    public string? Best { get; set; }

    /// <summary>By when they would do it.</summary>
    public DateOnly? BestBy { get; set; }

    /// <summary>The least, below which it is not worth going on.</summary>
    public string? Least { get; set; }
    public DateOnly? LeastBy { get; set; }

    /// <summary>What was to be won when the meeting was planned; null where nobody had said it.</summary>
    // No foreign key: a plan that is taken back with its import stays as one taken off, and what was to be won goes.
    [PointsAt(Kind = Kinds.DealObjective, StaysBecause = "it is what was to be won then")]
    public Guid? ObjectiveId { get; init; }

    /// <summary>How ours stands with those who come; null is unknown.</summary>
    public Credibility? Credibility { get; set; }

    /// <summary>Who lends us their trust, or what shows it.</summary>
    [Personal]
    public string? CredibilityNote { get; set; }

    /// <summary>When we agreed who says what; null while we did not.</summary>
    public DateOnly? AgreedOn { get; set; }
    public Agreed? AgreedHow { get; set; }
    public DateTime? RemovedAt { get; set; }

    public Guid? TimelineId => OpportunityId;
}

/// <summary>What a line of a meeting plan is: what one of us says, a question by its type, something we give, who of theirs comes and what matters to them, or who of us comes.</summary>
public enum MeetingLineKind { Says, Confirm, New, Attitude, Commitment, Concern, Gives, They, We }

/// <summary>Why a planned question has no answer.</summary>
public enum Unanswered { Asked, NotAsked }

/// <summary>A line of a meeting plan.</summary>
[Tracked(Kinds.MeetingLine)]
internal sealed class MeetingLine : Entity, IOnTimeline, IRemovable
{
    public required Guid MeetingPlanId { get; init; }
    public required Guid OpportunityId { get; init; }
    public required MeetingLineKind Kind { get; init; }

    /// <summary>Who of us; null while nobody is named.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>What they want solved that it answers.</summary>
    public Guid? DealIssueId { get; init; }

    /// <summary>Who of theirs comes; null where nobody of the account is named, and once they are erased.</summary>
    public Guid? ContactId { get; set; }

    /// <summary>What it says; empty where somebody comes and no more is said of them.</summary>
    [Personal]
    public required string Text { get; set; }

    /// <summary>Of what we give: why it matters to them.</summary>
    [Personal]
    public string? SoWhat { get; set; }

    /// <summary>Of what we give: what shows it; of one of the library, its words as they stood.</summary>
    public string? Proof { get; set; }

    /// <summary>Which of the library that is.</summary>
    public Guid? ProofId { get; set; }

    /// <summary>Of a question: what they said; null where nobody knows and where there is no answer.</summary>
    [Personal]
    public string? Answer { get; set; }

    /// <summary>Of a question: why there is no answer; null where there is one and where nobody knows yet.</summary>
    public Unanswered? Unanswered { get; set; }
    public DateTime? RemovedAt { get; set; }

    public Guid? TimelineId => OpportunityId;
}
