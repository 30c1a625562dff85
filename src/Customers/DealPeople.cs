using Coxswain.Customers.Activities;
using Coxswain.Customers.Maps;
using Coxswain.Customers.Records;
using Coxswain.People;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Erasing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
namespace Coxswain.Customers;

/// <summary>What somebody does in a deal, with what is known of them on the map of its account.</summary>
public sealed record DealPerson
{
    /// <summary>Their place on the map.</summary>
    public required Guid Id { get; init; }
    public required Guid DealId { get; init; }
    public required Guid PartId { get; init; }
    public required DealPart Part { get; init; }

    /// <summary>The day they were said to have it.</summary>
    public required DateOnly Since { get; init; }

    /// <summary>Null while nobody knows who it is.</summary>
    public required Guid? ContactId { get; init; }

    /// <summary>Their name, or what they do where nobody knows who it is.</summary>
    public required string? Name { get; init; }
    public required string? Title { get; init; }

    /// <summary>They help from outside the account.</summary>
    public required bool IsOutside { get; init; }

    /// <summary>When we were last in touch with them, by whatever way.</summary>
    public required DateTime? LastTouch { get; init; }

    /// <summary>When we last spoke with them: a call they answered, or a meeting.</summary>
    public required DateTime? LastTalk { get; init; }

    /// <summary>Several who decide with one voice; whoever sits in it was in touch for it.</summary>
    public bool IsBody { get; init; }

    /// <summary>One of us, who guides us there.</summary>
    public bool IsOurs { get; init; }

    /// <summary>When it was taken back that they have it; null while they do.</summary>
    public DateTime? GoneAt { get; init; }
}

/// <summary>Somebody with whom we are in touch about a deal without a part in it.</summary>
public sealed record Bystander
{
    public required Guid DealId { get; init; }
    public required Guid ContactId { get; init; }
    public required string Name { get; init; }
}

/// <summary>A part of somebody who is known.</summary>
public sealed record KnownPart
{
    public required Guid DealId { get; init; }
    public required DealPart Part { get; init; }
    public required DateOnly AsOf { get; init; }
}

/// <summary>Who decides in deals, as the module of the deals asks and says it: kept once, on the relationship map.</summary>
public static class DealPeople
{
    /// <summary>Who does what in a deal, in one statement; of contacts the viewer does not see, nothing.</summary>
    public static IQueryable<DealPerson> PeopleOfDeal(this AppDb db, Guid dealId) => db.People(p => p.OpportunityId == dealId).Take(MapReading.Most).Seen(db);

    /// <summary>The same, for a page that asks it each time.</summary>
    public static Task<List<DealPerson>> ReadPeopleAsync(this AppDb db, Guid dealId, CancellationToken ct) => OfDeal.ToListAsync(db, new(dealId), ct);

    private static readonly Prepared<OneDeal, DealPerson> OfDeal = new((db, deal) => db.People(p => p.OpportunityId == deal.Id).Take(MapReading.Most).Seen(db), db => db.SeesAllTouches());

    private sealed record OneDeal(Guid Id);

    /// <summary>Who does what in several deals, in one statement.</summary>
    public static IQueryable<DealPerson> PeopleOfDeals(this AppDb db, IReadOnlyCollection<Guid> dealIds) => db.People(p => dealIds.Contains(p.OpportunityId)).Seen(db);

    /// <summary>The same with parts that were taken back since, for days of the past.</summary>
    public static IQueryable<DealPerson> PeopleEverOfDeals(this AppDb db, IReadOnlyCollection<Guid> dealIds) => db.People(p => dealIds.Contains(p.OpportunityId), ever: true).Seen(db);

    /// <summary>Who sits in committees, and since when: contacts by the place of theirs.</summary>
    public static async Task<ILookup<Guid, (Guid Contact, DateOnly? Since)>> SeatsAsync(this AppDb db, IReadOnlyCollection<Guid> bodies, CancellationToken ct) =>
        bodies.Count == 0 ? Enumerable.Empty<(Guid Body, (Guid, DateOnly?) Seat)>().ToLookup(s => s.Body, s => s.Seat)
        : (await db.Rows<MapPerson>().Shown(db).Where(p => p.SitsInId != null && bodies.Contains(p.SitsInId.Value) && p.ContactId != null).Select(p => new { Body = p.SitsInId!.Value, Contact = p.ContactId!.Value, p.SeatedOn }).ToListAsync(ct)).ToLookup(s => s.Body, s => (s.Contact, s.SeatedOn));

