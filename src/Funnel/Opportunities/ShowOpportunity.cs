using Coxswain.Customers;
using Coxswain.Funnel.Processes;
using Coxswain.Funnel.Selection;
using Coxswain.People;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Tenants;
using Coxswain.Platform.Ui;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Opportunities;

/// <summary>Shows one opportunity with everything its page needs.</summary>
internal static class ShowOpportunity
{
    public sealed record Input
    {
        public Guid Id { get; init; }

        /// <summary>A field to open for change.</summary>
        public string? Edit { get; init; }

        /// <summary>A form to open: <c>step</c>, <c>log</c> or <c>evidence</c>.</summary>
        public string? Add { get; init; }
    }

    public static async Task<Outcome<DealRecord>> Do(Input input, AppDb db, IEnumerable<IPanel> panels, TimeProvider clock, FrameSource frame, CancellationToken ct)
    {
        if (await db.Views(db.Opportunities.AsNoTracking().Where(o => o.Id == input.Id)).SingleOrDefaultAsync(ct) is not { } deal) return Outcome.Missing;
        var standing = await Standing.ReadAsync(db, clock, ct);
        frame.AsOf = DayNotice.Of(standing);
        var ways = await Ways.ReadAsync(db, ct);
        var way = ways.Of(deal.Id, deal.ProcessId);
        var facts = await ShowFacts.OfAsync(deal, standing.Day, way, new() { Id = input.Id, Editing = input.Edit }, db, ct);
        var (tasks, team, shown, moves) = await AroundAsync(db, deal.Id, ct);
        return new DealRecord
        {
            Facts = facts,
            Path = DealPath.Of(deal, way, standing.Day, deal.End is StageEnd.Open ? await Stays.UsualAsync(db, deal.StageId, ct) : null, shown),
            Lines = await ShowLines.OfAsync(deal, facts.MayEdit, standing.Day, db, ct),
            Steps = CustomerSteps.Of(deal, way, shown),
            Moves = moves,
            Process = way.Process is { } process ? new DealProcess(process.Id, process.Name, way.Edition, [.. ways.Processes.Where(p => p.RetiredAt is null || p.Id == process.Id).Select(p => new Choice(p.Id.ToString(), p.Name))]) : null,
            StepChoices = facts.MayEdit ? CustomerSteps.Choices(deal, way) : [],
            Tasks = tasks,
            Team = team,
            Adding = input.Add,
            Happened = await DealTimeline.ReadAsync(db, deal, standing.Day, ct),
            Panels = await panels.DrawAsync(Panels.Deal, db, deal.Id, ct),
            Stages = [.. way.Open(deal.StageId).Select(s => s.Stage).Where(s => s.Id != deal.StageId).Select(s => new Choice(s.Id.ToString(), s.Name))],
        };
    }

    /// <summary>The opportunity itself, as data.</summary>
    public static async Task<Outcome<OpportunityView>> Read(Input input, AppDb db, CancellationToken ct) =>
        await db.Views(db.Opportunities.AsNoTracking().Where(o => o.Id == input.Id)).SingleOrDefaultAsync(ct) is { } deal ? deal : Outcome.Missing;

    // What is agreed, who works on it and what the customer has shown, in one statement.
    private static async Task<(IReadOnlyList<DealTask> Tasks, IReadOnlyList<DealMember> Team, IReadOnlyList<StepLine> Shown, IReadOnlyList<MoveLine> Moves)> AroundAsync(AppDb db, Guid id, CancellationToken ct)
    {
        var (people, never) = (db.PersonRows(), DateOnly.MinValue);
        var tasks = db.OpenTasksAbout(Kinds.Opportunity).Where(t => t.AboutId == id).OrderBy(t => t.DueOn == null).ThenBy(t => t.DueOn).Take(20)
            .Select(t => new Line { Sort = LineSort.Task, Of = t.Id, Id = t.Id, Version = t.Version, Text = t.Title, DueOn = t.DueOn, Name = people.Where(p => p.Id == t.OwnerId).Select(p => p.Name).FirstOrDefault(), MayEdit = false, Step = t.Id });
        var team = db.Rows<Share>().Where(s => s.Kind == Kinds.Opportunity && s.RowId == id)
            .Select(s => new Line { Sort = LineSort.Member, Of = s.Id, Id = s.Id, Version = 0, Text = s.Function, DueOn = never, Name = people.Where(p => p.Id == s.PersonId).Select(p => p.Name).FirstOrDefault(), MayEdit = s.Level == AccessLevel.Edit, Step = s.Id });
        var shown = db.StageEvidence.Where(e => e.OpportunityId == id).OrderByDescending(e => e.On).ThenByDescending(e => e.Id).Take(CustomerSteps.Most)
            .Select(e => new Line { Sort = LineSort.Shown, Of = e.StageId, Id = e.Id, Version = e.Version, Text = e.Text, DueOn = e.On, Name = "", MayEdit = false, Step = e.StepId });
        var moves = db.MoveNotes.Where(n => n.OpportunityId == id).OrderByDescending(n => n.On).ThenByDescending(n => n.Id).Take(CustomerSteps.MostMoves)
            .Select(n => new Line { Sort = LineSort.Move, Of = n.FromStageId, Id = n.Id, Version = n.Kind == MoveKind.Back ? (int)MoveKind.Back : n.Kind == MoveKind.Skipped ? (int)MoveKind.Skipped : (int)MoveKind.Unshown, Text = n.Reason, DueOn = n.On, Name = n.Without, MayEdit = n.IsStated, Step = n.Id });
        var lines = (await tasks.Concat(team).Concat(shown).Concat(moves).ToListAsync(ct)).ToLookup(l => l.Sort);
        return ([.. lines[LineSort.Task].OrderBy(l => l.DueOn is null).ThenBy(l => l.DueOn).ThenBy(l => l.Id).Select(l => new DealTask(l.Id, l.Version, l.Text!, l.DueOn, l.Name))],
            [.. lines[LineSort.Member].OrderBy(l => l.Name, StringComparer.CurrentCulture).Select(l => new DealMember(l.Name, l.Text, l.MayEdit))],
            [.. lines[LineSort.Shown].OrderBy(l => l.DueOn).ThenBy(l => l.Id).Select(l => new StepLine(l.Id, l.Of, l.Text!, l.DueOn!.Value, l.Step))],
            [.. lines[LineSort.Move].OrderBy(l => l.DueOn).ThenBy(l => l.Id).Select(l => new MoveLine(l.Id, l.Of, (MoveKind)l.Version, l.Name, l.Text, l.MayEdit, l.DueOn!.Value))]);
    }

    private enum LineSort { Task, Member, Shown, Move }

    private sealed class Line
    {
        public required LineSort Sort { get; init; }

        /// <summary>The stage whose step it shows, or that a move left; of the others their own key, since all of them have to be kept alike.</summary>
        public required Guid Of { get; init; }
        public required Guid Id { get; init; }
        public required int Version { get; init; }
        public required string? Text { get; init; }
        public required DateOnly? DueOn { get; init; }
        public required string? Name { get; init; }
        public required bool MayEdit { get; init; }

        /// <summary>Which step of the stage it shows; of the others their own key, as above.</summary>
        public Guid? Step { get; init; }
    }
}
