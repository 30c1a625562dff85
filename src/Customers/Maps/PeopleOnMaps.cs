using Coxswain.Platform.Data;
using Coxswain.Platform.Importing;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Maps;

/// <summary>A row that names contacts of its account, by their keys in its field <c>contacts</c>.</summary>
/// <param name="Row">The row.</param>
/// <param name="AccountId">Its account.</param>
public sealed record PeopleNamed(ImportRow Row, Guid? AccountId);

/// <summary>
/// Contacts that an import names with a deal come onto the map of its account, with nothing judged. Who works elsewhere is on no map of it,
/// and is told.
/// </summary>
public static class PeopleOnMaps
{
    /// <summary>The kind of what is made.</summary>
    public const string Kind = "map-person";

    /// <summary>What one is called.</summary>
    public static string Name => T("Person of a relationship map");

    /// <summary>Puts them there who are not there yet.</summary>
    public static async Task<IReadOnlyList<RowResult>> TakeAsync(ImportBatch batch, IReadOnlyList<PeopleNamed> named, CancellationToken ct)
    {
        if (named.Count == 0) return [];
        var contacts = await batch.FindAsync(Kinds.Contact, named.SelectMany(n => n.Row.Keys("contacts")).ToHashSet(), ct);
        var accounts = named.Select(n => n.AccountId).OfType<Guid>().Distinct().ToList();
        var owners = await batch.Db.Accounts.Where(a => EF.Parameter(accounts).Contains(a.Id)).Select(a => new { a.Id, a.OwnerId }).ToDictionaryAsync(a => a.Id, a => a.OwnerId, ct);
        var there = (await batch.Db.Rows<MapPerson>().AsNoTracking().Where(p => EF.Parameter(accounts).Contains(p.AccountId)).Select(p => new { p.AccountId, p.ContactId }).ToListAsync(ct)).ToLookup(p => p.AccountId, p => p.ContactId);
        var (made, left) = (new List<RowResult>(), new List<(ImportRow Row, Guid Id)>());
        var counts = there.ToDictionary(t => t.Key, t => t.Count());
        foreach (var (row, account) in named)
            foreach (var contact in row.Keys("contacts").Select(contacts.GetValueOrDefault).OfType<KeyedRecord>().DistinctBy(c => c.Id))
            {
                if (account is not { } id || contact.AccountId != id || owners.TryGetValue(id, out var owner) && !batch.Db.MayEdit(Kinds.Account, id, owner)) { left.Add((row, contact.Id)); continue; }
                // The batch before may still be being saved.
                if (there[id].Contains(contact.Id) || batch.Names.Find(Kind, $"{id} {contact.Id}") is not null) continue;
                var count = counts.GetValueOrDefault(id);
                if (count >= MapReading.Most) { left.Add((row, contact.Id)); continue; }
                counts[id] = count + 1;
                var person = new MapPerson { AccountId = id, ContactId = contact.Id };
                batch.Names.Learn(Kind, [new KnownName(person.Id, $"{id} {contact.Id}")]);
                batch.Add(person);
                made.Add(new RowResult(row.Number, RowAction.Created, person) { Kind = Kind });
            }
        var names = await batch.NamesOfAsync(Kinds.Contact, [.. left.Select(o => o.Id).Distinct()], ct);
        foreach (var row in left.GroupBy(o => o.Row)) row.Key.Remark(T("Not put on the map of its account: {0}.", string.Join(", ", row.Select(o => names.GetValueOrDefault(o.Id)).OfType<string>())));
        return made;
    }

    /// <summary>Those of these keys, tracked, to be taken back.</summary>
    public static async Task<IReadOnlyList<Entity>> LoadAsync(AppDb db, IReadOnlyList<Guid> ids, CancellationToken ct) => await db.Rows<MapPerson>().Where(p => ids.Contains(p.Id)).ToListAsync(ct);
}