    /// <summary>Which of us was in touch with whom of a map, among those asked for; with a committee is in touch who is with somebody who sits in it.</summary>
    public static async Task<IReadOnlySet<(Guid Place, Guid Ours)>> InTouchAsync(this AppDb db, IReadOnlyCollection<Guid> places, IReadOnlyCollection<Guid> ours, CancellationToken ct)
    {
        if (places.Count == 0 || ours.Count == 0) return new HashSet<(Guid, Guid)>();
        var people = db.Rows<MapPerson>().Where(p => places.Contains(p.Id) || p.SitsInId != null && places.Contains(p.SitsInId.Value));
        var met = await db.Touches().Where(i => i.Outcome != InteractionOutcome.NotReached && i.Outcome != InteractionOutcome.LeftMessage && ours.Contains(i.OwnerId) && i.ContactId != null).Join(people, i => i.ContactId, p => p.ContactId, (i, p) => new { p.Id, p.SitsInId, i.OwnerId }).Distinct().ToListAsync(ct);
        return met.SelectMany(m => new[] { (m.Id, m.OwnerId), (m.SitsInId ?? m.Id, m.OwnerId) }).ToHashSet();
    }

    /// <summary>Contacts with whom we are in touch about deals, and who have no part in them: neither themselves nor through a committee they sit in.</summary>
    public static IQueryable<Bystander> Bystanders(this AppDb db, IReadOnlyCollection<Guid> dealIds)
    {
        var (contacts, people) = (db.Contacts, db.Rows<MapPerson>());
        var parts = db.Rows<MapPart>().Where(p => dealIds.Contains(p.OpportunityId)).Join(people, p => p.MapPersonId, m => m.Id, (p, m) => new { DealId = p.OpportunityId, PlaceId = m.Id, m.ContactId });
        var known = parts.Where(p => p.ContactId != null).Select(p => new { p.DealId, ContactId = p.ContactId!.Value });
        var seated = parts.Join(people, p => (Guid?)p.PlaceId, s => s.SitsInId, (p, s) => new { p.DealId, s.ContactId }).Where(s => s.ContactId != null).Select(s => new { s.DealId, ContactId = s.ContactId!.Value });
        var met = db.Touches().Where(i => i.AboutId != null && dealIds.Contains(i.AboutId.Value) && i.ContactId != null && i.Outcome != InteractionOutcome.NotReached && i.Outcome != InteractionOutcome.LeftMessage).Select(i => new { DealId = i.AboutId!.Value, ContactId = i.ContactId!.Value });
        return from touch in met.Except(known).Except(seated)
               join contact in contacts on touch.ContactId equals contact.Id
               select new Bystander { DealId = touch.DealId, ContactId = contact.Id, Name = contact.Name };
    }

    private static IQueryable<DealPerson> People(this AppDb db, System.Linq.Expressions.Expression<Func<MapPart, bool>> which, bool ever = false)
    {
        var (contacts, ours, seats) = (db.Contacts, db.PersonRows(), db.Rows<MapPerson>());
        var touches = db.Interactions.Where(i => i.Kind != InteractionKind.Note && i.Outcome != InteractionOutcome.NotReached && i.Outcome != InteractionOutcome.LeftMessage);
        var (parts, people) = ever ? (db.RowsWithRemoved<MapPart>(), db.RowsWithRemoved<MapPerson>()) : (db.Rows<MapPart>(), seats);
        // A touch that names nobody is not one with somebody nobody knows.
        return from part in parts.AsNoTracking().Where(which)
               join person in people.Shown(db) on part.MapPersonId equals person.Id
               orderby part.Part, part.Id
               select new DealPerson
               {
                   Id = person.Id, DealId = part.OpportunityId, PartId = part.Id, Part = part.Part, Since = part.AsOf, ContactId = person.ContactId, IsOutside = person.IsOutside, IsBody = person.IsBody, IsOurs = person.ColleagueId != null, GoneAt = part.RemovedAt ?? person.RemovedAt,
                   Name = contacts.Where(c => c.Id == person.ContactId).Select(c => c.Name).FirstOrDefault() ?? ours.Where(o => o.Id == person.ColleagueId).Select(o => o.Name).FirstOrDefault() ?? person.Placeholder, Title = contacts.Where(c => c.Id == person.ContactId).Select(c => c.Title).FirstOrDefault(),
                   LastTouch = person.IsBody ? seats.Where(s => s.SitsInId == person.Id).Join(touches, s => s.ContactId, i => i.ContactId, (s, i) => (DateTime?)i.OccurredAt).Max() : touches.Where(i => i.ContactId != null && i.ContactId == person.ContactId).Max(i => (DateTime?)i.OccurredAt),
                   LastTalk = person.IsBody ? seats.Where(s => s.SitsInId == person.Id).Join(touches.Where(i => i.Kind == InteractionKind.Call || i.Kind == InteractionKind.Meeting), s => s.ContactId, i => i.ContactId, (s, i) => (DateTime?)i.OccurredAt).Max() : touches.Where(i => i.ContactId != null && i.ContactId == person.ContactId && (i.Kind == InteractionKind.Call || i.Kind == InteractionKind.Meeting)).Max(i => (DateTime?)i.OccurredAt),
               };
    }

