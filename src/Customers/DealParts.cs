using Coxswain.Customers.Maps;
using Coxswain.Customers.Records;
using Coxswain.People;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers;

/// <summary>Who is to be named for a part: somebody of the map, a contact, or a role of which nobody is known yet.</summary>
public sealed record NamedForPart(Guid? MapPersonId, Guid? ContactId, string? Placeholder, DealPart Part, string? Evidence)
{
    /// <summary>The role of which nobody is known is a committee that decides with one voice.</summary>
    public bool IsBody { get; init; }

    /// <summary>One of us who guides us there.</summary>
    public Guid? ColleagueId { get; init; }
}

/// <summary>Says who does what in a deal, for the module of the deals: kept once, on the relationship map.</summary>
public static class DealParts
{
    /// <summary>Says what somebody does in a deal, and puts them on the map where they are not; saved by the caller. Whoever may change the deal may say so.</summary>
    /// <returns>Their place on the map, and the part; null with problems where it cannot be.</returns>
    public static async Task<(Guid Person, Guid Part)?> SayPartAsync(this AppDb db, DealOnMap deal, NamedForPart who, DateOnly today, Problems problems, CancellationToken ct)
    {
        var person = await FindAsync(db, deal, who, problems, ct);
        if (person is null) return null;
        problems.AddIf(person.ColleagueId is not null && who.Part is not DealPart.Guide && !problems.Any, "Part", OnlyGuides);
        if (who.Part is DealPart.Approver && await OtherApproverAsync(db, deal.Id, person.Id, ct) is { } other) problems.Add("Part", Twice(other));
        if (await db.Rows<MapPart>().FirstOrDefaultAsync(p => p.MapPersonId == person.Id && p.OpportunityId == deal.Id && p.Part == who.Part, ct) is { } there) return problems.Any ? null : (person.Id, there.Id);
        if (problems.Any) return null;
        if (db.Entry(person).State is EntityState.Detached) db.Add(person);
        var part = new MapPart { MapPersonId = person.Id, OpportunityId = deal.Id, Part = who.Part, Evidence = who.Evidence, AsOf = today, SaidById = db.Viewer.PersonId };
        db.Add(part);
        return (person.Id, part.Id);
    }

    /// <summary>Who else says the final yes in a deal; null where nobody does. One who is hidden from the viewer is one all the same, without a name.</summary>
    internal static async Task<string?> OtherApproverAsync(AppDb db, Guid dealId, Guid? person, CancellationToken ct)
    {
        var (contacts, people) = (db.Contacts, db.Rows<MapPerson>());
        var other = await db.Rows<MapPart>().Where(p => p.OpportunityId == dealId && p.Part == DealPart.Approver && p.MapPersonId != person).Join(people, p => p.MapPersonId, m => m.Id, (p, m) => m).OrderBy(m => m.Id)
            .Select(m => new { Name = contacts.Where(c => c.Id == m.ContactId).Select(c => c.Name).FirstOrDefault() ?? m.Placeholder }).FirstOrDefaultAsync(ct);
        return other is null ? null : other.Name ?? T("someone");
    }

    internal static string OnlyGuides => T("A colleague of ours can guide us there, and nothing else.");

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
        if (who.ColleagueId is { } ours) return await ColleagueAsync(db, deal, there, ours, who, problems, ct);
        if (who.ContactId is null && string.IsNullOrWhiteSpace(who.Placeholder))
        {
            problems.Add(who.IsBody ? "Placeholder" : "Contact", who.IsBody ? T("What is the committee called?") : T("Who is it, or what do they do there?"));
            return null;
        }
        if (who is { IsBody: true, ContactId: not null })
        {
            problems.Add("IsBody", T("A committee is no contact: say what it is called, and put those who sit in it on the map."));
            return null;
        }
        var known = who.ContactId is { } contact ? await there.FirstOrDefaultAsync(p => p.ContactId == contact, ct) : await there.FirstOrDefaultAsync(p => p.ContactId == null && p.ColleagueId == null && p.Placeholder == who.Placeholder!.Trim(), ct);
        if (known is not null)
        {
            // A committee sits in no other.
            if (who.IsBody) (known.IsBody, known.SitsInId, known.SeatedOn) = (true, null, null);
            return known;
        }
        var works = who.ContactId is { } id ? await db.Contacts.Where(c => c.Id == id).Select(c => new { c.AccountId }).SingleOrDefaultAsync(ct) : null;
        if (who.ContactId is not null && works is null) problems.Add("Contact", T("This contact is not here."));
        problems.AddIf(await db.Rows<MapPerson>().CountAsync(p => p.AccountId == deal.AccountId, ct) >= MapReading.Most, "Contact", T("There are {0} people on the map already.", MapReading.Most));
        return problems.Any ? null : new MapPerson { AccountId = deal.AccountId, ContactId = who.ContactId, Placeholder = who.ContactId is null ? who.Placeholder!.Trim() : null, IsBody = who.IsBody, IsOutside = works is not null && works.AccountId != deal.AccountId };
    }

    // They judge nothing there: what they know of it is what makes them a guide.
    private static async Task<MapPerson?> ColleagueAsync(AppDb db, DealOnMap deal, IQueryable<MapPerson> there, Guid ours, NamedForPart who, Problems problems, CancellationToken ct)
    {
        problems.AddIf(who.Part is not DealPart.Guide, "Part", OnlyGuides);
        problems.AddIf(who.ContactId is not null || who.IsBody, "Colleague", T("Name one of theirs, or one of us."));
        if (await db.PersonRows().AllAsync(p => p.Id != ours || !p.IsHere, ct)) problems.Add("Colleague", T("Choose somebody who works here."));
        if (problems.Any) return null;
        return await there.FirstOrDefaultAsync(p => p.ColleagueId == ours, ct) ?? new MapPerson { AccountId = deal.AccountId, ColleagueId = ours, IsOutside = true };
    }
}
