using Coxswain.Customers.Accounts;
using Coxswain.Customers.Records;
using Coxswain.People;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Maps;

/// <summary>How acts open what stands on a map: whoever may change the account may change its map, and sees only people whose contact they may see.</summary>
internal static class MapForChange
{
    public static async Task<(MapPerson? Row, Refusal? No)> MapPersonForChangeAsync(this AppDb db, Guid id, CancellationToken ct, bool removed = false)
    {
        if (await (removed ? db.RowsWithRemoved<MapPerson>() : db.Rows<MapPerson>()).Shown(db).SingleOrDefaultAsync(p => p.Id == id, ct) is not { } person) return (null, Outcome.Missing);
        var (_, no) = await db.AccountForChangeAsync(person.AccountId, ct);
        return (person, no);
    }

    public static async Task<(MapTie? Row, Refusal? No)> MapTieForChangeAsync(this AppDb db, Guid id, CancellationToken ct, bool removed = false)
    {
        // Whoever of the two is off the map for now keeps nobody from the line.
        var people = db.RowsWithRemoved<MapPerson>().Shown(db);
        if (await (removed ? db.RowsWithRemoved<MapTie>() : db.Rows<MapTie>()).Between(people).SingleOrDefaultAsync(t => t.Id == id, ct) is not { } tie) return (null, Outcome.Missing);
        var (_, no) = await db.AccountForChangeAsync(tie.AccountId, ct);
        return (tie, no);
    }

    /// <summary>What the person is called on the map.</summary>
    public static async Task<string> CalledAsync(this AppDb db, MapPerson person, CancellationToken ct) =>
        person.ColleagueId is { } colleague ? await db.PersonRows().Where(p => p.Id == colleague).Select(p => p.Name).SingleOrDefaultAsync(ct) ?? "" : person.ContactId is { } contact ? await db.Contacts.Where(c => c.Id == contact).Select(c => c.Name).SingleOrDefaultAsync(ct) ?? "" : person.Placeholder ?? "";
}
