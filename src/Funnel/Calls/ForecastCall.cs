using Coxswain.Platform.Data;
namespace Coxswain.Funnel.Calls;

/// <summary>What somebody says will have been won by the end of a period: with somebody's own deals, or with those of their line where they lead. Never changed: whoever sees it otherwise calls again.</summary>
internal sealed class ForecastCall : Entity, IOwned
{
    /// <summary>Whose number it is.</summary>
    public required Guid OwnerId { get; init; }

    /// <summary>Who called it.</summary>
    public required Guid ById { get; init; }
    public required DateOnly From { get; init; }
    public required DateOnly To { get; init; }

    /// <summary>Minor units of <see cref="Currency"/>: what they stand for, with what is won already.</summary>
    public required long Commit { get; init; }

    /// <summary>What it comes to if all goes well; null where nobody said.</summary>
    public required long? BestCase { get; init; }
    public required string Currency { get; init; }

    /// <summary>Why.</summary>
    public string? Because { get; init; }
    public required DateTime At { get; init; }
}
