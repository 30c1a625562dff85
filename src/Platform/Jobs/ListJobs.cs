using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Platform.Jobs;

/// <summary>Work in the background: what needs a person first, then what runs and waits, then what was done lately.</summary>
internal static class ListJobs
{
    private const int Most = 50;

    public static async Task<Outcome<JobsView>> Do(AppDb db, IEnumerable<IJobHandler> handlers, IPeopleNow people, CancellationToken ct)
    {
        var open = await db.Rows<Job>().AsNoTracking().Where(j => j.State == JobState.Failed || j.State == JobState.Running || j.State == JobState.Waiting).OrderBy(j => j.NextTryAt).Take(Most).ToListAsync(ct);
        var ended = await db.Rows<Job>().AsNoTracking().Where(j => j.State == JobState.Done || j.State == JobState.Cancelled).OrderByDescending(j => j.EndedAt).Take(20).ToListAsync(ct);
        var parked = await db.Rows<Delivery>().AsNoTracking().Where(d => d.ParkedAt != null).OrderBy(d => d.ParkedAt).Take(Most)
            .Select(d => new ParkedLine(d.Id, d.Reaction, d.EventKind, d.Attempts, d.ParkedAt!.Value, d.Cause ?? "")).ToListAsync(ct);
        var names = await people.NamesAsync(db, [.. open.Concat(ended).Select(j => j.AskedById).Where(id => id != Guid.Empty).Distinct()], ct);
        var known = handlers.ToDictionary(h => h.Kind);
        return new JobsView([.. open.Concat(ended).Select(Line)], parked);

        JobLine Line(Job j) => new()
        {
            Id = j.Id, Kind = j.Kind, Label = known.GetValueOrDefault(j.Kind)?.Label ?? j.Kind, Title = j.Title, Href = known.GetValueOrDefault(j.Kind)?.HrefOf(j), State = j.State, AskedBy = names.GetValueOrDefault(j.AskedById),
            AskedAt = j.AskedAt, Attempts = j.Attempts, NextTryAt = j.NextTryAt, Done = j.Done, Total = j.Total, Word = j.Word, Cause = j.Cause, EndedAt = j.EndedAt, IsStopping = j.CancelAsked && j.State is JobState.Running,
        };
    }
}

/// <summary>Work in the background, as an administrator sees it.</summary>
public sealed record JobsView(IReadOnlyList<JobLine> Jobs, IReadOnlyList<ParkedLine> Parked)
{
    public IReadOnlyList<JobLine> Failed => [.. Jobs.Where(j => j.State is JobState.Failed)];
    public IReadOnlyList<JobLine> Open => [.. Jobs.Where(j => j.State is JobState.Running or JobState.Waiting).OrderBy(j => j.State is JobState.Waiting)];
    public IReadOnlyList<JobLine> Ended => [.. Jobs.Where(j => j.State is JobState.Done or JobState.Cancelled)];
}

/// <summary>One job.</summary>
public sealed record JobLine
{
    public required Guid Id { get; init; }
    public required string Kind { get; init; }
    public required string Label { get; init; }
    public required string? Title { get; init; }
    public required string? Href { get; init; }
    public required JobState State { get; init; }

    /// <summary>Null is the system.</summary>
    public required string? AskedBy { get; init; }
    public required DateTime AskedAt { get; init; }
    public required int Attempts { get; init; }
    public required DateTime NextTryAt { get; init; }
    public required long Done { get; init; }
    public required long? Total { get; init; }
    public required string? Word { get; init; }
    public required string? Cause { get; init; }
    public required DateTime? EndedAt { get; init; }
    public required bool IsStopping { get; init; }
}

/// <summary>The news of an event that could not be passed on.</summary>
public sealed record ParkedLine(Guid Id, string Reaction, string EventKind, int Attempts, DateTime ParkedAt, string Cause);
