using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Platform.Mirroring;
namespace Coxswain.Customers.Activities;

/// <summary>How we were in touch.</summary>
public enum InteractionKind { Call, Meeting, Mail, Message, Note }

/// <summary>What came of it, in one tap; null where nobody said.</summary>
public enum InteractionOutcome { Reached, NotReached, LeftMessage, NextStepAgreed, NotInterested }

/// <summary>A call, meeting, mail or note. Imported ones are never "incomplete".</summary>
[Tracked("interaction")]
internal sealed class Interaction : Entity, IMirrored, IOwned, IOnTimeline, IBegan, IRemovable, IAbout
{
    /// <summary>What a later export says did not take place after all is a note from then on.</summary>
    public required InteractionKind Kind { get; set; }

    /// <summary>Who of us.</summary>
    public required Guid OwnerId { get; init; }

    [Personal]
    public string? Subject { get; set; }

    [Personal]
    public string? Text { get; set; }
    public InteractionOutcome? Outcome { get; set; }
    public required DateTime OccurredAt { get; set; }

    /// <summary>How long it took; null where nobody said.</summary>
    public int? Minutes { get; set; }

    /// <summary>Minutes of it in which we listened before we spoke of ourselves, as whoever was there says; null where nobody said.</summary>
    public int? ListenedMinutes { get; set; }

    /// <summary>They came to us; false is that we went to them, null that nobody said.</summary>
    public bool? Inbound { get; set; }
    public Guid? AccountId { get; set; }
    public Guid? ContactId { get; set; }
    public string? AboutKind { get; set; }
    [PointsAt(By = nameof(AboutKind))]
    public Guid? AboutId { get; set; }
    public string? SourceId { get; set; }
    public DateTime? RemovedAt { get; set; }

    /// <summary>Captured from somebody who lets nobody else see that there was one.</summary>
    public bool IsHidden { get; set; }

    public DateTime? BeganAt => OccurredAt;

    public Guid? TimelineId => AccountId;
}
