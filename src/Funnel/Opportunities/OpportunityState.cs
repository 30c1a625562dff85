using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
namespace Coxswain.Funnel.Opportunities;

/// <summary>
/// What an opportunity was from when to when, on both time axes: <see cref="From"/>–<see cref="To"/> in the world,
/// <see cref="RecordedAt"/>–<see cref="SupersededAt"/> in our knowledge. Rows are never rewritten but for the two ends.
/// </summary>
[KeptOf(Kinds.Opportunity)]
internal sealed class OpportunityState : Entity, IDerivedRow
{
    public required Guid OpportunityId { get; init; }

    /// <summary>True from here on.</summary>
    public required DateTime From { get; init; }

    /// <summary>No longer true from here on; null while it is.</summary>
    public DateTime? To { get; set; }

    /// <summary>Where a past day looks for it: see <see cref="IntervalBucket"/>.</summary>
    public int Bucket { get => IntervalBucket.Of(From, To); private set { } }
    public required DateTime RecordedAt { get; init; }

    /// <summary>When we learned better; null while this is what we believe.</summary>
    public DateTime? SupersededAt { get; set; }

    /// <summary>Null: open, in a stage nobody recorded.</summary>
    public required Guid? StageId { get; init; }
    public required StageEnd End { get; init; }
    public required Guid OwnerId { get; init; }
    public required long? Amount { get; init; }
    public required string Currency { get; init; }
    public required DateOnly? CloseOn { get; init; }

    /// <summary>Null: the category of the stage.</summary>
    public required ForecastCategory? Category { get; init; }
}
