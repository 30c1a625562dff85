using Coxswain.Customers;
using Coxswain.Customers.Records;
using Coxswain.Funnel.Issues;
using Coxswain.Funnel.Negotiation;
using Coxswain.Funnel.Plans;
using Coxswain.Funnel.Processes;
using Coxswain.Funnel.Pursuit;
using Coxswain.Funnel.Reviews;
using Coxswain.Funnel.Rules;
using Coxswain.Funnel.Selection;
using Coxswain.People;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Opportunities;

/// <summary>What stands around a deal: what is agreed, who works on it, what the customer has shown, how it moved, what they want solved, what is to be won and by when.</summary>
internal sealed record DealAround(IReadOnlyList<DealTask> Tasks, IReadOnlyList<DealMember> Team, IReadOnlyList<StepLine> Shown, IReadOnlyList<MoveLine> Moves, IReadOnlyList<IssueLine> Issues, PlanBeside Plan, PursuitGlance? Pursuit, NegotiationBeside Negotiation, ReviewGlance? Review)
{
    private const int MostDays = 400;

    private static readonly Prepared<Asked, Line> Lines = new(Rows, db => db.SeesAllTouches());

    /// <summary>All of it in one statement.</summary>
    public static async Task<DealAround> ReadAsync(AppDb db, OpportunityView deal, Way way, CancellationToken ct) =>
        Of((await Lines.ToListAsync(db, new(deal.Id, deal.AccountId, new(deal.Id)), ct)).ToLookup(l => l.Sort), deal, way, (await PlanSettings.ReadAsync(db, ct)).JudgementDays, await FitReading.ProfileAsync(db, ct));

