using System.ComponentModel.DataAnnotations;
using Coxswain.Customers.Activities;
using Coxswain.Customers.Capture.Calendars;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Jobs;
using Coxswain.Platform.Outside;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Capture;

/// <summary>Connects a calendar or a mailbox of one's own. It is fetched at once; how to get in is closed before it is kept.</summary>
internal static class ConnectFeed
{
    private const int Most = 10;

    public sealed record Input
    {
        public FeedKind Kind { get; init; }

        /// <summary>The secret address of a calendar, or the address of its server.</summary>
        [StringLength(2_000)]
        public string? Address { get; init; }

        [StringLength(200)]
        public string? User { get; init; }

        [StringLength(500)]
        public string? Password { get; init; }
    }

    public static async Task<Outcome<ConnectView>> Form(Input input, AppDb db, CancellationToken ct)
    {
        var rules = await CaptureRules.OfAsync(db, ct);
        return input.Kind is not FeedKind.SharedMailbox || db.Viewer.May(Permission.ManageSettings) ? new ConnectView(input.Kind, rules.Allows(input.Kind)) : Outcome.Missing;
    }

    public static async Task<Outcome<WentBack>> Do(Input input, AppDb db, SecretKeeper secrets, TimeProvider clock, CancellationToken ct)
    {
        var (now, rules, me) = (clock.GetUtcNow().UtcDateTime, await CaptureRules.OfAsync(db, ct), db.Viewer.PersonId);
        if (!rules.Allows(input.Kind)) return Outcome.Refused(T("An administrator has to allow this first, under settings."));
        if (await db.Rows<Feed>().CountAsync(f => f.PersonId == me, ct) >= Most) return Outcome.Refused(T("{0} are connected already; take one away first.", Most));
        var problems = new Problems();
        var feed = input.Kind switch
        {
            FeedKind.CalendarAddress or FeedKind.CalendarServer => Calendar(input, rules, secrets, now, me, problems),
            _ => null,
        };
        if (problems.Any) return Outcome.Invalid(problems);
        if (feed is null) return Outcome.Missing;
        db.Add(feed);
        FetchFeed.AskFor(db, feed, now);
        await db.SaveChangesAsync(ct);
        return Outcome.Done(new WentBack($"/feeds/{feed.Id}")).Saying(T("It is connected and fetched now."));
    }

    private static Feed? Calendar(Input input, CaptureRules rules, SecretKeeper secrets, DateTime now, Guid me, Problems problems)
    {
        var asksForUser = input.Kind is FeedKind.CalendarServer;
        problems.AddIf(asksForUser && input.User is null, nameof(input.User), T("Please fill this in.")).AddIf(asksForUser && input.Password is null, nameof(input.Password), T("Please fill this in."));
        if (AddressOf(input.Address, rules, problems) is not { } address) return null;
        return new Feed { Kind = input.Kind, PersonId = me, Host = address.Host, User = asksForUser ? input.User : null, Closed = secrets.Close(asksForUser ? $"{address.AbsoluteUri}\n{input.Password}" : address.AbsoluteUri), MadeAt = now };
    }

    // What can be said at once is not left to the first fetch.
    private static Uri? AddressOf(string? typed, CaptureRules rules, Problems problems)
    {
        try
        {
            var address = CalendarHttp.AddressOf(typed);
            if (address.Scheme is "https" || rules.Listed.Has(address.Host)) return address;
            throw new OutsideException(OutsideFault.NotEncrypted);
        }
        catch (OutsideException wrong)
        {
            problems.Add(nameof(Input.Address), OutsideWords.Of(wrong.Fault, wrong.Detail));
            return null;
        }
    }
}

/// <summary>What the form that connects starts with.</summary>
/// <param name="Kind">What is connected.</param>
/// <param name="IsAllowed">An administrator allows it.</param>
public sealed record ConnectView(FeedKind Kind, bool IsAllowed);

/// <summary>Fetches without waiting for the next time.</summary>
internal static class FetchNow
{
    public sealed record Input { public Guid Id { get; init; } }

    public static async Task<Outcome<WentBack>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        if (await ShowFeed.OpenAsync(db, input.Id, ct) is not { } feed) return Outcome.Missing;
        var now = clock.GetUtcNow().UtcDateTime;
        if (!(await CaptureRules.OfAsync(db, ct)).Allows(feed.Kind)) return Outcome.Refused(T("An administrator has to allow this first, under settings."));
        if (await db.Rows<Job>().AnyAsync(j => j.Kind == FetchFeed.JobKind && j.SubjectId == feed.Id && (j.State == JobState.Waiting || j.State == JobState.Running), ct)) return Outcome.Refused(T("It is being fetched just now."));
        feed.NextAt = null;
        FetchFeed.AskFor(db, feed, now);
        await db.SaveChangesAsync(ct);
        return Outcome.Done(new WentBack($"/feeds/{feed.Id}")).Saying(T("It is fetched now."));
    }
}
