using Coxswain.Platform.Data;
using Coxswain.Platform.Tenants;
namespace Coxswain.Customers.Capture.Calendars;

/// <summary>Reads a calendar by its secret address: whole, or not at all where it is what it was.</summary>
internal sealed class CalendarAddress : IFeedReader
{
    // Days come into the window though nothing changed.
    internal static readonly TimeSpan Whole = TimeSpan.FromHours(20);

    public bool Reads(FeedKind kind) => kind is FeedKind.CalendarAddress;

    public async Task ReadAsync(AppDb db, Fetching fetching, CancellationToken ct)
    {
        var feed = fetching.Feed;
        var keeper = new MeetingKeeper(db, fetching, await Filing.OfAsync(db, feed.PersonId, fetching.Rules, ct));
        using var http = new CalendarHttp(fetching.Rules.Listed, null, null);
        var answered = await http.GetAsync(CalendarHttp.AddressOf(fetching.Secret), feed.WholeAt > fetching.Now - Whole ? feed.Mark : null, ct);
        if (answered.Body is null) fetching.Tally.Unchanged = true;
        else
        {
            var reader = await ReaderAsync(db, fetching.Now, ct);
            await keeper.TakeAsync(reader.Read(answered.Body, fetching.Tally), ct);
            await MarkAsync(db, feed, answered.Mark, fetching.Now, ct);
        }
        await keeper.FileAsync(ct);
    }

    internal static async Task<MeetingReader> ReaderAsync(AppDb db, DateTime now, CancellationToken ct)
    {
        var zone = (await db.TenantAsync(ct)).TimeZone;
        return new MeetingReader(TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) ? found : TimeZoneInfo.Utc, now - MeetingKeeper.Window, now + MeetingKeeper.Window);
    }

    // Only once all of it is taken over: cut off before, it is read whole again.
    internal static async Task MarkAsync(AppDb db, Feed feed, string? mark, DateTime now, CancellationToken ct)
    {
        db.Attach(feed);
        (feed.Mark, feed.WholeAt) = (mark, now);
        await db.SaveChangesAsync(ct);
    }
}
