using System.Globalization;
using Coxswain.Customers.Capture.Waiting;
using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Capture.Calendars;

/// <summary>Keeps a person's meetings in step with their calendar: what is new, moved or called off; and files those that have begun.</summary>
internal sealed class MeetingKeeper(AppDb db, Fetching fetching, Filing filing)
{
    /// <summary>So long ago and so far ahead a calendar is looked at.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromDays(30);

    // Within one series, so that one save is not large and what came is kept.
    private const int AtOnce = 50;
    private readonly Tally _tally = fetching.Tally;

    // Who is in the meetings that are known.
    private ILookup<Guid, CapturedAddress> _there = Enumerable.Empty<CapturedAddress>().ToLookup(a => a.CapturedId);

    /// <summary>Takes over what the calendar says. What is gone from it and had not begun is called off; of what is past, many calendars tell no more.</summary>
    public async Task TakeAsync(IReadOnlyList<Meeting> meetings, CancellationToken ct)
    {
        var feed = fetching.Feed;
        var keys = meetings.Select(m => m.Key).ToList();
        var known = await db.Rows<Captured>().Where(c => c.PersonId == feed.PersonId && c.Kind == CapturedKind.Meeting && (c.FeedId == feed.Id && c.OccurredAt > fetching.Now || keys.Contains(c.Key))).ToDictionaryAsync(c => c.Key, ct);
        _there = await WaitingRows.PeopleAsync(db, [.. known.Values], ct);
        foreach (var (meeting, nth) in meetings.Select((m, i) => (m, i)))
        {
            if (known.GetValueOrDefault(meeting.Key) is { } kept) await StepAsync(kept, meeting, ct);
            else Begin(meeting);
            if (nth % AtOnce == AtOnce - 1) await db.SaveChangesAsync(ct);
        }
        var told = keys.ToHashSet();
        foreach (var gone in known.Values.Where(c => c.FeedId == feed.Id && !told.Contains(c.Key) && c.OccurredAt > fetching.Now && c.State is CapturedState.Coming or CapturedState.Busy)) await CallOffAsync(gone, CapturedState.Cancelled, ct);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Files the meetings that have begun since the last time.</summary>
    public async Task FileAsync(CancellationToken ct)
    {
        var begun = await db.Rows<Captured>().Where(c => c.PersonId == fetching.Feed.PersonId && c.FeedId == fetching.Feed.Id && c.Kind == CapturedKind.Meeting && c.State == CapturedState.Coming && c.OccurredAt <= fetching.Now).OrderBy(c => c.OccurredAt).ToListAsync(ct);
        var people = await WaitingRows.PeopleAsync(db, begun, ct);
        foreach (var meeting in begun)
        {
            _tally.Settle(await filing.SettleAsync(meeting, [.. people[meeting.Id]], ct), Day(meeting.OccurredAt));
            await db.SaveChangesAsync(ct);
        }
    }

    private void Begin(Meeting meeting)
    {
        if (meeting.IsCancelled) return;
        if (!meeting.IsPrivate && Reason(meeting) is { } reason)
        {
            _tally.Skip(reason, Day(meeting.At));
            return;
        }
        _tally.Fetched++;
        var captured = new Captured
        {
            FeedId = fetching.Feed.Id, PersonId = fetching.Feed.PersonId, Kind = CapturedKind.Meeting, Key = meeting.Key, State = meeting.IsPrivate ? CapturedState.Busy : CapturedState.Coming, OccurredAt = meeting.At, Minutes = meeting.Minutes,
            Inbound = Inbound(meeting), Subject = meeting.Subject, Text = meeting.Text,
        };
        db.Add(captured);
        Invite(captured, meeting);
    }

    private async Task StepAsync(Captured kept, Meeting meeting, CancellationToken ct)
    {
        if (kept.State is CapturedState.Erased or CapturedState.Ignored) return;
        if (meeting.IsPrivate) { await HideAsync(kept, meeting, ct); return; }
        var over = meeting.IsCancelled || Reason(meeting) is SkipReason.Declined;
        if (over && kept.State is CapturedState.Cancelled) return;
        if (over) { await CallOffAsync(kept, CapturedState.Cancelled, ct); return; }
        if (kept.State is CapturedState.Cancelled or CapturedState.Busy) kept.State = CapturedState.Coming;
        var moved = kept.OccurredAt != meeting.At || kept.Minutes != meeting.Minutes;
        (kept.OccurredAt, kept.Minutes, kept.Subject, kept.Text, kept.Inbound) = (meeting.At, meeting.Minutes, meeting.Subject, meeting.Text, Inbound(meeting));
        if (kept.State is not CapturedState.Filed) InviteAnew(kept, meeting);
        else if (meeting.At > fetching.Now) await CallOffAsync(kept, CapturedState.Coming, ct, forget: false);
        else if (moved) await filing.FollowAsync(kept, ct);
        if (kept.State is CapturedState.Waiting && meeting.At > fetching.Now) kept.State = CapturedState.Coming;
    }

    private async Task HideAsync(Captured kept, Meeting meeting, CancellationToken ct)
    {
        if (kept.State is not CapturedState.Busy) await CallOffAsync(kept, CapturedState.Busy, ct);
        (kept.OccurredAt, kept.Minutes) = (meeting.At, meeting.Minutes);
    }

    private async Task CallOffAsync(Captured kept, CapturedState state, CancellationToken ct, bool forget = true)
    {
        if (kept.State is CapturedState.Filed) await filing.WithdrawAsync(kept, fetching.Now, ct);
        if (forget)
        {
            kept.Forget(state);
            db.RemoveRange(_there[kept.Id]);
        }
        else kept.State = state;
    }

    private void InviteAnew(Captured kept, Meeting meeting)
    {
        var there = _there[kept.Id];
        if (there.Select(a => a.Address).ToHashSet().SetEquals(meeting.People.Select(p => p.Address))) return;
        db.RemoveRange(there);
        Invite(kept, meeting);
        // Somebody else is in it: whom it waited for may be known.
        if (kept.State is CapturedState.Waiting) kept.State = CapturedState.Coming;
    }

    private void Invite(Captured captured, Meeting meeting)
    {
        foreach (var person in meeting.People) db.Add(new CapturedAddress { CapturedId = captured.Id, Address = person.Address, Name = person.Name, Part = person.Part, IsOutside = !filing.IsOurs(person.Address) });
    }

    private SkipReason? Reason(Meeting meeting) => meeting.Declined.Any(filing.IsOwn) ? SkipReason.Declined : filing.Judge(meeting.People);

    private bool? Inbound(Meeting meeting) => meeting.People.FirstOrDefault(p => p.Part is Part.From) is { } organiser ? !filing.IsOurs(organiser.Address) : null;

    private static string Day(DateTime at) => at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
