using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
namespace Coxswain.Funnel.Reviews;

/// <summary>How a deal stood when it was looked back on.</summary>
public enum ReviewOutcome { Won, Lost, NoDecision, Stalled }

/// <summary>What became of what was learned.</summary>
public enum LessonState { Open, Adopted, Dropped }

/// <summary>What made the difference in a deal, or holds it up: codes, the customer's word, ours, and what to change.</summary>
[Tracked(Kinds.DealReview)]
internal sealed class DealReview : Entity, IOnTimeline, IRemovable
{
    public required Guid OpportunityId { get; init; }
    public required ReviewOutcome Outcome { get; init; }
    public required DateOnly ReviewedOn { get; set; }
    [PointsAt(Kind = "person")]
    public required Guid ReviewedById { get; set; }

    /// <summary>Keys of <see cref="ReviewCodes"/>, one behind the other.</summary>
    public required string Codes { get; set; }

    /// <summary>The one of what stood in the way that came first; null where nobody is sure.</summary>
    public string? First { get; set; }

    /// <summary>Why, in the customer's word.</summary>
    public string? TheirWord { get; set; }

    /// <summary>Why, as we see it.</summary>
    public string? OurWord { get; set; }

    /// <summary>What to change.</summary>
    public string? Lesson { get; set; }

    /// <summary>Who changes it.</summary>
    [PointsAt(Kind = "person")]
    public Guid? LessonForId { get; set; }

    /// <summary>Null where nothing is to be changed.</summary>
    public LessonState? LessonState { get; set; }

    /// <summary>Since when it is adopted or dropped.</summary>
    public DateOnly? LessonOn { get; set; }
    public DateTime? RemovedAt { get; set; }

    public Guid? TimelineId => OpportunityId;
}

/// <summary>What a code is for.</summary>
public enum ReviewCodeKind { Won, Inhibitor, Team, Closing }

/// <summary>A code of the organisation's own.</summary>
[Tracked(Kinds.ReviewCode)]
internal sealed class ReviewCode : Entity
{
    public required ReviewCodeKind Kind { get; init; }

    /// <summary>By which reviews name it; it goes along wherever they go.</summary>
    public required string Key { get; init; }
    public required string Name { get; set; }

    /// <summary>Since when no review takes it; old ones keep it.</summary>
    public DateTime? RetiredAt { get; set; }

    [Derived]
    public string FoldedName { get => Folding.Fold(Name); private set { } }
}

/// <summary>A review in two lines.</summary>
/// <param name="On">When somebody looked back.</param>
/// <param name="TheirWord">Why, in the customer's word; null where they did not say.</param>
/// <param name="Lesson">What is changed; null where nothing is.</param>
public sealed record ReviewGlance(DateOnly On, string? TheirWord, string? Lesson);
