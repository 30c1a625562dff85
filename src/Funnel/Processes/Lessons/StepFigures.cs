using Coxswain.Customers.Service.Guard;
using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Selection;
using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Processes.Lessons;

/// <summary>How the deals of a time ended that passed a stage with the customer's step shown, and without.</summary>
/// <param name="StageId">The stage.</param>
/// <param name="Stage">What it is called.</param>
/// <param name="Act">What the customer does in it.</param>
/// <param name="Shown">Closed deals of which something shows the step.</param>
/// <param name="ShownWon">Those of them that were won.</param>
/// <param name="Without">Closed deals that went on without.</param>
/// <param name="WithoutWon">Those of them that were won.</param>
/// <param name="Back">Times a deal went back from the stage.</param>
public sealed record StepFigure(Guid StageId, string Stage, string Act, int Shown, int ShownWon, int Without, int WithoutWon, int Back)
{
    /// <summary>Fewer deals than this on either side say nothing about a difference.</summary>
    public const int Least = 10;

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
public sealed record LessonProposal(string Key, string Said, string Why);

/// <summary>Reads how steps of customers and ends of deals went together.</summary>
internal static class StepFigures
{
    private const int LeastBack = 5;

    /// <param name="db">The database; of deals the viewer sees.</param>
    /// <param name="ways">The stages and what they are called.</param>
    /// <param name="since">Deals closed from this day on, and moves since then.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<IReadOnlyList<StepFigure>> SinceAsync(AppDb db, Ways ways, DateOnly since, CancellationToken ct)
    {
        var (evidence, deals, notes, stages) = (db.StageEvidence, db.Opportunities, db.MoveNotes, db.Stages);
        var closed = deals.Where(o => o.End != StageEnd.Open && o.ClosedOn >= since);
        var shown = await (from deal in closed join e in evidence on deal.Id equals e.OpportunityId group deal by new { e.StageId, IsWon = deal.End == StageEnd.Won } into g select new { g.Key.StageId, g.Key.IsWon, Deals = g.Select(d => d.Id).Distinct().Count() }).ToListAsync(ct);
        // Who went on without from one stage to another passed all that lie between on their way.
        // What another system said of a deal is no going on without; and what a win passed has no counterpart among losses, which pass nothing: that is counted by itself.
        var went = await (from deal in closed join n in notes on deal.Id equals n.OpportunityId where n.Kind == MoveKind.Unshown && !n.IsStated select new { deal.Id, deal.ProcessId, IsWon = deal.End == StageEnd.Won, n.FromStageId, n.ToStageId }).Distinct().ToListAsync(ct);
        var has = (await (from deal in closed join e in evidence on deal.Id equals e.OpportunityId where notes.Any(n => n.OpportunityId == deal.Id && n.Kind == MoveKind.Unshown) select new { deal.Id, e.StageId }).Distinct().ToListAsync(ct)).ToHashSet();
        var at = ways.Stages.ToDictionary(s => s.Id);
        var passed = went.SelectMany(w => Gates.Between(at[w.FromStageId], at[w.ToStageId], ways.Of(w.Id, w.ProcessId)).Select(g => (w.Id, w.IsWon, Stage: g.StageId, AtEnd: at[w.ToStageId].End is not StageEnd.Open))).Distinct().Where(p => !has.Contains(new { p.Id, StageId = p.Stage })).ToList();
        var without = passed.Where(p => !p.AtEnd).GroupBy(p => (p.Stage, p.IsWon)).Select(g => new { g.Key.Stage, g.Key.IsWon, Deals = g.Count() }).ToList();
        var back = await db.MoveNotes.Where(n => n.Kind == MoveKind.Back && n.On >= since && deals.Any(o => o.Id == n.OpportunityId)).GroupBy(n => n.FromStageId).Select(g => new { g.Key, Times = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Times, ct);
        var states = db.OpportunityStates;
        // A slip of the hand that was taken back at once brought no deal to a stage.
        var far = from deal in closed join state in states on deal.Id equals state.OpportunityId join stage in stages on state.StageId equals (Guid?)stage.Id
                  where state.SupersededAt == null && state.End == StageEnd.Open && !(state.To <= state.From.AddMinutes(TakeBackMove.SlipMinutes) && states.Any(n => n.OpportunityId == state.OpportunityId && n.SupersededAt == null && n.End == StageEnd.Open && n.From > state.From && n.From <= state.From.AddMinutes(TakeBackMove.SlipMinutes) && stages.Any(s => (Guid?)s.Id == n.StageId && s.Position < stage.Position)))
                  group stage.Position by new { deal.Id, deal.ProcessId, IsWon = deal.End == StageEnd.Won } into g select new { g.Key.ProcessId, g.Key.IsWon, Far = g.Max() };
        var came = await far.GroupBy(f => new { f.ProcessId, f.IsWon, f.Far }).Select(g => new { g.Key.ProcessId, g.Key.IsWon, g.Key.Far, Deals = g.Count() }).ToListAsync(ct);
        var way = ways.Standard is { } standard ? ways.Of(standard, ways.LatestOf(standard)) : ways.ByStages;
        return [.. way.Stages.Where(s => s.Stage.End is StageEnd.Open && s.Stage.RetiredAt is null).Select(s => new StepFigure(s.Stage.Id, s.Stage.Name, s.Gates.Count > 1 ? string.Join(" · ", s.Gates.Select(g => g.Act)) : s.Act,
            shown.Where(e => e.StageId == s.Stage.Id).Sum(e => e.Deals), shown.Where(e => e.StageId == s.Stage.Id && e.IsWon).Sum(e => e.Deals),
            without.Where(n => n.Stage == s.Stage.Id).Sum(n => n.Deals), without.Where(n => n.Stage == s.Stage.Id && n.IsWon).Sum(n => n.Deals), back.GetValueOrDefault(s.Stage.Id)) { WonPast = passed.Where(p => p.AtEnd && p.IsWon && p.Stage == s.Stage.Id).Select(p => p.Id).Distinct().Count(), Reached = came.Where(c => IsOn(c.ProcessId, s.Stage.Id) && (c.IsWon || c.Far >= s.Stage.Position)).Sum(c => c.Deals), WentOn = came.Where(c => IsOn(c.ProcessId, s.Stage.Id) && (c.IsWon || c.Far > s.Stage.Position)).Sum(c => c.Deals) })];

        // Deals whose process leaves a stage out did not come to it.
        bool IsOn(Guid? process, Guid stage) => (ways.Processes.FirstOrDefault(p => p.Id == process) ?? ways.Standard) is not { } of || !ways.Of(of, ways.LatestOf(of)).At(stage).IsPassedOver;
    }

    /// <summary>What is worth talking about, the clearest first; empty where the figures say nothing.</summary>
    public static IReadOnlyList<LessonProposal> Proposals(IReadOnlyList<StepFigure> figures)
    {
        var clear = figures.Where(f => f.Difference is { Low: > 0 }).OrderByDescending(f => f.Difference!.Value.Low)
            .Select(f => new LessonProposal($"bind {f.StageId}", T("Ask for “{0}” before a deal leaves {1}.", f.Act, f.Stage), Numbers(f)));
        var none = figures.Where(f => f.Difference is { Low: <= 0, High: >= 0 } d && d.High - d.Low < 0.3).OrderBy(f => f.Difference!.Value.Value)
            .Select(f => new LessonProposal($"doubt {f.StageId}", T("Ask for something else than “{0}” in {1}: deals end alike with it and without.", f.Act, f.Stage), Numbers(f)));
        var back = figures.Where(f => f.Back >= LeastBack).OrderByDescending(f => f.Back)
            .Select(f => new LessonProposal($"back {f.StageId}", T("Look at what is missing before {0}: deals go back from it.", f.Stage), N(f.Back, "once in twelve months", "{0} times in twelve months")));
        return [.. clear, .. none, .. back];
    }

    private static string Numbers(StepFigure f) => T("Shown, {0} of {1} were won; without, {2} of {3}. The difference lies between {4} and {5} points.", Whole(f.ShownWon), Whole(f.Shown), Whole(f.WithoutWon), Whole(f.Without), Points(f.Difference!.Value.Low), Points(f.Difference!.Value.High));

    private static string Whole(int count) => count.ToString("N0", System.Globalization.CultureInfo.CurrentCulture);

    /// <summary>A difference of shares in points, with its sign.</summary>
    public static string Points(double share) => (share * 100).ToString("+0;−0;0", System.Globalization.CultureInfo.CurrentCulture);
}
