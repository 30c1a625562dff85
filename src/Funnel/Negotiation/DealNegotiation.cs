using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
namespace Coxswain.Funnel.Negotiation;

/// <summary>How a deal is being negotiated, as far as everybody who sees the deal may know.</summary>
[Tracked(Kinds.Negotiation)]
internal sealed class DealNegotiation : Entity, IOnTimeline
{
    public required Guid OpportunityId { get; init; }

    /// <summary>Whether they know that it is being negotiated; null is unknown.</summary>
    public bool? TheyKnow { get; set; }

    /// <summary>Whether whom we negotiate with may decide; null is unknown.</summary>
    public bool? HasAuthority { get; set; }

    /// <summary>The contact we negotiate with; null while nobody said, and after they were erased.</summary>
    public Guid? CounterpartId { get; set; }

    /// <summary>Since when.</summary>
    public DateOnly? Since { get; set; }

    /// <summary>What it costs before anything is granted, in minor units of <see cref="Currency"/>; null is unknown.</summary>
    public long? ListPrice { get; set; }
    public required string Currency { get; set; }

    /// <summary>What we say when they ask what it costs.</summary>
    public string? PriceAnswer { get; set; }

    public Guid? TimelineId => OpportunityId;
}

/// <summary>Whose figure it is.</summary>
public enum PriceSide { Theirs, Ours }

/// <summary>A figure that one side named.</summary>
[Tracked(Kinds.PriceAnchor)]
internal sealed class PriceAnchor : Entity, IOnTimeline, IRemovable
{
    public required Guid OpportunityId { get; init; }
    public required PriceSide Side { get; init; }

    /// <summary>Minor units of <see cref="Currency"/>.</summary>
    public required long Amount { get; init; }
    public required string Currency { get; init; }
    public required DateOnly On { get; init; }

    /// <summary>How whoever named it came to it.</summary>
    public string? Basis { get; set; }

    /// <summary>What it told us of their needs.</summary>
    public string? Learned { get; set; }
    public DateTime? RemovedAt { get; set; }

    public Guid? TimelineId => OpportunityId;
}

/// <summary>Something we could grant for something else; from a day on, granted.</summary>
[Tracked(Kinds.Concession)]
internal sealed class Concession : Entity, IOnTimeline, IRemovable
{
    public required Guid OpportunityId { get; init; }

    /// <summary>What we give.</summary>
    public required string Give { get; set; }

    /// <summary>What we get for it; null is nothing.</summary>
    public string? Get { get; set; }

    /// <summary>What it takes off the price, in minor units of <see cref="Currency"/>.</summary>
    public long? Amount { get; init; }

    /// <summary>Or the share of the price before it that it takes off, in percent.</summary>
    public double? Percent { get; init; }
    public required string Currency { get; init; }

    /// <summary>When it was granted; null while it is only thought of.</summary>
    public DateOnly? GrantedOn { get; set; }

    /// <summary>The stage of the deal on that day, or when it was noted.</summary>
    public required Guid StageId { get; set; }

    /// <summary>Why.</summary>
    public string? Because { get; set; }
    public DateTime? RemovedAt { get; set; }

    public Guid? TimelineId => OpportunityId;
}

/// <summary>A sign that a negotiation may fail, seen on a deal.</summary>
[Tracked(Kinds.SeenSign)]
internal sealed class SeenSign : Entity, IOnTimeline
{
    public required Guid OpportunityId { get; init; }

    /// <summary>One of <see cref="FailingSigns"/>, or <see cref="FailingSigns.Own"/>.</summary>
    public required string Sign { get; init; }

    /// <summary>What it is, where it is one of our own.</summary>
    public string? Text { get; init; }
    public required DateOnly On { get; init; }

    public Guid? TimelineId => OpportunityId;
}

/// <summary>
/// Where we walk away, said in advance and never changed: said again, it is another row. Its words are closed with a key that is not in the
/// database, and no history, search, file or message holds them; who may read them is asked in <see cref="WalkAways"/> alone.
/// </summary>
[Tracked(Kinds.WalkAway)]
internal sealed class WalkAway : Entity, IOnTimeline
{
    public required Guid OpportunityId { get; init; }

    [Derived]
    public string Closed { get; set; } = "";

    [PointsAt(Kind = "person")]
    public required Guid SaidById { get; init; }

    /// <summary>Whose it is: the deal's owner as it was said. It stays theirs, whoever the deal is given to.</summary>
    [PointsAt(Kind = "person")]
    public required Guid HeldById { get; init; }
    public required DateOnly SaidOn { get; init; }

    /// <summary>Those whom they answer to may read it too.</summary>
    public required bool ForLine { get; init; }

    public Guid? TimelineId => OpportunityId;
}
