using Coxswain.Customers.Activities;
using Coxswain.Customers.Maps;
using Coxswain.Customers.Records;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Erasing;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using static Coxswain.Platform.Text.Texts;
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
}

/// <summary>Who is to be named for a part: somebody of the map, a contact, or a role of which nobody is known yet.</summary>
public sealed record NamedForPart(Guid? MapPersonId, Guid? ContactId, string? Placeholder, DealPart Part, string? Evidence);

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

    private static IQueryable<DealPerson> People(this AppDb db, System.Linq.Expressions.Expression<Func<MapPart, bool>> which)
    {
        var (contacts, touches) = (db.Contacts, db.Interactions.Where(i => i.Kind != InteractionKind.Note && i.Outcome != InteractionOutcome.NotReached && i.Outcome != InteractionOutcome.LeftMessage));
        // A touch that names nobody is not one with somebody nobody knows.
        return from part in db.Rows<MapPart>().AsNoTracking().Where(which)
               join person in db.Rows<MapPerson>().Shown(db) on part.MapPersonId equals person.Id
               orderby part.Part, part.Id
               select new DealPerson
               {
                   Id = person.Id, DealId = part.OpportunityId, PartId = part.Id, Part = part.Part, Since = part.AsOf, ContactId = person.ContactId, IsOutside = person.IsOutside,
                   Name = contacts.Where(c => c.Id == person.ContactId).Select(c => c.Name).FirstOrDefault() ?? person.Placeholder, Title = contacts.Where(c => c.Id == person.ContactId).Select(c => c.Title).FirstOrDefault(),
                   LastTouch = touches.Where(i => i.ContactId != null && i.ContactId == person.ContactId).Max(i => (DateTime?)i.OccurredAt),
                   LastTalk = touches.Where(i => i.ContactId != null && i.ContactId == person.ContactId && (i.Kind == InteractionKind.Call || i.Kind == InteractionKind.Meeting)).Max(i => (DateTime?)i.OccurredAt),
               };
    }

    /// <summary>Says of a deal of the same account that those who had a part in an earlier one have it again; saved by the caller. Of contacts the viewer does not see, nothing.</summary>
    public static async Task CopyPartsAsync(this AppDb db, Guid from, Guid to, DateOnly today, CancellationToken ct)
    {
        var people = db.Rows<MapPerson>().Shown(db);
        foreach (var part in await db.Rows<MapPart>().AsNoTracking().Where(p => p.OpportunityId == from && people.Any(m => m.Id == p.MapPersonId)).OrderBy(p => p.Id).Take(MapReading.Most).ToListAsync(ct))
            db.Add(new MapPart { MapPersonId = part.MapPersonId, OpportunityId = to, Part = part.Part, Evidence = part.Evidence, AsOf = today, SaidById = db.Viewer.PersonId });
    }

    /// <summary>Deals in which somebody has such a part.</summary>
    public static IQueryable<Guid> DealsWithPart(this AppDb db, DealPart part)
    {
        var people = db.Rows<MapPerson>();
        return db.Rows<MapPart>().Where(p => p.Part == part && people.Any(m => m.Id == p.MapPersonId)).Select(p => p.OpportunityId);
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

    /// <summary>Says what somebody does in a deal, and puts them on the map where they are not; saved by the caller. Whoever may change the deal may say so.</summary>
    /// <returns>Their place on the map, and the part; null with problems where it cannot be.</returns>
    public static async Task<(Guid Person, Guid Part)?> SayPartAsync(this AppDb db, DealOnMap deal, NamedForPart who, DateOnly today, Problems problems, CancellationToken ct)
    {
        var person = await FindAsync(db, deal, who, problems, ct);
        if (person is null) return null;
        if (who.Part is DealPart.Approver && await OtherApproverAsync(db, deal.Id, person.Id, ct) is { } other) problems.Add("Part", Twice(other));
        if (await db.Rows<MapPart>().FirstOrDefaultAsync(p => p.MapPersonId == person.Id && p.OpportunityId == deal.Id && p.Part == who.Part, ct) is { } there) return problems.Any ? null : (person.Id, there.Id);
        if (problems.Any) return null;
        if (db.Entry(person).State is EntityState.Detached) db.Add(person);
        var part = new MapPart { MapPersonId = person.Id, OpportunityId = deal.Id, Part = who.Part, Evidence = who.Evidence, AsOf = today, SaidById = db.Viewer.PersonId };
        db.Add(part);
        return (person.Id, part.Id);
    }

    /// <summary>A real foreign key to somebody's place on a map from another module's row.</summary>
    public static void RefersToMapPerson<T>(this EntityTypeBuilder<T> row, System.Linq.Expressions.Expression<Func<T, object?>> key) where T : Entity =>
        row.HasOne<MapPerson>().WithMany().HasForeignKey(key);

    /// <summary>Who else says the final yes in a deal; null where nobody does. One who is hidden from the viewer is one all the same, without a name.</summary>
    internal static async Task<string?> OtherApproverAsync(AppDb db, Guid dealId, Guid? person, CancellationToken ct)
    {
        var (contacts, people) = (db.Contacts, db.Rows<MapPerson>());
        var other = await db.Rows<MapPart>().Where(p => p.OpportunityId == dealId && p.Part == DealPart.Approver && p.MapPersonId != person).Join(people, p => p.MapPersonId, m => m.Id, (p, m) => m).OrderBy(m => m.Id)
            .Select(m => new { Name = contacts.Where(c => c.Id == m.ContactId).Select(c => c.Name).FirstOrDefault() ?? m.Placeholder }).FirstOrDefaultAsync(ct);
        return other is null ? null : other.Name ?? T("someone");
    }

    internal static string Twice(string other) => T("{0} already says the final yes here, and only one can. Name the committee they sit in as one, or take it from them first.", other);

    private static async Task<MapPerson?> FindAsync(AppDb db, DealOnMap deal, NamedForPart who, Problems problems, CancellationToken ct)
    {
        var there = db.Rows<MapPerson>().Shown(db).Where(p => p.AccountId == deal.AccountId);
        if (who.MapPersonId is { } place)
        {
            if (await there.SingleOrDefaultAsync(p => p.Id == place, ct) is { } placed) return placed;
            problems.Add("Person", T("They are not on the map of this account."));
            return null;
        }
        if (who.ContactId is null && string.IsNullOrWhiteSpace(who.Placeholder))
        {
            problems.Add("Contact", T("Who is it, or what do they do there?"));
            return null;
        }
        var known = who.ContactId is { } contact ? await there.FirstOrDefaultAsync(p => p.ContactId == contact, ct) : await there.FirstOrDefaultAsync(p => p.ContactId == null && p.Placeholder == who.Placeholder!.Trim(), ct);
        if (known is not null) return known;
        var works = who.ContactId is { } id ? await db.Contacts.Where(c => c.Id == id).Select(c => new { c.AccountId }).SingleOrDefaultAsync(ct) : null;
        if (who.ContactId is not null && works is null) problems.Add("Contact", T("This contact is not here."));
        problems.AddIf(await db.Rows<MapPerson>().CountAsync(p => p.AccountId == deal.AccountId, ct) >= MapReading.Most, "Contact", T("There are {0} people on the map already.", MapReading.Most));
        return problems.Any ? null : new MapPerson { AccountId = deal.AccountId, ContactId = who.ContactId, Placeholder = who.ContactId is null ? who.Placeholder!.Trim() : null, IsOutside = works is not null && works.AccountId != deal.AccountId };
    }
}
