using Coxswain.Funnel.Processes;
using Coxswain.Funnel.Selection;
using Coxswain.Funnel.Stages;
using Coxswain.Platform.Ui;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Opportunities;

/// <summary>The customer's way through the stages, and where this deal is on it.</summary>
internal static class DealPath
{
    public static IReadOnlyList<StageStep> Of(OpportunityView deal, Way way, DateOnly today, Stay? usual, IReadOnlyList<StepLine> shown)
    {
        var now = way.At(deal.StageId).Stage;
        return [.. way.Open(now.Id).Select(s => new StageStep(s.Act, s.Stage.Id == now.Id ? Note(deal, s.Stage, today, usual) : Shown(s, shown, State(s.Stage, now, deal) is StageState.Done), State(s.Stage, now, deal)))];
    }

    private static string Shown(WayStage stage, IReadOnlyList<StepLine> lines, bool isPassed)
    {
        var shown = stage.Gates.Count(g => lines.Any(l => g.IsShownBy(l.StageId, l.StepId)));
        return shown == 0 ? isPassed && stage.Gates.Count > 0 ? T("{0} · not shown", stage.Stage.Name) : stage.Stage.Name : shown == stage.Gates.Count ? T("{0} · shown", stage.Stage.Name) : T("{0} · {1} of {2} shown", stage.Stage.Name, shown, stage.Gates.Count);
    }

    private static StageState State(Stage step, Stage now, OpportunityView deal) => deal.End switch
    {
        StageEnd.Open => step.Id == now.Id ? StageState.Now : step.Position < now.Position ? StageState.Done : StageState.Ahead,
        StageEnd.Won => StageState.Done,
        _ => StageState.Ahead,
    };

    private static string Note(OpportunityView deal, Stage stage, DateOnly today, Stay? usual)
    {
        if (deal.DaysInStage(today) is not { } day) return stage.Name;
        return usual is { } stay ? T("{0} · day {1} of usually {2}", stage.Name, day, stay.Median) : T("{0} · day {1}", stage.Name, day);
    }
}
