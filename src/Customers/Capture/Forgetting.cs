using Coxswain.Customers.Activities;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Capture;

/// <summary>Takes captured things away.</summary>
internal static class Forgetting
{
    /// <summary>A place goes, with how to get in and how fetching went; of what came from it at least what nobody filed.</summary>
    public static async Task FeedAsync(AppDb db, Feed feed, bool filedToo, DateTime now, CancellationToken ct)
    {
        var mine = db.Rows<Captured>().Where(c => c.FeedId == feed.Id);
        foreach (var kept in await mine.Where(c => c.State == CapturedState.Filed).ToListAsync(ct))
        {
            if (filedToo) await WholeAsync(db, kept, now, ct);
            else kept.FeedId = null;
        }
        foreach (var unfiled in await mine.Where(c => c.State != CapturedState.Filed).ToListAsync(ct)) await WholeAsync(db, unfiled, now, ct);
        db.RemoveRange(await db.Rows<FeedRun>().Where(r => r.FeedId == feed.Id).ToListAsync(ct));
        db.RemoveRange(await db.Rows<FeedFolder>().Where(f => f.FeedId == feed.Id).ToListAsync(ct));
        await db.SaveChangesAsync(ct);
        db.Remove(feed);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>One of them goes without a trace; its touches too, unless they are a colleague's as well.</summary>
    public static async Task WholeAsync(AppDb db, Captured captured, DateTime now, CancellationToken ct)
    {
        var links = await db.Rows<CapturedTouch>().Where(t => t.CapturedId == captured.Id).ToListAsync(ct);
        var ids = links.Select(l => l.InteractionId).ToList();
        var others = db.Rows<CapturedTouch>().Where(t => t.CapturedId != captured.Id).Select(t => t.InteractionId);
        foreach (var touch in await db.Rows<Interaction>().Where(i => ids.Contains(i.Id) && !others.Contains(i.Id)).ToListAsync(ct)) touch.RemovedAt = now;
        db.RemoveRange(links);
        db.RemoveRange(await db.Rows<CapturedAddress>().Where(a => a.CapturedId == captured.Id).ToListAsync(ct));
        db.Remove(captured);
    }

    /// <summary>Somebody leaves: their places go, and of what came from them everything that nobody else may read.</summary>
    public static async Task PersonAsync(AppDb db, Guid person, DateTime now, CancellationToken ct)
    {
        foreach (var feed in await db.Rows<Feed>().Where(f => f.PersonId == person && f.Kind != FeedKind.SharedMailbox).ToListAsync(ct)) await FeedAsync(db, feed, filedToo: false, now, ct);
        foreach (var left in await db.Rows<Captured>().Where(c => c.PersonId == person && c.State != CapturedState.Filed).ToListAsync(ct)) await WholeAsync(db, left, now, ct);
        foreach (var own in await db.Rows<Captured>().Where(c => c.PersonId == person && c.Readers == Readers.Nobody).ToListAsync(ct)) own.Forget(CapturedState.Filed);
        db.RemoveRange(await db.Rows<IgnoredAddress>().Where(i => i.PersonId == person).ToListAsync(ct));
        db.RemoveRange(await db.Rows<CaptureChoice>().Where(c => c.PersonId == person).ToListAsync(ct));
        await db.SaveChangesAsync(ct);
    }
}

/// <summary>Nobody takes over whose mailbox it is.</summary>
internal sealed class CaptureLeaving(TimeProvider clock) : ITakeOver
{
    public Task TakeOverAsync(AppDb db, Guid leaverId, Guid heirId, CancellationToken ct) => Forgetting.PersonAsync(db, leaverId, clock.GetUtcNow().UtcDateTime, ct);
}
