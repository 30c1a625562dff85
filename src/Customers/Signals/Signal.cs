using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
namespace Coxswain.Customers.Signals;

/// <summary>What changed at an account.</summary>
public enum SignalKind { Hiring, Growing, Funding, NewLeader, Merger, Move, Launch, Rules, Trouble, Other }

/// <summary>Something changed at an account that is a reason to talk: a trigger event, or a sign that they are about to buy.</summary>
[Tracked("signal")]
internal sealed class Signal : Entity, IOwned, IOnTimeline, IBegan, IRemovable
{
    public required Guid AccountId { get; init; }
    public required SignalKind Kind { get; set; }

    /// <summary>When it happened there.</summary>
    public required DateOnly On { get; set; }

    /// <summary>Where we have it from: an address, or in words.</summary>
    public string? Source { get; set; }
    public string? Note { get; set; }

    /// <summary>Who noticed it.</summary>
    public required Guid OwnerId { get; init; }

    /// <summary>The task that was made of it.</summary>
    public Guid? FollowUpId { get; init; }
    public DateTime? RemovedAt { get; set; }

    public DateTime? BeganAt => On.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);

    public Guid? TimelineId => AccountId;
}
