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

        /// <summary>The mail server.</summary>
        [StringLength(253)]
        public string? Host { get; init; }

        [Range(1, 65_535)]
        public int? Port { get; init; }
        public MailSecurity Security { get; init; }

        /// <summary>What is written to a shared mailbox by.</summary>
        [StringLength(254)]
        public string? MailAddress { get; init; }

        /// <summary>Folders, one a line.</summary>
        [StringLength(2_000)]
        public string? Folders { get; init; }
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
            FeedKind.SharedMailbox when !db.Viewer.May(Permission.ManageSettings) => null,
            _ => Mailbox(input, rules, secrets, now, me, problems),
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

    private static Feed? Mailbox(Input input, CaptureRules rules, SecretKeeper secrets, DateTime now, Guid me, Problems problems)
    {
        var (host, empty, isShared) = (input.Host?.Trim(), T("Please fill this in."), input.Kind is FeedKind.SharedMailbox);
        problems.AddIf(input.User is null, nameof(input.User), empty).AddIf(input.Password is null, nameof(input.Password), empty)
            .AddIf(host is null || Uri.CheckHostName(host) is UriHostNameType.Unknown, nameof(input.Host), T("{0} is not the name or address of a machine.", host))
            .AddIf(host is not null && input.Security is MailSecurity.None && !rules.Listed.Has(host), nameof(input.Security), OutsideWords.Of(OutsideFault.NotEncrypted, null))
            .AddIf(isShared && Addresses.Clean(input.MailAddress) is null, nameof(input.MailAddress), T("{0} is not a mail address.", input.MailAddress));
        if (problems.Any) return null;
        return new Feed
        {
            Kind = input.Kind, PersonId = me, Host = host!, Port = input.Port ?? (input.Security is MailSecurity.Tls ? 993 : 143), Security = input.Security, User = input.User, Closed = secrets.Close(input.Password!), MadeAt = now,
            Address = isShared ? Addresses.Clean(input.MailAddress) : null, Folders = string.Join('\n', (input.Folders ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)) is { Length: > 0 } folders ? folders : null,
        };
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
        if (await FetchFeed.Open(db).AnyAsync(j => j.SubjectId == feed.Id, ct)) return Outcome.Refused(T("It is being fetched just now."));
        feed.NextAt = null;
        FetchFeed.AskFor(db, feed, now);
        await db.SaveChangesAsync(ct);
        return Outcome.Done(new WentBack($"/feeds/{feed.Id}")).Saying(T("It is fetched now."));
    }
}
