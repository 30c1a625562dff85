using System.Text.Json.Serialization;
using Coxswain.Funnel.Opportunities;
using Coxswain.Platform.Ui;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Meetings;

/// <summary>A plan for a meeting.</summary>
public sealed record MeetingView
{
    public required Guid Id { get; init; }
    public required int Version { get; init; }
    public required Guid DealId { get; init; }
    public required DateOnly On { get; init; }
    public required string Reason { get; init; }
    public string? Concept { get; init; }
    public string? Perspective { get; init; }
    public string? Best { get; init; }
    public string? Least { get; init; }
    public DateOnly? AgreedOn { get; init; }

    [JsonConverter(typeof(JsonStringEnumConverter<Agreed>))]
    public Agreed? AgreedHow { get; init; }
    /// <summary>Somebody told how it went.</summary>
    public bool IsTold { get; init; }
    public IReadOnlyList<MeetingLineView> Lines { get; init; } = [];
}

/// <summary>A line of it.</summary>
public sealed record MeetingLineView
{
    public required Guid Id { get; init; }

    [JsonConverter(typeof(JsonStringEnumConverter<MeetingLineKind>))]
    public required MeetingLineKind Kind { get; init; }
    public Guid? PersonId { get; init; }
    public string? Person { get; init; }
    public Guid? IssueId { get; init; }
    public string? Issue { get; init; }
    public required string Text { get; init; }
    public string? Proof { get; init; }
}

/// <summary>The page of a deal's next meeting.</summary>
public sealed record MeetingPageView
{
    public required OpportunityView Deal { get; init; }

    /// <summary>The one that is shown; null where none is planned.</summary>
    public required MeetingView? Plan { get; init; }
    public required IReadOnlyList<Choice> Others { get; init; }

    /// <summary>What they want solved.</summary>
    public required IReadOnlyList<Choice> Issues { get; init; }
    public required IReadOnlyList<Choice> People { get; init; }
    public required bool MayEdit { get; init; }

    /// <summary>The form of the plan stands open: a new one or the one that is shown.</summary>
    public required bool IsNew { get; init; }
    public required bool IsEditing { get; init; }
    public required DateOnly Today { get; init; }

    internal string Url => $"/opportunities/{Deal.Id}/meetings";

    /// <summary>Gaps and conflicts of our story, the gravest first.</summary>
    internal IReadOnlyList<string> Gaps => Plan is { } plan ? [.. MeetingGaps.Of(plan, Issues)] : [];
}

/// <summary>What is missing in a plan and where two of us might contradict each other, by plain rules.</summary>
internal static class MeetingGaps
{
    public static IEnumerable<string> Of(MeetingView plan, IReadOnlyList<Choice> issues)
    {
        var says = plan.Lines.Where(l => l.Kind is MeetingLineKind.Says).ToList();
        foreach (var twice in says.Where(l => l.IssueId is not null).GroupBy(l => l.IssueId).Where(g => g.Select(l => l.Text).Distinct(StringComparer.CurrentCultureIgnoreCase).Count() > 1)) yield return T("Two of us say something about “{0}”: is it one story?", twice.First().Issue);
        foreach (var issue in issues.Where(i => says.All(l => l.IssueId?.ToString() != i.Value))) yield return T("Nobody says anything about “{0}”.", issue.Label);
        if (says.Any(l => l.PersonId is null)) yield return T("Something is to be said, and nobody is named to say it.");
        if (plan.Lines.All(l => l.Kind is MeetingLineKind.Says or MeetingLineKind.Gives or MeetingLineKind.They)) yield return T("No question is planned: it would be a lecture.");
        if (plan.Lines.Any(l => l.Kind is MeetingLineKind.Gives && l.Proof is null)) yield return T("Something we give has nothing that shows it.");
        if (plan.Best is null || plan.Least is null) yield return T("What do we want from them at best, and what at least?");
        if (plan.AgreedOn is not { } agreed) yield return T("We have not agreed yet who says what.");
        else if (plan.AgreedHow is Agreed.InWriting) yield return T("We agreed by mail only: talk it through once.");
        else if (agreed >= plan.On) yield return T("We agreed on the day itself: that is late.");
    }
}
