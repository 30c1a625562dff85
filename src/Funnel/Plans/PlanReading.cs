using Coxswain.Customers;
using Coxswain.Funnel.Efforts;
using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Processes;
using Coxswain.Funnel.Pursuit;
using Coxswain.Funnel.Reviews;
using Coxswain.Funnel.Rules;
using Coxswain.Funnel.Selection;
using Coxswain.People;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Plans;

/// <summary>What a plan needs that stands elsewhere: the latest objective, open actions, and how often its day moved.</summary>
/// <param name="Objectives">What is to be won, the latest first.</param>
/// <param name="Strengths">Strengths that count in it.</param>
/// <param name="Actions">Open tasks of the deal.</param>
/// <param name="DecisionDays">On how many different days it was to be decided.</param>
internal sealed record PlanBeside(IReadOnlyList<ObjectiveView> Objectives, IReadOnlyList<StrengthView> Strengths, IReadOnlyList<PlanAction> Actions, int DecisionDays)
{
    /// <summary>Actions that were done lately, the latest first.</summary>
    public IReadOnlyList<PlanDone> Done { get; init; } = [];

    /// <summary>A step was done lately, whatever it was for.</summary>
    public bool HasStepped { get; init; }

    /// <summary>The last day we were in touch about the deal or with its account; null where we never were.</summary>
    public DateOnly? Touched { get; init; }

    /// <summary>Steps of the customer in its stage that nothing shows.</summary>
    public int Missing { get; init; }

    /// <summary>What a person called the deal, or its stage.</summary>
    public ForecastCategory Category { get; init; }

    /// <summary>What was decided and negotiated.</summary>
    public DealBeyond Beyond { get; init; } = DealBeyond.Nothing;

    /// <summary>How far the work on it is; null where nobody asked.</summary>
    public DealWork? Work { get; init; }

    /// <summary>A judgement older than so many days has aged.</summary>
    public required int StaleAfter { get; init; }

    /// <summary>The last stage of its way before the end.</summary>
    public Guid? LastStage { get; init; }

    /// <summary>How long own won deals took; null where nobody asked.</summary>
    public StallRule? Times { get; init; }

    /// <summary>Strengths with those that were taken off since.</summary>
    public IReadOnlyList<StrengthView> EverStrengths { get; init; } = [];

    /// <summary>Who of us was in touch with whom, among those who are to look after somebody; null where nobody asked.</summary>
    public IReadOnlySet<(Guid Place, Guid Ours)>? InTouch { get; init; }

    /// <summary>What was said of whether to go for it; null where nobody asked.</summary>
    public KnownPursuit? Pursuit { get; init; }

    /// <summary>What we did for the customer and they did; null where nobody asked.</summary>
    public EffortFact? Effort { get; init; }
}

/// <summary>Reads the plan of a deal: two statements for who decides and what is judged, and what its page needs beside them.</summary>
internal static class PlanReading
{
    /// <summary>Older judgements than these are not read; the latest of each field is far younger.</summary>
    private const int Most = 3_000;
    private const int MostVersions = 60, MostActions = 60, MostDays = 400;

    /// <summary>Steps done within so many days count as done lately.</summary>
    internal const int Lately = 30;

    /// <summary>The plan as it stands on a day.</summary>
    /// <param name="db">The database.</param>
    /// <param name="deal">Its deal, which the viewer sees.</param>
    /// <param name="day">The day.</param>
    /// <param name="beside">What stands elsewhere.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<DealPlan> OfAsync(AppDb db, OpportunityView deal, DateOnly day, PlanBeside beside, CancellationToken ct)
    {
        return await PutAsync(db, deal, day, await Said.ToListAsync(db, new(deal.Id, day), ct), await db.ReadPeopleAsync(deal.Id, ct), beside, ct);
    }

