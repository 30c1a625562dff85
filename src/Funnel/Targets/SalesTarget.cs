using Coxswain.Platform.Data;
namespace Coxswain.Funnel.Targets;

/// <summary>What a person, or a team with all below it, is to win in one period. A change is a row of its own that counts from a day on, so that the past stays as it was.</summary>
[Tracked(Kinds.SalesTarget)]
internal sealed class SalesTarget : Entity
{
    /// <summary>Whose own deals count; null for a team.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>Which team's; null for a person.</summary>
    public Guid? TeamId { get; init; }
    public required DateOnly From { get; init; }
    public required DateOnly To { get; init; }

    /// <summary>Minor units of <see cref="Currency"/>, for the whole period.</summary>
    public required long Amount { get; init; }
    public required string Currency { get; init; }

    /// <summary>The first day it counts.</summary>
    public required DateOnly Since { get; init; }

    /// <summary>Why it was changed; null for the first.</summary>
    public string? Because { get; init; }
    public required Guid ById { get; init; }
    public required DateTime At { get; init; }
}
