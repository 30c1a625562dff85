using Coxswain.Funnel;
using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Insight.Metrics;

/// <summary>A deal with all that reports can split it by.</summary>
internal sealed record ReportDeal
{
    public required Guid OwnerId { get; init; }
    public required Guid? ProductId { get; init; }
    public required Guid? StageId { get; init; }
    public required string? Source { get; init; }
    public required StageEnd End { get; init; }
    public required long? Amount { get; init; }
    public required string Currency { get; init; }
    public required DateOnly? OpenedOn { get; init; }
    public required DateOnly? ClosedOn { get; init; }
}

/// <summary>Reads the deals a metric's date rule puts into the window, as they are known on the as-of day.</summary>
internal static class ReportDeals
{
    public static Task<List<ReportDeal>> ReadAsync(AppDb db, DateRule rule, MetricContext window, CancellationToken ct) => rule switch
    {
        DateRule.Closed => Closed(db, window).ToListAsync(ct),
        DateRule.OpenAsOf => Open(db, window).ToListAsync(ct),
        _ => UnderWayAsync(db, window, ct),
    };

    private static async Task<List<ReportDeal>> UnderWayAsync(AppDb db, MetricContext window, CancellationToken ct) =>
        [.. await Closed(db, window).ToListAsync(ct), .. await Open(db, window).ToListAsync(ct)];

    private static IQueryable<ReportDeal> Closed(AppDb db, MetricContext window)
    {
        var last = window.To < window.AsOf ? window.To : window.AsOf;
        var closed = db.Deals().Where(d => d.End != StageEnd.Open);
        // A deal whose day of closing nobody knows counts in figures of all time, and in no window.
        closed = window.From is { } from ? closed.Where(d => d.ClosedOn >= from && d.ClosedOn <= last) : closed.Where(d => d.ClosedOn == null || d.ClosedOn <= last);
        return closed.Select(d => new ReportDeal
        {
            OwnerId = d.OwnerId, ProductId = d.ProductId, StageId = d.StageId, Source = d.Source, End = d.End, Amount = d.Amount, Currency = d.Currency,
            OpenedOn = d.OpenedOn, ClosedOn = d.ClosedOn,
        });
    }

    /// <summary>Open at the end of the as-of day, with stage, owner and amount of that day.</summary>
    private static IQueryable<ReportDeal> Open(AppDb db, MetricContext window)
    {
        var instant = window.AsOf.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc).AddMicroseconds(-1);
        return
            from state in db.DealsAsOf(instant)
            where state.End == StageEnd.Open
            join deal in db.Deals() on state.OpportunityId equals deal.Id
            select new ReportDeal
            {
                OwnerId = state.OwnerId, ProductId = deal.ProductId, StageId = state.StageId, Source = deal.Source, End = state.End, Amount = state.Amount,
                Currency = state.Currency, OpenedOn = deal.OpenedOn, ClosedOn = null,
            };
    }
}
