using Coxswain.Platform.Data;
namespace Coxswain.Platform.Events;

/// <summary>
/// Something that happened: append-only, saved with the change it tells of. Timeline, history and audit are readings of this table.
/// It stands on two time axes: funnels as of a date read <see cref="OccurredAt"/>, backtests read <see cref="RecordedAt"/>.
/// </summary>
public sealed class Event : Entity
{
    /// <summary>Stable name such as <c>account.changed</c>.</summary>
    public required string Kind { get; init; }
    public int Schema { get; init; } = 1;

    /// <summary>The kind of row it happened to, e.g. <c>account</c>.</summary>
    public required string SubjectKind { get; init; }
    [PointsAt(By = nameof(SubjectKind), StaysBecause = "history is append-only; the timeline of the other reads it as well")]
    public required Guid SubjectId { get; init; }

    /// <summary>The record on whose timeline it also stands (the account of an opportunity); equals the subject where there is none.</summary>
    [PointsAt(StaysBecause = "history is append-only; the timeline of the other reads it as well")]
    public required Guid TimelineId { get; init; }

    /// <summary>Who did it; <see cref="Guid.Empty"/> is the system.</summary>
    public required Guid ActorId { get; init; }
    public required DateTime OccurredAt { get; init; }
    public required DateTime RecordedAt { get; init; }

    /// <summary>The subject's version after the change, so that a stale form can be told which fields moved.</summary>
    public required int SubjectVersion { get; init; }

    /// <summary>JSON: the news, <c>{"Field":[before,after]}</c>, or both where the row told of its change; personal values as <c>{"sealed":"…"}</c>, erased ones as <c>{"erased":true}</c>.</summary>
    public required string Data { get; init; }
}

/// <summary>A row whose events also stand on another record's timeline.</summary>
public interface IOnTimeline
{
    Guid? TimelineId { get; }
}
