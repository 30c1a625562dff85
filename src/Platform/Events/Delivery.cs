using Coxswain.Platform.Data;
namespace Coxswain.Platform.Events;

/// <summary>An event that has still to reach a reaction: saved with the event, gone when it is delivered. After the save only <see cref="DeliveryTable"/> writes it.</summary>
public sealed class Delivery : Entity
{
    public required string Reaction { get; init; }
    public required Guid EventId { get; init; }
    public required string EventKind { get; init; }
    [PointsAt(StaysBecause = "it keeps the events of one record in their order")]
    public required Guid SubjectId { get; init; }

    /// <summary>With <see cref="Place"/> the order of what happened to the subject.</summary>
    public required int SubjectVersion { get; init; }

    /// <summary>Orders what one version of the subject tells: by moment, then as it was told.</summary>
    public required long Place { get; init; }
    public required DateTime NextTryAt { get; init; }
    public int Attempts { get; private set; }

    /// <summary>The process that delivers it has until then.</summary>
    public DateTime? LeaseUntil { get; private set; }

    /// <summary>Since when it waits for a person, its tries being used up.</summary>
    public DateTime? ParkedAt { get; private set; }

    /// <summary>Why the last try failed, in plain words.</summary>
    public string? Cause { get; private set; }
}
