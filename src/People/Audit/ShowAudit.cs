using System.Globalization;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Platform.Http;
using Coxswain.Platform.Periods;
using Coxswain.Platform.Search;
using Coxswain.Platform.Tenants;
using Coxswain.Platform.Ui;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.People.Audit;

/// <summary>What happened in the organisation, newest first: a reading of the events that every change leaves.</summary>
internal static class ShowAudit
{
    /// <summary>Narrowed to a person or a kind without a day, it looks back this far: rare things would else be sought through years.</summary>
    public const int Days = 90;
    private const int Lines = 50;

    public sealed record Input
    {
        public Guid? Person { get; init; }
        public string? Kind { get; init; }
        public DateOnly? Day { get; init; }

        /// <summary>Where the page before ended.</summary>
        public string? After { get; init; }
    }

    public static async Task<Outcome<AuditView>> Do(Input input, AppDb db, AuditWords words, TimeProvider clock, CancellationToken ct)
    {
        var periods = Periods.Of(await db.TenantAsync(ct));
        var now = clock.GetUtcNow().UtcDateTime;
        var page = await After(Narrowed(db, input, periods, now), input.After).OrderByDescending(e => e.RecordedAt).ThenByDescending(e => e.Id).Take(Lines + 1).ToListAsync(ct);
        var shown = page.Take(Lines).ToList();
        await EventData.ReadKeysAsync(db, shown, ct);
        var people = await db.People.AsNoTracking().OrderBy(p => p.FoldedName).Select(p => new { p.Id, p.Name }).ToListAsync(ct);
        var titles = await db.TitlesAsync([.. shown.SelectMany(e => new[] { e.SubjectId, e.TimelineId }).Distinct()], ct);
        var reader = await words.ReaderAsync(db, shown, people.ToDictionary(p => p.Id, p => p.Name), titles, ct);
        return new AuditView(
            [.. shown.Select(e => reader.Line(e, periods.LocalOf(e.RecordedAt)))], new AuditAsked(input.Person, input.Kind, input.Day),
            [.. people.Select(p => new Choice(p.Id.ToString(), p.Name))], page.Count > Lines ? $"{shown[^1].RecordedAt.Ticks}_{shown[^1].Id}" : null);
    }

    private static IQueryable<Event> Narrowed(AppDb db, Input input, Periods periods, DateTime now)
    {
        var events = db.Rows<Event>().AsNoTracking();
        if (input.Person is { } person) events = events.Where(e => e.ActorId == person);
        if (input.Kind is { } kind) events = events.Where(e => e.SubjectKind == kind);
        if (input.Day is { Year: > 1 and < 9998 } day)
        {
            var (from, to) = (periods.StartOf(day), periods.StartOf(day.AddDays(1)));
            return events.Where(e => e.RecordedAt >= from && e.RecordedAt < to);
        }
        var first = now.AddDays(-Days);
        return input.Person is null && input.Kind is null ? events : events.Where(e => e.RecordedAt >= first);
    }

    private static IQueryable<Event> After(IQueryable<Event> events, string? cursor)
    {
        if (cursor?.Split('_') is not [var ticks, var key] || !long.TryParse(ticks, CultureInfo.InvariantCulture, out var at) || at is < 0 or > 3_155_378_975_999_999_999 || !Guid.TryParse(key, out var id)) return events;
        var last = new DateTime(at, DateTimeKind.Utc);
        return events.Where(e => e.RecordedAt <= last && (e.RecordedAt < last || e.Id < id));
    }
}

/// <param name="Lines">Newest first.</param>
/// <param name="Asked">What it is narrowed to.</param>
/// <param name="People">Who may have done something.</param>
/// <param name="Next">Where the next page begins; null at the end.</param>
public sealed record AuditView(IReadOnlyList<AuditLine> Lines, AuditAsked Asked, IReadOnlyList<Choice> People, string? Next);

/// <summary>What the page is narrowed to.</summary>
public sealed record AuditAsked(Guid? Person, string? Kind, DateOnly? Day);

/// <param name="At">In the organisation's time zone.</param>
/// <param name="Who">Null is the system, or the operator at the command line.</param>
/// <param name="What">In words.</param>
/// <param name="Record">The record's title, where it has one and the viewer may see it.</param>
/// <param name="Href">Where it is.</param>
public sealed record AuditLine(DateTime At, string? Who, string What, string? Record, string? Href);
