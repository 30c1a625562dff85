using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
namespace Coxswain.Customers.Service.Cases;

/// <summary>How a customer came with a problem.</summary>
public enum CaseChannel { Phone, Mail, Chat, Portal, OnSite, Other }

/// <summary>How a customer found the help they got.</summary>
public enum CaseRating { Bad, Neutral, Good }

/// <summary>
/// A problem that a customer came with: who saw to it, when it was solved, and how they found that, with the source of their word. It stands
/// on the account's timeline without the rating, which is a figure about whoever served.
/// </summary>
[Tracked("service-case")]
internal sealed class ServiceCase : Entity, IOwned, IOnTimeline, IBegan, IRemovable
{
    public required Guid AccountId { get; init; }

    /// <summary>Who of them came.</summary>
    public Guid? ContactId { get; set; }

    /// <summary>What it is about, in a line: the whole of it stays in the help desk.</summary>
    public required string Subject { get; set; }

    /// <summary>Who saw to it.</summary>
    public required Guid OwnerId { get; set; }
    public required DateOnly OpenedOn { get; set; }
    public DateOnly? SolvedOn { get; set; }
    public CaseChannel? Channel { get; set; }

    /// <summary>How they found the help; null is unknown.</summary>
    public CaseRating? Rating { get; set; }

    /// <summary>From 1 to 5, where they were asked so; the rating follows from it.</summary>
    public int? Stars { get; set; }
    public DateOnly? RatedOn { get; set; }

    /// <summary>Where their word comes from: the help desk, a call afterwards.</summary>
    public string? RatedFrom { get; set; }

    /// <summary>Who of us wrote it down: what somebody enters about their own help is shown as that, and earns no points.</summary>
    public Guid? RatedById { get; set; }

    /// <summary>Whom of us they asked for by name, whoever then saw to it.</summary>
    public Guid? AskedForId { get; set; }

    /// <summary>The key in the help desk it came from.</summary>
    public string? SourceId { get; set; }
    public DateTime? RemovedAt { get; set; }

    public DateTime? BeganAt => OpenedOn.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);

    public Guid? TimelineId => AccountId;

    /// <summary>Takes their word. Four and five of five are good, one and two bad.</summary>
    public void Rate(CaseRating? rating, int? stars, DateOnly on, string? from, Guid by)
    {
        Stars = stars;
        Rating = stars switch { null => rating, >= 4 => CaseRating.Good, 3 => CaseRating.Neutral, _ => CaseRating.Bad };
        (RatedOn, RatedFrom, RatedById) = (on, from, by);
    }
}
