using Coxswain.Customers.Activities;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Jobs;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Capture;

/// <summary>Takes captured things away.</summary>
internal static class Forgetting
{
    /// <summary>A place goes, with how to get in and how fetching went; of what came from it at least what nobody filed.</summary>
    public static async Task FeedAsync(AppDb db, Feed feed, bool filedToo, DateTime now, CancellationToken ct)
    {
        var mine = db.Rows<Captured>().Where(c => c.FeedId == feed.Id);
        await WholeAsync(db, filedToo ? mine : mine.Where(c => c.State != CapturedState.Filed), now, ct);
        foreach (var kept in await mine.ToListAsync(ct)) kept.FeedId = null;
        await db.ClearAsync(db.Rows<FeedRun>().Where(r => r.FeedId == feed.Id), ct);
        await db.ClearAsync(db.Rows<FeedFolder>().Where(f => f.FeedId == feed.Id), ct);
        await db.SaveChangesAsync(ct);
        db.Remove(feed);
        await db.SaveChangesAsync(ct);
    }

    // They go without a trace; their touches too, unless those are a colleague's as well.
    private static async Task WholeAsync(AppDb db, IQueryable<Captured> which, DateTime now, CancellationToken ct)
    {
        var ids = which.Select(c => c.Id);
        var links = db.Rows<CapturedTouch>().Where(t => ids.Contains(t.CapturedId));
        var (touched, others) = (links.Select(t => t.InteractionId), db.Rows<CapturedTouch>().Where(t => !ids.Contains(t.CapturedId)).Select(t => t.InteractionId));
        foreach (var touch in await db.Rows<Interaction>().Where(i => touched.Contains(i.Id) && !others.Contains(i.Id)).ToListAsync(ct)) touch.RemovedAt = now;
        await db.SaveChangesAsync(ct);
        await db.ClearAsync(links, ct);
        await db.ClearAsync(db.Rows<CapturedAddress>().Where(a => ids.Contains(a.CapturedId)), ct);
        await db.ClearAsync(which, ct);
    }

    /// <summary>Somebody leaves: their places go, and of what came from them everything that nobody else may read.</summary>
    public static async Task PersonAsync(AppDb db, Guid person, DateTime now, CancellationToken ct)
    {
        foreach (var feed in await db.Rows<Feed>().Where(f => f.PersonId == person && f.Kind != FeedKind.SharedMailbox).ToListAsync(ct)) await FeedAsync(db, feed, filedToo: false, now, ct);
        await WholeAsync(db, db.Rows<Captured>().Where(c => c.PersonId == person && c.State != CapturedState.Filed), now, ct);
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
