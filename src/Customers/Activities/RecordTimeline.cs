using System.Globalization;
using System.Linq.Expressions;
using System.Text.Json;
using Coxswain.Customers.Accounts;
using Coxswain.Customers.Accounts.Steps;
using Coxswain.Customers.Attachments;
using Coxswain.Customers.Contacts;
using Coxswain.Customers.Desk;
using Coxswain.Customers.Favours;
using Coxswain.Customers.Records;
using Coxswain.People;
using Coxswain.Platform.Access;
using Coxswain.Platform.CustomFields;
using Coxswain.Platform.CustomObjects;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Platform.Ui;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Activities;

/// <summary>What happened on an account or to a contact, the latest first by when it happened: changes in words, and how we were in touch.</summary>
internal static class RecordTimeline
{
    private const int Most = 40;

    /// <summary>Which events and which interactions belong on it.</summary>
    internal sealed record Scope(Expression<Func<Event, bool>> Events, Expression<Func<Interaction, bool>> Interactions)
    {
        /// <summary>Interactions that belong on it by another way; beside the others and not within, so that each way walks its own index.</summary>
        public Expression<Func<Interaction, bool>>? Also { get; init; }

        /// <summary>The kind of own fields that changes are told of, for a record of an own object.</summary>
        public string? OwnKind { get; init; }

        /// <summary>Those that were merged into the record; their history is its own. Each way to it walks its own index.</summary>
        public IQueryable<Guid>? Gone { get; init; }

        /// <summary>Files and tasks of the record, whose changes are told of themselves. Each way to them walks its own index.</summary>
        public IReadOnlyList<IQueryable<Guid>> Things { get; init; } = [];

        public IQueryable<Event> Of(IQueryable<Event> all)
        {
            var own = Things.Aggregate(all.Where(Events), (some, things) => some.Concat(things.Join(all, t => t, e => e.SubjectId, (t, e) => e)));
            if (Gone is null) return own;
            var theirs = Gone.Join(all, g => g, e => e.SubjectId, (g, e) => e);
            // What belongs to a contact or a lead stands on no other timeline than its account's.
            return own.Concat(theirs).Concat(Gone.Join(all, g => g, e => e.TimelineId, (g, e) => e).Where(e => e.SubjectId != e.TimelineId));
        }

        public IQueryable<Interaction> Of(IQueryable<Interaction> all) => Also is null ? all.Where(Interactions) : all.Where(Interactions).Concat(all.Where(Also));
    }

    internal sealed record Told(Event Event, string? Who, string? Name);

    /// <summary>The latest of everything.</summary>
    public static async Task<IReadOnlyList<TimelineItem>> ReadAsync(AppDb db, Scope scope, DateOnly today, CancellationToken ct) => [.. (await ReadAsync(db, scope, new(null, null, Most), today, ct)).Items.Take(Most)];

