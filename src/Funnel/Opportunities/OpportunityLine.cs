using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
namespace Coxswain.Funnel.Opportunities;

/// <summary>So many of a product at a price, on an opportunity.</summary>
[Tracked(Kinds.OpportunityLine)]
internal sealed class OpportunityLine : Entity, IOnTimeline
{
    public required Guid OpportunityId { get; init; }
    public required Guid ProductId { get; set; }
    public required int Quantity { get; set; }

    /// <summary>Minor units of the opportunity's currency; null is unknown.</summary>
    public long? UnitPrice { get; set; }

    /// <summary>Its key in the system it came from.</summary>
    public string? SourceId { get; set; }

    public Guid? TimelineId => OpportunityId;
}
