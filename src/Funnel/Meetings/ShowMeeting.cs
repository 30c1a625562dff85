using Coxswain.Funnel.Issues;
using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Plans;
using Coxswain.Funnel.Rules;
using Coxswain.People;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Tenants;
using Coxswain.Platform.Ui;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Meetings;

/// <summary>Shows the plan for a deal's next meeting.</summary>
internal static class ShowMeeting
{
    private const int Most = 20, MostPeople = 200;

    public sealed record Input
    {
        /// <summary>The deal.</summary>
        public Guid Id { get; init; }

        /// <summary>The plan to show; the next meeting's, else the latest, where nothing is said.</summary>
        public Guid? Plan { get; init; }

        /// <summary>A form to open: <c>new</c> or <c>plan</c>.</summary>
        public string? Edit { get; init; }
    }

    public static async Task<Outcome<MeetingPageView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var (standing, rules) = (await Standing.ReadAsync(db, clock, ct), await RuleSet.ReadAsync(db, ct));
        if (await KnownDeals.NowAsync(db, [input.Id], standing.Day, rules.MeetingNeeds, ct) is not [var known]) return Outcome.Missing;
        var (deal, today) = (known.Deal, standing.Today);
        var plans = await OfAsync(db, deal.Id, ct);
        var plan = plans.FirstOrDefault(p => p.Id == input.Plan) ?? plans.Where(p => p.On >= today).MinBy(p => (p.On, p.StartsAt ?? TimeOnly.MaxValue)) ?? (plans.Count > 0 ? plans[0] : null);
        // Versions are few and short: the one that stood then and the latest are both among them.
        var objectives = plan is null ? [] : await PlanReading.ObjectivesAsync(db, deal.Id, ct);
        var people = await db.PersonRows().Where(p => p.IsHere && p.CanSignIn).OrderBy(p => p.FoldedName).Take(MostPeople).Select(p => new { p.Id, p.Name }).ToListAsync(ct);
        var mayEdit = db.Viewer.May(Permission.EditFunnel) && db.MayEdit(Kinds.Opportunity, deal.Id, deal.OwnerId);
        var facts = known.At(standing.Day);
        return new MeetingPageView
        {
            Gaps = plan is null ? [] : [.. rules.FindOfMeeting(facts with { Work = facts.Work! with { ShownId = plan.Id } }).Where(w => w.Muted is null)], Deal = deal, Plan = plan, Today = today, MayEdit = mayEdit, IsNew = mayEdit && (plan is null || input.Edit == "new"), IsEditing = mayEdit && input.Edit == "plan",
            Objective = objectives.FirstOrDefault(o => o.Id == plan!.ObjectiveId), ObjectiveHasChanged = objectives.Count > 0 && objectives[0].Id != plan!.ObjectiveId,
            Others = [.. plans.Where(p => p != plan).Select(p => new Choice(p.Id.ToString(), p.Reason, DayText.Short(p.On, today) + (p.StartsAt is { } at ? ", " + MeetingWords.Time(at) : "")))], Issues = [.. known.Work.Issues.Take(NoteIssue.Most).Select(i => new Choice(i.Id.ToString(), i.Text))], People = [.. people.Select(p => new Choice(p.Id.ToString(), p.Name))],
        };
    }

    public static async Task<Outcome<IReadOnlyList<MeetingView>>> Read(Input input, AppDb db, CancellationToken ct) =>
        await db.Opportunities.AnyAsync(o => o.Id == input.Id, ct) ? Outcome.Done(await OfAsync(db, input.Id, ct)) : Outcome.Missing;

    public sealed record OfPlan { public Guid Id { get; init; } }

    /// <summary>The page again for a posted form of a new plan, also where others stand.</summary>
    public static Task<Outcome<MeetingPageView>> AgainNew(OfPlan input, AppDb db, TimeProvider clock, CancellationToken ct) => Do(new() { Id = input.Id, Edit = "new" }, db, clock, ct);

    /// <summary>The page again for a posted form of one plan.</summary>
    public static async Task<Outcome<MeetingPageView>> Again(OfPlan input, AppDb db, TimeProvider clock, CancellationToken ct) =>
        await db.MeetingPlans.Where(p => p.Id == input.Id).Select(p => (Guid?)p.OpportunityId).SingleOrDefaultAsync(ct) is { } deal ? await Do(new() { Id = deal, Plan = input.Id }, db, clock, ct) : Outcome.Missing;

    /// <summary>The same with the form of the plan open.</summary>
    public static async Task<Outcome<MeetingPageView>> AgainEditing(OfPlan input, AppDb db, TimeProvider clock, CancellationToken ct) =>
        await db.MeetingPlans.Where(p => p.Id == input.Id).Select(p => (Guid?)p.OpportunityId).SingleOrDefaultAsync(ct) is { } deal ? await Do(new() { Id = deal, Plan = input.Id, Edit = "plan" }, db, clock, ct) : Outcome.Missing;

    /// <summary>The page again for a posted form of one line.</summary>
    public static async Task<Outcome<MeetingPageView>> AgainOfLine(OfPlan input, AppDb db, TimeProvider clock, CancellationToken ct) =>
        await db.MeetingLines.Where(l => l.Id == input.Id).Select(l => (Guid?)l.MeetingPlanId).SingleOrDefaultAsync(ct) is { } plan ? await Again(new() { Id = plan }, db, clock, ct) : Outcome.Missing;

    /// <summary>The latest first, each with its lines.</summary>
    public static async Task<IReadOnlyList<MeetingView>> OfAsync(AppDb db, Guid deal, CancellationToken ct)
    {
        var (people, issues, debriefs) = (db.PersonRows(), db.DealIssues, db.Debriefs);
        var plans = await db.MeetingPlans.AsNoTracking().Where(p => p.OpportunityId == deal).OrderByDescending(p => p.On).ThenByDescending(p => p.StartsAt != null).ThenByDescending(p => p.StartsAt).ThenByDescending(p => p.Id).Take(Most)
            .Select(p => new MeetingView { Id = p.Id, Version = p.Version, DealId = p.OpportunityId, On = p.On, StartsAt = p.StartsAt, Place = p.Place, Reason = p.Reason, AgendaSentOn = p.AgendaSentOn, Concept = p.Concept, Perspective = p.Perspective, Best = p.Best, BestBy = p.BestBy, Least = p.Least, LeastBy = p.LeastBy, ObjectiveId = p.ObjectiveId, Credibility = p.Credibility, CredibilityNote = p.CredibilityNote, AgreedOn = p.AgreedOn, AgreedHow = p.AgreedHow, IsTold = debriefs.Any(d => d.MeetingPlanId == p.Id) }).ToListAsync(ct);
        var lines = (await db.MeetingLines.AsNoTracking().Where(l => l.OpportunityId == deal).OrderBy(l => l.Kind).ThenBy(l => l.Id).Take(Most * PlanMeeting.MostLines)
            .Select(l => new { l.MeetingPlanId, View = new MeetingLineView { Id = l.Id, Version = l.Version, Kind = l.Kind, PersonId = l.PersonId, Person = people.Where(p => p.Id == l.PersonId).Select(p => p.Name).FirstOrDefault(), IssueId = l.DealIssueId, Issue = issues.Where(i => i.Id == l.DealIssueId).Select(i => i.Text).FirstOrDefault(), Text = l.Text, Proof = l.Proof, Answer = l.Answer, Unanswered = l.Unanswered } }).ToListAsync(ct)).ToLookup(l => l.MeetingPlanId, l => l.View);
        return [.. plans.Select(p => p with { Lines = [.. lines[p.Id].OrderBy(l => l.Kind)] })];
    }
}
