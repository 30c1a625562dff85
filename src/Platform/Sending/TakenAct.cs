using Coxswain.Platform.Data;
using Coxswain.Platform.Jobs;
namespace Coxswain.Platform.Sending;

/// <summary>An act that came from a device's outbox, or from a form with a key, and was done. Its id came with it: sent again, it is known and not done twice.</summary>
public sealed class TakenAct : Entity
{
    public required Guid PersonId { get; init; }
    public required DateTime OccurredAt { get; init; }
    public required DateTime TakenAt { get; init; }

    /// <summary>Where it led.</summary>
    public string? Url { get; init; }
}

/// <summary>Nobody sends an act again after so long.</summary>
internal sealed class OldTakenActs : IUpkeep
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    public Task TidyAsync(AppDb db, DateTime now, CancellationToken ct)
    {
        var before = now - Kept;
        return db.ClearAsync(db.Rows<TakenAct>().Where(a => a.TakenAt < before), ct);
    }
}
