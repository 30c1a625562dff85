using Coxswain.Customers;
using Coxswain.Customers.Service;
using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Plans;
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
    private const int MostTasks = 30, MostDeals = 500, MostTold = 10, MostMeetings = 5, MeetingDays = 2;

    // These have a place of their own on the page, or in the deal.
    private static readonly string[] OwnPlace = [BasicRules.DecisionPassed, BasicRules.StepNone, BasicRules.StepOverdue, BasicRules.GoneQuiet, BasicRules.AmountUnknown, BasicRules.DecisionUnknown, PlanRules.AgedCode];

    public static async Task<Outcome<TodayView>> Do(AppDb db, TimeProvider clock, FrameSource frame, CancellationToken ct)
    {
        var standing = await Standing.ReadAsync(db, clock, ct);
        frame.AsOf = DayNotice.Of(standing);
        var sells = db.Viewer.May(Permission.SeeFunnel);
        var due = await DueAsync(db, standing.Day, ct);
        var tips = await db.TipsToDecide(MostTasks).ToListAsync(ct);
        var rules = await RuleSet.ReadAsync(db, ct);
        IReadOnlyList<Looked> deals = sells ? [.. (await DealsAsync(db, ct)).Select(d => d.At(standing.Day)).Select(f => new Looked(Deal(f), f.Plan, [.. rules.Find(f).Where(w => w.Muted is null)]))] : [];
        return new TodayView
        {
            Day = standing.Day,
            Due = due,
            Tips = tips,
            Told = await ToldAsync(db, rules, standing.Day, ct),
            Meetings = sells ? await MeetingsAsync(db, standing.Day, ct) : [],
            Next = Next(deals),
            Stale = Row(deals.Where(d => d.Has(PlanRules.AgedCode))),
            Passed = Row(deals.Where(d => d.Has(BasicRules.DecisionPassed))),
            NoStep = Row(deals.Where(d => d.Has(BasicRules.StepNone) && !d.Has(BasicRules.DecisionPassed))),
            Quiet = Row(deals.Where(d => d.Has(BasicRules.GoneQuiet) && !d.Has(BasicRules.StepNone) && !d.Has(BasicRules.DecisionPassed))),
            IsFresh = sells && deals.Count == 0 && due.Count == 0 && tips.Count == 0 && !await db.Opportunities.AnyAsync(ct),
            Open = deals.Count,
            SeesTeam = sells && db.Viewer.May(Permission.SeeTeamFigures),
            MayAdd = db.Viewer.May(Permission.EditFunnel),
            MayImport = db.Viewer.May(Permission.Import),
        };
    }

    private static IReadOnlyList<TodayDeal> Row(IEnumerable<Looked> deals) => [.. deals.Select(d => d.Deal with { Aged = PlanRules.Aged(d.Plan) }).OrderByDescending(d => d.Minor ?? -1).ThenBy(d => d.Name, StringComparer.CurrentCulture)];

    // Of each deal the gravest thing nobody does anything about yet; of equally grave ones the larger deal's.
    private static IReadOnlyList<NextThing> Next(IEnumerable<Looked> deals) =>
        [.. from deal in deals
            let finding = deal.Found.FirstOrDefault(w => w is { Act: not null, Actions: 0 } && !OwnPlace.Contains(w.Code))
            where finding is not null
            orderby Rule.SeverityOf(finding.Weight) descending, deal.Deal.Minor ?? -1 descending, deal.Deal.Name
            select new NextThing(deal.Deal, finding.Act!, finding.Text, finding.Why, finding.Code, finding.PersonId)];

    private static TodayDeal Deal(RuleFacts f) => new()
    {
        Id = f.Plan.DealId, Name = f.Plan.Deal, Account = f.Plan.Account, Minor = f.Plan.Minor, Currency = f.Plan.Currency, CloseOn = f.CloseOn, OpenedOn = f.OpenedOn, HasStep = f.HasStep, TouchedOn = f.TouchedOn,
    };

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

    private static async Task<IReadOnlyList<KnownDeal>> DealsAsync(AppDb db, CancellationToken ct) =>
        await KnownDeals.NowAsync(db, await db.Opportunities.Where(o => o.OwnerId == db.Viewer.PersonId && o.End == StageEnd.Open).OrderByDescending(o => o.Amount ?? 0).ThenBy(o => o.Id).Take(MostDeals).Select(o => o.Id).ToListAsync(ct), ct);

    private static async Task<IReadOnlyList<ToldLine>> ToldAsync(AppDb db, RuleSet rules, DateOnly day, CancellationToken ct)
    {
        var deals = db.Opportunities;
        // Of a deal the viewer does not see they are told nothing.
        var told = await db.RuleFirings.Where(f => f.ToldId == db.Viewer.PersonId && f.ReadAt == null).Join(deals, f => f.OpportunityId, o => o.Id, (f, o) => new { f.Id, f.RuleId, f.OpportunityId, f.OfId, f.At, o.Name }).OrderByDescending(f => f.At).ThenByDescending(f => f.Id).Take(MostTold).ToListAsync(ct);
        if (told.Count == 0) return [];
        var known = (await KnownDeals.NowAsync(db, [.. told.Select(t => t.OpportunityId).Distinct()], ct)).ToDictionary(d => d.Deal.Id, d => d.At(day));
        return [.. from line in told
                   let rule = rules.Rules.FirstOrDefault(r => r.Own?.Id == line.RuleId)
                   where rule is not null
                   let facts = known[line.OpportunityId]
                   let person = facts.Plan.Person(line.OfId)
                   select new ToldLine(line.Id, line.OpportunityId, line.Name, rule.Text(facts, person), rule.Why(facts, person), DateOnly.FromDateTime(line.At))];
    }

    private static Task<List<TodayMeeting>> MeetingsAsync(AppDb db, DateOnly day, CancellationToken ct)
    {
        var (deals, accounts, lines, until) = (db.Opportunities, db.AccountRows(), db.MeetingLines, day.AddDays(MeetingDays));
        return db.MeetingPlans.Where(m => m.On >= day && m.On <= until).Join(deals, m => m.OpportunityId, o => o.Id, (m, o) => new { Meeting = m, Deal = o })
            .Where(x => x.Deal.OwnerId == db.Viewer.PersonId || lines.Any(l => l.MeetingPlanId == x.Meeting.Id && l.PersonId == db.Viewer.PersonId)).OrderBy(x => x.Meeting.On).ThenBy(x => x.Meeting.Id).Take(MostMeetings)
            .Select(x => new TodayMeeting
            {
                Id = x.Meeting.Id, DealId = x.Deal.Id, Deal = x.Deal.Name, Account = accounts.Where(a => a.Id == x.Deal.AccountId).Select(a => a.Name).FirstOrDefault(), On = x.Meeting.On, Reason = x.Meeting.Reason, Best = x.Meeting.Best,
                Says = lines.Where(l => l.MeetingPlanId == x.Meeting.Id && l.PersonId == db.Viewer.PersonId).OrderBy(l => l.Id).Select(l => l.Text).FirstOrDefault(), IsAgreed = x.Meeting.AgreedOn != null,
            }).ToListAsync(ct);
    }

    private sealed record Looked(TodayDeal Deal, DealPlan Plan, IReadOnlyList<PlanWarning> Found)
    {
        public bool Has(string code) => Found.Any(w => w.Code == code);
    }
}
