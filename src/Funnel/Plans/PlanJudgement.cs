using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
namespace Coxswain.Funnel.Plans;

/// <summary>What is judged in the plan of a deal. Of a person what they do in it, of an alternative how likely it is, of the deal how it feels.</summary>
public enum PlanField
{
    /// <summary>The plan is begun.</summary>
    Begun,

    /// <summary>How much their word weighs in this decision: 1 little, 2 some, 3 much.</summary>
    Influence,

    /// <summary>What they want with it: 1 grow, 2 fix something, 3 content, 4 sees no need.</summary>
    Receptiveness,

    /// <summary>What they picture it does for them.</summary>
    Concept,

    /// <summary>What of ours serves them.</summary>
    Serves,

    /// <summary>What it brings to their work: measurable, and shared with others.</summary>
    Result,

    /// <summary>What they gain from it themselves.</summary>
    Gain,

    /// <summary>How they stand to this proposal today: −5 to 5, without 0.</summary>
    Stance,

    /// <summary>Who of us looks after them.</summary>
    CoveredBy,

    /// <summary>What an alternative is, in particular.</summary>
    What,

    /// <summary>How likely an alternative is: 1 unlikely, 2 possible, 3 most likely if not us.</summary>
    Likelihood,

    /// <summary>How they see us beside an alternative: 1 behind, 2 one of several, 3 preferred, 4 the only one left.</summary>
    Seen,

    /// <summary>Our answer to an alternative.</summary>
    Answer,

    /// <summary>How it feels, from 1 alarmed to 9 certain.</summary>
    Feeling,

    /// <summary>How urgent it is for them: 1 urgent, 2 active, 3 to be worked in, 4 later.</summary>
    Urgency,

    /// <summary>How careful they are with risk, from 1 to 5.</summary>
    Risk,

    /// <summary>How much finance drives their decision, from 1 to 5.</summary>
    Finance,

    /// <summary>Of a guide: whether their own people listen to them, 1 yes, 2 no.</summary>
    Listened,

    /// <summary>Of a guide: whether they trust us, 1 yes, 2 no.</summary>
    Trusts,

    /// <summary>Of a guide: whether they want us to win, 1 yes, 2 no.</summary>
    WantsUs,

    /// <summary>A warning is not shown any more (1), or again (0); the text says why.</summary>
    Muted,
}

/// <summary>How somebody knows what they judged.</summary>
public enum PlanGround { TheySaid, OthersSaid, Inferred }

/// <summary>
/// One judgement in the plan of a deal, of a day and by somebody. They are only added, so several people judge at once without a lock; the
/// latest of a subject and a field counts, and any day before can be read again.
/// </summary>
[Tracked(Kinds.PlanJudgement)]
internal sealed class PlanJudgement : Entity, IOnTimeline, IStaysForPast
{
    public required Guid OpportunityId { get; init; }

    /// <summary>About whom of the map; null for an alternative and for the deal.</summary>
    public Guid? MapPersonId { get; init; }

    /// <summary>About which alternative or warning, by its code.</summary>
    public string? Topic { get; set; }
    public required PlanField Field { get; init; }

    /// <summary>Null says that nobody knows it, or that the text is all.</summary>
    public int? Value { get; init; }

    /// <summary>What they said or did that shows it, or what it is.</summary>
    [Personal]
    public string? Text { get; set; }

    /// <summary>Who of us, where it is about one of us.</summary>
    [PointsAt(Kind = "person")]
    public Guid? WhoId { get; init; }
    public PlanGround? Ground { get; init; }

    /// <summary>The day it is of.</summary>
    public required DateOnly On { get; init; }
    public required Guid SaidById { get; init; }
    public DateTime? RemovedAt { get; set; }

    // What else is judged is read in the plan: there would be little else in what happened.
    public Guid? TimelineId => Field is PlanField.Begun or PlanField.Stance or PlanField.Receptiveness or PlanField.Muted ? OpportunityId : null;
}
