using System.Text.Json.Serialization;
using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Plans;
using Coxswain.Platform.Ui;
namespace Coxswain.Funnel.Meetings;

/// <summary>A plan for a meeting.</summary>
public sealed record MeetingView
{
    public required Guid Id { get; init; }
    public required int Version { get; init; }
    public required Guid DealId { get; init; }
    public required DateOnly On { get; init; }

    /// <summary>When it begins, as clocks show it where the organisation is; null where nobody said.</summary>
    public TimeOnly? StartsAt { get; init; }
    public string? Place { get; init; }
    public required string Reason { get; init; }

    /// <summary>When the reason was sent to them; null while nobody said that it was.</summary>
    public DateOnly? AgendaSentOn { get; init; }
    public string? Concept { get; init; }
    public string? Perspective { get; init; }
    public string? Best { get; init; }

    /// <summary>By when they would take the best next step, and the least.</summary>
    public DateOnly? BestBy { get; init; }
    public string? Least { get; init; }
    public DateOnly? LeastBy { get; init; }

    /// <summary>The version of what was to be won when the meeting was planned; null where nobody had said it.</summary>
    public Guid? ObjectiveId { get; init; }

    /// <summary>Where those who come trust us from; null is unknown.</summary>
    [JsonConverter(typeof(JsonStringEnumConverter<Credibility>))]
    public Credibility? Credibility { get; init; }
    public string? CredibilityNote { get; init; }
    public DateOnly? AgreedOn { get; init; }

    [JsonConverter(typeof(JsonStringEnumConverter<Agreed>))]
    public Agreed? AgreedHow { get; init; }
    /// <summary>Somebody told how it went.</summary>
    public bool IsTold { get; init; }
    public IReadOnlyList<MeetingLineView> Lines { get; init; } = [];

    /// <summary>How many questions are planned, and of how many the answer is known.</summary>
    public int Questions => Lines.Count(l => l.Kind.IsQuestion());
    public int Answered => Lines.Count(l => l.Answer is not null);
}

/// <summary>A line of it.</summary>
public sealed record MeetingLineView
{
    public required Guid Id { get; init; }
    public required int Version { get; init; }

    [JsonConverter(typeof(JsonStringEnumConverter<MeetingLineKind>))]
    public required MeetingLineKind Kind { get; init; }
    public Guid? PersonId { get; init; }
    public string? Person { get; init; }
    public Guid? IssueId { get; init; }
    public string? Issue { get; init; }

    /// <summary>Who of theirs comes.</summary>
    public Guid? ContactId { get; init; }
    public string? Contact { get; init; }

    /// <summary>What it says; empty where somebody comes and no more is said of them.</summary>
    public required string Text { get; init; }

    /// <summary>Of what we give: why it matters to them, and what shows it; null where nobody said.</summary>
    public string? SoWhat { get; init; }
    public string? Proof { get; init; }

    /// <summary>Which of the library that is, and that it may be shown today.</summary>
    public Guid? ProofId { get; init; }
    public bool IsProofUsable { get; init; }

    /// <summary>Of a question: what they said.</summary>
    public string? Answer { get; init; }

    /// <summary>Of a question: why there is no answer; null where there is one and where nobody knows yet.</summary>
    [JsonConverter(typeof(JsonStringEnumConverter<Unanswered>))]
    public Unanswered? Unanswered { get; init; }
}

/// <summary>The page of a deal's next meeting.</summary>
public sealed record MeetingPageView
{
    public required OpportunityView Deal { get; init; }

    /// <summary>The one that is shown; null where none is planned.</summary>
    public required MeetingView? Plan { get; init; }
    public required IReadOnlyList<Choice> Others { get; init; }

    /// <summary>What was to be won when it was planned; null where nobody had said it.</summary>
    public ObjectiveView? Objective { get; init; }

    /// <summary>It reads another way now.</summary>
    public bool ObjectiveHasChanged { get; init; }

    /// <summary>What they want solved.</summary>
    public required IReadOnlyList<Choice> Issues { get; init; }
    public required IReadOnlyList<Choice> People { get; init; }

    /// <summary>Who of theirs can come, and what of the library may be shown today; empty where nothing can be changed.</summary>
    public IReadOnlyList<Choice> Contacts { get; init; } = [];
    public IReadOnlyList<Choice> Proofs { get; init; } = [];
    public required bool MayEdit { get; init; }

    /// <summary>The form of the plan stands open: a new one or the one that is shown.</summary>
    public required bool IsNew { get; init; }
    public required bool IsEditing { get; init; }
    public required DateOnly Today { get; init; }

    internal string Url => $"/opportunities/{Deal.Id}/meetings";

    /// <summary>It is held or is over, and nobody told yet how it went: what is needed in it comes first.</summary>
    internal bool IsOn => Plan is { IsTold: false } plan && plan.On <= Today;

    /// <summary>Gaps and conflicts of our story, the gravest first.</summary>
    public required IReadOnlyList<PlanWarning> Gaps { get; init; }
}
