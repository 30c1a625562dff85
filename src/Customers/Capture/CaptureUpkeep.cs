using Coxswain.Platform.Data;
using Coxswain.Platform.Jobs;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Capture;

/// <summary>What nobody said a word about for 60 days goes, as do private times that are past and what is known of old fetches.</summary>
internal sealed class CaptureUpkeep : IUpkeep
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(60);
    private static readonly TimeSpan RunsKept = TimeSpan.FromDays(30);

    public async Task TidyAsync(AppDb db, DateTime now, CancellationToken ct)
    {
        var (before, over) = (now - Kept, db.Rows<Captured>());
        var old = over.Where(c => (c.State == CapturedState.Waiting || c.State == CapturedState.Busy || c.State == CapturedState.Ignored || c.State == CapturedState.Cancelled || c.State == CapturedState.Coming) && c.OccurredAt < before).Select(c => c.Id);
        await db.ClearAsync(db.Rows<CapturedAddress>().Where(a => old.Contains(a.CapturedId)), ct);
        await db.ClearAsync(db.Rows<CapturedTouch>().Where(t => old.Contains(t.CapturedId)), ct);
        await db.ClearAsync(over.Where(c => old.Contains(c.Id)), ct);
        await db.ClearAsync(db.Rows<FeedRun>().Where(r => r.At < now - RunsKept), ct);
    }
}
