using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
namespace Coxswain.Customers.Service;

/// <summary>How a tip stands.</summary>
public enum TipState { Waiting, Accepted, Declined }

/// <summary>
/// A need that somebody heard while solving a customer's problem, handed to whoever sells there. Solving comes first: without that said there
/// is none. Followed to its outcome and credited to who heard it; nobody is given a number of them to reach.
/// </summary>
[Tracked("tip")]
internal sealed class Tip : Entity, IOwned, IOnTimeline, IBegan, IRemovable
{
    public required Guid AccountId { get; init; }

    /// <summary>What they said, in their words.</summary>
    public required string Heard { get; init; }

    /// <summary>What they were told that could help.</summary>
    public string? Explained { get; init; }

    /// <summary>What was proposed to happen next.</summary>
    public string? NextStep { get; init; }

    /// <summary>The case it was heard in, as the help desk calls it.</summary>
    public string? CaseNumber { get; init; }
    public required DateOnly HeardOn { get; init; }

    /// <summary>Who heard it.</summary>
    public required Guid OwnerId { get; init; }

    /// <summary>Who decides on it.</summary>
    public required Guid ToId { get; set; }
    public required TipState State { get; set; }

    /// <summary>Why it was declined.</summary>
    public string? Because { get; set; }

    /// <summary>The deal it became, of the module that has deals.</summary>
    public Guid? OpportunityId { get; set; }
    public DateTime? DecidedAt { get; set; }
    public DateTime? RemovedAt { get; set; }

    public DateTime? BeganAt => HeardOn.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);

    public Guid? TimelineId => AccountId;
}
