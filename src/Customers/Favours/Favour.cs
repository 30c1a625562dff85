using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
namespace Coxswain.Customers.Favours;

/// <summary>What is given.</summary>
public enum FavourKind { Lead, Introduction, Knowledge, Help }

/// <summary>What came of it.</summary>
public enum FavourResult { Helped, GaveBack, Nothing }

/// <summary>Something given to a customer without being asked for anything: a lead, an introduction over lunch, a hint. What came of it is said later.</summary>
[Tracked("favour")]
internal sealed class Favour : Entity, IOwned, IOnTimeline, IBegan, IRemovable
{
    public required Guid AccountId { get; init; }

    /// <summary>To whom.</summary>
    public Guid? ContactId { get; set; }

    /// <summary>Who is brought along, where it is an introduction.</summary>
    public Guid? WithContactId { get; set; }
    public required FavourKind Kind { get; init; }

    /// <summary>What it is, and what they need it for.</summary>
    public required string What { get; set; }

    /// <summary>When it was given, or is to be.</summary>
    public required DateOnly On { get; init; }
    public FavourResult? Result { get; set; }

    /// <summary>Who gives it.</summary>
    public required Guid OwnerId { get; init; }

    /// <summary>The task of an introduction that is planned.</summary>
    public Guid? TaskId { get; init; }
    public DateTime? RemovedAt { get; set; }

    public DateTime? BeganAt => On.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);

    public Guid? TimelineId => AccountId;

    /// <summary>A contact is erased: it names them no more.</summary>
    public void Forget(Guid contact, string what) =>
        (ContactId, WithContactId, What) = (ContactId == contact ? null : ContactId, WithContactId == contact ? null : WithContactId, what);
}
