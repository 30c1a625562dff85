using System.Globalization;
using System.Text.Json;
using Coxswain.Customers;
using Coxswain.Customers.Records;
using Coxswain.Customers.Activities;
using Coxswain.People;
using Coxswain.Platform.Access;
using Coxswain.Platform.CustomFields;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Platform.Ui;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Opportunities;

/// <summary>What happened on a deal, in words, the latest first: every change of it and how we were in touch.</summary>
internal static class DealTimeline
{
    // As much as is looked through; the page of what happened has all of it.
    private const int Most = 20;

    private sealed record Told(Event Event, string? Who, byte[]? Key);

    // As the deal's own page asks it.
    private static readonly Prepared<Looked, Told> Latest = new((db, at) => Changes(db, at, 0, Most + 1));

    private static IQueryable<Told> Changes(AppDb db, Looked at, int from, int most)
    {
        // What is closed in them is opened with keys that come along: a statement for each would be one for each row.
        var (people, keys) = (db.PersonRows(), db.Rows<SubjectKey>());
        // Of what is beside the deal and of the deal itself each by itself, since together they are all put in order before the first ones are known.
        var upTo = db.Rows<Event>().AsNoTracking().Where(e => e.OccurredAt <= at.Before);
        var beside = upTo.Where(e => e.TimelineId == at.DealId).OrderByDescending(e => e.OccurredAt).ThenByDescending(e => e.Id).Take(from + most);
        var own = upTo.Where(e => e.SubjectId == at.DealId && e.TimelineId != at.DealId).OrderByDescending(e => e.OccurredAt).ThenByDescending(e => e.Id).Take(from + most);
        return beside.Concat(own).OrderByDescending(e => e.OccurredAt).ThenByDescending(e => e.Id).Skip(from).Take(most)
            .Select(e => new Told(e, people.Where(p => p.Id == e.ActorId).Select(p => p.Name).FirstOrDefault(), keys.Where(k => k.Id == e.SubjectId).Select(k => k.Wrapped).FirstOrDefault()));
    }

    private static readonly Prepared<Looked, Touch> LatestTouches = new((db, at) => Touches(db, at, null, 0, Most + 1), db => db.SeesAllTouches());

    private static IQueryable<Touch> Touches(AppDb db, Looked at, TimelineSort? sort, int from, int most)
    {
        var people = db.PersonRows();
        var about = db.InteractionsAbout(Kinds.Opportunity).Where(i => i.AboutId == at.DealId && i.OccurredAt <= at.Before);
        about = sort switch { TimelineSort.Touches => about.Where(i => i.Kind != InteractionKind.Note), TimelineSort.Notes => about.Where(i => i.Kind == InteractionKind.Note), _ => about };
        return about.OrderByDescending(i => i.OccurredAt).ThenByDescending(i => i.Id).Skip(from).Take(most).Select(i => new Touch(i, people.Where(p => p.Id == i.OwnerId).Select(p => p.Name).FirstOrDefault()));
    }

    private sealed record Looked(Guid DealId, DateTime Before);

    private sealed record Touch(InteractionAbout Interaction, string? Who);

    /// <summary>The latest of everything.</summary>
    public static async Task<IReadOnlyList<TimelineItem>> ReadAsync(AppDb db, OpportunityView deal, DateOnly today, CancellationToken ct) => [.. (await ReadAsync(db, deal, new(null, null, Most + 1), today, ct)).Items.Take(Most)];

