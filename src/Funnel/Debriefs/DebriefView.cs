using System.Text.Json.Serialization;
using Coxswain.Customers.Maps;
using Coxswain.Funnel.Meetings;
using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Plans;
using Coxswain.Platform.Ui;
namespace Coxswain.Funnel.Debriefs;

/// <summary>How a meeting went.</summary>
public sealed record DebriefView
{
    /// <summary>Later than so many days after the meeting, what was said has faded.</summary>
    public const int FreshDays = 1;

    public required Guid Id { get; init; }
    public required Guid DealId { get; init; }

    /// <summary>The plan of the meeting; null for one nobody planned.</summary>
    public Guid? PlanId { get; init; }
    public required DateOnly On { get; init; }

    /// <summary>The day it was told, and by whom.</summary>
    public required DateOnly ToldOn { get; init; }
    public string? By { get; init; }

    [JsonConverter(typeof(JsonStringEnumConverter<StepGot>))]
    public required StepGot Step { get; init; }

    /// <summary>What became of their picture: they said it is so, put it in other words, or it did not come up; null is unknown.</summary>
    [JsonConverter(typeof(JsonStringEnumConverter<PictureHeard>))]
    public PictureHeard? Picture { get; init; }

    /// <summary>What we thought they picture, as the meeting was planned.</summary>
    public string? Concept { get; init; }

    /// <summary>What they said or did that matters.</summary>
    public string? Heard { get; init; }

    /// <summary>The best step we wanted and by when, and the least; null where none was planned.</summary>
    public string? Best { get; init; }
    public DateOnly? BestBy { get; init; }
    public string? Least { get; init; }
    public DateOnly? LeastBy { get; init; }

    /// <summary>How many questions were planned for it, and of how many the answer is known.</summary>
    public int Questions { get; init; }
    public int Answered { get; init; }
    public IReadOnlyList<DebriefChangeView> Changes { get; init; } = [];

    /// <summary>Told when it had begun to fade.</summary>
    public bool IsLate => ToldOn > On.AddDays(FreshDays);

    internal int Waiting => Changes.Count(c => c.Answer is null);
}

/// <summary>A change that a debrief proposes.</summary>
public sealed record DebriefChangeView
{
    public required Guid Id { get; init; }

    [JsonConverter(typeof(JsonStringEnumConverter<ChangeKind>))]
    public required ChangeKind Kind { get; init; }

    /// <summary>Of a judgement: what is judged.</summary>
    [JsonConverter(typeof(JsonStringEnumConverter<PlanField>))]
    public PlanField? Field { get; init; }

    /// <summary>Of whom, by their place on the map.</summary>
    public Guid? PersonId { get; init; }
    public string? Person { get; init; }
    public int? Value { get; init; }

    /// <summary>How it is judged now; null where nobody knows, and once the change is answered.</summary>
    public int? Was { get; init; }
    public Guid? IssueId { get; init; }
    public string? Issue { get; init; }

    /// <summary>The contact who confirmed the issue, or who came up.</summary>
    public Guid? ById { get; init; }
    public string? By { get; init; }

    /// <summary>Of somebody who came up: what they do in the deal.</summary>
    [JsonConverter(typeof(JsonStringEnumConverter<DealPart>))]
    public DealPart? Part { get; init; }
    public string? Text { get; init; }
    public DateOnly? DueOn { get; init; }

    [JsonConverter(typeof(JsonStringEnumConverter<ChangeAnswer>))]
    public ChangeAnswer? Answer { get; init; }
}

/// <summary>The page of a deal's debriefs.</summary>
public sealed record DebriefPageView
{
    public required OpportunityView Deal { get; init; }

    /// <summary>The latest first.</summary>
    public required IReadOnlyList<DebriefView> Debriefs { get; init; }

    /// <summary>The meeting to be told of; null for one nobody planned.</summary>
    public required MeetingView? Plan { get; init; }

    /// <summary>The form stands open.</summary>
    public required bool IsTelling { get; init; }
    public required bool MayEdit { get; init; }
    public required DateOnly Today { get; init; }

    /// <summary>Who decides, with how they stand now.</summary>
    public required IReadOnlyList<DebriefPerson> People { get; init; }

    /// <summary>What they want solved that nobody confirmed yet.</summary>
    public required IReadOnlyList<Choice> Issues { get; init; }

    /// <summary>Who of them can confirm it, or came up.</summary>
    public required IReadOnlyList<Choice> Contacts { get; init; }

    /// <summary>Which twenty these are, how many there are in all, and that there are older ones.</summary>
    public int Page { get; init; } = 1;
    public int Count { get; init; }
    public bool HasMore { get; init; }

    internal string Url => $"/opportunities/{Deal.Id}/debriefs";

    internal int Waiting => Debriefs.Sum(d => d.Waiting);
}

/// <summary>Somebody who decides.</summary>
/// <param name="Id">Their place on the map.</param>
/// <param name="Name">Who it is, or what they do.</param>
/// <param name="Stance">How they stand now; null is unknown.</param>
/// <param name="Wants">What they want with it now; null is unknown.</param>
public sealed record DebriefPerson(Guid Id, string Name, int? Stance, int? Wants);
