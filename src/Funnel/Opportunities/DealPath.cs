using Coxswain.Funnel.Stages;
using Coxswain.Platform.Ui;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Opportunities;

/// <summary>The customer's way through the stages, and where this deal is on it.</summary>
internal static class DealPath
{
    public static IReadOnlyList<StageStep> Of(OpportunityView deal, IReadOnlyList<Stage> stages, DateOnly today, Stay? usual, IReadOnlySet<Guid> shown)
    {
        var now = stages.First(s => s.Id == deal.StageId);
        var steps = stages.Where(s => s.End is StageEnd.Open && (s.RetiredAt is null || s.Id == now.Id));
        return [.. steps.Select(s => new StageStep(s.CustomerAct ?? s.Name, s.Id == now.Id ? Note(deal, s, today, usual) : shown.Contains(s.Id) ? T("{0} · shown", s.Name) : s.Name, State(s, now, deal)))];
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
