using System.Text.Json;
using Coxswain.Platform.Data;
namespace Coxswain.Platform.Jobs;

/// <summary>How far a job has come.</summary>
public enum JobState { Waiting, Running, Done, Cancelled, Failed }

/// <summary>
/// Work that outlives the request and the process that asked for it: a row, saved with the change that asks for it. After it is saved only
/// <see cref="JobTable"/> writes it, by statements that name the state they expect, so that several processes may share one table.
/// </summary>
public sealed class Job : Entity
{
    /// <summary>Stable name of what is to be done, such as <c>import.run</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>What the handler needs to know, as JSON.</summary>
    public string Payload { get; init; } = "null";

    /// <summary>The record it works on, by which a page finds it; null where there is none.</summary>
    [PointsAt(StaysBecause = "it says what was asked for")]
    public Guid? SubjectId { get; init; }

    /// <summary>What tells it apart from others of its kind: a file, a day.</summary>
    public string? Title { get; init; }

    /// <summary>Who asked, and as whom it runs; <see cref="Guid.Empty"/> is the system.</summary>
    public required Guid AskedById { get; init; }
    public required DateTime AskedAt { get; init; }
    public JobState State { get; private set; }

    /// <summary>It is not begun before this.</summary>
    public required DateTime NextTryAt { get; set; }

    /// <summary>How often it was begun, since it was asked for or told to try again.</summary>
    public int Attempts { get; private set; }

    /// <summary>The process that works on it; nobody else may until <see cref="LeaseUntil"/> has passed.</summary>
    public string? LeaseOwner { get; private set; }
    public DateTime? LeaseUntil { get; private set; }
    public bool CancelAsked { get; private set; }

    /// <summary>How much is done, of <see cref="Total"/>; null while that is unknown.</summary>
    public long Done { get; private set; }
    public long? Total { get; private set; }

    /// <summary>What it is at just now, in the asker's language.</summary>
    public string? Word { get; private set; }

    /// <summary>Why the last try failed, in plain words.</summary>
    public string? Cause { get; private set; }
    public DateTime? EndedAt { get; private set; }

    /// <summary>The payload as the handler wrote it.</summary>
    public T Read<T>() => JsonSerializer.Deserialize<T>(Payload)!;
}

/// <summary>Asks for work.</summary>
public static class Asking
{
    /// <summary>Adds a job for the viewer; it is saved, and so begun, with what the caller saves, or not at all.</summary>
    /// <param name="db">The caller's database context.</param>
    /// <param name="kind">Of one of the registered <see cref="IJobHandler"/>s.</param>
    /// <param name="payload">What the handler needs to know; small, and without personal values.</param>
    /// <param name="subjectId">The record it works on.</param>
    /// <param name="title">What tells it apart from others of its kind.</param>
    /// <exception cref="InvalidOperationException">Nobody is signed in in this scope: such a job could not start.</exception>
    public static Job Ask(this AppDb db, string kind, object? payload = null, Guid? subjectId = null, string? title = null)
    {
        var now = db.Clock.GetUtcNow().UtcDateTime;
        var job = new Job { Kind = kind, Payload = JsonSerializer.Serialize(payload), SubjectId = subjectId, Title = title, AskedById = db.Viewer.PersonId, AskedAt = now, NextTryAt = now };
        db.Add(job);
        return job;
    }
}
