using Coxswain.Platform.Data;
using Coxswain.Platform.Erasing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Maps;

/// <summary>Takes a contact off every map for good, with what was judged of them, what was between them and others, and what they did in deals.</summary>
internal static class MapErasing
{
    public static async Task ForgetAsync(AppDb db, Guid contactId, Blot blot, CancellationToken ct)
    {
        var people = await db.RowsWithRemoved<MapPerson>().Where(p => p.ContactId == contactId).ToListAsync(ct);
        if (people.Count == 0) return;
        var ids = people.Select(p => p.Id).ToList();
        var ties = await db.RowsWithRemoved<MapTie>().Where(t => ids.Contains(t.FromId) || ids.Contains(t.ToId)).ToListAsync(ct);
        var parts = await db.RowsWithRemoved<MapPart>().Where(p => ids.Contains(p.MapPersonId)).ToListAsync(ct);
        foreach (var below in await db.RowsWithRemoved<MapPerson>().Where(p => p.ReportsToId != null && ids.Contains(p.ReportsToId.Value)).ToListAsync(ct)) below.ReportsToId = null;
        foreach (var seated in await db.RowsWithRemoved<MapPerson>().Where(p => p.SitsInId != null && ids.Contains(p.SitsInId.Value)).ToListAsync(ct)) (seated.SitsInId, seated.SeatedOn) = (null, null);
        db.RemoveRange(ties);
        db.RemoveRange(parts);
        await db.SaveChangesAsync(ct);
        db.RemoveRange(people);
        await db.SaveChangesAsync(ct);
        await db.RewriteHistoryAsync([.. ids, .. ties.Select(t => t.Id), .. parts.Select(p => p.Id)], blot, ct);
    }
}
