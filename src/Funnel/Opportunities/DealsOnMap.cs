using Coxswain.Customers.Maps;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Opportunities;

/// <summary>Deals have a place on the relationship map of their account.</summary>
internal sealed class DealsOnMap : IDealsOnMap
{
    public async Task<DealOnMap?> FindAsync(AppDb db, Guid id, CancellationToken ct)
    {
        if (!db.Viewer.May(Permission.SeeFunnel)) return null;
        return await db.Opportunities.AsNoTracking().SingleOrDefaultAsync(o => o.Id == id, ct) is { AccountId: { } account } deal ? new(deal.Id, deal.Name, account, db.Viewer.May(Permission.EditFunnel) && db.MayEdit(Kinds.Opportunity, deal)) : null;
    }

    public async Task<IReadOnlyList<DealOfAccount>> OfAccountAsync(AppDb db, Guid accountId, CancellationToken ct)
    {
        if (!db.Viewer.May(Permission.SeeFunnel)) return [];
        var (most, stages) = (100, db.Stages);
        var deals = await db.Opportunities.Where(o => o.AccountId == accountId).OrderByDescending(o => o.End == StageEnd.Open).ThenByDescending(o => o.Id).Take(most).Select(o => new { o.Id, o.Name, Stage = stages.Where(s => s.Id == o.StageId).Select(s => s.Name).FirstOrDefault() }).ToListAsync(ct);
        return [.. deals.Select(d => new DealOfAccount(d.Id, $"{d.Name} · {d.Stage}"))];
    }

    public async Task<DealsByAccount> SinceAsync(AppDb db, DateOnly since, CancellationToken ct)
    {
        if (!db.Viewer.May(Permission.SeeFunnel)) return new(0, 0);
        // Of all deals, not of this account's: the same on every map, so it is not counted for each.
        return await db.Kept.ReadAsync(db, $"deals by account since {since:o}", () => CountsAsync(db, since, ct), new(TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1)));
    }

    private static async Task<DealsByAccount> CountsAsync(AppDb db, DateOnly since, CancellationToken ct)
    {
        // The first day each account bought, once, rather than a look for every deal.
        var first = db.Opportunities.Where(o => o.End == StageEnd.Won && o.AccountId != null && o.ClosedOn != null).GroupBy(o => o.AccountId).Select(g => new { AccountId = g.Key, On = g.Min(o => o.ClosedOn) });
        var opened = db.Opportunities.Where(o => o.OpenedOn >= since && o.AccountId != null);
        var counts = await opened.GroupJoin(first, o => o.AccountId, f => f.AccountId, (o, f) => new { o, f }).SelectMany(x => x.f.DefaultIfEmpty(), (x, f) => x.o.OpenedOn > f!.On).GroupBy(before => before).Select(g => new { g.Key, Deals = g.Count() }).ToListAsync(ct);
        return new(counts.Sum(c => c.Deals), counts.Where(c => c.Key).Sum(c => c.Deals));
    }
}
