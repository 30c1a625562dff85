using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
namespace Coxswain.Funnel.Pursuit;

/// <summary>What is said of a deal before one decides whether to go for it.</summary>
public enum PursuitField
{
    /// <summary>Where they are in buying: 1 not looking, 2 looking, 3 comparing, 4 deciding.</summary>
    Status,

    /// <summary>How much interest they show: 1 none, 2 little, 3 some, 4 much.</summary>
    Interest,

    /// <summary>How likely the seller says it is, of 100.</summary>
    Chance,

    /// <summary>Hours that went into it beside the talks that are noted, as stated.</summary>
    Hours,
}

/// <summary>Whether one goes for a deal.</summary>
public enum PursuitChoice { Pursue, Watch, Leave }

/// <summary>Something said of a deal, of a day and by somebody. They are only added; the latest of a field counts.</summary>
[Tracked(Kinds.PursuitSaying)]
internal sealed class PursuitSaying : Entity, IOnTimeline
{
    public required Guid OpportunityId { get; init; }
    public required PursuitField Field { get; init; }

    /// <summary>Null says that nobody knows it.</summary>
    public int? Value { get; init; }

    /// <summary>What they did or said that shows it.</summary>
    [Personal]
    public string? Evidence { get; set; }

    /// <summary>The day it is of.</summary>
    public required DateOnly On { get; init; }
    public required Guid SaidById { get; init; }

    public Guid? TimelineId => Field is PursuitField.Status or PursuitField.Interest ? OpportunityId : null;
}

/// <summary>That somebody decided to go for a deal, to watch it or to leave it, with the figures it was decided on. They are only added; the latest counts.</summary>
[Tracked(Kinds.PursuitDecision)]
internal sealed class PursuitDecision : Entity, IOnTimeline
{
    public required Guid OpportunityId { get; init; }
    public required PursuitChoice Choice { get; init; }

    [Personal]
    public required string Reason { get; set; }

    /// <summary>When one stops, in words: what has to have happened by the day to look again.</summary>
    [Personal]
    public string? StopRule { get; set; }

    /// <summary>The day to look again; null for one that is left.</summary>
    public DateOnly? AgainOn { get; init; }
    public required DateOnly On { get; init; }
    public required Guid SaidById { get; init; }

    /// <summary>What was advised then.</summary>
    public required PursuitChoice Advised { get; init; }

    /// <summary>The rule that advised it.</summary>
    public required string AdvisedBy { get; init; }

    /// <summary>Of 100; null while there was no profile.</summary>
    public int? FitScore { get; init; }
    public int? FitUnknown { get; init; }
    public int? FitEdition { get; init; }
    public int? Status { get; init; }
    public int? Interest { get; init; }
    public int? Chance { get; init; }

    /// <summary>Of four.</summary>
    public required int RolesKnown { get; init; }
    public required int Talks { get; init; }

    /// <summary>Minutes of talks that are noted.</summary>
    public required int Minutes { get; init; }

    /// <summary>Hours beside them, as stated.</summary>
    public int? Hours { get; init; }

    /// <summary>Null where nobody knows when it began.</summary>
    public int? DaysOpen { get; init; }

    public Guid? TimelineId => OpportunityId;
}
