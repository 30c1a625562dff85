using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
namespace Coxswain.Customers.Attachments;

/// <summary>A file that was added to a record: an offer, a plan, a photograph of a whiteboard.</summary>
[Tracked("attachment")]
internal sealed class Attachment : Entity, IOwned, IOnTimeline, IRemovable, Activities.IAbout
{
    /// <summary>Its content, which several may share.</summary>
    public required Guid ContentId { get; init; }

    [Personal]
    public required string Name { get; init; }
    public Guid? AccountId { get; set; }
    public Guid? ContactId { get; set; }

    /// <summary>The record of another kind it is on, for instance <c>lead</c>.</summary>
    public string? AboutKind { get; set; }
    [PointsAt(By = nameof(AboutKind))]
    public Guid? AboutId { get; set; }

    /// <summary>Who added it.</summary>
    public required Guid OwnerId { get; init; }
    public required DateOnly AddedOn { get; init; }
    public DateTime? RemovedAt { get; set; }

    public Guid? TimelineId => AccountId;
}

/// <summary>The content of attachments, kept once for an organisation however often it was added.</summary>
internal sealed class AttachedContent : Entity
{
    /// <summary>The name it is kept by: of the organisation and the content, so that no two organisations share a file.</summary>
    public required string Hash { get; init; }
    public required long Bytes { get; init; }

    /// <summary>What it is, as its own first bytes say.</summary>
    public required string MediaType { get; init; }

    /// <summary>When it was added last.</summary>
    public required DateTime KeptAt { get; set; }
}
