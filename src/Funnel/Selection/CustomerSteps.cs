using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Processes;
using Coxswain.Platform.Ui;
namespace Coxswain.Funnel.Selection;

/// <summary>The customer's steps of a deal: those that something shows, and the one they are at.</summary>
internal static class CustomerSteps
{
    /// <summary>More would not be read; the rest is in what happened.</summary>
    public const int Most = 50, MostMoves = 12;

    public static IReadOnlyList<CustomerStep> Of(OpportunityView deal, Way way, IReadOnlyList<StepLine> shown, IReadOnlyList<MoveLine> moves)
    {
        var (now, open) = (way.At(deal.StageId).Stage, way.Open(deal.StageId).Select(s => s.Stage.Id).ToHashSet());
        var asked = way.Stages.SelectMany(s => s.Gates.Select(g => new CustomerStep(s.Stage.Id, g.Act, s.Stage.Name, [.. shown.Where(l => g.IsShownBy(l.StageId, l.StepId))]) { IsPast = IsPast(s.Stage) }).Where(step => step.Shown.Count > 0 || s.Stage.Id == deal.StageId && deal.End is StageEnd.Open || step.IsPast && !IsSaid(step.Act))).ToList();
        var said = asked.SelectMany(a => a.Shown).Select(l => l.Id).ToHashSet();
        // What was shown of a step that this way does not have stays, under its stage.
        var other = shown.Where(l => !said.Contains(l.Id)).GroupBy(l => l.StageId).Select(g => new CustomerStep(g.Key, way.At(g.Key).Stage.Name, way.At(g.Key).Stage.Name, [.. g]));
        return [.. asked.Concat(other).OrderBy(s => way.At(s.StageId).Stage.Position)];

        // A won deal came through all of them; where one was lost it is not known how far they had come.
        bool IsPast(Stages.Stage stage) => open.Contains(stage.Id) && (deal.End is StageEnd.Won || deal.End is StageEnd.Open && stage.Position < now.Position);

        // The move it went on with says so already.
        bool IsSaid(string act) => moves.Any(m => m.Kind is MoveKind.Unshown && m.Without is { } without && (without == act || without.Split(" · ").Contains(act)));
    }

    /// <summary>How many steps of a stage nothing shows.</summary>
    public static int Missing(Guid stage, Way way, IEnumerable<StepLine> shown) => way.At(stage).Gates.Count(g => !shown.Any(l => g.IsShownBy(l.StageId, l.StepId)));

    /// <summary>The steps that can be shown.</summary>
    public static IReadOnlyList<Choice> Choices(OpportunityView deal, Way way) =>
        [.. way.Open(deal.StageId).SelectMany(s => s.Gates.Select(g => new Choice(g.Key.ToString(), g.Act, s.Stage.Name)))];
}

/// <summary>A step of the customer.</summary>
/// <param name="StageId">Our stage that it ends.</param>
/// <param name="Act">What they do.</param>
/// <param name="Stage">What that stage is called.</param>
/// <param name="Shown">What shows it, the earliest first.</param>
public sealed record CustomerStep(Guid StageId, string Act, string Stage, IReadOnlyList<StepLine> Shown)
{
    /// <summary>The deal is beyond it.</summary>
    public bool IsPast { get; init; }
}

/// <summary>A move that the customer's steps do not explain.</summary>
/// <param name="Id">Its key.</param>
/// <param name="FromId">The stage it left.</param>
/// <param name="Kind">How it moved.</param>
/// <param name="Without">The steps nothing showed, or the stages passed over.</param>
/// <param name="Reason">Why; null where nobody said.</param>
/// <param name="IsStated">Another system said so.</param>
/// <param name="On">When.</param>
public sealed record MoveLine(Guid Id, Guid FromId, MoveKind Kind, string? Without, string? Reason, bool IsStated, DateOnly On);

/// <summary>What shows a step, and when it was.</summary>
public sealed record StepLine(Guid Id, Guid StageId, string Text, DateOnly On, Guid? StepId)
{
    /// <summary>The customer ticked it on the shared plan.</summary>
    public bool IsTheirs { get; init; }
}
