using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
namespace Coxswain.Customers.Positions;

/// <summary>Where a contact works besides the account they stand at, or worked before.</summary>
[Tracked("position")]
internal sealed class Position : Entity, IRemovable
{
    public required Guid ContactId { get; init; }
    public required Guid AccountId { get; init; }

    /// <summary>What they do or did there.</summary>
    [Personal]
    public string? Title { get; init; }

    /// <summary>Null is unknown.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day; null while they are there.</summary>
    public DateOnly? To { get; init; }
    public DateTime? RemovedAt { get; set; }
}
