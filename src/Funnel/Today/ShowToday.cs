using Coxswain.Customers;
using Coxswain.Customers.Service;
using Coxswain.Funnel.Opportunities;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Today;

/// <summary>What is the best next thing the viewer can do for a customer.</summary>
internal static class ShowToday
{
    private const int MostTasks = 30, MostDeals = 500;

    public static async Task<Outcome<TodayView>> Do(AppDb db, TimeProvider clock, FrameSource frame, CancellationToken ct)
    {
        var standing = await Standing.ReadAsync(db, clock, ct);
        frame.AsOf = DayNotice.Of(standing);
        var sells = db.Viewer.May(Permission.SeeFunnel);
        var due = await DueAsync(db, standing.Day, ct);
        var tips = await db.TipsToDecide(MostTasks).ToListAsync(ct);
        var deals = sells ? await DealsAsync(db, ct) : [];
        return new TodayView
        {
            Day = standing.Day,
            Due = due,
            Tips = tips,
            Passed = Row(deals.Where(d => d.CloseOn < standing.Day)),
            NoStep = Row(deals.Where(d => !d.HasStep && !(d.CloseOn < standing.Day))),
            Quiet = Row(deals.Where(d => d.HasStep && d.QuietFor(standing.Day) is >= TodayView.QuietDays && !(d.CloseOn < standing.Day))),
            IsFresh = sells && deals.Count == 0 && due.Count == 0 && tips.Count == 0 && !await db.Opportunities.AnyAsync(ct),
            Open = deals.Count,
            SeesTeam = sells && db.Viewer.May(Permission.SeeTeamFigures),
            MayAdd = db.Viewer.May(Permission.EditFunnel),
            MayImport = db.Viewer.May(Permission.Import),
        };
    }

    private static IReadOnlyList<TodayDeal> Row(IEnumerable<TodayDeal> deals) => [.. deals.OrderByDescending(d => d.Minor ?? -1).ThenBy(d => d.Name, StringComparer.CurrentCulture)];

    private static Task<List<DueTask>> DueAsync(AppDb db, DateOnly day, CancellationToken ct)
    {
        var (accounts, deals, people) = (db.AccountRows(), db.Opportunities, db.Callables());
        return db.MyOpenTasks().Where(t => t.DueOn <= day).OrderBy(t => t.DueOn).ThenBy(t => t.Id).Take(MostTasks).Select(t => new DueTask
        {
            Id = t.Id, Title = t.Title, DueOn = t.DueOn!.Value, AboutId = t.AboutId,
            Account = accounts.Where(a => a.Id == t.AccountId).Select(a => a.Name).FirstOrDefault(),
            Contact = people.Where(c => c.Id == t.ContactId).Select(c => c.Name).FirstOrDefault(), Phone = people.Where(c => c.Id == t.ContactId).Select(c => c.Phone).FirstOrDefault(),
            Deal = deals.Where(o => o.Id == t.AboutId).Select(o => o.Name).FirstOrDefault(),
        }).ToListAsync(ct);
    }

    private static Task<List<TodayDeal>> DealsAsync(AppDb db, CancellationToken ct)
    {
        var (accounts, steps, touches) = (db.AccountRows(), db.OpenTasksAbout(Kinds.Opportunity), db.Touches());
        return db.Opportunities.Where(o => o.OwnerId == db.Viewer.PersonId && o.End == StageEnd.Open).OrderByDescending(o => o.Amount ?? 0).ThenBy(o => o.Id).Take(MostDeals).Select(o => new TodayDeal
        {
            Id = o.Id, Name = o.Name, Minor = o.Amount, Currency = o.Currency, CloseOn = o.CloseOn, OpenedOn = o.OpenedOn,
            Account = accounts.Where(a => a.Id == o.AccountId).Select(a => a.Name).FirstOrDefault(),
            HasStep = steps.Any(t => t.AboutId == o.Id),
            TouchedAt = touches.Where(i => i.AboutId == o.Id).Max(i => (DateTime?)i.OccurredAt),
            AccountTouchedAt = touches.Where(i => i.AccountId == o.AccountId && i.AccountId != null).Max(i => (DateTime?)i.OccurredAt),
        }).Seen(db).ToListAsync(ct);
    }
}
