using Coxswain.Customers.Contacts;
using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Positions;

/// <summary>Keeps where contacts were who are about to stand at another account, whichever way that is said.</summary>
internal static class FormerPlaces
{
    /// <param name="db">Where they are changed and not saved yet.</param>
    /// <param name="contacts">Those that may have gone elsewhere.</param>
    /// <param name="since">Their first day there.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Where they were, those that are new among them.</returns>
    public static async Task<IReadOnlyList<(Position Position, bool IsNew)>> FollowAsync(AppDb db, IEnumerable<Contact> contacts, DateOnly since, CancellationToken ct)
    {
        var left = contacts.Distinct().Select(c => db.Entry(c)).Where(e => e.State is EntityState.Modified)
            .Select(e => (Contact: e.Entity.Id, Account: e.Property(c => c.AccountId).OriginalValue, Now: e.Entity.AccountId, Title: e.Property(c => c.Title).OriginalValue)).Where(l => l.Account is not null && l.Account != l.Now).ToList();
        if (left.Count == 0) return [];
        var ids = left.ConvertAll(l => l.Contact);
        var open = await db.Rows<Position>().Where(p => ids.Contains(p.ContactId) && p.To == null).ToListAsync(ct);
        var former = new List<(Position, bool)>();
        foreach (var (contact, account, _, title) in left)
        {
            var position = open.FirstOrDefault(p => p.ContactId == contact && p.AccountId == account);
            var isNew = position is null;
            if (position is null) db.Add(position = new Position { ContactId = contact, AccountId = account!.Value });
            position.End(since.AddDays(-1), title);
            former.Add((position, isNew));
        }
        return former;
    }
}
