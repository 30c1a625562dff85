using System.Text.Json.Serialization;
using Coxswain.Customers.Service.Guard;
using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Selection;
using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Processes.Lessons;

/// <summary>How the deals of a process ended, in a time, of which something shows a step of the customer, and those that went on without it.</summary>
/// <param name="Key">The step of the process, or the stage where that names none.</param>
/// <param name="StageId">The stage it ends.</param>
/// <param name="Stage">What that is called.</param>
/// <param name="Act">What the customer does; the name of the stage where nothing is asked.</param>
/// <param name="Shown">Closed deals of which something shows the step.</param>
/// <param name="ShownWon">Those of them that were won.</param>
/// <param name="Without">Closed deals that went on without.</param>
/// <param name="WithoutWon">Those of them that were won.</param>
/// <param name="Back">Times a deal of the process went back from the stage.</param>
public sealed record StepFigure(Guid Key, Guid StageId, string Stage, string Act, int Shown, int ShownWon, int Without, int WithoutWon, int Back)
{
    /// <summary>Fewer deals than this on either side say nothing about a difference.</summary>
    public const int Least = 10;

    /// <summary>The process it is a step of, whose deals these are; null where no process is defined.</summary>
    public Guid? ProcessId { get; init; }

    /// <summary>What that is called, where there are several.</summary>
    public string? Process { get; init; }

    /// <summary>The first step of its stage: what is counted of the stage is said once, with it.</summary>
    public bool IsFirst { get; init; } = true;

    /// <summary>Where it stands: the stage, and the process where there are several.</summary>
    [JsonIgnore]
    public string Place => Process is null ? Stage : $"{Stage} · {Process}";

    /// <summary>Deals that were won past it: closed while nothing showed the step.</summary>
    public int WonPast { get; init; }

    /// <summary>Closed deals that came as far as this stage; a won one came through all of them.</summary>
    public int Reached { get; init; }

    /// <summary>Those of them that came further, or were won.</summary>
    public int WentOn { get; init; }

    /// <summary>The share that went on, with its bounds at 90 % (Wilson 1927); null below <see cref="Least"/>.</summary>
    public Ratio? Conversion => Reached < Least ? null : Ratio.Of(WentOn, Reached);

    /// <summary>How much more often deals were won that showed it, with its bounds (Newcombe 1998, method 10, of 90 % intervals); null below the least on either side.</summary>
    public (double Value, double Low, double High)? Difference => Shown < Least || Without < Least || Ratio.Of(WithoutWon, Without) is not { } without || Ratio.Of(ShownWon, Shown) is not { } shown ? null : Ratio.Rise(without, shown);
}

/// <summary>What the figures propose to talk about.</summary>
/// <param name="Key">What it is about, the same from one meeting to the next.</param>
/// <param name="Said">The proposal with its numbers.</param>
/// <param name="Why">What it rests on.</param>
public sealed record LessonProposal(string Key, string Said, string Why)
{
    internal const string Doubt = "doubt ";

    /// <summary>That something makes no difference comes after what does.</summary>
    internal bool IsDoubt => Key.StartsWith(Doubt, StringComparison.Ordinal);
}

/// <summary>Reads how steps of customers and ends of deals went together.</summary>
internal static class StepFigures
{
    private const int LeastBack = 5;

