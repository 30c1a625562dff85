using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Platform.Mirroring;
namespace Coxswain.Customers.Activities;

/// <summary>Something one of us has to do, best agreed with a customer. On an opportunity it is the next step.</summary>
[Tracked("task")]
internal sealed class Todo : Entity, IMirrored, IOwned, IOnTimeline, IRemovable, IAbout
{
    public required string Title { get; set; }
    public required Guid OwnerId { get; set; }
    public DateOnly? DueOn { get; set; }
    public DateTime? DoneAt { get; set; }
    public Guid? AccountId { get; set; }

    /// <summary>With whom it was agreed.</summary>
    public Guid? ContactId { get; set; }
    public string? AboutKind { get; set; }
    [PointsAt(By = nameof(AboutKind))]
    public Guid? AboutId { get; set; }
    /// <summary>What of the plan of a deal it would settle: the code of a warning, a question or a strength.</summary>
    public string? AimsAt { get; set; }

    /// <summary>What would show that it is done.</summary>
    public string? Expected { get; set; }

    /// <summary>What came of it.</summary>
    public string? Result { get; set; }
    public string? SourceId { get; set; }
    public DateTime? RemovedAt { get; set; }

    public Guid? TimelineId => AccountId;
}
