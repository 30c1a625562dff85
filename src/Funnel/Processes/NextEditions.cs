using Coxswain.Funnel.Stages;
using Coxswain.Platform.Data;
namespace Coxswain.Funnel.Processes;

/// <summary>
/// Takes a stage that comes new into the next edition of every process: those in force do not go through it, so that a deal stays on the
/// way it came by. What the customer does there is asked by the standard process.
/// </summary>
internal static class NextEditions
{
    /// <param name="db">The database.</param>
    /// <param name="ways">The processes as they stand.</param>
    /// <param name="stage">The stage, not saved yet.</param>
    public static void Take(AppDb db, Ways ways, Stage stage)
    {
        foreach (var process in ways.Processes) db.Add(new ProcessStep { ProcessId = process.Id, StageId = stage.Id, Position = 1, Act = null, IsBinding = false, From = ways.FirstOf(process), To = ways.LatestOf(process) });
        if (stage.CustomerAct is { } act && ways.Standard is { } standard) db.Add(new ProcessStep { ProcessId = standard.Id, StageId = stage.Id, Position = 1, Act = act, IsBinding = stage.IsBinding, From = ways.LatestOf(standard) + 1, IsOfStage = true });
    }
}
