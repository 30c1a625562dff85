using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
namespace Coxswain.Customers.Desk;

/// <summary>What is on a customer's desk at a time, as they said it. The latest counts; those before show how it moved.</summary>
[Tracked("desk-note")]
internal sealed class DeskNote : Entity, IOwned, IOnTimeline, IBegan, IRemovable
{
    public required Guid AccountId { get; init; }

    /// <summary>What they are at.</summary>
    public required string Agenda { get; init; }

    /// <summary>What is in their way.</summary>
    public string? Problem { get; init; }

    /// <summary>How we help it forward.</summary>
    public string? Help { get; init; }

    /// <summary>How different from others they find us, from 1, the same, to 5, quite different; null where nobody asked.</summary>
    public int? Difference { get; init; }

    /// <summary>When we asked.</summary>
    public required DateOnly AskedOn { get; init; }

    /// <summary>Who asked.</summary>
    public required Guid OwnerId { get; init; }
    public DateTime? RemovedAt { get; set; }

    public DateTime? BeganAt => AskedOn.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);

    public Guid? TimelineId => AccountId;
}
