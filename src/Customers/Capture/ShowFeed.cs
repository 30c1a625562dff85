using System.Text.Json;
using Coxswain.Customers.Activities;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Jobs;
using Coxswain.Platform.Outside;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Capture;

/// <summary>Shows how fetching from one place went: what came, what was skipped and why, and when it is fetched next.</summary>
internal static class ShowFeed
{
    private const int Most = 20;

    public sealed record Input { public Guid Id { get; init; } }

    public static async Task<Outcome<FeedView>> Do(Input input, AppDb db, CancellationToken ct)
    {
        if (await OpenAsync(db, input.Id, ct) is not { } feed) return Outcome.Missing;
        var runs = await db.Rows<FeedRun>().AsNoTracking().Where(r => r.FeedId == feed.Id).OrderByDescending(r => r.At).ThenByDescending(r => r.Id).Take(Most).ToListAsync(ct);
        var last = runs.FirstOrDefault(r => r.Fault is null);
        // Whether there is such a folder is a matter of now, not of what was.
        var skips = runs.SelectMany(r => JsonSerializer.Deserialize<List<Skips>>(r.Reasons)!.Where(s => s.Reason is not SkipReason.NoSentFolder || r == last)).GroupBy(s => s.Reason)
            .Select(g => new Skips(g.Key, g.Sum(s => s.Count), [.. g.SelectMany(s => s.Which).Distinct().Take(5)])).OrderByDescending(s => s.Count).ToList();
        return new FeedView
        {
            Feed = db.Local(await ShowCapture.Feeds(db).Where(f => f.Id == feed.Id).Select(FeedLine.Reading).SingleAsync(ct)), User = feed.User, Folders = feed.Folders, Skips = [.. skips.Where(s => !SkipWords.IsNote(s.Reason))], Notes = [.. skips.Where(s => SkipWords.IsNote(s.Reason))],
            Runs = [.. runs.Select(r => new RunLine(db.Local(r.At), r.Fetched, r.Filed, r.Waiting, r.Skipped, r.Unchanged, r.Fault, r.FaultDetail))],
            Kept = await db.Rows<Captured>().CountAsync(c => c.FeedId == feed.Id && c.State == CapturedState.Filed, ct), Busy = await db.Rows<Captured>().CountAsync(c => c.FeedId == feed.Id && c.State == CapturedState.Busy, ct),
            IsFetching = await FetchFeed.Open(db).AnyAsync(j => j.SubjectId == feed.Id, ct),
        };
    }

    /// <summary>One's own; of the shared ones, those of whoever sees to settings. Anybody else's answers like one that is not there.</summary>
    internal static Task<Feed?> OpenAsync(AppDb db, Guid id, CancellationToken ct)
    {
        var shared = db.Viewer.May(Permission.ManageSettings);
        return db.Rows<Feed>().SingleOrDefaultAsync(f => f.Id == id && (f.PersonId == db.Viewer.PersonId || shared && f.Kind == FeedKind.SharedMailbox), ct);
    }
}

/// <summary>One fetch.</summary>
public sealed record RunLine(DateTime At, int Fetched, int Filed, int Waiting, int Skipped, bool Unchanged, OutsideFault? Fault, string? FaultDetail);

/// <summary>How fetching from one place goes.</summary>
public sealed record FeedView
{
    public required FeedLine Feed { get; init; }
    public required string? User { get; init; }
    public required string? Folders { get; init; }

    /// <summary>The latest first.</summary>
    public required IReadOnlyList<RunLine> Runs { get; init; }

    /// <summary>Why something was not filed, over these runs.</summary>
    public required IReadOnlyList<Skips> Skips { get; init; }

    /// <summary>What is worth knowing, though nothing was left out for it.</summary>
    public required IReadOnlyList<Skips> Notes { get; init; }

    /// <summary>Filed from here.</summary>
    public required int Kept { get; init; }

    /// <summary>Private, kept as times only.</summary>
    public required int Busy { get; init; }
    public required bool IsFetching { get; init; }
}

/// <summary>Disconnects a place: nothing is fetched from it any more. What is filed stays, unless it is to be forgotten.</summary>
internal static class DisconnectFeed
{
    public sealed record Input
    {
        public Guid Id { get; init; }

        /// <summary>What was captured from it goes too, with its touches.</summary>
        public bool Forget { get; init; }
    }

    public static async Task<Outcome<WentBack>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        if (await ShowFeed.OpenAsync(db, input.Id, ct) is not { } feed) return Outcome.Missing;
        await db.InOneTransactionAsync(() => Forgetting.FeedAsync(db, feed, input.Forget, clock.GetUtcNow().UtcDateTime, ct), ct);
        return Outcome.Done(new WentBack(feed.Kind is FeedKind.SharedMailbox ? "/settings/capture" : "/me/capture")).Saying(input.Forget ? T("It is disconnected, and what came from it is forgotten.") : T("It is disconnected. What is filed stays."));
    }
}
