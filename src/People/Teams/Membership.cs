using Coxswain.Platform.Data;
namespace Coxswain.People.Teams;

/// <summary>Who was in which team from when to when, so that a figure of a past month counts for the team of that month.</summary>
internal sealed class Membership : Entity
{
    public required Guid PersonId { get; init; }
    public required Guid TeamId { get; init; }

    /// <summary>First day in the team; <see cref="DateOnly.MinValue"/> where nobody knows.</summary>
    public required DateOnly From { get; init; }

    /// <summary>First day no longer in it; null while it lasts.</summary>
    public DateOnly? To { get; set; }
    public required DateTime RecordedAt { get; init; }
}
