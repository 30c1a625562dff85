using Coxswain.Platform.Data;
using Coxswain.Platform.Jobs;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Platform.Sending;

/// <summary>An act that came from a device's outbox, or from a form with a key, and was done. Its id came with it: sent again, it is known and not done twice.</summary>
public sealed class TakenAct : Entity
{
    public required Guid PersonId { get; init; }
    public required DateTime OccurredAt { get; init; }
    public required DateTime TakenAt { get; init; }

    /// <summary>Where it led.</summary>
    public string? Url { get; init; }

    /// <summary>Of the API: what was sent, as a hash, so that the same key with something else is told apart.</summary>
    public byte[]? Said { get; init; }

    /// <summary>Of the API: the status of its answer.</summary>
    public int? Status { get; init; }

    /// <summary>Of the API: the answer, closed, for a day.</summary>
    public string? Answer { get; private set; }

    internal void Answered(string closed) => Answer = closed;
}

/// <summary>Nobody sends an act again after so long.</summary>
internal sealed class OldTakenActs : IUpkeep
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    private static readonly TimeSpan AnswerKept = TimeSpan.FromDays(1);

    public async Task TidyAsync(AppDb db, DateTime now, CancellationToken ct)
    {
        var (before, answered) = (now - Kept, now - AnswerKept);
        await db.ClearAsync(db.Rows<TakenAct>().Where(a => a.TakenAt < before), ct);
        await ForgetAnswersAsync(db, answered, ct);
    }

    /// <summary>Answers may name people: they go after a day, and all at once where somebody is erased.</summary>
    internal static Task ForgetAnswersAsync(AppDb db, DateTime before, CancellationToken ct) =>
        db.InOneTransactionAsync(() => db.Rows<TakenAct>().Where(a => a.TakenAt < before && a.Answer != null).ExecuteUpdateAsync(s => s.SetProperty(a => a.Answer, (string?)null), ct), ct);
}
