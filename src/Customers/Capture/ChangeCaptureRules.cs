using System.ComponentModel.DataAnnotations;
using Coxswain.Customers.Activities;
using Coxswain.People;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Capture;

/// <summary>Shows what may be fetched, and how it goes: whose, from where, when; no subject, no text, no address of a customer.</summary>
internal static class ShowCaptureRules
{
    private const int Most = 200;

    public static async Task<Outcome<CaptureRulesView>> Do(AppDb db, CancellationToken ct)
    {
        var (rules, people) = (await CaptureRules.OfAsync(db, ct), db.PersonRows());
        var feeds = await ShowCapture.Feeds(db).OrderBy(f => f.Fault == null).ThenBy(f => f.Id).Take(Most).Select(FeedLine.Reading).ToListAsync(ct);
        var names = await people.Where(p => feeds.Select(f => f.PersonId).Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, ct);
        return new CaptureRulesView { Calendars = rules.Calendars, Mail = rules.Mail, InnerHosts = rules.InnerHosts, OurDomains = rules.OurDomains, Feeds = [.. feeds.Select(f => new OwnedFeed(names.GetValueOrDefault(f.PersonId) ?? "", db.Local(f)))] };
    }
}

/// <summary>A feed and whose it is.</summary>
public sealed record OwnedFeed(string Who, FeedLine Feed);

/// <summary>What may be fetched.</summary>
public sealed record CaptureRulesView
{
    public required bool Calendars { get; init; }
    public required bool Mail { get; init; }
    public required string? InnerHosts { get; init; }
    public required string? OurDomains { get; init; }

    /// <summary>Those that need somebody first.</summary>
    public required IReadOnlyList<OwnedFeed> Feeds { get; init; }
}

/// <summary>Allows fetching, or ends it at once.</summary>
internal static class ChangeCaptureRules
{
    public sealed record Input
    {
        public bool Calendars { get; init; }
        public bool Mail { get; init; }

        [StringLength(4_000)]
        public string? InnerHosts { get; init; }

        [StringLength(4_000)]
        public string? OurDomains { get; init; }
    }

    public static async Task<Outcome<WentBack>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        if (Addresses.Lines(input.InnerHosts).FirstOrDefault(h => Uri.CheckHostName(h) is UriHostNameType.Unknown) is { } host) return Outcome.Invalid(nameof(input.InnerHosts), T("{0} is not the name or address of a machine.", host));
        if (Addresses.Lines(input.OurDomains).FirstOrDefault(d => Uri.CheckHostName(d.TrimStart('@')) is not UriHostNameType.Dns) is { } domain) return Outcome.Invalid(nameof(input.OurDomains), T("{0} is not a domain, like example.com.", domain));
        var rules = await db.Rows<CaptureRules>().OrderBy(r => r.Id).FirstOrDefaultAsync(ct);
        if (rules is null) db.Add(rules = new CaptureRules());
        Tell(db, rules, input);
        (rules.Calendars, rules.Mail, rules.InnerHosts, rules.OurDomains) = (input.Calendars, input.Mail, string.Join('\n', Addresses.Lines(input.InnerHosts)), string.Join('\n', Addresses.Lines(input.OurDomains)));
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var feed in await db.Rows<Feed>().Where(f => f.NextAt == null && f.Fault == null).ToListAsync(ct)) feed.NextAt = now;
        await db.SaveChangesAsync(ct);
        return Outcome.Done(new WentBack("/settings/capture")).Saying(T("Saved."));
    }

    private static void Tell(AppDb db, CaptureRules before, Input after)
    {
        if (before.Calendars != after.Calendars || before.Mail != after.Mail) db.Happened("organisation", Guid.Empty, new CaptureAllowed(after.Calendars, after.Mail));
    }
}

/// <summary>Fetching was allowed or ended.</summary>
internal sealed record CaptureAllowed(bool Calendars, bool Mail) : News("organisation.capture");
