using System.Globalization;
using System.Linq.Expressions;
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

    public static Expression<Func<Interaction, TimelineTouch>> Reading(AppDb db, bool toSearch)
    {
        var (people, contacts, links, all, readable, me) = (db.PersonRows(), db.Contacts, db.Rows<CapturedTouch>(), db.Rows<Captured>(), db.ReadableCaptured(), db.Viewer.PersonId);
        return i => new TimelineTouch
        {
            Kind = i.Kind, Subject = i.Subject, Text = i.Text, Outcome = i.Outcome, OccurredAt = i.OccurredAt,
            OwnerName = people.Where(p => p.Id == i.OwnerId).Select(p => p.Name).FirstOrDefault(), ContactName = contacts.Where(c => c.Id == i.ContactId).Select(c => c.Name).FirstOrDefault(),
            CapturedId = readable.Where(c => links.Any(l => l.InteractionId == i.Id && l.CapturedId == c.Id)).OrderBy(c => c.PersonId == me ? 0 : 1).ThenBy(c => c.Id).Select(c => (Guid?)c.Id).FirstOrDefault(),
            CapturedSubject = readable.Where(c => links.Any(l => l.InteractionId == i.Id && l.CapturedId == c.Id)).OrderBy(c => c.PersonId == me ? 0 : 1).ThenBy(c => c.Id).Select(c => c.Subject).FirstOrDefault(),
            CapturedText = toSearch ? readable.Where(c => links.Any(l => l.InteractionId == i.Id && l.CapturedId == c.Id)).OrderBy(c => c.PersonId == me ? 0 : 1).ThenBy(c => c.Id).Select(c => c.Text).FirstOrDefault() : null,
            Other = (from c in all join p in people on c.PersonId equals p.Id where c.PersonId != i.OwnerId && links.Any(l => l.InteractionId == i.Id && l.CapturedId == c.Id) orderby p.FoldedName select p.Name).FirstOrDefault(),
            Others = all.Count(c => c.PersonId != i.OwnerId && links.Any(l => l.InteractionId == i.Id && l.CapturedId == c.Id)),
        };
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
