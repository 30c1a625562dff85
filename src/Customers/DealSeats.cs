using Coxswain.Customers.Maps;
using Coxswain.Customers.Records;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers;

/// <summary>Who sits in a committee of a map, said from a deal.</summary>
public static class DealSeats
{
    /// <summary>Puts a contact into a committee, and on the map where they are not; saved by the caller.</summary>
    /// <returns>Their place on the map; null with problems where it cannot be.</returns>
    public static async Task<Guid?> SeatAsync(this AppDb db, DealOnMap deal, Guid body, Guid? contactId, DateOnly today, Problems problems, CancellationToken ct)
    {
        var there = db.Rows<MapPerson>().Shown(db).Where(p => p.AccountId == deal.AccountId);
        problems.AddIf(!await there.AnyAsync(p => p.Id == body && p.IsBody, ct), "Body", T("Choose a committee of this map."));
        if (contactId is not { } contact || !await db.Contacts.AnyAsync(c => c.Id == contact && c.AccountId == deal.AccountId, ct)) problems.Add("Contact", T("Choose somebody of the account."));
        var person = contactId is null ? null : await there.FirstOrDefaultAsync(p => p.ContactId == contactId, ct);
        problems.AddIf(person?.SitsInId is { } other && other != body, "Contact", T("They sit in another committee: take them out of it first."));
        problems.AddIf(person is null && await db.Rows<MapPerson>().CountAsync(p => p.AccountId == deal.AccountId, ct) >= MapReading.Most, "Contact", T("There are {0} people on the map already.", MapReading.Most));
        if (problems.Any) return null;
        if (person is null) db.Add(person = new MapPerson { AccountId = deal.AccountId, ContactId = contactId });
        if (person.SitsInId != body) (person.SitsInId, person.SeatedOn) = (body, today);
        return person.Id;
    }

    /// <summary>Takes somebody out of the committee they sit in; saved by the caller. Null where nobody visible sits in one.</summary>
    public static async Task<(Guid Body, Guid? Contact)?> UnseatAsync(this AppDb db, DealOnMap deal, Guid place, CancellationToken ct)
    {
        if (await db.Rows<MapPerson>().Shown(db).SingleOrDefaultAsync(p => p.Id == place && p.AccountId == deal.AccountId && p.SitsInId != null, ct) is not { } person) return null;
        var body = person.SitsInId!.Value;
        (person.SitsInId, person.SeatedOn) = (null, null);
        return (body, person.ContactId);
    }

    /// <summary>Who sat in a committee on a day, by name.</summary>
    public static async Task<IReadOnlyList<DealSeat>> SeatedAsync(this AppDb db, Guid body, DateOnly day, CancellationToken ct)
    {
        var contacts = db.Contacts;
        return await db.Rows<MapPerson>().Where(p => p.SitsInId == body && p.SeatedOn <= day).Join(contacts, p => p.ContactId, c => c.Id, (p, c) => new { p.Id, c.Name, c.Title, c.FoldedName }).OrderBy(c => c.FoldedName).ThenBy(c => c.Id).Select(c => new DealSeat(c.Id, c.Name, c.Title)).Seen(db).ToListAsync(ct);
    }
}

/// <summary>Somebody who sits in a committee.</summary>
/// <param name="Id">Their place on the map.</param>
/// <param name="Name">Their name.</param>
/// <param name="Title">What they are there.</param>
public sealed record DealSeat(Guid Id, string Name, string? Title);
