using Coxswain.Funnel;
using Coxswain.Platform.CustomFields;
using Coxswain.Platform.Data;
using Coxswain.Platform.Money;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Insight.Metrics;

/// <summary>A deal with all that reports can split it by.</summary>
internal sealed record ReportDeal
{
    public required Guid Id { get; init; }
    public required Guid OwnerId { get; init; }
    public required Guid? AccountId { get; init; }
    public required Guid? ProductId { get; init; }
    public required Guid? StageId { get; init; }
    public required string? Source { get; init; }
    public required StageEnd End { get; init; }
    public required long? Amount { get; init; }
    public required string Currency { get; init; }
    public required DateOnly? OpenedOn { get; init; }
    public required DateOnly? ClosedOn { get; init; }

    /// <summary>What an own field without a currency says in place of the amount.</summary>
    public double? Number { get; init; }
}

/// <summary>Reads the deals a metric's date rule puts into the window, as they stood on the as-of day.</summary>
internal static class ReportDeals
{
    private const int AtOnce = 10_000;

    /// <param name="db">The database.</param>
    /// <param name="rule">Which date counts.</param>
    /// <param name="window">From when to when, as of when.</param>
    /// <param name="isPast">The as-of day lies before the day the data stands on, so that deals may have changed since.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<List<ReportDeal>> ReadAsync(AppDb db, DateRule rule, MetricContext window, bool isPast, CancellationToken ct)
    {
        var closed = rule is DateRule.OpenAsOf ? [] : isPast ? await ClosedThenAsync(db, window, ct) : await Closed(db, window).ToListAsync(ct);
        return rule is DateRule.Closed ? closed : [.. closed, .. await Open(db, window).ToListAsync(ct)];
    }

    /// <summary>The same deals with what an own field says now in place of their amounts.</summary>
    public static async Task<List<ReportDeal>> OfFieldAsync(AppDb db, CustomField field, List<ReportDeal> deals, string currency, CancellationToken ct)
    {
        var figures = new Dictionary<Guid, FieldFigure>();
        foreach (var ids in deals.Select(d => d.Id).Distinct().Chunk(AtOnce)) foreach (var one in await db.DealFigures(field).Where(f => ids.Contains(f.Id)).ToListAsync(ct)) figures[one.Id] = one;
        return [.. deals.Select(Told)];

        ReportDeal Told(ReportDeal deal)
        {
            if (!figures.TryGetValue(deal.Id, out var figure)) return deal with { Amount = null };
            if (field.Type is not CustomFieldType.Money) return deal with { Amount = null, Number = figure.Figure };
            var its = figure.Currency ?? currency;
            return deal with { Amount = Minor.FromMajor((decimal)figure.Figure!.Value, its), Currency = its };
        }
    }

    /// <summary>Closed on a past day, also where a deal was opened again since; with the owner, stage and amount it had then.</summary>
    private static async Task<List<ReportDeal>> ClosedThenAsync(AppDb db, MetricContext window, CancellationToken ct)
    {
        var then = await (
            from state in db.DealsAsOf(Standing.EndOf(window.AsOf))
            where state.End != StageEnd.Open
            join deal in db.Deals() on state.OpportunityId equals deal.Id
            select new { State = state, deal.AccountId, deal.ProductId, deal.Source, deal.OpenedOn, deal.ClosedOn, IsSame = deal.End == state.End }).ToListAsync(ct);
        var last = window.To < window.AsOf ? window.To : window.AsOf;
        return
        [
            .. then.Select(d => new ReportDeal
            {
                Id = d.State.OpportunityId, OwnerId = d.State.OwnerId, AccountId = d.AccountId, ProductId = d.ProductId, StageId = d.State.StageId, Source = d.Source, End = d.State.End, Amount = d.State.Amount,
                Currency = d.State.Currency, OpenedOn = d.OpenedOn, ClosedOn = d.IsSame ? d.ClosedOn : DateOnly.FromDateTime(d.State.From),
            }).Where(d => d.ClosedOn is { } day ? (window.From is not { } from || day >= from) && day <= last : window.From is null),
        ];
    }

    private static IQueryable<ReportDeal> Closed(AppDb db, MetricContext window)
    {
        var last = window.To < window.AsOf ? window.To : window.AsOf;
        var closed = db.Deals().Where(d => d.End != StageEnd.Open);
        // A deal whose day of closing nobody knows counts in figures of all time, and in no window.
        closed = window.From is { } from ? closed.Where(d => d.ClosedOn >= from && d.ClosedOn <= last) : closed.Where(d => d.ClosedOn == null || d.ClosedOn <= last);
        return closed.Select(d => new ReportDeal
        {
            Id = d.Id, OwnerId = d.OwnerId, AccountId = d.AccountId, ProductId = d.ProductId, StageId = d.StageId, Source = d.Source, End = d.End, Amount = d.Amount, Currency = d.Currency,
            OpenedOn = d.OpenedOn, ClosedOn = d.ClosedOn,
        });
    }

    /// <summary>Open at the end of the as-of day, with stage, owner and amount of that day.</summary>
    private static IQueryable<ReportDeal> Open(AppDb db, MetricContext window)
    {
        return
            from state in db.DealsAsOf(Standing.EndOf(window.AsOf))
            where state.End == StageEnd.Open
            join deal in db.Deals() on state.OpportunityId equals deal.Id
            select new ReportDeal
            {
                Id = deal.Id, OwnerId = state.OwnerId, AccountId = deal.AccountId, ProductId = deal.ProductId, StageId = state.StageId, Source = deal.Source, End = state.End, Amount = state.Amount,
                Currency = state.Currency, OpenedOn = deal.OpenedOn, ClosedOn = null,
            };
    }
}