    /// <summary>The plan, and as it stood when somebody last looked through it, or when it was begun: read once.</summary>
    public static async Task<(DealPlan Now, DealPlan Then)> SinceAsync(AppDb db, OpportunityView deal, DateOnly day, PlanBeside beside, CancellationToken ct)
    {
        var (ever, all) = (await EverAsync(db, deal.Id, day, ct), await db.PeopleEverOfDeals([deal.Id]).ToListAsync(ct));
        var now = await PutAsync(db, deal, day, ever.Where(s => s.GoneAt is null), all.Where(p => p.GoneAt is null), beside, ct);
        var since = now.ReviewedOn ?? now.Said(PlanField.Begun)?.On ?? day;
        var written = now.Looks is [var last, ..] ? last.Id : now.Said(PlanField.Begun)?.Id ?? Guid.Empty;
        // What was written later is a change since, whatever day it is of.
        return (now, Put(deal, since, ever.Where(s => s.On <= since && WasThere(s.GoneAt, since) && WrittenBy(s.Id, written)), all.Where(p => WasThere(p.GoneAt, since)), beside with { Objectives = [.. beside.Objectives.Where(o => o.SaidOn <= since && WrittenBy(o.Id, written))], Strengths = [.. beside.EverStrengths.Where(s => s.On <= since && WasThere(s.GoneAt, since) && WrittenBy(s.Id, written))] }));
    }

    /// <summary>The plan as it stood on two days, without what rules find: read once, with what was taken off since.</summary>
    public static async Task<(DealPlan Before, DealPlan After)> TwoAsync(AppDb db, OpportunityView deal, DateOnly from, DateOnly to, PlanBeside beside, CancellationToken ct)
    {
        var (said, people, strengths) = (await EverAsync(db, deal.Id, to, ct), await db.PeopleEverOfDeals([deal.Id]).ToListAsync(ct), beside.EverStrengths);
        return (On(from), On(to));

        DealPlan On(DateOnly day) => Put(deal, day, said.Where(s => s.On <= day && WasThere(s.GoneAt, day)), people.Where(p => p.Since <= to && WasThere(p.GoneAt, day)),
            beside with { Objectives = [.. beside.Objectives.Where(o => o.SaidOn <= day)], Strengths = [.. strengths.Where(s => s.On <= day && WasThere(s.GoneAt, day))] });
    }

    private static async Task<List<PlanSaid>> EverAsync(AppDb db, Guid dealId, DateOnly until, CancellationToken ct)
    {
        var people = db.PersonRows();
        return await db.RowsWithRemoved<PlanJudgement>().AsNoTracking().Where(j => j.OpportunityId == dealId && j.On <= until).OrderByDescending(j => j.On).ThenByDescending(j => j.Id).Take(Most)
            .Select(j => new PlanSaid
            {
                Id = j.Id, PersonId = j.MapPersonId, Topic = j.Topic, Field = j.Field, Value = j.Value, Text = j.Text, WhoId = j.WhoId, Ground = j.Ground, On = j.On, GoneAt = j.RemovedAt,
                By = people.Where(p => p.Id == j.SaidById).Select(p => p.Name).FirstOrDefault(), Who = people.Where(p => p.Id == j.WhoId).Select(p => p.Name).FirstOrDefault(),
            }).ToListAsync(ct);
    }

    // What goes along with a look or a beginning is saved with it, in no order.
    private static bool WrittenBy(Guid key, Guid with) => Keys.MomentOf(key) <= Keys.MomentOf(with).AddMinutes(1);

    private static async Task<DealPlan> PutAsync(AppDb db, OpportunityView deal, DateOnly day, IEnumerable<PlanSaid> said, IEnumerable<DealPerson> people, PlanBeside beside, CancellationToken ct)
    {
        var judged = said as IReadOnlyList<PlanSaid> ?? [.. said];
        beside = beside with { InTouch = await InTouchAsync(db, judged, ct) };
        var plan = Put(deal, day, judged, people, beside) with { MayEdit = db.Viewer.May(Permission.EditFunnel) && db.MayEdit(Kinds.Opportunity, deal.Id, deal.OwnerId) };
        return plan with { Warnings = (await RuleSet.ReadAsync(db, ct)).Find(RuleFacts.Of(deal, plan, beside)) };
    }

