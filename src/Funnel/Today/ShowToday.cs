using Coxswain.Customers;
using Coxswain.Customers.Service;
using Coxswain.Funnel.Rules;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Today;

/// <summary>What is the best next thing the viewer can do for a customer.</summary>
internal static class ShowToday
{
    internal const int MostTasks = 30;

    public sealed record Input
    {
        /// <summary>The part of the page of which all is shown.</summary>
        public string? All { get; init; }
    }

    public static async Task<Outcome<TodayView>> Do(Input input, AppDb db, TimeProvider clock, FrameSource frame, CancellationToken ct)
    {
        var standing = await Standing.ReadAsync(db, clock, ct);
        frame.AsOf = DayNotice.Of(standing);
        var sells = db.Viewer.May(Permission.SeeFunnel);
        var due = await DueAsync(db, standing.Day, ct);
        var tips = await db.TipsToDecide(MostTasks).ToListAsync(ct);
        var rules = await RuleSet.ReadAsync(db, ct);
        var deals = sells ? await MyDeals.ReadAsync(db, rules, standing.Day, ct) : MyDeals.None;
        var ahead = sells ? await TodayAhead.ReadAsync(db, standing.Day, ct) : TodayAhead.None;
        var news = await TodayNews.ReadAsync(db, rules, standing.Day, ct);
        return new TodayView
        {
            Day = standing.Day,
            All = input.All,
            Due = due,
            Tips = tips,
            Told = news.Told,
            Shared = news.Shared,
            Meetings = ahead.Meetings,
            Contracts = ahead.Contracts,
            Deals = deals,
            IsFresh = sells && deals.Open == 0 && due.Count == 0 && tips.Count == 0 && !await db.Opportunities.AnyAsync(ct),
            SeesTeam = sells && db.Viewer.May(Permission.SeeTeamFigures),
            MayAdd = db.Viewer.May(Permission.EditFunnel),
            MayImport = db.Viewer.May(Permission.Import),
        };
    }

    private static Task<List<DueTask>> DueAsync(AppDb db, DateOnly day, CancellationToken ct)
    {
        var (accounts, deals, people) = (db.AccountRows(), db.Opportunities, db.Callables());
        return db.MyOpenTasks().Where(t => t.DueOn <= day).OrderBy(t => t.DueOn).ThenBy(t => t.Id).Take(MostTasks).Select(t => new DueTask
        {
            Id = t.Id, Title = t.Title, DueOn = t.DueOn!.Value, AboutId = t.AboutId, IsPlanned = t.AimsAt != null, Expected = t.Expected,
            Account = accounts.Where(a => a.Id == t.AccountId).Select(a => a.Name).FirstOrDefault(),
            Contact = people.Where(c => c.Id == t.ContactId).Select(c => c.Name).FirstOrDefault(), Phone = people.Where(c => c.Id == t.ContactId).Select(c => c.Phone).FirstOrDefault(),
            Deal = deals.Where(o => o.Id == t.AboutId).Select(o => o.Name).FirstOrDefault(),
        }).ToListAsync(ct);
    }
}
