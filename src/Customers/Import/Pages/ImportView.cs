using Coxswain.Platform.Importing;
using Coxswain.Platform.Jobs;
namespace Coxswain.Customers.Import.Pages;

/// <summary>An import as its page shows it.</summary>
public sealed record ImportView
{
    public required Guid Id { get; init; }
    public required string Name { get; init; }
    public required string State { get; init; }
    public required ImportPlan Plan { get; init; }
    public required ImportOptions Options { get; init; }
    public required ImportResult? Result { get; init; }
    public required string? Problem { get; init; }
    public required int Done { get; init; }
    public required int Total { get; init; }

    /// <summary>It is being worked on, or will be in a moment.</summary>
    public required bool IsBusy { get; init; }

    /// <summary>What is at work on it takes it back.</summary>
    public required bool IsTakenBack { get; init; }

    /// <summary>Why the last try failed, while the next is waited for.</summary>
    public required string? Waiting { get; init; }

    /// <summary>What an undo did so far; null before one.</summary>
    public required ImportUndone? Undone { get; init; }
    public required DateTime MadeAt { get; init; }

    /// <summary>What a file may be, and its fields.</summary>
    public required IReadOnlyList<TargetView> Targets { get; init; }

    /// <summary>The first remarks, with their rows.</summary>
    public required IReadOnlyList<RemarkView> Remarks { get; init; }

    internal static ImportView Of(ImportRun run, IEnumerable<IImportTarget> targets, Job? job, IReadOnlyList<RemarkView> remarks)
    {
        var plan = Json.Read<ImportPlan>(run.Plan);
        return new ImportView
        {
            Id = run.Id, Name = run.Name, State = run.State.ToString(), Plan = plan, Options = Json.Read<ImportOptions>(run.Options),
            Result = run.Result is null ? null : Json.Read<ImportResult>(run.Result), Problem = run.Problem,
            Done = job is { Kind: TakeBackJob.JobKind } ? (int)job.Done : Math.Max(run.RowsDone, (int)(job?.Done ?? 0)), Total = job is { Kind: TakeBackJob.JobKind } ? (int)(job.Total ?? 0) : plan.Files.Where(f => f.Kind is not null).Sum(f => f.Rows),
            IsBusy = job is not null, IsTakenBack = job is { Kind: TakeBackJob.JobKind }, Waiting = job is { State: JobState.Waiting } ? job.Cause : null, Undone = run.Undone is null ? null : Json.Read<ImportUndone>(run.Undone), MadeAt = run.MadeAt, Remarks = remarks,
            Targets = [.. targets.Where(t => !t.IsOwn || plan.Files.Any(f => f.Kind == t.Kind)).OrderBy(t => t.Order).Select(t => new TargetView(t.Kind, t.Label, [.. t.Fields.Select(f => new ImportChoice(f.Name, f.Label()))], t.Readings))],
        };
    }
}

/// <summary>A kind of record that can be imported.</summary>
public sealed record TargetView(string Kind, string Label, IReadOnlyList<ImportChoice> Fields, IReadOnlyList<string> Readings);

/// <summary>What is told of a row.</summary>
public sealed record RemarkView(string File, int Row, string Reason, bool Refused);

/// <summary>An import in the list.</summary>
public sealed record ImportLine(Guid Id, string Name, string State, DateTime MadeAt, int Created, int Changed, int Refused);

/// <summary>The start of an import and the ones before.</summary>
/// <param name="Lines">The newest first.</param>
/// <param name="Watched">The folder whose files are taken in by themselves.</param>
public sealed record ImportsView(IReadOnlyList<ImportLine> Lines, Watching.WatchedView Watched);
