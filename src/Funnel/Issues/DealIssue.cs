using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
namespace Coxswain.Funnel.Issues;

/// <summary>What a talk was about when something was understood.</summary>
public enum TalkLevel
{
    /// <summary>What ours does, and its advantages.</summary>
    Product,

    /// <summary>Their market, people in their place, what those struggle with.</summary>
    Market,

    /// <summary>Their business: their thinking was challenged, and what fits the firm and the person was found together.</summary>
    Thinking,
}

/// <summary>Something a customer wants solved, and who of them confirmed it.</summary>
[Tracked(Kinds.DealIssue)]
internal sealed class DealIssue : Entity, IOnTimeline, IRemovable
{
    public required Guid OpportunityId { get; init; }

    public required string Text { get; set; }

    /// <summary>Null is unknown.</summary>
    public TalkLevel? Level { get; set; }

    /// <summary>Since when we know of it.</summary>
    public required DateOnly UnderstoodOn { get; set; }

    /// <summary>The contact who said that it is so; null while nobody did, and after they were erased.</summary>
    public Guid? ConfirmedById { get; set; }

    /// <summary>When; null while nobody did.</summary>
    public DateOnly? ConfirmedOn { get; set; }
    public DateTime? RemovedAt { get; set; }

    public Guid? TimelineId => OpportunityId;
}

/// <summary>A proposal that went to a customer.</summary>
[Tracked(Kinds.Proposal)]
internal sealed class Proposal : Entity, IOnTimeline, IRemovable
{
    public required Guid OpportunityId { get; init; }
    public required DateOnly SentOn { get; init; }

    /// <summary>Minor units of <see cref="Currency"/>; null is unknown.</summary>
    public long? Amount { get; init; }
    public required string Currency { get; init; }

    /// <summary>The file of the deal that was sent.</summary>
    [PointsAt(StaysBecause = "it is the file that was sent")]
    public Guid? AttachmentId { get; init; }

    /// <summary>Whose deal it was when it was recorded.</summary>
    [PointsAt(Kind = "person")]
    public required Guid SentById { get; init; }

    /// <summary>Why it went before the customer had confirmed an issue.</summary>
    public string? Because { get; init; }

    /// <summary>The other system that states it, where nobody here recorded it.</summary>
    public string? StatedBy { get; init; }
    public DateTime? RemovedAt { get; set; }

    public Guid? TimelineId => OpportunityId;
}

/// <summary>Something a customer wants solved, in a line.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Text">What it is.</param>
/// <param name="ConfirmedOn">When one of them confirmed it; null while nobody did.</param>
/// <param name="By">Who that was.</param>
public sealed record IssueLine(Guid Id, string Text, DateOnly? ConfirmedOn, string? By);
