using Coxswain.Funnel.Stages;
using Coxswain.Platform.Data;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Processes;

/// <summary>
/// Keeps what the stages asked until now for the deals that run, where a stage is to ask for something else: as edition 1 of a standard
/// process that they go by; what the stages ask from now on is its edition 2, for new deals.
/// </summary>
internal static class StandardKept
{
    /// <param name="db">The database.</param>
    /// <param name="was">The stages as they stand, without a process.</param>
    /// <param name="changed">A stage as it is to be, or one that comes new.</param>
    /// <param name="now">Since when.</param>
    public static SalesProcess Keep(AppDb db, Ways was, Stage changed, DateTime now)
    {
        var process = new SalesProcess { Name = T("Standard"), Position = 1, IsStandard = true };
        db.Add(process);
        foreach (var stage in was.ByStages.Stages.Where(s => s.Stage.End is StageEnd.Open && s.Stage.Id != changed.Id))
            foreach (var gate in stage.Gates) Add(stage.Stage.Id, gate.Act, gate.IsBinding, from: 1, to: null);
        var isNew = was.Stages.All(s => s.Id != changed.Id);
        // Who was on the way before a stage came does not go through it.
        var before = isNew ? Add(changed.Id, null, false, 1, 1) : was.ByStages.At(changed.Id).Gates is [var old] ? Add(changed.Id, old.Act, old.IsBinding, 1, 1) : null;
        if (changed.CustomerAct is { } act) Add(changed.Id, act, changed.IsBinding, 2, null, isNew ? null : before?.Id);
        Edition(1, takesRunning: true);
        Edition(2, takesRunning: false);
        return process;

        ProcessStep Add(Guid stage, string? act, bool binding, int from, int? to, Guid? follows = null)
        {
            var step = new ProcessStep { ProcessId = process.Id, StageId = stage, Position = 1, Act = act, IsBinding = binding, From = from, To = to, FollowsId = follows, IsOfStage = act is not null };
            db.Add(step);
            return step;
        }

        void Edition(int number, bool takesRunning) => db.Add(new ProcessEdition { ProcessId = process.Id, Number = number, InForceAt = now, TakesRunning = takesRunning, SaidById = db.Viewer.PersonId });
    }
}
