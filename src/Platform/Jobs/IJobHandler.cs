using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
namespace Coxswain.Platform.Jobs;

/// <summary>
/// Does one kind of job. Registered scoped: each try has a scope of its own, in which the viewer is who asked, with the role they have now.
/// A try may come after another that was cut off anywhere, so the work is idempotent or keeps its own place.
/// </summary>
public interface IJobHandler
{
    /// <summary>Stable name, kept in the rows.</summary>
    string Kind { get; }

    /// <summary>What it is called, in the viewer's language.</summary>
    string Label { get; }

    /// <summary>What whoever asked must still be allowed when it begins.</summary>
    Permission Needs => Permission.Enter;

    /// <summary>The page of the record it works on; null where there is none.</summary>
    string? HrefOf(Job job) => null;

    /// <summary>Does the work.</summary>
    /// <param name="job">What was asked, and where progress is told.</param>
    /// <param name="ct">Cancelled when somebody stops it, when the process ends, or when another process has taken it over.</param>
    /// <exception cref="JobRefusedException">It cannot be done, and trying again would not help.</exception>
    Task RunAsync(JobAtWork job, CancellationToken ct);

    /// <summary>It was cancelled or is given up. Called before that is written down, so it may come twice.</summary>
    Task EndedAsync(Job job, JobState end, string? cause, CancellationToken ct) => Task.CompletedTask;
}

/// <summary>A job cannot be done, however often it is tried; the message says why, in plain words.</summary>
public sealed class JobRefusedException(string why) : Exception(why);

/// <summary>Knows people as they are now, whatever they were when they asked for something.</summary>
public interface IPeopleNow
{
    /// <summary>The person as a viewer, with today's role; null for someone who has left or was never here.</summary>
    Task<Viewer?> FindAsync(AppDb db, Guid personId, CancellationToken ct);

    /// <summary>What these people are called, those who left included.</summary>
    Task<IReadOnlyDictionary<Guid, string>> NamesAsync(AppDb db, IReadOnlyCollection<Guid> personIds, CancellationToken ct);
}
