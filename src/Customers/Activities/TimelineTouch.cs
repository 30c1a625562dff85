using System.Globalization;
using Coxswain.Customers.Capture;
using Coxswain.Customers.Contacts;
using Coxswain.People;
using Coxswain.Platform.Data;
using Coxswain.Platform.Ui;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Activities;

/// <summary>A touch as a timeline shows it: with the words of what was captured, where the viewer may read them.</summary>
internal sealed record TimelineTouch
{
    public required InteractionKind Kind { get; init; }
    public required string? Subject { get; init; }
    public required string? Text { get; init; }
    public required InteractionOutcome? Outcome { get; init; }
    public required DateTime OccurredAt { get; init; }
    public required string? OwnerName { get; init; }
    public required string? ContactName { get; init; }

    /// <summary>Where the viewer may read what it was captured from, their own first; null where they may not.</summary>
    public required Guid? CapturedId { get; init; }
    public required string? CapturedSubject { get; init; }

    /// <summary>Its words, where they are looked through.</summary>
    public required string? CapturedText { get; init; }

    /// <summary>Another of us it was captured from, and how many there are.</summary>
    public required string? Other { get; init; }
    public required int Others { get; init; }

    /// <summary>Reads touches with what was captured of each: joined to those that were found, or an engine may look for it among all touches there are.</summary>
    /// <param name="db">The database.</param>
    /// <param name="touches">Which, the latest first.</param>
    /// <param name="toSearch">Words are looked for, also in what is not shown.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<IReadOnlyList<TimelineTouch>> ReadAsync(AppDb db, IQueryable<Interaction> touches, bool toSearch, CancellationToken ct)
    {
        var (people, contacts, readable, me) = (db.PersonRows(), db.Contacts, db.ReadableCaptured(), db.Viewer.PersonId);
        var captured = from l in db.Rows<CapturedTouch>() join c in db.Rows<Captured>() on l.CapturedId equals c.Id join p in people on c.PersonId equals p.Id
            select new { l.InteractionId, Id = (Guid?)c.Id, PersonId = (Guid?)c.PersonId, p.Name, p.FoldedName, c.Subject, c.Text };
        var rows = await (from i in touches from c in captured.Where(c => c.InteractionId == i.Id).DefaultIfEmpty() orderby i.OccurredAt descending, i.Id descending, c.FoldedName select new
        {
            i.Id, i.Kind, i.Subject, i.Text, i.Outcome, i.OccurredAt, i.OwnerId,
            Owner = people.Where(p => p.Id == i.OwnerId).Select(p => p.Name).FirstOrDefault(), Contact = contacts.Where(p => p.Id == i.ContactId).Select(p => p.Name).FirstOrDefault(),
            Captured = c.Id, By = c.PersonId, c.Name, IsReadable = readable.Any(r => r.Id == c.Id), CapturedSubject = c.Subject, CapturedText = toSearch ? c.Text : null,
        }).ToListAsync(ct);
        return [.. rows.GroupBy(r => r.Id).Select(of =>
        {
            var (i, others) = (of.First(), of.Where(r => r.By is { } by && by != r.OwnerId).ToList());
            var mine = of.Where(r => r.IsReadable).OrderBy(r => r.By == me ? 0 : 1).ThenBy(r => r.Captured).FirstOrDefault();
            return new TimelineTouch
            {
                Kind = i.Kind, Subject = i.Subject, Text = i.Text, Outcome = i.Outcome, OccurredAt = i.OccurredAt, OwnerName = i.Owner, ContactName = i.Contact,
                CapturedId = mine?.Captured, CapturedSubject = mine?.CapturedSubject, CapturedText = mine?.CapturedText, Other = others.FirstOrDefault()?.Name, Others = others.Count,
            };
        })];
    }

    public TimelineItem Item(DateOnly today)
    {
        var subject = Subject ?? CapturedSubject;
        var who = Others switch { 0 => OwnerName, 1 => $"{OwnerName}, {Other}", _ => N(Others - 1, "{1}, {2} and one more", "{1}, {2} and {0} more", OwnerName, Other) };
        return new(DayText.Near(DateOnly.FromDateTime(OccurredAt), today), subject ?? (ContactName is null ? InteractionWords.Kind(Kind) : T("{0} with {1}", InteractionWords.Kind(Kind), ContactName)))
        {
            At = OccurredAt.ToString("O", CultureInfo.InvariantCulture),
            Icon = InteractionWords.Icon(Kind),
            Note = subject is null ? who : $"{InteractionWords.Kind(Kind)} · {who}",
            Said = Text,
            Unshown = CapturedText,
            Href = CapturedId is { } captured ? $"/captured/{captured}" : null,
            Chip = Outcome is { } outcome ? InteractionWords.Outcome(outcome) : null,
            Tone = Outcome is InteractionOutcome.NextStepAgreed ? Tone.Good : Tone.Plain,
        };
    }
}