    private static IQueryable<Line> Rows(AppDb db, Asked deal)
    {
        var (people, contacts, never) = (db.PersonRows(), db.ContactRows(), DateOnly.MinValue);
        var tasks = db.OpenTasksAbout(Kinds.Opportunity).Where(t => t.AboutId == deal.Id).OrderBy(t => t.DueOn == null).ThenBy(t => t.DueOn).Take(20)
            .Select(t => new Line { Sort = LineSort.Task, Fact = FactSort.Task, Of = t.Id, Id = t.Id, Step = t.Id, Version = t.Version, Text = t.Title, More = t.AimsAt, DueOn = t.DueOn, Name = people.Where(p => p.Id == t.OwnerId).Select(p => p.Name).FirstOrDefault(), MayEdit = false });
        var team = db.Rows<Share>().Where(s => s.Kind == Kinds.Opportunity && s.RowId == deal.Id)
            .Select(s => new Line { Sort = LineSort.Member, Fact = FactSort.Task, Of = s.Id, Id = s.Id, Step = s.Id, Version = 0, Text = s.Function, More = null, DueOn = never, Name = people.Where(p => p.Id == s.PersonId).Select(p => p.Name).FirstOrDefault(), MayEdit = s.Level == AccessLevel.Edit });
        var shown = db.StageEvidence.Where(e => e.OpportunityId == deal.Id).OrderByDescending(e => e.On).ThenByDescending(e => e.Id).Take(CustomerSteps.Most)
            .Select(e => new Line { Sort = LineSort.Shown, Fact = FactSort.Task, Of = e.StageId, Id = e.Id, Step = e.StepId, Version = e.Version, Text = e.Text, More = null, DueOn = e.On, Name = "", MayEdit = e.SharedStepId != null });
        var moves = db.MoveNotes.Where(n => n.OpportunityId == deal.Id).OrderByDescending(n => n.On).ThenByDescending(n => n.Id).Take(CustomerSteps.MostMoves)
            .Select(n => new Line { Sort = LineSort.Move, Fact = FactSort.Task, Of = n.FromStageId, Id = n.Id, Step = n.Id, Version = n.Kind == MoveKind.Back ? (int)MoveKind.Back : n.Kind == MoveKind.Skipped ? (int)MoveKind.Skipped : (int)MoveKind.Unshown, Text = n.Reason, More = null, DueOn = n.On, Name = n.Without, MayEdit = n.IsStated });
        var issues = db.DealIssues.Where(i => i.OpportunityId == deal.Id).OrderBy(i => i.ConfirmedOn == null).ThenBy(i => i.UnderstoodOn).ThenBy(i => i.Id).Take(NoteIssue.Most)
            .Select(i => new Line { Sort = LineSort.Issue, Fact = FactSort.Task, Of = i.Id, Id = i.Id, Step = i.Id, Version = i.Version, Text = i.Text, More = null, DueOn = i.ConfirmedOn, Name = contacts.Where(c => c.Id == i.ConfirmedById).Select(c => c.Name).FirstOrDefault(), MayEdit = false });
        var won = db.DealObjectives.Where(o => o.OpportunityId == deal.Id).OrderByDescending(o => o.SaidOn).ThenByDescending(o => o.Id).Take(1)
            .Select(o => new Line { Sort = LineSort.Objective, Fact = FactSort.Task, Of = o.Id, Id = o.Id, Step = o.Id, Version = o.Version, Text = o.What, More = o.Place, DueOn = o.On, Name = o.Statement, MayEdit = o.Amount != null || o.Quantity != null });
        var days = db.OpportunityStates.Where(s => s.OpportunityId == deal.Id && s.SupersededAt == null && s.End == StageEnd.Open && s.CloseOn != null).OrderByDescending(s => s.From).Take(MostDays)
            .Select(s => new Line { Sort = LineSort.Day, Fact = FactSort.Task, Of = s.Id, Id = s.Id, Step = s.Id, Version = 0, Text = null, More = null, DueOn = s.CloseOn, Name = null, MayEdit = false });
        // Each by itself, since together they are all put in order before the first one is known.
        var about = db.Touches().Where(i => i.AboutId == deal.Id).OrderByDescending(i => i.OccurredAt).Take(1);
        var touched = about.Concat(db.Touches().Where(i => i.AccountId != null && i.AccountId == deal.AccountId).OrderByDescending(i => i.OccurredAt).Take(1))
            .Select(i => new Line { Sort = LineSort.Touch, Fact = FactSort.Task, Of = i.Id, Id = i.Id, Step = i.Id, Version = 0, Text = null, More = null, DueOn = DateOnly.FromDateTime(i.OccurredAt), Name = null, MayEdit = false });
        // What was decided and negotiated, and how far the work is, as the rules ask for it.
        var beyond = DealBeyond.Rows(db, deal.Ids).Concat(DealWork.Rows(db, deal.Ids)).Select(l => new Line { Sort = LineSort.Beyond, Fact = l.Sort, Of = l.Of, Id = l.Id, Step = l.Step, Version = l.Number ?? 0, Text = l.Text, More = l.More, DueOn = l.Then, Name = l.Place, MayEdit = l.Amount > 0 });
        var walk = db.WalkAways.Where(w => w.OpportunityId == deal.Id).OrderByDescending(w => w.Id).Take(1).Select(w => new Line { Sort = LineSort.WalkAway, Fact = FactSort.Task, Of = w.HeldById, Id = w.Id, Step = w.Id, Version = 0, Text = w.Closed, More = null, DueOn = w.SaidOn, Name = null, MayEdit = false });
        var reviewed = db.DealReviews.Where(r => r.OpportunityId == deal.Id && r.Outcome != ReviewOutcome.Stalled).OrderByDescending(r => r.ReviewedOn).ThenByDescending(r => r.Id).Take(1)
            .Select(r => new Line { Sort = LineSort.Review, Fact = FactSort.Task, Of = r.Id, Id = r.Id, Step = r.Id, Version = r.Outcome == ReviewOutcome.Won ? (int)StageEnd.Won : r.Outcome == ReviewOutcome.Lost ? (int)StageEnd.Lost : (int)StageEnd.NoDecision, Text = r.TheirWord, More = r.Lesson, DueOn = r.ReviewedOn, Name = null, MayEdit = false });
        return tasks.Concat(team).Concat(shown).Concat(moves).Concat(issues).Concat(won).Concat(days).Concat(touched).Concat(beyond).Concat(walk).Concat(reviewed);
    }

