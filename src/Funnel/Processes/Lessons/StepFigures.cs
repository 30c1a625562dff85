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
        var (evidence, deals) = (db.StageEvidence, db.Opportunities);
        var closed = deals.Where(o => o.End != StageEnd.Open && o.ClosedOn >= since);
        var shown = await (from deal in closed join e in evidence on deal.Id equals e.OpportunityId group deal by new { e.StageId, IsWon = deal.End == StageEnd.Won } into g select new { g.Key.StageId, g.Key.IsWon, Deals = g.Select(d => d.Id).Distinct().Count() }).ToListAsync(ct);
        var without = await (from deal in closed join n in db.MoveNotes on deal.Id equals n.OpportunityId where n.Kind == MoveKind.Unshown && !evidence.Any(e => e.OpportunityId == deal.Id && e.StageId == n.FromStageId) group deal by new { n.FromStageId, IsWon = deal.End == StageEnd.Won } into g select new { g.Key.FromStageId, g.Key.IsWon, Deals = g.Select(d => d.Id).Distinct().Count() }).ToListAsync(ct);
        var back = await db.MoveNotes.Where(n => n.Kind == MoveKind.Back && n.On >= since && deals.Any(o => o.Id == n.OpportunityId)).GroupBy(n => n.FromStageId).Select(g => new { g.Key, Times = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Times, ct);
        var way = ways.Standard is { } standard ? ways.Of(standard, ways.LatestOf(standard)) : ways.ByStages;
        return [.. way.Stages.Where(s => s.Stage.End is StageEnd.Open && s.Stage.RetiredAt is null).Select(s => new StepFigure(s.Stage.Id, s.Stage.Name, s.Act,
            shown.Where(e => e.StageId == s.Stage.Id).Sum(e => e.Deals), shown.Where(e => e.StageId == s.Stage.Id && e.IsWon).Sum(e => e.Deals),
            without.Where(n => n.FromStageId == s.Stage.Id).Sum(n => n.Deals), without.Where(n => n.FromStageId == s.Stage.Id && n.IsWon).Sum(n => n.Deals), back.GetValueOrDefault(s.Stage.Id)))];
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