    /// <summary>Says of a deal of the same account that those who had a part in an earlier one have it again; saved by the caller. Of contacts the viewer does not see, nothing.</summary>
    public static async Task CopyPartsAsync(this AppDb db, Guid from, Guid to, DateOnly today, CancellationToken ct)
    {
        var people = db.Rows<MapPerson>().Shown(db);
        foreach (var part in await db.Rows<MapPart>().AsNoTracking().Where(p => p.OpportunityId == from && people.Any(m => m.Id == p.MapPersonId)).OrderBy(p => p.Id).Take(MapReading.Most).ToListAsync(ct))
            db.Add(new MapPart { MapPersonId = part.MapPersonId, OpportunityId = to, Part = part.Part, Evidence = part.Evidence, AsOf = today, SaidById = db.Viewer.PersonId });
    }

    /// <summary>Who of those that somebody knows has which part in a deal, and since which day that was known.</summary>
    public static IQueryable<KnownPart> KnownParts(this AppDb db)
    {
        var people = db.Rows<MapPerson>().Where(p => p.ContactId != null || p.ColleagueId != null || p.IsBody);
        return db.Rows<MapPart>().Join(people, p => p.MapPersonId, m => m.Id, (p, m) => new KnownPart { DealId = p.OpportunityId, Part = p.Part, AsOf = p.AsOf });
    }

    /// <summary>Places of a contact on maps, removed ones among them.</summary>
    public static IQueryable<Guid> PlacesOf(this AppDb db, Guid contactId) => db.RowsWithRemoved<MapPerson>().Where(p => p.ContactId == contactId).Select(p => p.Id);

    /// <summary>Deals in which a contact has a part, or had one.</summary>
    public static IQueryable<Guid> DealsOfContact(this AppDb db, Guid contactId)
    {
        var places = db.PlacesOf(contactId);
        return db.RowsWithRemoved<MapPart>().Where(p => places.Contains(p.MapPersonId)).Select(p => p.OpportunityId).Distinct();
    }

    /// <summary>What names a contact, for what is erased with them.</summary>
    public static async Task<Blot> BlotOfContactAsync(this AppDb db, Guid contactId, CancellationToken ct) =>
        await db.RowsWithRemoved<Contacts.Contact>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == contactId, ct) is { } contact ? await Contacts.ContactErasing.BlotAsync(db, contact, ct) : new Blot([]);

    /// <summary>Places on maps whose contact the viewer sees, and of which nobody is known.</summary>
    public static IQueryable<Guid> PlacesShown(this AppDb db) => db.RowsWithRemoved<MapPerson>().Shown(db).Select(p => p.Id);

    /// <summary>Contacts of an account as one may choose from them, by name.</summary>
    public static async Task<IReadOnlyList<Platform.Ui.Choice>> ContactChoicesAsync(this AppDb db, Guid accountId, CancellationToken ct) =>
        [.. (await db.Contacts.Where(c => c.AccountId == accountId).OrderBy(c => c.FoldedName).ThenBy(c => c.Id).Take(MapReading.Most).Select(c => new MapContact(c.Id, c.Name, c.Title)).Seen(db).ToListAsync(ct)).Select(c => new Platform.Ui.Choice(c.Id.ToString(), c.Title is null ? c.Name : $"{c.Name} · {c.Title}"))];

    /// <summary>The contact with this e-mail address or name, of any account; null where none is, or more than one.</summary>
    public static async Task<Guid?> ContactCalledAsync(this AppDb db, string called, CancellationToken ct)
    {
        var folded = Folding.Fold(called.Trim());
        var mail = db.Reaches.Fields.Hidden(Kinds.Contact).Contains("Email") ? null : called.Trim();
        var found = await db.Contacts.Where(c => c.FoldedName == folded || mail != null && c.Email == mail).Select(c => c.Id).Take(2).ToListAsync(ct);
        return found is [var one] ? one : null;
    }

    /// <summary>A real foreign key to somebody's place on a map from another module's row.</summary>
    public static void RefersToMapPerson<T>(this EntityTypeBuilder<T> row, System.Linq.Expressions.Expression<Func<T, object?>> key) where T : Entity =>
        row.HasOne<MapPerson>().WithMany().HasForeignKey(key);
}
