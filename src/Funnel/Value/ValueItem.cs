using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
namespace Coxswain.Funnel.Value;

/// <summary>Something we offer in a deal, beside how much of it they need. What they do not need counts nothing.</summary>
[Tracked(Kinds.ValueItem)]
internal sealed class ValueItem : Entity, IOnTimeline, IRemovable
{
    public required Guid OpportunityId { get; init; }

    /// <summary>What we can do for them.</summary>
    public required string Capability { get; set; }

    /// <summary>How much of it we offer, in <see cref="Unit"/>; null is unknown.</summary>
    public double? Offered { get; set; }

    /// <summary>How much of it they need; null is unknown, 0 is nothing.</summary>
    public double? Needed { get; set; }
    public string? Unit { get; set; }

    /// <summary>The contact who needs it; null is whoever buys, and so it is after they were erased.</summary>
    public Guid? ForId { get; set; }

    /// <summary>Whether they can get it elsewhere; null is unknown.</summary>
    public bool? IsElsewhere { get; set; }

    /// <summary>What that which they need of it is worth to them, in minor units of <see cref="Currency"/>; null is unknown.</summary>
    public long? Worth { get; set; }
    public required string Currency { get; set; }

    /// <summary>What proves it.</summary>
    public Guid? ProofId { get; set; }
    public DateTime? RemovedAt { get; set; }

    public Guid? TimelineId => OpportunityId;
}

/// <summary>Whether a customer lets us use what we did for them.</summary>
public enum ProofPermission { No, Asked, Yes }

/// <summary>Something that was shown to work at a customer.</summary>
[Tracked(Kinds.Proof)]
internal sealed class Proof : Entity, IRemovable
{
    /// <summary>What it proves, in the words all its customers share.</summary>
    public required string Claim { get; set; }

    /// <summary>The account it was shown at; null where it is none of ours.</summary>
    public Guid? AccountId { get; set; }

    /// <summary>Who it was, where it is no account here.</summary>
    public string? Customer { get; set; }

    /// <summary>What was measured.</summary>
    public required string Measure { get; set; }
    public string? Before { get; set; }
    public string? After { get; set; }

    /// <summary>What it saved them, in minor units of <see cref="Currency"/>; null is unknown.</summary>
    public long? Saving { get; set; }
    public required string Currency { get; set; }
    public required ProofPermission Permission { get; set; }

    /// <summary>The last day we may use it; null is without an end.</summary>
    public DateOnly? PermittedUntil { get; set; }
    public DateTime? RemovedAt { get; set; }

    [Derived]
    public string FoldedClaim { get => Folding.Fold(Claim); private set { } }
}
