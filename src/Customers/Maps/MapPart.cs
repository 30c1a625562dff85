using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
namespace Coxswain.Customers.Maps;

/// <summary>What a person does in one decision of the customer.</summary>
public enum DealPart { Approver, User, Evaluator, Guide }

/// <summary>What a person of a map does in one deal: the same person may decide one and only use the other.</summary>
[Tracked("map-part")]
internal sealed class MapPart : Entity, IStaysForPast
{
    public required Guid MapPersonId { get; init; }

    /// <summary>The deal: a record of the module above.</summary>
    public required Guid OpportunityId { get; init; }
    public required DealPart Part { get; init; }

    /// <summary>What shows it.</summary>
    [Personal]
    public string? Evidence { get; init; }
    public required DateOnly AsOf { get; init; }
    public required Guid SaidById { get; init; }
    public DateTime? RemovedAt { get; set; }
}
