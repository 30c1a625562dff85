using Coxswain.Platform.Data;
using Coxswain.Platform.Jobs;
namespace Coxswain.Funnel.Rules;

/// <summary>Clears what the log of rules says of a year ago and longer, once it holds no more.</summary>
internal sealed class OldFirings : IUpkeep
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(365);

    public Task TidyAsync(AppDb db, DateTime now, CancellationToken ct)
    {
        var before = now - Kept;
        return db.ClearAsync(db.RuleFirings.Where(f => f.EndedAt != null && f.EndedAt < before), ct);
    }
}
