using Coxswain.Customers;
using Coxswain.Customers.Activities;
using Coxswain.Funnel.Efforts;
using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Plans;
using Coxswain.Funnel.Processes;
using Coxswain.Funnel.Pursuit;
using Coxswain.Funnel.Reviews;
using Coxswain.Funnel.Selection;
using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Rules;

/// <summary>Reads what is known of many deals, in as many statements for a thousand as for one.</summary>
internal static class KnownDeals
{
    /// <summary>So many deals are read at once.</summary>
    public const int AtOnce = 1_000;

    /// <summary>As they stand.</summary>
    /// <param name="db">The database; what its viewer does not see is not there.</param>
    /// <param name="ids">The deals, at most <see cref="AtOnce"/>.</param>
    /// <param name="day">The day they are looked at.</param>
    /// <param name="needed">What is asked for beside the rest.</param>
    /// <param name="ct">Cancels.</param>
    public static Task<IReadOnlyList<KnownDeal>> NowAsync(AppDb db, IReadOnlyCollection<Guid> ids, DateOnly day, Needed needed, CancellationToken ct) => NowAsync(db, db.Opportunities.Where(o => ids.Contains(o.Id)), day, needed, ct);

    /// <summary>As they stand, of at most <see cref="AtOnce"/> rows.</summary>
    public static async Task<IReadOnlyList<KnownDeal>> NowAsync(AppDb db, IQueryable<Opportunity> rows, DateOnly day, Needed needed, CancellationToken ct)
    {
        var deals = await db.Views(rows.AsNoTracking().Take(AtOnce)).ToListAsync(ct);
        if (deals.Count == 0) return [];
        var (touches, ids) = (db.Touches(), deals.Select(d => d.Id).ToList());
        var said = await SaidAsync(db, ids, ct);
        var beside = await LinesAsync(db, ids, needed, ct);
        var people = (await db.PeopleOfDeals(ids).ToListAsync(ct)).ToLookup(p => p.DealId);
        var inTouch = await PlanReading.InTouchAsync(db, said.SelectMany(s => s), ct);
        var accounts = deals.Select(d => d.AccountId).OfType<Guid>().Distinct().ToList();
        var last = (await touches.Where(i => ids.Contains(i.AboutId!.Value)).GroupBy(i => i.AboutId!.Value).Select(g => new { g.Key, At = g.Max(i => i.OccurredAt) })
            .Concat(touches.Where(i => accounts.Contains(i.AccountId!.Value)).GroupBy(i => i.AccountId!.Value).Select(g => new { g.Key, At = g.Max(i => i.OccurredAt) })).ToListAsync(ct)).ToDictionary(g => g.Key, g => g.At);
        var (ways, staleAfter, profile) = (await Ways.ReadAsync(db, ct), (await PlanSettings.ReadAsync(db, ct)).JudgementDays, await FitReading.ProfileAsync(db, ct));
        var times = await StallRule.ReadAsync(db, ct);
        var effort = needed.HasFlag(Needed.Effort) ? await EffortReading.NowAsync(db, accounts, day, ct) : null;
        var pursuit = needed.HasFlag(Needed.Pursuit) ? await KnownPursuit.ReadAsync(db, ids, accounts, ct) : null;
        return [.. deals.Select(deal => Of(deal, staleAfter, profile, ways, said[deal.Id], people[deal.Id], beside[deal.Id].ToList()) with
        {
            Times = times, Effort = effort, Pursuit = pursuit, InTouch = inTouch, Touches = [.. new[] { deal.Id, deal.AccountId ?? Guid.Empty }.Where(last.ContainsKey).Select(of => new DealTouch(DateOnly.FromDateTime(last[of]), true, null, true, false))],
        })];
    }

