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
    private const int MostTasks = 30, MostMeetings = 5, MeetingDays = 2, ToldDays = 7;

    public static async Task<Outcome<TodayView>> Do(AppDb db, TimeProvider clock, FrameSource frame, CancellationToken ct)
    {
        var standing = await Standing.ReadAsync(db, clock, ct);
        frame.AsOf = DayNotice.Of(standing);
        var sells = db.Viewer.May(Permission.SeeFunnel);
        var due = await DueAsync(db, standing.Day, ct);
        var tips = await db.TipsToDecide(MostTasks).ToListAsync(ct);
        var rules = await RuleSet.ReadAsync(db, ct);
        var deals = sells ? await MyDeals.ReadAsync(db, rules, standing.Day, ct) : MyDeals.None;
        var news = await TodayNews.ReadAsync(db, rules, standing.Day, ct);
        return new TodayView
        {
            Day = standing.Day,
            Due = due,
            Tips = tips,
            Told = news.Told,
            Shared = news.Shared,
            Meetings = sells ? await MeetingsAsync(db, standing.Day, ct) : [],
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
            Id = t.Id, Title = t.Title, DueOn = t.DueOn!.Value, AboutId = t.AboutId,
            Account = accounts.Where(a => a.Id == t.AccountId).Select(a => a.Name).FirstOrDefault(),
            Contact = people.Where(c => c.Id == t.ContactId).Select(c => c.Name).FirstOrDefault(), Phone = people.Where(c => c.Id == t.ContactId).Select(c => c.Phone).FirstOrDefault(),
            Deal = deals.Where(o => o.Id == t.AboutId).Select(o => o.Name).FirstOrDefault(),
        }).ToListAsync(ct);
    }

    private static Task<List<TodayMeeting>> MeetingsAsync(AppDb db, DateOnly day, CancellationToken ct)
    {
        var (deals, accounts, lines, debriefs, from, until) = (db.Opportunities, db.AccountRows(), db.MeetingLines, db.Debriefs, day.AddDays(-ToldDays), day.AddDays(MeetingDays));
        // One that was held is asked about until somebody tells how it went, or nobody would know any more.
        return db.MeetingPlans.Where(m => m.On >= from && m.On <= until && !debriefs.Any(d => d.MeetingPlanId == m.Id)).Join(deals, m => m.OpportunityId, o => o.Id, (m, o) => new { Meeting = m, Deal = o })
            .Where(x => x.Deal.OwnerId == db.Viewer.PersonId || lines.Any(l => l.MeetingPlanId == x.Meeting.Id && l.PersonId == db.Viewer.PersonId)).OrderBy(x => x.Meeting.On).ThenBy(x => x.Meeting.Id).Take(MostMeetings)
            .Select(x => new TodayMeeting
            {
                Id = x.Meeting.Id, DealId = x.Deal.Id, Deal = x.Deal.Name, Account = accounts.Where(a => a.Id == x.Deal.AccountId).Select(a => a.Name).FirstOrDefault(), On = x.Meeting.On, Reason = x.Meeting.Reason, Best = x.Meeting.Best,
                Says = lines.Where(l => l.MeetingPlanId == x.Meeting.Id && l.PersonId == db.Viewer.PersonId).OrderBy(l => l.Id).Select(l => l.Text).FirstOrDefault(), IsAgreed = x.Meeting.AgreedOn != null,
            }).ToListAsync(ct);
    }
}
