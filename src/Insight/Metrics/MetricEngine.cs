using Coxswain.People;
using Coxswain.Platform.Access;
using Coxswain.Platform.CustomFields;
using Coxswain.Platform.Data;
using Coxswain.Platform.Looks;
using Coxswain.Platform.Periods;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Insight.Metrics;

/// <summary>Serves every metric to pages, API and command line: reads the deals once, groups them, asks the metric.</summary>
public static class MetricEngine
{
    /// <param name="metric">What to compute.</param>
    /// <param name="query">How to split and limit it.</param>
    /// <param name="db">The database, with the viewer whose eyes it is computed for.</param>
    /// <param name="clock">Tells today.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<MetricReport> RunAsync(Metric metric, MetricQuery query, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var tenant = await db.TenantAsync(ct);
        var standing = Standing.Of(tenant, clock.GetUtcNow().UtcDateTime);
        var asOf = query.AsOf ?? standing.Day;
        var to = query.To ?? asOf;
        // What was under way in a window is read as of its last day: what closed after it was still open then.
        var known = metric.DateRule is DateRule.UnderWay && to < asOf ? to : asOf;
        var context = new MetricContext(query.From, to, known, tenant.Currency);
        var deals = await ReportDeals.ReadAsync(db, metric.DateRule, context, isPast: known < standing.Day, ct);
        if (query.For is { } person) deals = await OfLineAsync(db, deals, person, ct);

        if (query.Of is { } own) deals = await ReportDeals.OfFieldAsync(db, own, deals, tenant.Currency, ct);
        var amounts = await Amounts.ReadAsync(db, tenant.Currency, deals, known, ct);
        var refused = metric.Unit is Unit.Money or Unit.MoneyPerDay && amounts.Missing is { } rate ? Answer.Without(rate, metric.Unit, tenant.Currency) : null;
        var total = refused ?? metric.Total(new Slice(null, "", Facts(deals, amounts)), context);
        var rows = query.By is By.Nothing || refused is not null ? [] : Rows(metric, await Grouping.ReadAsync(db, query, deals, Periods.Of(tenant), asOf, ct), query.By, deals, amounts, context);
        if (query.By is By.Person) NoteLooks(metric, deals, db);
        // What has no currency of its own is an amount to the metric and a number to who reads it.
        if (query.Of is { Type: not CustomFieldType.Money }) (total, rows) = (Counted(total), [.. rows.Select(r => new ReportRow(r.Key, r.Name, Counted(r)))]);
        return new MetricReport { Metric = metric.Id, Version = metric.Version, From = query.From, To = context.To, AsOf = asOf, Of = query.Of?.Key, Total = total, Rows = rows };
    }

    private static Answer Counted(Answer answer) => answer with { Unit = Unit.Number, Currency = null };

    private static void NoteLooks(Metric metric, List<ReportDeal> deals, AppDb db)
    {
        var reach = db.Reaches.For(InsightModule.Figures, AccessLevel.Read);
        db.NoteLook(InsightModule.LookAt(metric), deals.Select(d => d.OwnerId).Distinct().Where(reach.IncludesAllOf));
    }

    private static async Task<List<ReportDeal>> OfLineAsync(AppDb db, List<ReportDeal> deals, Guid person, CancellationToken ct)
    {
        var line = await db.LineOfAsync(person, ct);
        return [.. deals.Where(d => line.Contains(d.OwnerId))];
    }

    private static IReadOnlyList<ReportRow> Rows(Metric metric, Grouping grouping, By by, List<ReportDeal> deals, Amounts amounts, MetricContext context)
    {
        var groups = deals.SelectMany(d => grouping.Of(d), (d, g) => (Deal: d, Group: g))
            .GroupBy(d => d.Group, d => d.Deal)
            .Select(g => new Slice(g.Key.Key, g.Key.Name, Facts([.. g], amounts)))
            .OrderBy(g => by is By.Month ? g.Key : g.Name, StringComparer.CurrentCulture).ToList();
        return [.. groups.Zip(metric.Rows(groups, context), (g, answer) => new ReportRow(g.Key, g.Name, answer))];
    }

    private static List<Fact> Facts(IReadOnlyList<ReportDeal> deals, Amounts amounts) => [.. deals.Select(d => new Fact(d.End, d.Number ?? amounts.Of(d), d.OpenedOn, d.ClosedOn))];
}