    /// <summary>With their whole past, for days of it.</summary>
    /// <param name="db">The database.</param>
    /// <param name="ids">The deals, at most <see cref="AtOnce"/>.</param>
    /// <param name="needed">What is asked for beside the rest.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<IReadOnlyList<KnownDeal>> PastAsync(AppDb db, IReadOnlyCollection<Guid> ids, Needed needed, CancellationToken ct)
    {
        if (ids.Count == 0) return [];
        var deals = await DealsAsync(db, ids, ct);
        var said = await SaidAsync(db, ids, ct, ever: true);
        var beside = await LinesAsync(db, ids, needed, ct);
        var people = (await db.PeopleEverOfDeals(ids).ToListAsync(ct)).ToLookup(p => p.DealId);
        var seats = await db.SeatsAsync([.. people.SelectMany(p => p).Where(p => p.IsBody).Select(p => p.Id).Distinct()], ct);
        var accounts = deals.Select(d => d.AccountId).OfType<Guid>().Distinct().ToList();
        var contacts = people.SelectMany(p => p).Select(p => p.ContactId).OfType<Guid>().Concat(seats.SelectMany(s => s).Select(s => s.Contact)).Distinct().ToList();
        var touched = await db.Touches().Where(i => ids.Contains(i.AboutId!.Value) || accounts.Contains(i.AccountId!.Value) || contacts.Contains(i.ContactId!.Value))
            .Select(i => new { i.AboutId, i.AccountId, i.ContactId, i.OwnerId, i.OccurredAt, i.Kind, i.Outcome }).ToListAsync(ct);
        var (byDeal, byAccount, byContact) = (touched.ToLookup(t => t.AboutId), touched.ToLookup(t => t.AccountId), touched.ToLookup(t => t.ContactId));
        var states = (await db.OpportunityStates.AsNoTracking().Where(s => ids.Contains(s.OpportunityId) && s.SupersededAt == null).OrderBy(s => s.From)
            .Select(s => new DealState(s.OpportunityId, s.From, s.StageId, s.End, s.OwnerId, s.Amount, s.Currency, s.CloseOn, s.Category)).ToListAsync(ct)).ToLookup(s => s.DealId);
        var effort = needed.HasFlag(Needed.Effort) ? await EffortReading.PastAsync(db, accounts, ct) : null;
        var pursuit = needed.HasFlag(Needed.Pursuit) ? await KnownPursuit.ReadAsync(db, ids, accounts, ct) : null;
        var times = await PastStallRules.ReadAsync(db, ct);
        var tasks = (await db.TasksAbout(Kinds.Opportunity).Where(t => ids.Contains(t.AboutId!.Value)).ToListAsync(ct)).ToLookup(t => t.AboutId);
        var (ways, staleAfter, profile) = (await Ways.ReadAsync(db, ct), (await PlanSettings.ReadAsync(db, ct)).JudgementDays, await FitReading.ProfileAsync(db, ct));
        return [.. deals.Select(deal => Of(deal, staleAfter, profile, ways, said[deal.Id], people[deal.Id], beside[deal.Id].ToList()) with
        {
            PastTimes = times, Seats = seats, Effort = effort, Pursuit = pursuit, States = [.. states[deal.Id]], Tasks = [.. tasks[deal.Id]],
            Touches = [.. byDeal[deal.Id].Concat(deal.AccountId is null ? [] : byAccount[deal.AccountId]).Select(t => (t, true)).Concat(people[deal.Id].SelectMany(p => p.IsBody ? seats[p.Id].Select(s => s.Contact) : p.ContactId is { } one ? [one] : []).Distinct().SelectMany(c => byContact[c]).Select(t => (t, false)))
                .Select(t => new DealTouch(DateOnly.FromDateTime(t.t.OccurredAt), t.Item2, t.t.ContactId, t.t.Outcome is not (InteractionOutcome.NotReached or InteractionOutcome.LeftMessage), t.t.Kind is InteractionKind.Call or InteractionKind.Meeting) { OwnerId = t.t.OwnerId, IsAbout = t.t.AboutId == deal.Id })],
        })];
    }

    private static Task<List<OpportunityView>> DealsAsync(AppDb db, IReadOnlyCollection<Guid> ids, CancellationToken ct) => db.Views(db.Opportunities.AsNoTracking().Where(o => ids.Contains(o.Id))).ToListAsync(ct);

    private static async Task<ILookup<Guid, PlanSaid>> SaidAsync(AppDb db, IReadOnlyCollection<Guid> ids, CancellationToken ct, bool ever = false) =>
        (await (ever ? db.RowsWithRemoved<PlanJudgement>() : db.PlanJudgements).AsNoTracking().Where(j => ids.Contains(j.OpportunityId)).OrderByDescending(j => j.On).ThenByDescending(j => j.Id)
            .Select(j => new { j.OpportunityId, Said = new PlanSaid { Id = j.Id, PersonId = j.MapPersonId, Topic = j.Topic, Field = j.Field, Value = j.Value, Text = j.Text, WhoId = j.WhoId, Ground = j.Ground, On = j.On, GoneAt = j.RemovedAt } }).ToListAsync(ct)).ToLookup(j => j.OpportunityId, j => j.Said);