    /// <summary>A row for each step of each process, by the edition in force; deals that an earlier edition asked for the same step count with it.</summary>
    /// <param name="db">The database; of deals the viewer sees.</param>
    /// <param name="ways">The stages and what they are called.</param>
    /// <param name="since">Deals closed from this day on, and moves since then.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<IReadOnlyList<StepFigure>> SinceAsync(AppDb db, Ways ways, DateOnly since, CancellationToken ct)
    {
        var (evidence, deals, notes, stages) = (db.StageEvidence, db.Opportunities, db.MoveNotes, db.Stages);
        var closed = deals.Where(o => o.End != StageEnd.Open && o.ClosedOn >= since);
        var shown = (await (from deal in closed join e in evidence on deal.Id equals e.OpportunityId group deal by new { deal.ProcessId, e.StageId, e.StepId, IsWon = deal.End == StageEnd.Won } into g select new { g.Key.ProcessId, g.Key.StageId, g.Key.StepId, g.Key.IsWon, Deals = g.Select(d => d.Id).Distinct().Count() }).ToListAsync(ct)).ToLookup(e => ways.ProcessOf(e.ProcessId)?.Id);
        var passed = await PassedAsync(db, ways, closed, ct);
        var back = (await (from deal in deals join n in notes on deal.Id equals n.OpportunityId where n.Kind == MoveKind.Back && n.On >= since group n by new { deal.ProcessId, n.FromStageId } into g select new { g.Key.ProcessId, g.Key.FromStageId, Times = g.Count() }).ToListAsync(ct)).ToLookup(b => (ways.ProcessOf(b.ProcessId)?.Id, b.FromStageId));
        var states = db.OpportunityStates;
        // A slip of the hand that was taken back at once brought no deal to a stage.
        var far = from deal in closed join state in states on deal.Id equals state.OpportunityId join stage in stages on state.StageId equals (Guid?)stage.Id
                  where state.SupersededAt == null && state.End == StageEnd.Open && !(state.To <= state.From.AddMinutes(TakeBackMove.SlipMinutes) && states.Any(n => n.OpportunityId == state.OpportunityId && n.SupersededAt == null && n.End == StageEnd.Open && n.From > state.From && n.From <= state.From.AddMinutes(TakeBackMove.SlipMinutes) && stages.Any(s => (Guid?)s.Id == n.StageId && s.Position < stage.Position)))
                  group stage.Position by new { deal.Id, deal.ProcessId, deal.FollowsSince, IsWon = deal.End == StageEnd.Won } into g select new { g.Key.Id, g.Key.ProcessId, g.Key.FollowsSince, g.Key.IsWon, Far = g.Max() };
        // Where editions differ in the stages they go through, each deal came to those of its own.
        var differ = ways.Steps.Where(s => s.Act is null).Select(s => ways.Processes.First(p => p.Id == s.ProcessId)).SelectMany(p => p.IsStandard ? [p.Id, null] : new Guid?[] { p.Id }).Distinct().ToList();
        var came = (await far.Where(f => !differ.Contains(f.ProcessId)).GroupBy(f => new { f.ProcessId, f.IsWon, f.Far }).Select(g => new { g.Key.ProcessId, g.Key.IsWon, g.Key.Far, Deals = g.Count() }).ToListAsync(ct)).Select(c => new Came(ways.ProcessOf(c.ProcessId)?.Id, null, c.IsWon, c.Far, c.Deals)).ToList();
        if (differ.Count > 0) came.AddRange((await far.Where(f => differ.Contains(f.ProcessId)).ToListAsync(ct)).GroupBy(f => (ways.ProcessOf(f.ProcessId)?.Id, Way: ways.Of(f.Id, f.ProcessId, f.FollowsSince), f.IsWon, f.Far)).Select(g => new Came(g.Key.Id, g.Key.Way, g.Key.IsWon, g.Key.Far, g.Count())));
        var used = await closed.Select(o => o.ProcessId).Distinct().ToListAsync(ct);
        var asked = ways.InForce(used);
        var figures = new List<StepFigure>();
        foreach (var way in asked)
        {
            var id = way.Process?.Id;
            var those = came.Where(c => c.Process == id).ToList();
            foreach (var at in way.Stages.Where(s => s.Stage is { End: StageEnd.Open, RetiredAt: null } && !s.IsPassedOver))
                foreach (var (gate, nth) in at.Gates.Cast<Gate?>().DefaultIfEmpty().Select((g, i) => (g, i)))
                {
                    var of = shown[id].Where(e => gate?.IsShownBy(e.StageId, e.StepId) is true).ToList();
                    var (won, all) = (of.Where(e => e.IsWon).Sum(e => e.Deals), of.Sum(e => e.Deals));
                    // Of a deal that noted it by two names of the step, the sum would say two.
                    if (of.Select(e => (e.StageId, e.StepId)).Distinct().Count() > 1) (won, all) = await DistinctAsync(db, closed, [.. of.Select(e => e.ProcessId).Distinct()], gate!, ct);
                    var without = passed.Where(p => p.Process == id && gate?.IsShownBy(p.Gate.StageId, p.Gate.StepId) is true).ToList();
                    var on = without.Where(p => !p.AtEnd).DistinctBy(p => p.Deal).ToList();
                    var there = those.Where(c => c.Way?.At(at.Stage.Id).IsPassedOver is not true).ToList();
                    figures.Add(new StepFigure(gate?.Key ?? at.Stage.Id, at.Stage.Id, at.Stage.Name, gate?.Act ?? at.Stage.Name, all, won, on.Count, on.Count(p => p.IsWon), back[(id, at.Stage.Id)].Sum(b => b.Times))
                    {
                        ProcessId = id, Process = asked.Count > 1 ? way.Process?.Name : null, IsFirst = nth == 0, WonPast = without.Where(p => p.AtEnd && p.IsWon).DistinctBy(p => p.Deal).Count(),
                        Reached = there.Where(c => c.IsWon || c.Far >= at.Stage.Position).Sum(c => c.Deals), WentOn = there.Where(c => c.IsWon || c.Far > at.Stage.Position).Sum(c => c.Deals),
                    });
                }
        }

        return figures;
    }

    /// <summary>How far closed deals came, counted.</summary>
    /// <param name="Process">Their process.</param>
    /// <param name="Way">What they went by, where editions differ in their stages.</param>
    /// <param name="IsWon">They were won.</param>
    /// <param name="Far">The position of the furthest stage.</param>
    /// <param name="Deals">How many.</param>
    private sealed record Came(Guid? Process, Way? Way, bool IsWon, int Far, int Deals);

