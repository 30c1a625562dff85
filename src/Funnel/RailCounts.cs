using Coxswain.Customers;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel;

/// <summary>Beside Today what is due, beside Deals what is open, beside Requests what waits for an answer: all the viewer's own, and no further than a glance needs.</summary>
internal sealed class RailCounts(TimeProvider clock) : IPlaceCounts
{
    private const int Most = 99;

    public async Task<IReadOnlyDictionary<string, int>> CountAsync(AppDb db, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var (tasks, mine, utc) = (db.MyOpenTasks(), Mine(db), DateOnly.FromDateTime(now));
        var asked = Help.HelpSight.AskedOfMe(db);
        var (before, after) = (utc.AddDays(-1), utc.AddDays(1));
        // Which day it is there is known only with the organisation's row: every day it can be is counted along with it.
        var read = await db.Rows<Tenant>().AsNoTracking().Where(t => t.Id == db.Viewer.TenantId).Select(t => new
        {
            Tenant = t, Open = mine.OrderBy(o => o.Id).Take(Most).Count(), Asked = asked.OrderBy(r => r.Id).Take(Most).Count(), Through = tasks.Count(d => d.DueOn <= t.DataThrough),
            Before = tasks.Count(d => d.DueOn <= before), Utc = tasks.Count(d => d.DueOn <= utc), After = tasks.Count(d => d.DueOn <= after),
        }).SingleAsync(ct);
        var day = Standing.Of(read.Tenant, now).Day;
        var due = day == utc ? read.Utc : day == before ? read.Before : day == after ? read.After : read.Through;
        return new Dictionary<string, int> { ["/today"] = Math.Min(due, Most), ["/opportunities"] = read.Open, ["/requests"] = read.Asked };
    }

    private static IQueryable<Opportunities.Opportunity> Mine(AppDb db) =>
        db.Rows<Opportunities.Opportunity>().Where(o => o.OwnerId == db.Viewer.PersonId && o.End == StageEnd.Open && db.Viewer.May(Permission.SeeFunnel));
}
