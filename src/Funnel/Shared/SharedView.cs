using System.Text.Json.Serialization;
using Coxswain.Funnel.Opportunities;
using Coxswain.Platform.Ui;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Shared;

/// <summary>The plan that customer and seller share.</summary>
public sealed record SharedView
{
    public required Guid DealId { get; init; }

    /// <summary>What they want, in their words.</summary>
    public string? Aim { get; init; }

    /// <summary>The day they want it to work; null is unknown.</summary>
    public DateOnly? WantedOn { get; init; }

    /// <summary>By day, those without one last.</summary>
    public required IReadOnlyList<SharedStepView> Steps { get; init; }

    /// <summary>What they did on the page of the link, the latest first; of many the latest.</summary>
    public required IReadOnlyList<SharedSayingView> Sayings { get; init; }

    /// <summary>The latest link; null while there was none, and for whoever may not change the deal.</summary>
    public SharedLinkView? Link { get; init; }

    /// <summary>An administrator lets sellers share.</summary>
    public required bool IsOn { get; init; }

    [JsonIgnore]
    public int Version { get; init; }

    [JsonIgnore]
    public OpportunityView Deal { get; init; } = null!;

    [JsonIgnore]
    public bool MayEdit { get; init; }

    [JsonIgnore]
    public bool MayManage { get; init; }

    [JsonIgnore]
    public DateOnly Today { get; init; }

    [JsonIgnore]
    public Guid? Editing { get; init; }

    /// <summary>Who of the account can take a step.</summary>
    [JsonIgnore]
    public IReadOnlyList<Choice> Contacts { get; init; } = [];

    /// <summary>The customer's steps that a step of the plan can show.</summary>
    [JsonIgnore]
    public IReadOnlyList<Choice> Gates { get; init; } = [];

    /// <summary>What is agreed or asked for in the deal and not in the plan yet.</summary>
    [JsonIgnore]
    public IReadOnlyList<SharedOffer> Offers { get; init; } = [];

    internal string Url => $"/opportunities/{DealId}/shared";

    internal int Unread => Sayings.Count(s => s.SeenAt is null);

    internal bool IsOpen => IsOn && Link is { EndedAt: null } link && link.Until >= Today;
}

/// <summary>The task that a step of ours is.</summary>
internal static class SharedTask
{
    /// <summary>When a step was done: where it is a task that is there, when that was; one that was taken away leaves what was noted of the step.</summary>
    public static DateOnly? DoneOn(bool isOpen, DateTime? doneAt, DateOnly? noted) => isOpen ? null : doneAt is { } at ? DateOnly.FromDateTime(at) : noted;

    /// <summary>Says of the steps that are a task that they are done, or open again; saved by the caller.</summary>
    public static async Task NoteAsync(AppDb db, Guid task, DateOnly? on, CancellationToken ct)
    {
        foreach (var step in await db.SharedSteps.Where(s => s.TaskId == task).ToListAsync(ct)) (step.DoneOn, step.DoneBy, step.IsDoneByThem) = (on, null, false);
    }
}

/// <summary>A step.</summary>
public sealed record SharedStepView
{
    public required Guid Id { get; init; }
    public required int Version { get; init; }
    public required Guid DealId { get; init; }
    public required string Title { get; init; }

    [JsonConverter(typeof(JsonStringEnumConverter<SharedSide>))]
    public required SharedSide Side { get; init; }

    /// <summary>Who takes it.</summary>
    public string? Who { get; init; }

    /// <summary>Who takes it, where they are a contact.</summary>
    public Guid? ForId { get; init; }
    public DateOnly? DueOn { get; init; }
    public Guid? StageId { get; init; }
    public Guid? GateStepId { get; init; }

    /// <summary>The agreed next step that it is: finishing one finishes both.</summary>
    public Guid? TaskId { get; init; }
    public DateOnly? DoneOn => SharedTask.DoneOn(IsOpenTask, TaskDoneAt, Noted);

    [JsonIgnore]
    public DateOnly? Noted { get; init; }

    [JsonIgnore]
    public bool IsOpenTask { get; init; }

    [JsonIgnore]
    public DateTime? TaskDoneAt { get; init; }

    /// <summary>The name they gave who ticked it; null where one of us said that it is done.</summary>
    public string? DoneBy { get; init; }

    /// <summary>The customer ticked it.</summary>
    public required bool IsDoneByThem { get; init; }

    [JsonIgnore]
    public string? Written { get; init; }
}

/// <summary>Something that somebody at the customer did.</summary>
public sealed record SharedSayingView
{
    public required Guid Id { get; init; }
    public required Guid StepId { get; init; }

    [JsonConverter(typeof(JsonStringEnumConverter<SharedAct>))]
    public required SharedAct Did { get; init; }

    /// <summary>What the step was called then.</summary>
    public required string What { get; init; }

    /// <summary>The name they gave; nobody checked it.</summary>
    public required string Name { get; init; }
    public string? Text { get; init; }
    public DateOnly? ProposedOn { get; init; }
    public required DateTime At { get; init; }

    /// <summary>When the owner of the deal read it.</summary>
    public DateTime? SeenAt { get; init; }
}

/// <summary>A link, without what is secret of it.</summary>
public sealed record SharedLinkView
{
    public required Guid Id { get; init; }
    public required DateOnly Until { get; init; }
    public DateTime? EndedAt { get; init; }

    /// <summary>How often it was opened. Programs that look through mail may be among them.</summary>
    public required int Opened { get; init; }

    /// <summary>On how many days.</summary>
    public required int OpenedDays { get; init; }
    public DateOnly? LastOpenedOn { get; init; }

    /// <summary>The whole address, in the answer that makes it and never again.</summary>
    public string? Url { get; init; }
}

/// <summary>Something that can be taken into the plan with one press.</summary>
/// <param name="Title">What it is.</param>
/// <param name="Side">Who does it.</param>
/// <param name="Who">By name.</param>
/// <param name="DueOn">By when.</param>
/// <param name="Gate">The customer's step it is.</param>
public sealed record SharedOffer(string Title, SharedSide Side, string? Who, DateOnly? DueOn, Guid? Gate, Guid? Task = null);

/// <summary>Something of a shared plan was changed.</summary>
/// <param name="Deal">The deal.</param>
public sealed record SharedSaved(Guid Deal)
{
    internal string? Back { get; init; }

    internal string Url => LocalPath.Or(Back, $"/opportunities/{Deal}/shared");
}
