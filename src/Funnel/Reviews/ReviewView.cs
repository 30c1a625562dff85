using System.Text.Json.Serialization;
using Coxswain.Funnel.Opportunities;
using Coxswain.Platform.Ui;
namespace Coxswain.Funnel.Reviews;

/// <summary>A look back on a deal.</summary>
public sealed record ReviewView
{
    public required Guid Id { get; init; }
    public required Guid DealId { get; init; }

    [JsonConverter(typeof(JsonStringEnumConverter<ReviewOutcome>))]
    public required ReviewOutcome Outcome { get; init; }
    public required DateOnly ReviewedOn { get; init; }
    public string? ReviewedBy { get; init; }

    /// <summary>Keys of codes.</summary>
    public IReadOnlyList<string> Codes => ReviewCodes.Keys(Kept);

    /// <summary>What stood in the way first; null where nobody is sure.</summary>
    public string? First { get; init; }
    public string? TheirWord { get; init; }
    public string? OurWord { get; init; }
    public string? Lesson { get; init; }
    public Guid? LessonForId { get; init; }
    public string? LessonFor { get; init; }

    [JsonConverter(typeof(JsonStringEnumConverter<LessonState>))]
    public LessonState? LessonState { get; init; }
    public DateOnly? LessonOn { get; init; }

    /// <summary>How strongly what was ticked counted, with what shows it, where somebody said so.</summary>
    public IReadOnlyList<WeighedCriterion> Criteria => [.. Weighed.Where(c => Codes.Contains(c.Criterion))];

    [JsonIgnore]
    public IReadOnlyList<WeighedCriterion> Weighed { get; init; } = [];

    [JsonIgnore]
    public string Kept { get; init; } = "";
}

/// <summary>The page on which a deal is looked back on.</summary>
public sealed record ReviewPageView
{
    public required OpportunityView Deal { get; init; }
    public required IReadOnlyList<ReviewCodeLine> Codes { get; init; }

    /// <summary>The one of how it stands now; null where there is none yet.</summary>
    public required ReviewView? Review { get; init; }

    /// <summary>Of times before: stalled and then decided, or decided and reopened.</summary>
    public required IReadOnlyList<ReviewView> Earlier { get; init; }

    /// <summary>How it stands; null for an open deal that is not stalled.</summary>
    public required ReviewOutcome? Outcome { get; init; }

    /// <summary>Why it counts as stalled.</summary>
    public required string? Why { get; init; }
    public required StallRule Rule { get; init; }
    public required IReadOnlyList<Choice> People { get; init; }
    public required bool MayEdit { get; init; }
    public required DateOnly Today { get; init; }

    internal string Url => $"/opportunities/{Deal.Id}/review";

    internal IReadOnlyList<string> Ticked => Review?.Codes ?? [];

    internal IReadOnlyList<Choice> Of(ReviewCodeKind kind) => [.. Codes.Where(c => c.Kind == kind && (!c.IsRetired || Ticked.Contains(c.Key))).Select(c => c.Choice)];

    internal string Name(string key) => Codes.FirstOrDefault(c => c.Key == key)?.Name ?? key;
}
