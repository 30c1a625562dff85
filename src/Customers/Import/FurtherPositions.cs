using Coxswain.Customers.Contacts;
using Coxswain.Customers.Positions;
using Coxswain.Platform.Data;
using Coxswain.Platform.Importing;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Import;

/// <summary>The accounts that a row names behind its first: the contact works there as well.</summary>
internal static class FurtherPositions
{
    public const string Kind = "position";

    public static string Name => T("Position of a contact");

    public static async Task<IReadOnlyList<RowResult>> TakeAsync(ImportBatch batch, IReadOnlyList<RowResult> results, CancellationToken ct)
    {
        var rows = batch.Rows.Where(r => r.Further("account").Count > 0).ToDictionary(r => r.Number, r => r.Further("account"));
        if (rows.Count == 0) return [];
        var named = results.Where(r => r.Subject is Contact && rows.ContainsKey(r.Row)).Select(r => (r.Row, Contact: (Contact)r.Subject!)).ToList();
        var ids = named.Select(n => n.Contact.Id).ToList();
        var there = (await batch.Db.Rows<Position>().AsNoTracking().Where(p => ids.Contains(p.ContactId)).Select(p => new { p.ContactId, p.AccountId }).ToListAsync(ct)).Select(p => (p.ContactId, p.AccountId)).ToHashSet();
        var made = new List<RowResult>();
        foreach (var (row, contact) in named)
            foreach (var account in rows[row].Where(a => a.Id != contact.AccountId && there.Add((contact.Id, a.Id))))
            {
                var position = new Position { ContactId = contact.Id, AccountId = account.Id, Title = account.Called };
                batch.Add(position);
                made.Add(new RowResult(row, RowAction.Created, position) { Kind = Kind });
            }
        return made;
    }

    public static async Task<IReadOnlyList<Entity>> LoadAsync(AppDb db, IReadOnlyList<Guid> ids, CancellationToken ct) => await db.Rows<Position>().Where(p => ids.Contains(p.Id)).ToListAsync(ct);
}
