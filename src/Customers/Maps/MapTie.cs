using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
namespace Coxswain.Customers.Maps;

/// <summary>What is between two people of a map besides who reports to whom.</summary>
public enum TieKind { Influences, InConflict, Allied }

/// <summary>Something between two people of a map, with what shows it.</summary>
[Tracked("map-tie")]
internal sealed class MapTie : Entity, IRemovable
{
    public required Guid AccountId { get; init; }
    public required Guid FromId { get; init; }
    public required Guid ToId { get; init; }
    public required TieKind Kind { get; init; }

    /// <summary>What shows it.</summary>
    [Personal]
    public required string Evidence { get; init; }
    public required DateOnly AsOf { get; init; }
    public required Guid SaidById { get; init; }
    public DateTime? RemovedAt { get; set; }
}
