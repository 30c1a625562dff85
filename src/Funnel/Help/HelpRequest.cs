using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
namespace Coxswain.Funnel.Help;

/// <summary>What is asked for: somebody who knows, somebody who lends a hand, or a rescue while a customer waits.</summary>
public enum HelpKind { Expert, Hand, Rescue }

/// <summary>How a request stands.</summary>
public enum HelpState { Waiting, Accepted, Refused, Done }

/// <summary>Why a request was refused.</summary>
public enum HelpRefusal { Closing, Overtime, NotOurs, CustomerComes, Other }

/// <summary>What came of the help.</summary>
public enum HelpEffect { Decided, Helped, Nothing }

/// <summary>Help that somebody asks of a person, a department or everybody, mostly for a customer; who refused it and why, who helped, and what it cost and brought.</summary>
[Tracked(Kinds.HelpRequest)]
internal sealed class HelpRequest : Entity, IOwned, IBegan, IOnTimeline, IRemovable
{
    /// <summary>Who asks.</summary>
    public required Guid OwnerId { get; set; }
    public required HelpKind Kind { get; init; }

    /// <summary>What is needed, in words that whoever is asked may read.</summary>
    public required string What { get; set; }

    /// <summary>For which deal, if for one.</summary>
    public Guid? OpportunityId { get; init; }

    /// <summary>For which customer; that of the deal where there is one.</summary>
    public Guid? AccountId { get; init; }
    public DateOnly? NeededOn { get; init; }

    /// <summary>Minutes to closing when it was asked; null is unknown.</summary>
    public int? Minutes { get; init; }

    /// <summary>Minutes on the road between whoever can help and the customer; null is unknown.</summary>
    public int? Away { get; init; }

    /// <summary>The same in rush hour.</summary>
    public int? AwayInRush { get; init; }

    [PointsAt(Kind = "person")]
    public Guid? ToPersonId { get; set; }

    [PointsAt(Kind = "team")]
    public Guid? ToTeamId { get; init; }

    /// <summary>The department that was asked, as it was then: that of the person, or the team itself.</summary>
    [PointsAt(Kind = "team")]
    public Guid? DepartmentId { get; init; }

    /// <summary>Anybody may step in: at once at a rescue, else where it was refused.</summary>
    public required bool Anybody { get; init; }
    public required HelpState State { get; set; }
    public required DateTime AskedAt { get; init; }

    [PointsAt(Kind = "person")]
    public Guid? RefusedById { get; set; }
    public DateTime? RefusedAt { get; set; }
    public HelpRefusal? Refusal { get; set; }

    /// <summary>Why it was refused, in words.</summary>
    public string? Because { get; set; }

    [PointsAt(Kind = "person")]
    public Guid? HelperId { get; set; }

    /// <summary>When it had somebody.</summary>
    public DateTime? AllocatedAt { get; set; }

    /// <summary>Somebody else than the asked took it.</summary>
    public bool IsRescued { get; set; }

    /// <summary>When whoever helped was free again.</summary>
    public DateTime? ReleasedAt { get; set; }

    /// <summary>What came of it; null is unknown, and likewise the next three.</summary>
    public HelpEffect? Effect { get; set; }
    public string? EffectSaid { get; set; }

    /// <summary>Minutes it took.</summary>
    public int? Spent { get; set; }

    /// <summary>Minor units of <see cref="Currency"/>.</summary>
    public long? Cost { get; set; }
    public required string Currency { get; init; }

    /// <summary>The matter between departments it is an instance of, where a leader says so.</summary>
    public Guid? TurfCaseId { get; set; }
    public DateTime? RemovedAt { get; set; }

    public DateTime? BeganAt => AskedAt;

    public Guid? TimelineId => OpportunityId;

    /// <summary>Somebody takes it.</summary>
    public void Take(Guid who, bool wasAsked, DateTime now) => (State, HelperId, AllocatedAt, IsRescued) = (HelpState.Accepted, who, now, !wasAsked);

    /// <summary>Whoever was asked cannot, and says why.</summary>
    public void Refuse(Guid who, HelpRefusal why, string? because, DateTime now) => (State, RefusedById, RefusedAt, Refusal, Because) = (HelpState.Refused, who, now, why, because);
}

/// <summary>When somebody can be asked.</summary>
public enum HelpFree { Now, AskFirst, NotNow }

/// <summary>What one of us helps with, as they say themselves.</summary>
[Tracked(Kinds.Expertise)]
internal sealed class Expertise : Entity, IOwned, IRemovable
{
    public required Guid OwnerId { get; init; }
    public required string Topic { get; set; }
    public required HelpFree Free { get; set; }

    /// <summary>Not before this day.</summary>
    public DateOnly? FreeFrom { get; set; }
    public DateTime? RemovedAt { get; set; }

    [Derived]
    public string FoldedTopic { get => Folding.Fold(Topic); private set { } }
}
