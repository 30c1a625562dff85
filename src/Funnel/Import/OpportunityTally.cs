using System.Globalization;
using Coxswain.People;
using Coxswain.Platform.Data;
using Coxswain.Platform.Importing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Import;

/// <summary>Counts imported opportunities as the database has them, by stage, owner and month of closing.</summary>
internal static class OpportunityTally
{
    public static async Task<IReadOnlyList<Tally>> CountAsync(AppDb db, IQueryable<Guid> subjects, CancellationToken ct)
    {
        var imported = db.Opportunities.Where(o => subjects.Contains(o.Id));
        var stages = await imported.Join(db.Stages, o => o.StageId, s => s.Id, (o, s) => new { s.Name, o.Currency, o.Amount })
            .GroupBy(o => new { o.Name, o.Currency }).Select(g => new Tally(TallyBy.Stage, g.Key.Name, g.Key.Currency, g.LongCount(), g.Sum(o => o.Amount ?? 0))).ToListAsync(ct);
        var owners = await imported.Join(db.PersonRows(), o => o.OwnerId, p => p.Id, (o, p) => new { p.Name, o.Currency, o.Amount })
            .GroupBy(o => new { o.Name, o.Currency }).Select(g => new Tally(TallyBy.Owner, g.Key.Name, g.Key.Currency, g.LongCount(), g.Sum(o => o.Amount ?? 0))).ToListAsync(ct);
        var days = await imported.GroupBy(o => new { o.CloseOn, o.Currency }).Select(g => new { g.Key.CloseOn, g.Key.Currency, Count = g.LongCount(), Sum = g.Sum(o => o.Amount ?? 0) }).ToListAsync(ct);
        var months = days.GroupBy(d => (Month: d.CloseOn?.ToString("yyyy-MM", CultureInfo.InvariantCulture) ?? "", d.Currency))
            .Select(g => new Tally(TallyBy.Month, g.Key.Month, g.Key.Currency, g.Sum(d => d.Count), g.Sum(d => d.Sum)));
        return [.. stages, .. owners, .. months];
    }
}
