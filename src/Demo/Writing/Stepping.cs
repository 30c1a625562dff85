using Coxswain.Customers.Activities;
using Coxswain.Funnel;
using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Selection;
using Coxswain.Funnel.Stages;
using Coxswain.Platform.Data;
namespace Coxswain.Demo.Writing;

/// <summary>What showed the customers' steps on the way, of each that the deal's process asks for, and what was said where nothing did.</summary>
internal sealed class Stepping(Methods methods, IReadOnlyList<Stage> stages)
{
    // What showed that they had taken the step of a stage, by stage.
    private static readonly string[][] Shown =
    [
        ["“We lose a shift a week to this”", "Sent us the figures of last quarter"], ["Put it on the list for the next budget", "Their head of operations asked for a date"],
        ["Named the three others they talk to", "Sent the list of what they compare"], ["Asked for a second round with finance", "Sent the offer on to purchasing with remarks"], ["Signed the order", "“You have it, the paper follows”"],
    ];

    // Why a deal went on though nothing showed the customer's step.
    private static readonly string[] Passed = ["They told us, the note follows", "It went faster than we noted", "They do not need this step", "Their board decided without asking anyone"];

    // Of 256: how often something shows a stage, its end, and a further step of a large deal, by how the deal ended.
    private const int OfStage = 150, OfEnd = 220, OfStep = 165, Telling = 215, NotTelling = 100;

    /// <summary>What is known when a deal leaves a stage.</summary>
    /// <param name="deal">The deal.</param>
    /// <param name="stage">The stage it leaves, counted from 0.</param>
    /// <param name="on">The day.</param>
    /// <param name="touch">The talk of that day; what is drawn is read from its key.</param>
    public IEnumerable<Entity> Left(Opportunity deal, int stage, DateOnly on, Interaction touch)
    {
        var (said, missing) = (touch.Id.ToByteArray()[13], new List<string>());
        if (said < OfStage) yield return Evidence(Ledger.Beside(touch.Id), deal, stage, methods.StepOf(deal.ProcessId, stage), on, Shown[stage][said % 2]);
        else missing.Add(stages[stage].CustomerAct!);
        foreach (var (step, nth) in methods.FurtherOf(deal.ProcessId, stage, on).Select((s, i) => (s, i)))
        {
            var drawn = touch.Id.ToByteArray()[9 + nth];
            if (step.IsBinding || drawn < (!step.IsTelling ? OfStep : deal.End is StageEnd.Won ? Telling : NotTelling)) yield return Evidence(Ledger.Beside(touch.Id, (byte)(40 + nth)), deal, stage, step.Id, on, step.Shown);
            else missing.Add(step.Act);
        }
        if (missing.Count > 0) yield return new MoveNote { Id = Ledger.Beside(touch.Id, 50), OpportunityId = deal.Id, FromStageId = stages[stage].Id, ToStageId = stages[stage + 1].Id, Kind = MoveKind.Unshown, Without = string.Join(" · ", missing), Reason = Passed[said % Passed.Length], IsStated = false, On = on, SaidById = deal.OwnerId };
    }

    /// <summary>What showed the last step of a deal that was won, or why it was closed without; what is binding was there.</summary>
    public IEnumerable<Entity> Won(Opportunity deal, int last, DateOnly on)
    {
        var (key, said) = (Ledger.Beside(deal.Id, 12), deal.Id.ToByteArray()[13]);
        foreach (var (step, nth) in methods.FurtherOf(deal.ProcessId, last, on).Where(s => s.IsBinding).Select((s, i) => (s, i))) yield return Evidence(Ledger.Beside(deal.Id, (byte)(200 + nth)), deal, last, step.Id, on, step.Shown);
        yield return said < OfEnd ? Evidence(key, deal, last, methods.StepOf(deal.ProcessId, last), on, Shown[last][said % 2])
            : new MoveNote { Id = key, OpportunityId = deal.Id, FromStageId = stages[last].Id, ToStageId = deal.StageId, Kind = MoveKind.Unshown, Without = stages[last].CustomerAct, Reason = Passed[said % 2], IsStated = false, On = on, SaidById = deal.OwnerId };
    }

    private StageEvidence Evidence(Guid key, Opportunity deal, int stage, Guid step, DateOnly on, string text) => new() { Id = key, OpportunityId = deal.Id, StageId = stages[stage].Id, StepId = step, On = on, Text = text };
}