    private static DealAround Of(ILookup<LineSort, Line> lines, OpportunityView deal, Way way, int staleAfter, FitEdition? profile)
    {
        IReadOnlyList<DealTask> open = [.. lines[LineSort.Task].OrderBy(l => l.DueOn is null).ThenBy(l => l.DueOn).ThenBy(l => l.Id).Select(l => new DealTask(l.Id, l.Version, l.Text!, l.DueOn, l.Name, l.More))];
        IReadOnlyList<StepLine> shown = [.. lines[LineSort.Shown].OrderBy(l => l.DueOn).ThenBy(l => l.Id).Select(l => new StepLine(l.Id, l.Of, l.Text!, l.DueOn!.Value, l.Step) { IsTheirs = l.MayEdit })];
        List<FactLine> facts = [.. lines[LineSort.Beyond].Select(l => new FactLine { Sort = l.Fact, Deal = deal.Id, Id = l.Id, Of = l.Of, Step = l.Step, On = l.Fact is FactSort.Due && !l.MayEdit ? null : l.DueOn ?? DateOnly.MinValue, Then = l.DueOn, Text = l.Text, More = l.More, Place = null, Number = l.Version, Amount = l.MayEdit ? 1 : 0 })];
        var beyond = DealBeyond.Of(facts);
        return new(open,
            [.. lines[LineSort.Member].OrderBy(l => l.Name, StringComparer.CurrentCulture).Select(l => new DealMember(l.Name, l.Text, l.MayEdit))],
            shown,
            [.. lines[LineSort.Move].OrderBy(l => l.DueOn).ThenBy(l => l.Id).Select(l => new MoveLine(l.Id, l.Of, (MoveKind)l.Version, l.Name, l.Text, l.MayEdit, l.DueOn!.Value))],
            [.. lines[LineSort.Issue].OrderBy(l => l.DueOn is null).ThenBy(l => l.Id).Select(l => new IssueLine(l.Id, l.Text!, l.DueOn, l.Name))],
            // Of the objective, no more than its tests need.
            new([.. lines[LineSort.Objective].Select(l => new ObjectiveView { Id = l.Id, What = l.Text!, Quantity = l.MayEdit ? 1 : null, Currency = deal.Currency, Place = l.More, On = l.DueOn!.Value, Statement = l.Name })], [],
                [.. open.Select(t => new PlanAction(t.Id, t.Title, t.DueOn, t.OwnerName, t.AimsAt))], lines[LineSort.Day].Select(l => l.DueOn).Distinct().Count())
            { StaleAfter = staleAfter, Touched = lines[LineSort.Touch].Max(l => l.DueOn), Missing = CustomerSteps.Missing(deal.StageId, way, shown), Category = deal.Category ?? way.At(deal.StageId).Stage.Category, Beyond = beyond, Work = DealWork.Of(facts, profile), LastStage = way.Last(deal.StageId) },
            beyond.Latest is { } decided ? new PursuitGlance(decided.Choice, decided.Reason, decided.AgainOn) : null,
            new(beyond.IsNegotiated, lines[LineSort.WalkAway].Select(l => ((Guid, Guid, string)?)(l.Id, l.Of, l.Text!)).FirstOrDefault()),
            // One of how it stood before it was opened again says nothing of this end.
            lines[LineSort.Review].Where(l => (StageEnd)l.Version == deal.End).Select(l => new ReviewGlance(l.DueOn!.Value, l.Text, l.More)).FirstOrDefault());
    }

    /// <summary>Which deal it is asked for.</summary>
    private sealed record Asked(Guid Id, Guid? AccountId, SingleKeyCollection Ids);

    private enum LineSort { Task, Member, Shown, Move, Issue, Objective, Day, Touch, Beyond, WalkAway, Review }

    private sealed class Line
    {
        public required LineSort Sort { get; init; }

        /// <summary>What rules read it as, of what was decided and negotiated.</summary>
        public required FactSort Fact { get; init; }

        /// <summary>The stage whose step it shows, or that a move left; of a walk-away point whose it is; of the others their own key, since all of them have to be kept alike.</summary>
        public required Guid Of { get; init; }
        public required Guid Id { get; init; }

        /// <summary>Which step of the stage it shows; of the others their own key, as above.</summary>
        public required Guid? Step { get; init; }
        public required int Version { get; init; }
        public required string? Text { get; init; }
        public required string? More { get; init; }
        public required DateOnly? DueOn { get; init; }
        public required string? Name { get; init; }
        public required bool MayEdit { get; init; }
    }
}
