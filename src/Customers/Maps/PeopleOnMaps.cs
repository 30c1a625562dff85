using Coxswain.Customers.Import;
using Coxswain.Platform.Data;
using Coxswain.Platform.Importing;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Maps;

/// <summary>A row that names contacts of its account, by their keys in its field <c>contacts</c>.</summary>
/// <param name="Row">The row.</param>
/// <param name="AccountId">Its account.</param>
/// <param name="DealId">The deal it is of.</param>
public sealed record PeopleNamed(ImportRow Row, Guid? AccountId, Guid DealId);

/// <summary>
/// Contacts that an import names with a deal come onto the map of its account, with nothing judged but what the file calls their part in it.
/// Who works elsewhere is on no map of it, and is told.
/// </summary>
public static class PeopleOnMaps
{
    /// <summary>The kind of what is made.</summary>
    public const string Kind = "map-person";

    /// <summary>The kind of what they do in a deal.</summary>
    public const string PartKind = "map-part";

    /// <summary>What a row of either kind is called.</summary>
    public static string NameOf(Entity row) => row is MapPart ? T("Part in a deal") : T("Person of a relationship map");

    /// <summary>Puts them there who are not there yet.</summary>
    public static async Task<IReadOnlyList<RowResult>> TakeAsync(ImportBatch batch, IReadOnlyList<PeopleNamed> named, CancellationToken ct)
    {
        if (named.Count == 0) return [];
        if (!batch.Names.Has(Kind)) batch.Names.AskFor(Kind);
        var contacts = await batch.FindAsync(Kinds.Contact, named.SelectMany(n => n.Row.Keys("contacts")).ToHashSet(), ct);
        var accounts = named.Select(n => n.AccountId).OfType<Guid>().Distinct().ToList();
        var owners = await batch.Db.Accounts.Where(a => accounts.Contains(a.Id)).Select(a => new { a.Id, a.OwnerId }).ToDictionaryAsync(a => a.Id, a => a.OwnerId, ct);
        // What somebody took away since an import brought it stays away; what an import was taken back with may come again.
        var brought = batch.Db.Rows<ImportedRow>().Where(r => r.Kind == Kind || r.Kind == PartKind).Select(r => r.SubjectId);
        var there = (await batch.Db.RowsWithRemoved<MapPerson>().AsNoTracking().Where(p => accounts.Contains(p.AccountId) && (p.RemovedAt == null || brought.Contains(p.Id))).Select(p => new { p.Id, p.AccountId, p.ContactId, IsHere = p.RemovedAt == null }).OrderByDescending(p => p.IsHere).ToListAsync(ct)).ToLookup(p => p.AccountId);
        var deals = named.Select(n => n.DealId).ToList();
        var said = (await batch.Db.RowsWithRemoved<MapPart>().AsNoTracking().Where(p => deals.Contains(p.OpportunityId) && (p.RemovedAt == null || brought.Contains(p.Id))).Select(p => new { p.MapPersonId, p.OpportunityId, p.Part }).ToListAsync(ct)).Select(p => (p.MapPersonId, p.OpportunityId, p.Part)).ToHashSet();
        var (made, left) = (new List<RowResult>(), new List<(ImportRow Row, Guid Id)>());
        var counts = there.ToDictionary(t => t.Key, t => t.Count(p => p.IsHere));
        foreach (var (row, account, deal) in named)
            foreach (var (key, contact) in row.Keys("contacts").Distinct().Select(k => (k, contacts.GetValueOrDefault(k))).Where(c => c.Item2 is not null))
            {
                if (account is not { } id || contact!.AccountId != id || owners.TryGetValue(id, out var owner) && !batch.Db.MayEdit(Kinds.Account, id, owner)) { left.Add((row, contact!.Id)); continue; }
                var known = there[id].FirstOrDefault(p => p.ContactId == contact.Id);
                if (known is { IsHere: false }) continue;
                if ((known?.Id ?? Placed(row, id, contact.Id)) is not { } person) left.Add((row, contact.Id));
                else foreach (var label in row.Called("contacts", key).Distinct()) Say(row, label, person, deal);
            }
        foreach (var (row, _, _) in named) foreach (var key in row.Keys("contacts").Where(k => !contacts.ContainsKey(k)).Distinct()) row.RemarkOnce(T("Kept without: {0}", T("{0}: nothing here has the key {1}.", T("Contacts"), key)));
        var names = await batch.NamesOfAsync(Kinds.Contact, [.. left.Select(o => o.Id).Distinct()], ct);
        foreach (var row in left.Distinct().GroupBy(o => o.Row)) row.Key.Remark(T("Not put on the map of its account: {0}.", string.Join(", ", row.Select(o => names.GetValueOrDefault(o.Id)).OfType<string>())));
        return made;

        // The batch before may still be being saved.
        Guid? Placed(ImportRow row, Guid account, Guid contact)
        {
            if (batch.Names.Find(Kind, $"{account} {contact}") is { } placed) return placed;
            if (counts.GetValueOrDefault(account) >= MapReading.Most) return null;
            counts[account] = counts.GetValueOrDefault(account) + 1;
            var person = new MapPerson { AccountId = account, ContactId = contact };
            batch.Names.Learn(Kind, [new KnownName(person.Id, $"{account} {contact}")]);
            Made(row, person, Kind);
            return person.Id;
        }

        void Say(ImportRow row, string label, Guid person, Guid deal)
        {
            if (PartLabels.Of(label) is not { } part) row.Remark(T("“{0}” says no part in a deal that is known here, and is left out.", label));
            else if (said.Add((person, deal, part))) Made(row, new MapPart { MapPersonId = person, OpportunityId = deal, Part = part, Evidence = label, AsOf = batch.KnownOn, SaidById = batch.Db.Viewer.PersonId }, PartKind);
        }

        void Made(ImportRow row, Entity entity, string kind)
        {
            batch.Add(entity);
            made.Add(new RowResult(row.Number, RowAction.Created, entity) { Kind = kind });
        }
    }

    /// <summary>Those of these keys, tracked, to be taken back.</summary>
    public static async Task<IReadOnlyList<Entity>> LoadAsync(AppDb db, IReadOnlyList<Guid> ids, CancellationToken ct) =>
        [.. await db.Rows<MapPerson>().Where(p => ids.Contains(p.Id)).ToListAsync(ct), .. await db.Rows<MapPart>().Where(p => ids.Contains(p.Id)).ToListAsync(ct)];
}
