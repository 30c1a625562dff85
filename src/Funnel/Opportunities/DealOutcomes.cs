using Coxswain.Customers.Service;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Ui;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Opportunities;

/// <summary>What became of deals, for whoever was the first to hear of them.</summary>
internal sealed class DealOutcomes : IDealOutcomes
{
    public async Task<IReadOnlyDictionary<Guid, DealOutcome>> OfAsync(AppDb db, IReadOnlyCollection<Guid> deals, CancellationToken ct)
    {
        if (!db.Viewer.May(Permission.SeeFunnel)) return new Dictionary<Guid, DealOutcome>();
        var rows = await db.Opportunities.Where(o => deals.Contains(o.Id)).Join(db.Stages, o => o.StageId, s => s.Id, (o, s) => new { o.Id, o.Name, o.End, Stage = s.Name, o.Amount, o.Currency, o.ClosedOn }).Seen(db).ToListAsync(ct);
        return rows.ToDictionary(r => r.Id, r => new DealOutcome(r.Name, r.End is StageEnd.Open ? r.Stage : Words.End(r.End), r.End is StageEnd.Won, r.End is StageEnd.Open, r.Amount is null ? null : MoneyText.Of(r.Amount, r.Currency)) { EndedOn = r.ClosedOn });
    }

    public async Task<int> WonAsync(AppDb db, IQueryable<Guid?> deals, CancellationToken ct) =>
        db.Viewer.May(Permission.SeeFunnel) ? await db.Opportunities.CountAsync(o => o.End == StageEnd.Won && deals.Contains(o.Id), ct) : 0;
}