    internal static async Task<TimelineRead> ReadAsync(AppDb db, Scope scope, TimelinePart part, DateOnly today, CancellationToken ct)
    {
        var (people, contacts, tasks, notes) = (db.PersonRows(), db.RowsWithRemoved<Contact>().Reached(db, Kinds.Contact), db.RowsWithRemoved<Todo>(), db.RowsWithRemoved<DeskNote>());
        var files = db.RowsWithRemoved<Attachment>();
        var favours = db.RowsWithRemoved<Favour>();
        var tips = db.RowsWithRemoved<Service.Tip>();
        var cases = db.RowsWithRemoved<Service.Cases.ServiceCase>();
        var steps = db.Rows<StepDone>().Join(db.Rows<AccountStep>(), d => d.StepId, s => s.Id, (d, s) => new { d.Id, s.Name });
        var (kinds, before) = (KindsOf(part.Sort), part.Before);
        var told = scope.Of(db.Rows<Event>().AsNoTracking());
        // What was changed of somebody the viewer does not see stands on no account either.
        if (!db.Reaches.For(Kinds.Contact, AccessLevel.Read).Everyone) told = told.Where(e => e.SubjectKind != Kinds.Contact || contacts.Any(c => c.Id == e.SubjectId));
        if (!db.Reaches.For(Following.Deals, AccessLevel.Read).Everyone)
        {
            var (seen, deals) = (files.Reached(db, Kinds.Attachment).Followed(db, Kinds.Attachment), db.LinkKind(Following.Deals)!.Named(db).Select(d => d.Id));
            told = told.Where(e => e.SubjectKind != Kinds.Attachment || seen.Any(a => a.Id == e.SubjectId)).Where(e => e.SubjectKind != Kinds.Task || !tasks.Any(t => t.Id == e.SubjectId && t.AboutKind == Following.Deals && !deals.Contains(t.AboutId!.Value)));
        }
        var events = kinds.Length == 0 ? [] : await told.Where(e => kinds.Contains(e.SubjectKind) && e.OccurredAt <= before).OrderByDescending(e => e.OccurredAt).ThenByDescending(e => e.Id).Skip(part.From?.Changes ?? 0).Take(part.Most)
            .Select(e => new Told(e, people.Where(p => p.Id == e.ActorId).Select(p => p.Name).FirstOrDefault(),
                e.SubjectKind == Kinds.Contact ? contacts.Where(c => c.Id == e.SubjectId).Select(c => c.Name).FirstOrDefault() : e.SubjectKind == Kinds.Task ? tasks.Where(t => t.Id == e.SubjectId).Select(t => t.Title).FirstOrDefault()
                    : e.SubjectKind == Kinds.DeskNote ? notes.Where(n => n.Id == e.SubjectId).Select(n => n.Agenda).FirstOrDefault() : e.SubjectKind == Kinds.Attachment ? files.Where(a => a.Id == e.SubjectId).Select(a => a.Name).FirstOrDefault() : e.SubjectKind == Kinds.Favour ? favours.Where(f => f.Id == e.SubjectId).Select(f => f.What).FirstOrDefault() : e.SubjectKind == Kinds.Tip ? tips.Where(t => t.Id == e.SubjectId).Select(t => t.Heard).FirstOrDefault() : e.SubjectKind == Kinds.ServiceCase ? cases.Where(c => c.Id == e.SubjectId).Select(c => c.Subject).FirstOrDefault() : e.SubjectKind == EventWords.StepDone ? steps.Where(s => s.Id == e.SubjectId).Select(s => s.Name).FirstOrDefault() : null)).ToListAsync(ct);
        var touched = part.Sort switch { TimelineSort.Touches => db.Interactions.Where(i => i.Kind != InteractionKind.Note), TimelineSort.Notes => db.Interactions.Where(i => i.Kind == InteractionKind.Note), _ => db.Interactions };
        var touches = part.Sort is TimelineSort.Changes or TimelineSort.Files ? [] : await TimelineTouch.ReadAsync(db, scope.Of(touched).AsNoTracking().Where(i => i.OccurredAt <= before).OrderByDescending(i => i.OccurredAt).ThenByDescending(i => i.Id).Skip(part.From?.Touches ?? 0).Take(part.Most), part.ToSearch, ct);
        await EventData.ReadKeysAsync(db, events.Select(e => e.Event), ct);
        var words = new EventWords(today, await NamesAsync(db, events.Select(e => e.Event), ct), scope.OwnKind is { } own ? await db.CustomFieldsAsync(own, ct) : [.. await db.CustomFieldsAsync(Kinds.Account, ct), .. await db.CustomFieldsAsync(Kinds.Contact, ct), .. await db.CustomFieldsAsync(Kinds.Lead, ct)]);
        return part.Of([.. events.Select(e => new TimelineMoment(e.Event.OccurredAt, words.Of(db, e)))], [.. touches.Select(t => new TimelineMoment(t.OccurredAt, t.Item(today)))]);
    }

    private static string[] KindsOf(TimelineSort? sort) => sort switch
    {
        TimelineSort.Touches => [],
        TimelineSort.Notes => [Kinds.DeskNote, Kinds.Signal, Kinds.Favour],
        TimelineSort.Files => [Kinds.Attachment],
        TimelineSort.Changes => [Kinds.Account, Kinds.Contact, Kinds.Lead, Kinds.Task, CustomObject.RecordKind, EventWords.StepDone],
        _ => [Kinds.Account, Kinds.Contact, Kinds.Task, Kinds.Signal, Kinds.DeskNote, Kinds.Lead, Kinds.Favour, Kinds.Attachment, Kinds.Tip, Kinds.ServiceCase, CustomObject.RecordKind, EventWords.StepDone],
    };

    // Keys that events hold of other records, by name: one statement, and only where there are any.
    private static async Task<Dictionary<Guid, string>> NamesAsync(AppDb db, IEnumerable<Event> events, CancellationToken ct)
    {
        var ids = events.Where(e => e.Kind.EndsWith(".changed", StringComparison.Ordinal)).SelectMany(e => EventData.Fields(db, e)).Where(f => f.Field is "OwnerId" or "AccountId" or "ParentId" or "ContactId")
            .SelectMany(f => new[] { f.Change?.Before, f.Change?.After }).Where(v => v is { ValueKind: JsonValueKind.String }).Select(v => v!.Value.GetGuid()).ToHashSet();
        if (ids.Count == 0) return [];
        return await db.PersonRows().Where(p => ids.Contains(p.Id)).Select(p => new { p.Id, p.Name })
            .Concat(db.Accounts.Where(a => ids.Contains(a.Id)).Select(a => new { a.Id, a.Name })).Concat(db.Contacts.Where(c => ids.Contains(c.Id)).Select(c => new { c.Id, c.Name })).ToDictionaryAsync(n => n.Id, n => n.Name, ct);
    }
}
