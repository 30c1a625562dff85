using Coxswain.Platform.Data;
namespace Coxswain.Customers.Service.Coaching;

/// <summary>Whether something taught was seen.</summary>
public enum Seen { Yes, No, NoOccasion }

/// <summary>
/// What a coach saw of somebody in support while they helped one customer: the three taught behaviours, and how well they knew the product and
/// handled the talk. It is that person's and their line's; it is not changed, only taken back by who saw it.
/// </summary>
internal sealed class ServiceObservation : Entity, IOwned, IRemovable
{
    /// <summary>Who was seen.</summary>
    public required Guid OwnerId { get; init; }

    /// <summary>Who saw it.</summary>
    public required Guid ObserverId { get; init; }
    public required DateOnly On { get; init; }

    /// <summary>Took up what they heard and proposed a next step.</summary>
    public Seen? NextStep { get; init; }

    /// <summary>Used the contact to get to know more of the customer.</summary>
    public Seen? Widened { get; init; }

    /// <summary>Listened for a need first and then explained what fits it.</summary>
    public Seen? Listened { get; init; }

    /// <summary>Of the product, from 1 to 5.</summary>
    public int? Knowledge { get; init; }

    /// <summary>In service, from 1 to 5.</summary>
    public int? Skill { get; init; }
    public string? Note { get; init; }
    public DateTime? RemovedAt { get; set; }

    /// <summary>From this on, knowledge counts as shown.</summary>
    public const int Knows = 4;

    public int Shown => (NextStep is Seen.Yes ? 1 : 0) + (Widened is Seen.Yes ? 1 : 0) + (Listened is Seen.Yes ? 1 : 0);
}
