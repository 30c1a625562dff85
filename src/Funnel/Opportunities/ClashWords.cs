using Coxswain.Customers;
using Coxswain.People;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Opportunities;

/// <summary>Clashes as people read them: names instead of keys, amounts with their sign.</summary>
internal static class ClashWords
{
    public static async Task<IReadOnlyList<Clash>> OfAsync(AppDb db, Opportunity o, IReadOnlyList<Clash> clashes, CancellationToken ct)
    {
        var ids = clashes.SelectMany(c => new[] { c.Yours, c.Theirs }).Select(t => Guid.TryParse(t, out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty).ToList();
        var names = new Dictionary<Guid, string>();
        if (ids.Count > 0)
        {
            foreach (var a in await db.AccountRows().Where(a => ids.Contains(a.Id)).Select(a => new { a.Id, a.Name }).ToListAsync(ct)) names[a.Id] = a.Name;
            foreach (var p in await db.PersonRows().Where(p => ids.Contains(p.Id)).Select(p => new { p.Id, p.Name }).ToListAsync(ct)) names[p.Id] = p.Name;
        }
        return [.. clashes.Select(c => c with { Field = HistoryWords.Label(c.Field), Yours = Said(c, c.Yours), Theirs = Said(c, c.Theirs) })];

        string Said(Clash clash, string value) => Guid.TryParse(value, out var id) && names.TryGetValue(id, out var name) ? name : HistoryWords.Value(clash.Field, value, o.Currency);
    }
}
