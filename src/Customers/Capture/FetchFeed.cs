using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Jobs;
using Coxswain.Platform.Outside;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Capture;

/// <summary>Fetches from one feed as the person whose it is, and writes down how it went and when it is fetched next.</summary>
internal sealed class FetchFeed(AppDb db, IEnumerable<IFeedReader> readers, SecretKeeper secrets, TimeProvider clock) : IJobHandler
{
    public const string JobKind = "capture.fetch";

    public string Kind => JobKind;

    public string Label => T("Fetching mail and calendars");

    public Permission Needs => Permission.EditCustomers;

    public async Task RunAsync(JobAtWork job, CancellationToken ct)
    {
        var (now, id) = (clock.GetUtcNow().UtcDateTime, job.Job.SubjectId!.Value);
        var rules = await CaptureRules.OfAsync(db, ct);
        // Disconnected meanwhile.
        if (await db.Rows<Feed>().AsNoTracking().SingleOrDefaultAsync(f => f.Id == id, ct) is not { } feed) return;
        if (!rules.Allows(feed.Kind)) { await RestAsync(feed, ct); return; }
        var (tally, fault) = (new Tally(), (OutsideException?)null);
        try
        {
            var secret = secrets.Open(feed.Closed) ?? throw new OutsideException(OutsideFault.Refused);
            await readers.Single(r => r.Reads(feed.Kind)).ReadAsync(db, new Fetching(feed, rules, secret, tally, now), ct);
            if (feed.Kind is not FeedKind.SharedMailbox)
            {
                tally.Filed += await Waiting.WaitingRows.LookAgainAsync(db, rules, ct);
                await Waiting.WaitingRows.JoinAsync(db, null, ct);
            }
        }
        catch (OutsideException failure) { fault = failure; }
        db.ChangeTracker.Clear();
        await EndAsync(id, tally, fault, now, ct);
        await db.ClearAsync(db.Rows<Job>().Where(j => j.Kind == JobKind && j.SubjectId == id && j.State == JobState.Done), ct);
    }

    /// <summary>It was stopped, or failed in a way nobody foresaw: it is fetched again in an hour.</summary>
    public async Task EndedAsync(Job job, JobState end, string? cause, CancellationToken ct)
    {
        if (await db.Rows<Feed>().SingleOrDefaultAsync(f => f.Id == job.SubjectId, ct) is not { } feed) return;
        feed.NextAt = clock.GetUtcNow().UtcDateTime + JobSettings.LongestPause;
        await db.SaveChangesAsync(ct);
    }

    // Switched off meanwhile: nothing goes out, and nothing is asked for before it is allowed again.
    private async Task RestAsync(Feed feed, CancellationToken ct)
    {
        db.Attach(feed);
        (feed.NextAt, feed.Fault, feed.FaultDetail) = (null, null, null);
        await db.SaveChangesAsync(ct);
    }

    private async Task EndAsync(Guid id, Tally tally, OutsideException? fault, DateTime now, CancellationToken ct)
    {
        if (await db.Rows<Feed>().SingleOrDefaultAsync(f => f.Id == id, ct) is not { } feed) return;
        if (fault is null) feed.WentWell(now);
        else feed.WentWrong(fault, now);
        db.Add(tally.Of(id, now, fault));
        await db.SaveChangesAsync(ct);
    }

    /// <summary>The fetches that are asked for or at work.</summary>
    public static IQueryable<Job> Open(AppDb db) => db.Rows<Job>().Where(j => j.Kind == JobKind && (j.State == JobState.Waiting || j.State == JobState.Running));

    /// <summary>Asks for a fetch; the caller saves.</summary>
    public static void AskFor(AppDb db, Feed feed, DateTime now, Guid? key = null) => db.Add(new Job
    {
        // A shared mailbox is read by the machine, which files for each colleague with that colleague's eyes.
        Id = key ?? Guid.CreateVersion7(), Kind = JobKind, SubjectId = feed.Id, Title = feed.Host, AskedById = feed.Kind is FeedKind.SharedMailbox ? Guid.Empty : feed.PersonId, AskedAt = now, NextTryAt = now,
    });
}

/// <summary>Asks for the fetches that are due, once each however many processes look.</summary>
internal sealed class FetchClock : IClockwork
{
    public async Task AskAsync(AppDb db, DateTime now, CancellationToken ct)
    {
        var rules = await CaptureRules.OfAsync(db, ct);
        if (!rules.Calendars && !rules.Mail) return;
        var open = FetchFeed.Open(db).Select(j => j.SubjectId);
        foreach (var feed in await db.Rows<Feed>().AsNoTracking().Where(f => f.NextAt <= now && !open.Contains(f.Id)).ToListAsync(ct))
            if (rules.Allows(feed.Kind)) FetchFeed.AskFor(db, feed, now, JobKey.Of($"fetch {feed.Id:N} {feed.NextAt!.Value:O}"));
        await db.SaveChangesAsync(ct);
    }
}