    /// <summary>A step that a closed deal passed while nothing showed it.</summary>
    private sealed record Passed(Guid Deal, Guid? Process, bool IsWon, Gate Gate, bool AtEnd);

    // Who went on without from one stage to another passed all that lie between on their way.
    // What another system said of a deal is no going on without; and what a win passed has no counterpart among losses, which pass nothing: that is counted by itself.
    private static async Task<IReadOnlyList<Passed>> PassedAsync(AppDb db, Ways ways, IQueryable<Opportunity> closed, CancellationToken ct)
    {
        var (evidence, notes) = (db.StageEvidence, db.MoveNotes);
        var went = await (from deal in closed join n in notes on deal.Id equals n.OpportunityId where n.Kind == MoveKind.Unshown && !n.IsStated select new { deal.Id, deal.ProcessId, deal.FollowsSince, IsWon = deal.End == StageEnd.Won, n.FromStageId, n.ToStageId }).Distinct().ToListAsync(ct);
        var has = (await (from deal in closed join e in evidence on deal.Id equals e.OpportunityId where notes.Any(n => n.OpportunityId == deal.Id && n.Kind == MoveKind.Unshown) select new { deal.Id, e.StageId, e.StepId }).Distinct().ToListAsync(ct)).ToLookup(e => e.Id);
        var at = ways.Stages.ToDictionary(s => s.Id);
        return [.. from move in went
                   from gate in Gates.Between(at[move.FromStageId], at[move.ToStageId], ways.Of(move.Id, move.ProcessId, move.FollowsSince))
                   where !has[move.Id].Any(e => gate.IsShownBy(e.StageId, e.StepId))
                   select new Passed(move.Id, ways.ProcessOf(move.ProcessId)?.Id, move.IsWon, gate, at[move.ToStageId].End is not StageEnd.Open)];
    }

    private static async Task<(int Won, int All)> DistinctAsync(AppDb db, IQueryable<Opportunity> closed, IReadOnlyList<Guid?> processes, Gate gate, CancellationToken ct)
    {
        var (evidence, steps, first) = (db.StageEvidence, new List<Guid?>([gate.StepId, .. gate.Kin.Select(e => (Guid?)e)]), gate.IsOfStage);
        var ends = await closed.Where(d => processes.Contains(d.ProcessId) && evidence.Any(e => e.OpportunityId == d.Id && e.StageId == gate.StageId && (e.StepId == null ? first : steps.Contains(e.StepId)))).GroupBy(d => d.End).Select(g => new { g.Key, Deals = g.Count() }).ToListAsync(ct);
        return (ends.Where(e => e.Key is StageEnd.Won).Sum(e => e.Deals), ends.Sum(e => e.Deals));
    }

    /// <summary>What is worth talking about, the clearest first; empty where the figures say nothing.</summary>
    public static IReadOnlyList<LessonProposal> Proposals(IReadOnlyList<StepFigure> figures)
    {
        var clear = figures.Where(f => f.Difference is { Low: > 0 }).OrderByDescending(f => f.Difference!.Value.Low)
            .Select(f => new LessonProposal($"bind {f.Key}", T("Ask for “{0}” before a deal leaves {1}.", f.Act, f.Place), Numbers(f)));
        var none = figures.Where(f => f.Difference is { Low: <= 0, High: >= 0 } d && d.High - d.Low < 0.3).OrderBy(f => f.Difference!.Value.Value)
            .Select(f => new LessonProposal($"{LessonProposal.Doubt}{f.Key}", T("Ask for something else than “{0}” in {1}: deals end alike with it and without.", f.Act, f.Place), Numbers(f)));
        var back = figures.Where(f => f.IsFirst && f.Back >= LeastBack).OrderByDescending(f => f.Back)
            .Select(f => new LessonProposal($"back {f.StageId}{(f.Process is null ? null : $" {f.ProcessId}")}", T("Look at what is missing before {0}: deals go back from it.", f.Place), N(f.Back, "once in twelve months", "{0} times in twelve months")));
        return [.. clear, .. back, .. none];
    }

    private static string Numbers(StepFigure f) => T("Shown, {0} of {1} were won; without, {2} of {3}. The difference lies between {4} and {5} points.", Whole(f.ShownWon), Whole(f.Shown), Whole(f.WithoutWon), Whole(f.Without), Points(f.Difference!.Value.Low), Points(f.Difference!.Value.High));

    private static string Whole(int count) => count.ToString("N0", System.Globalization.CultureInfo.CurrentCulture);

    /// <summary>A difference of shares in points, with its sign.</summary>
    public static string Points(double share) => (share * 100).ToString("+0;−0;0", System.Globalization.CultureInfo.CurrentCulture);
}
