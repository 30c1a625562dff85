using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
namespace Coxswain.Customers.Maps;

/// <summary>How much a person's word weighs at the account.</summary>
public enum Influence { Little, Some, Much }

/// <summary>How a person stands to us, as what they say and do shows.</summary>
public enum Stance { BacksUs, Supports, Neutral, Doubts, AgainstUs }

/// <summary>
/// A person on an account's relationship map, or a role there of which nobody is known yet. What is judged of them says what it rests on,
/// who said so and when. Whoever may change the account may change its map.
/// </summary>
[Tracked("map-person")]
internal sealed class MapPerson : Entity, IStaysForPast
{
    public required Guid AccountId { get; init; }

    /// <summary>Null while nobody knows who it is.</summary>
    public Guid? ContactId { get; set; }

    /// <summary>What they do, where nobody knows who it is: somebody in purchasing.</summary>
    public string? Placeholder { get; set; }

    /// <summary>Several who decide with one voice, a board or a committee: it is known who that is, though no contact.</summary>
    public bool IsBody { get; set; }

    /// <summary>The body of the same map they sit in.</summary>
    public Guid? SitsInId { get; set; }

    /// <summary>The day it was said that they do.</summary>
    public DateOnly? SeatedOn { get; set; }

    /// <summary>One of us who stands on it, since they guide us there.</summary>
    [PointsAt(Kind = "person")]
    public Guid? ColleagueId { get; set; }

    /// <summary>They work elsewhere and help from there: not somebody who has left.</summary>
    public bool IsOutside { get; set; }

    /// <summary>Whom of the map they report to.</summary>
    public Guid? ReportsToId { get; set; }

    /// <summary>Null is unknown, as of every judgement.</summary>
    public Influence? Influence { get; set; }
    public Stance? Stance { get; set; }

    /// <summary>What they said or did that shows it.</summary>
    [Personal]
    public string? Evidence { get; set; }

    /// <summary>The day the judgement is of.</summary>
    public DateOnly? AsOf { get; set; }

    /// <summary>Who judged.</summary>
    public Guid? SaidById { get; set; }

    /// <summary>Where somebody put it in the picture; null where it stands as drawn.</summary>
    public int? X { get; set; }
    public int? Y { get; set; }
    public DateTime? RemovedAt { get; set; }
}
