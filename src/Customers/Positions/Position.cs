using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
namespace Coxswain.Customers.Positions;

/// <summary>Where a contact works besides the account they stand at, or worked before. At that account itself, an open one says since when.</summary>
[Tracked("position")]
internal sealed class Position : Entity, IRemovable
{
    public required Guid ContactId { get; init; }
    public required Guid AccountId { get; init; }

    /// <summary>What they do or did there.</summary>
    [Personal]
    public string? Title { get; set; }

    /// <summary>Null is unknown.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day; null while they are there.</summary>
    public DateOnly? To { get; set; }
    public DateTime? RemovedAt { get; set; }

    /// <summary>They are not there any more.</summary>
    /// <param name="last">The last day; never before the first.</param>
    /// <param name="title">What they did there in the end, where that is known.</param>
    public void End(DateOnly last, string? title) => (To, Title) = (last < From ? From : last, title ?? Title);
}