    public static async Task<TimelineRead> ReadAsync(AppDb db, OpportunityView deal, TimelinePart part, DateOnly today, CancellationToken ct)
    {
        var before = part.Before;
        var events = part.Sort is null or TimelineSort.Changes
            ? part is { From: null, Most: Most + 1 } ? await Latest.ToListAsync(db, new(deal.Id, before), ct) : await Changes(db, new(deal.Id, before), part.From?.Changes ?? 0, part.Most).ToListAsync(ct)
            : [];
        EventData.TakeKeys(db, events.Select(e => (e.Event.SubjectId, e.Key)));
        var touches = part.Sort is TimelineSort.Changes or TimelineSort.Files ? []
            : part is { Sort: null, From: null, Most: Most + 1 } ? await LatestTouches.ToListAsync(db, new(deal.Id, before), ct) : await Touches(db, new(deal.Id, before), part.Sort, part.From?.Touches ?? 0, part.Most).ToListAsync(ct);
        var words = new EventWords(deal, today, await NamesAsync(db, events.Select(e => e.Event).Where(e => e.SubjectKind is not (Kinds.PlanJudgement or Kinds.PlanStrength or Kinds.PlanLook or Kinds.PursuitSaying or Kinds.PursuitDecision or Kinds.SharedStep or Kinds.SharedSaying)), ct), await db.CustomFieldsAsync(Kinds.Opportunity, ct));
        return part.Of([.. events.Select(e => new TimelineMoment(e.Event.OccurredAt, words.Of(db, e.Event, e.Who)))], [.. touches.Select(t => new TimelineMoment(t.Interaction.OccurredAt, Of(t, today)))]);
    }

    private static TimelineItem Of(Touch touch, DateOnly today)
    {
        var i = touch.Interaction;
        return new TimelineItem(DayText.Near(DateOnly.FromDateTime(i.OccurredAt), today), i.Subject ?? InteractionWords.Kind(i.Kind))
        {
            At = i.OccurredAt.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Icon = InteractionWords.Icon(i.Kind),
            Note = i.Subject is null ? touch.Who : $"{InteractionWords.Kind(i.Kind)} · {touch.Who}",
            Said = i.Text,
            Chip = i.Outcome is { } outcome ? InteractionWords.Outcome(outcome) : null,
            Tone = i.Outcome is InteractionOutcome.NextStepAgreed ? Tone.Good : Tone.Plain,
        };
    }

    // Keys that events hold of other records, by name; all in one statement, and only where there are any.
    private static async Task<Dictionary<Guid, string>> NamesAsync(AppDb db, IEnumerable<Event> events, CancellationToken ct)
    {
        var ids = KeysIn(db, events, "OwnerId", "AccountId", "ProductId", "PriceListId", "ProcessId", "ConfirmedById");
        return ids.Count == 0 ? [] : (await Names.ToListAsync(db, new([.. ids]), ct)).ToDictionary(n => n.Id, n => n.Name);
    }

    private static readonly Prepared<Keyed, Named> Names = new((db, keys) =>
    {
        var people = db.PersonRows().Where(p => keys.Ids.Contains(p.Id)).Select(p => new Named { Id = p.Id, Name = p.Name });
        var accounts = db.AccountRows().Where(a => keys.Ids.Contains(a.Id)).Select(a => new Named { Id = a.Id, Name = a.Name });
        var products = db.Products.Where(p => keys.Ids.Contains(p.Id)).Select(p => new Named { Id = p.Id, Name = p.Name });
        var lists = db.PriceLists.Where(l => keys.Ids.Contains(l.Id)).Select(l => new Named { Id = l.Id, Name = l.Name });
        var processes = db.Processes.Where(p => keys.Ids.Contains(p.Id)).Select(p => new Named { Id = p.Id, Name = p.Name });
        var contacts = db.ContactRows().Where(c => keys.Ids.Contains(c.Id)).Select(c => new Named { Id = c.Id, Name = c.Name });
        return people.Concat(accounts).Concat(products).Concat(lists).Concat(contacts).Concat(processes);
    }, db => db.SeesAllRecords());

    private sealed record Keyed(Guid[] Ids);

    private sealed class Named
    {
        public required Guid Id { get; init; }
        public required string Name { get; init; }
    }

    /// <summary>Keys that events hold in these fields.</summary>
    internal static HashSet<Guid> KeysIn(AppDb db, IEnumerable<Event> events, params string[] fields) =>
        [.. events.SelectMany(e => EventData.Fields(db, e, fields)).SelectMany(f => new[] { f.Change?.Before, f.Change?.After }).Where(v => v is { ValueKind: JsonValueKind.String }).Select(v => v!.Value.GetGuid())];
}
