using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Processes;
using Coxswain.Platform.Ui;
namespace Coxswain.Funnel.Selection;

/// <summary>The customer's steps of a deal: those that something shows, and the one they are at.</summary>
internal static class CustomerSteps
{
    /// <summary>More would not be read; the rest is in what happened.</summary>
    public const int Most = 50, MostMoves = 12;

    public static IReadOnlyList<CustomerStep> Of(OpportunityView deal, Way way, IReadOnlyList<StepLine> shown)
    {
        var asked = way.Stages.SelectMany(s => s.Gates.Select(g => new CustomerStep(s.Stage.Id, g.Act, s.Stage.Name, [.. shown.Where(l => g.IsShownBy(l.StageId, l.StepId))])).Where(step => step.Shown.Count > 0 || s.Stage.Id == deal.StageId && deal.End is StageEnd.Open)).ToList();
        var said = asked.SelectMany(a => a.Shown).Select(l => l.Id).ToHashSet();
        // What was shown of a step that this way does not have stays, under its stage.
        var other = shown.Where(l => !said.Contains(l.Id)).GroupBy(l => l.StageId).Select(g => new CustomerStep(g.Key, way.At(g.Key).Stage.Name, way.At(g.Key).Stage.Name, [.. g]));
        return [.. asked.Concat(other).OrderBy(s => way.At(s.StageId).Stage.Position)];
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
public sealed record CustomerStep(Guid StageId, string Act, string Stage, IReadOnlyList<StepLine> Shown);

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