    /// <summary>What the customers of these deals have shown. What has no number has some there, which nobody reads: rows read together have to be of the same types on both databases.</summary>
    public static IQueryable<FactLine> Shown(AppDb db, IReadOnlyCollection<Guid> ids) =>
        db.StageEvidence.Where(e => ids.Contains(e.OpportunityId)).Select(e => new FactLine { Sort = FactSort.Shown, Deal = e.OpportunityId, Id = e.Id, Of = e.StageId, Step = e.StepId, On = e.On, Then = e.On, Text = null, More = null, Place = null, Number = e.Version, Amount = (long?)e.Version });

    // Open tasks, what the customer has shown, the days it was to be decided on, what is to be won, what was decided and negotiated, and how far the work is, in one statement.
    private static async Task<ILookup<Guid, FactLine>> LinesAsync(AppDb db, IReadOnlyCollection<Guid> ids, Needed needed, CancellationToken ct)
    {
        var tasks = db.OpenTasksAbout(Kinds.Opportunity).Where(t => ids.Contains(t.AboutId!.Value)).Select(t => new FactLine { Sort = FactSort.Task, Deal = t.AboutId!.Value, Id = t.Id, Of = t.OwnerId, Step = t.Id, On = t.DueOn, Then = t.DueOn, Text = t.Title, More = t.AimsAt, Place = null, Number = t.Version, Amount = (long?)t.Version });
        var days = db.OpportunityStates.Where(s => ids.Contains(s.OpportunityId) && s.SupersededAt == null && s.End == StageEnd.Open && s.CloseOn != null).Select(s => new FactLine { Sort = FactSort.Day, Deal = s.OpportunityId, Id = s.Id, Of = s.OwnerId, Step = s.Id, On = s.CloseOn, Then = s.CloseOn, Text = null, More = null, Place = null, Number = s.Version, Amount = (long?)s.Version });
        var won = db.DealObjectives.Where(o => ids.Contains(o.OpportunityId)).Select(o => new FactLine { Sort = FactSort.Objective, Deal = o.OpportunityId, Id = o.Id, Of = o.SaidById, Step = o.Id, On = o.SaidOn, Then = o.SaidOn, Text = o.What, More = o.Statement, Place = o.Place, Number = o.Quantity, Amount = o.Amount });
        var rows = tasks.Concat(Shown(db, ids)).Concat(days).Concat(won).Concat(DealBeyond.Rows(db, ids)).Concat(DealWork.Rows(db, ids));
        return (await (needed.HasFlag(Needed.Meeting) ? rows.Concat(DealWork.Planned(db, ids)) : rows).ToListAsync(ct)).ToLookup(l => l.Deal);
    }

    private static KnownDeal Of(OpportunityView deal, int staleAfter, FitEdition? profile, Ways ways, IEnumerable<PlanSaid> said, IEnumerable<DealPerson> people, List<FactLine> lines) => new()
    {
        Deal = deal, StaleAfter = staleAfter, Ways = ways, Said = [.. said], People = [.. people], Touches = [], Beyond = DealBeyond.Of(lines), Work = DealWork.Of(lines, profile),
        Objectives = [.. lines.Where(l => l.Sort is FactSort.Objective).OrderByDescending(l => l.On).ThenByDescending(l => l.Id).Select(l => new ObjectiveView { Id = l.Id, What = l.Text!, Quantity = l.Number ?? (l.Amount is null ? null : 1), Currency = deal.Currency, Place = l.Place, On = l.On!.Value, Statement = l.More, SaidOn = l.On })],
        Tasks = [.. lines.Where(l => l.Sort is FactSort.Task).Select(l => new TaskAbout { Id = l.Id, Version = 0, AboutId = deal.Id, Title = l.Text!, OwnerId = l.Of, DueOn = l.On, AccountId = deal.AccountId, AimsAt = l.More })],
        Shown = [.. lines.Where(l => l.Sort is FactSort.Shown).Select(l => new StepLine(l.Id, l.Of, "", l.On!.Value, l.Step))],
        States = [.. lines.Where(l => l.Sort is FactSort.Day).Select(l => new DealState(deal.Id, default, deal.StageId, StageEnd.Open, deal.OwnerId, null, deal.Currency, l.On, null))],
    };
}
