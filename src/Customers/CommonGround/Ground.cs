using Coxswain.Platform.Data;
namespace Coxswain.Customers.CommonGround;

/// <summary>What something personal is about. Health, belief, politics, sexuality and family have no kind: they are not kept.</summary>
public enum GroundKind { Sport, School, Place, Holiday, Food, Culture, Other }

/// <summary>Why we may keep it.</summary>
public enum GroundConsent { TheyAgreed, TheyMadeItPublic }

/// <summary>
/// Something personal a contact told, so that two people find what they share. No history is kept of it, nothing finds it, no list, export
/// or program gives it out, and only who may change the contact reads it.
/// </summary>
internal sealed class Ground : Entity
{
    public required Guid ContactId { get; init; }
    public required GroundKind Kind { get; init; }
    public required string Text { get; init; }

    /// <summary>Where we have it from.</summary>
    public required string Source { get; init; }
    public required GroundConsent Consent { get; init; }

    /// <summary>Since when we may keep it.</summary>
    public required DateOnly AgreedOn { get; init; }

    /// <summary>Who noted it.</summary>
    public required Guid PersonId { get; init; }
}

/// <summary>Something one of us likes or did, for nobody's eyes but their own, to be matched with what contacts told.</summary>
internal sealed class OwnInterest : Entity
{
    public required Guid PersonId { get; init; }
    public required string Text { get; init; }
}