    /// <summary>Whether those of us who are to look after somebody were in touch with them: a statement only where somebody is to.</summary>
    public static async Task<IReadOnlySet<(Guid Place, Guid Ours)>> InTouchAsync(AppDb db, IEnumerable<PlanSaid> said, CancellationToken ct)
    {
        var cover = said.Where(s => s.Field is PlanField.CoveredBy && s is { PersonId: not null, WhoId: not null }).ToList();
        return await db.InTouchAsync([.. cover.Select(s => s.PersonId!.Value).Distinct()], [.. cover.Select(s => s.WhoId!.Value).Distinct()], ct);
    }

    /// <summary>The plan as it stands on a day, out of what was read.</summary>
    /// <param name="deal">Its deal.</param>
    /// <param name="day">The day.</param>
    /// <param name="said">What was judged up to then, the latest first.</param>
    /// <param name="people">Who has which part.</param>
    /// <param name="beside">What stands elsewhere.</param>
    public static DealPlan Put(OpportunityView deal, DateOnly day, IEnumerable<PlanSaid> said, IEnumerable<DealPerson> people, PlanBeside beside)
    {
        var latest = said.DistinctBy(s => (s.PersonId, s.Topic, s.Field)).ToList();
        var (ofPeople, ofTopics) = (latest.ToLookup(s => s.PersonId), latest.Where(s => s.PersonId is null).ToLookup(s => s.Topic));
        return new DealPlan
        {
            DealId = deal.Id, Deal = deal.Name, AccountId = deal.AccountId, Account = deal.AccountName, Today = day, IsOpen = deal.End is StageEnd.Open, Minor = deal.Minor, Currency = deal.Currency, MayEdit = false,
            People = [.. people.GroupBy(p => p.Id).Select(g => Of(g.ToList(), [.. ofPeople[g.Key]], beside.InTouch)).OrderBy(p => p.Parts[0].Part).ThenByDescending(p => p.Weight).ThenBy(p => p.Name, StringComparer.CurrentCultureIgnoreCase)],
            Alternatives = [.. PlanAlternative.Codes.Select(code => new PlanAlternative(code, [.. ofTopics[code]])).OrderByDescending(a => a.Said(PlanField.Likelihood)?.Value ?? 0)],
            Rivals = [.. ofTopics.Where(t => PlanAlternative.IsNamed(t.Key)).Select(t => new PlanAlternative(t.Key!, [.. t])).OrderBy(a => a.Said(PlanField.Seen)?.Value ?? int.MaxValue).ThenBy(a => a.Code, StringComparer.CurrentCultureIgnoreCase)],
            Says = [.. latest.Where(s => s.PersonId is null && !PlanAlternative.Is(s.Topic) && s.Topic != Judge.Blind)],
            Objectives = beside.Objectives, Strengths = beside.Strengths, Actions = beside.Actions, DecisionDays = beside.DecisionDays, StaleAfter = beside.StaleAfter, Looks = beside.Beyond.Looks, Done = beside.Done, HasStepped = beside.HasStepped,
        };
    }

    /// <summary>What stands elsewhere, for the page of the plan.</summary>
    public static async Task<PlanBeside> BesideAsync(AppDb db, OpportunityView deal, DateOnly day, CancellationToken ct)
    {
        var (dealId, touches, way) = (deal.Id, db.Touches(), (await Ways.ReadAsync(db, ct)).Of(deal.Id, deal.ProcessId, deal.FollowsSince));
        // What they have shown, what was decided and negotiated, and how far the work is, in one statement.
        var lines = await KnownDeals.Shown(db, [dealId]).Concat(DealBeyond.Rows(db, [dealId])).Concat(DealWork.Rows(db, [dealId])).ToListAsync(ct);
        var shown = lines.Where(l => l.Sort is FactSort.Shown && l.On <= day).Select(l => new StepLine(l.Id, l.Of, "", l.On!.Value, l.Step));
        var touched = await touches.Where(i => i.AboutId == dealId || i.AccountId == deal.AccountId && i.AccountId != null).MaxAsync(i => (DateTime?)i.OccurredAt, ct);
        return await SaidBesideAsync(db, deal.Id, day, ct) with { Touched = Day(touched), Missing = CustomerSteps.Missing(deal.StageId, way, shown), Category = deal.Category ?? way.At(deal.StageId).Stage.Category, Beyond = DealBeyond.Of(lines), Work = DealWork.Of(lines, await Pursuit.FitReading.ProfileAsync(db, ct)), LastStage = way.Last(deal.StageId), Times = await StallRule.ReadAsync(db, ct) };
    }

