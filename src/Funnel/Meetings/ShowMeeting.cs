using Coxswain.Customers;
using Coxswain.Funnel.Issues;
using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Plans;
using Coxswain.Funnel.Rules;
using Coxswain.Funnel.Value;
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
        var plans = await OfAsync(db, deal.Id, standing.Day, ct);
        var plan = plans.FirstOrDefault(p => p.Id == input.Plan) ?? plans.Where(p => p.On >= today).MinBy(p => (p.On, p.StartsAt ?? TimeOnly.MaxValue)) ?? (plans.Count > 0 ? plans[0] : null);
        // Versions are few and short: the one that stood then and the latest are both among them.
        var objectives = plan is null ? [] : await PlanReading.ObjectivesAsync(db, deal.Id, ct);
        var mayEdit = db.Viewer.May(Permission.EditFunnel) && db.MayEdit(Kinds.Opportunity, deal.Id, deal.OwnerId);
        var facts = known.At(standing.Day);
        var adds = mayEdit && plan is not null;
        var (people, proofs) = adds ? await ChoicesAsync(db, standing.Day, ct) : ([], []);
        return new MeetingPageView
        {
            Contacts = adds && deal.AccountId is { } account ? await db.ContactChoicesAsync(account, ct) : [], Proofs = proofs,
            Gaps = plan is null ? [] : [.. rules.FindOfMeeting(facts with { Work = facts.Work! with { ShownId = plan.Id } }).Where(w => w.Muted is null)], Deal = deal, Plan = plan, Today = today, MayEdit = mayEdit, IsNew = mayEdit && (plan is null || input.Edit == "new"), IsEditing = mayEdit && input.Edit == "plan",
            Objective = objectives.FirstOrDefault(o => o.Id == plan!.ObjectiveId), ObjectiveHasChanged = objectives.Count > 0 && objectives[0].Id != plan!.ObjectiveId,
            Others = [.. plans.Where(p => p != plan).Select(p => new Choice(p.Id.ToString(), p.Reason, DayText.Short(p.On, today) + (p.StartsAt is { } at ? ", " + MeetingWords.Time(at) : "")))], Issues = [.. known.Work.Issues.Take(NoteIssue.Most).Select(i => new Choice(i.Id.ToString(), i.Text))], People = people,
        };
    }

    // Who of us can come, and what may be shown to them: in one statement.
    private static async Task<(IReadOnlyList<Choice> People, IReadOnlyList<Choice> Proofs)> ChoicesAsync(AppDb db, DateOnly day, CancellationToken ct)
    {
        var people = db.PersonRows().Where(p => p.IsHere && p.CanSignIn).OrderBy(p => p.FoldedName).ThenBy(p => p.Id).Take(MostPeople).Select(p => new { IsProof = false, p.Id, p.Name, Measure = "", By = p.FoldedName });
        var proofs = db.ShowableProofs(day).OrderBy(p => p.FoldedClaim).ThenBy(p => p.Id).Take(MostPeople).Select(p => new { IsProof = true, p.Id, Name = p.Claim, p.Measure, By = p.FoldedClaim });
        var all = (await people.Concat(proofs).ToListAsync(ct)).OrderBy(c => c.By, StringComparer.Ordinal).ThenBy(c => c.Id).ToLookup(c => c.IsProof, c => new Choice(c.Id.ToString(), c.IsProof ? ShowProofs.Said(c.Name, c.Measure) : c.Name));
        return ([.. all[false]], [.. all[true]]);
    }

    public static async Task<Outcome<IReadOnlyList<MeetingView>>> Read(Input input, AppDb db, TimeProvider clock, CancellationToken ct) =>
        await db.Opportunities.AnyAsync(o => o.Id == input.Id, ct) ? Outcome.Done(await OfAsync(db, input.Id, (await Standing.ReadAsync(db, clock, ct)).Day, ct)) : Outcome.Missing;

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

    /// <summary>The latest first, each with its lines; of somebody who comes and whom the viewer does not see, nothing. A proof may be shown as of a day.</summary>
    public static async Task<IReadOnlyList<MeetingView>> OfAsync(AppDb db, Guid deal, DateOnly day, CancellationToken ct)
    {
        var (people, issues, debriefs, contacts, proofs) = (db.PersonRows(), db.DealIssues, db.Debriefs, db.ContactRows(), db.ShowableProofs(day));
        var plans = await db.MeetingPlans.AsNoTracking().Where(p => p.OpportunityId == deal).OrderByDescending(p => p.On).ThenByDescending(p => p.StartsAt != null).ThenByDescending(p => p.StartsAt).ThenByDescending(p => p.Id).Take(Most)
            .Select(p => new MeetingView { Id = p.Id, Version = p.Version, DealId = p.OpportunityId, On = p.On, StartsAt = p.StartsAt, Place = p.Place, Reason = p.Reason, AgendaSentOn = p.AgendaSentOn, Concept = p.Concept, Perspective = p.Perspective, Best = p.Best, BestBy = p.BestBy, Least = p.Least, LeastBy = p.LeastBy, ObjectiveId = p.ObjectiveId, Credibility = p.Credibility, CredibilityNote = p.CredibilityNote, AgreedOn = p.AgreedOn, AgreedHow = p.AgreedHow, IsTold = debriefs.Any(d => d.MeetingPlanId == p.Id) }).ToListAsync(ct);
        var lines = (await db.MeetingLines.AsNoTracking().Where(l => l.OpportunityId == deal && (l.ContactId == null || contacts.Any(c => c.Id == l.ContactId))).OrderBy(l => l.Kind).ThenBy(l => l.Id).Take(Most * PlanMeeting.MostLines)
            .Select(l => new { l.MeetingPlanId, View = new MeetingLineView { Id = l.Id, Version = l.Version, Kind = l.Kind, PersonId = l.PersonId, Person = people.Where(p => p.Id == l.PersonId).Select(p => p.Name).FirstOrDefault(), IssueId = l.DealIssueId, Issue = issues.Where(i => i.Id == l.DealIssueId).Select(i => i.Text).FirstOrDefault(), ContactId = l.ContactId, Contact = contacts.Where(c => c.Id == l.ContactId).Select(c => c.Name).FirstOrDefault(), Text = l.Text, SoWhat = l.SoWhat, Proof = l.Proof, ProofId = l.ProofId, IsProofUsable = proofs.Any(p => p.Id == l.ProofId), Answer = l.Answer, Unanswered = l.Unanswered } }).ToListAsync(ct)).ToLookup(l => l.MeetingPlanId, l => l.View);
        return [.. plans.Select(p => p with { Lines = [.. lines[p.Id].OrderBy(l => l.Kind)] })];
    }
}