    /// <summary>What stands elsewhere of what was said, without what only the rules ask for.</summary>
    public static async Task<PlanBeside> SaidBesideAsync(AppDb db, Guid dealId, DateOnly day, CancellationToken ct)
    {
        var (people, since) = (db.PersonRows(), day.AddDays(-Lately).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc));
        // What is open, and what was done lately, in one statement.
        var tasks = await db.TasksAbout(Kinds.Opportunity).Where(t => t.AboutId == dealId && (t.DoneAt == null || t.DoneAt >= since)).OrderBy(t => t.DoneAt != null).ThenByDescending(t => t.DoneAt).ThenBy(t => t.DueOn == null).ThenBy(t => t.DueOn).ThenBy(t => t.Id).Take(MostActions)
            .Select(t => new { Task = t, Owner = people.Where(p => p.Id == t.OwnerId).Select(p => p.Name).FirstOrDefault() }).ToListAsync(ct);
        var strengths = await StrengthsAsync(db, dealId, day, ct);
        return new PlanBeside([.. (await ObjectivesAsync(db, dealId, ct)).Where(o => o.SaidOn <= day)],
            [.. strengths.Where(s => s.GoneAt is null)],
            [.. tasks.Where(t => t.Task.DoneAt is null).Select(t => new PlanAction(t.Task.Id, t.Task.Title, t.Task.DueOn, t.Owner, t.Task.AimsAt) { ContactId = t.Task.ContactId, Expected = t.Task.Expected })],
            (await DaysOf(db, dealId).Take(MostDays).ToListAsync(ct)).Count)
        {
            EverStrengths = strengths, StaleAfter = (await PlanSettings.ReadAsync(db, ct)).JudgementDays,
            HasStepped = tasks.Any(t => t.Task.DoneAt is not null), Done = [.. tasks.Where(t => t.Task is { DoneAt: not null } and ({ AimsAt: not null } or { Result: not null })).OrderByDescending(t => t.Task.DoneAt).Select(t => new PlanDone(t.Task.Id, t.Task.Title, DateOnly.FromDateTime(t.Task.DoneAt!.Value), t.Owner, t.Task.AimsAt, t.Task.Result))],
        };
    }

    /// <summary>Who said each judgement of a deal, and whom of us it names.</summary>
    public static async Task<IReadOnlyList<PlanSaid>> NamesAsync(AppDb db, Guid dealId, CancellationToken ct)
    {
        var people = db.PersonRows();
        return await db.RowsWithRemoved<PlanJudgement>().AsNoTracking().Where(j => j.OpportunityId == dealId).Select(j => new PlanSaid { Id = j.Id, Field = j.Field, On = j.On, By = people.Where(p => p.Id == j.SaidById).Select(p => p.Name).FirstOrDefault(), Who = people.Where(p => p.Id == j.WhoId).Select(p => p.Name).FirstOrDefault() }).ToListAsync(ct);
    }

    /// <summary>Strengths noted up to a day, those taken off since among them.</summary>
    public static async Task<IReadOnlyList<StrengthView>> StrengthsAsync(AppDb db, Guid dealId, DateOnly day, CancellationToken ct)
    {
        var people = db.PersonRows();
        return await db.RowsWithRemoved<PlanStrength>().AsNoTracking().Where(s => s.OpportunityId == dealId && s.On <= day).OrderBy(s => s.Kind).ThenBy(s => s.Id).Take(MostVersions)
            .Select(s => new StrengthView { Id = s.Id, Kind = s.Kind, Text = s.Text, PersonId = s.MapPersonId, SoWhat = s.SoWhat, Proof = s.Proof, AimsAt = s.AimsAt, On = s.On, GoneAt = s.RemovedAt, By = people.Where(p => p.Id == s.SaidById).Select(p => p.Name).FirstOrDefault() }).ToListAsync(ct);
    }

    /// <summary>What was taken off later was there on a day; what was taken back on the same day was never meant.</summary>
    internal static bool WasThere(DateTime? goneAt, DateOnly day) => goneAt is not { } gone || DateOnly.FromDateTime(gone) > day;

    /// <summary>The versions of what is to be won, the latest first.</summary>
    public static async Task<IReadOnlyList<ObjectiveView>> ObjectivesAsync(AppDb db, Guid dealId, CancellationToken ct)
    {
        var people = db.PersonRows();
        var rows = await db.DealObjectives.AsNoTracking().Where(o => o.OpportunityId == dealId).OrderByDescending(o => o.SaidOn).ThenByDescending(o => o.Id).Take(MostVersions).Select(o => new { Row = o, By = people.Where(p => p.Id == o.SaidById).Select(p => p.Name).FirstOrDefault() }).ToListAsync(ct);
        return [.. rows.Select(r => new ObjectiveView
        {
            Id = r.Row.Id, What = r.Row.What, Quantity = r.Row.Quantity, Amount = r.Row.Amount is { } minor ? (decimal)Platform.Money.Minor.ToMajor(minor, r.Row.Currency) : null, Currency = r.Row.Currency, Place = r.Row.Place, On = r.Row.On,
            Statement = r.Row.Statement, Because = r.Row.Because, SaidOn = r.Row.SaidOn, By = r.By,
        })];
    }

    /// <summary>The days it was to be decided on.</summary>
    public static IQueryable<DateOnly?> DaysOf(AppDb db, Guid dealId) => db.OpportunityStates.Where(s => s.OpportunityId == dealId && s.SupersededAt == null && s.End == StageEnd.Open && s.CloseOn != null).Select(s => s.CloseOn).Distinct();

    // Everything judged up to a day, the latest first: one walk along the index.
    private static readonly Prepared<SaidUntil, PlanSaid> Said = new((db, until) =>
    {
        var people = db.PersonRows();
        return db.PlanJudgements.AsNoTracking().Where(j => j.OpportunityId == until.DealId && j.On <= until.Day).OrderByDescending(j => j.On).ThenByDescending(j => j.Id).Take(Most).Select(j => new PlanSaid
        {
            Id = j.Id, PersonId = j.MapPersonId, Topic = j.Topic, Field = j.Field, Value = j.Value, Text = j.Text, WhoId = j.WhoId, Ground = j.Ground, On = j.On,
            By = people.Where(p => p.Id == j.SaidById).Select(p => p.Name).FirstOrDefault(), Who = people.Where(p => p.Id == j.WhoId).Select(p => p.Name).FirstOrDefault(),
        });
    });

    private sealed record SaidUntil(Guid DealId, DateOnly Day);

    private static PlanPerson Of(List<DealPerson> parts, IReadOnlyList<PlanSaid> says, IReadOnlySet<(Guid, Guid)>? inTouch) => new()
    {
        Id = parts[0].Id, ContactId = parts[0].ContactId, Name = parts[0].Name ?? "", Title = parts[0].Title, IsOutside = parts[0].IsOutside, LastTouch = Day(parts[0].LastTouch), LastTalk = Day(parts[0].LastTalk), IsBody = parts[0].IsBody, IsOurs = parts[0].IsOurs,
        IsLookedAfter = inTouch is not null && says.FirstOrDefault(s => s.Field is PlanField.CoveredBy)?.WhoId is { } who ? inTouch.Contains((parts[0].Id, who)) : null,
        Parts = [.. parts.Select(p => new PlanPart(p.PartId, p.Part) { Since = p.Since })], Says = says,
    };

    private static DateOnly? Day(DateTime? at) => at is { } known ? DateOnly.FromDateTime(known) : null;
}
