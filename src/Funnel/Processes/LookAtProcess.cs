using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Plans;
using Coxswain.Funnel.Selection;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Processes;

/// <summary>Looks at what a deal would be asked for on another process, before it is put on it.</summary>
internal static class LookAtProcess
{
    public sealed record Input
    {
        /// <summary>The deal.</summary>
        public Guid Id { get; init; }

        /// <summary>The process it may follow; the first other one where nothing is said.</summary>
        public Guid? Process { get; init; }
    }

    public static async Task<Outcome<ProcessLook>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        if (await db.DealAsync(input.Id, ct) is not { } deal || !db.MayEdit(Kinds.Opportunity, deal.Id, deal.OwnerId)) return Outcome.Missing;
        var ways = await Ways.ReadAsync(db, ct);
        var now = ways.Of(deal.Id, deal.ProcessId, deal.FollowsSince);
        if (ways.Processes.Where(p => p.RetiredAt is null && (input.Process is null || p.Id == input.Process)).OrderBy(p => p.Id == now.Process?.Id).FirstOrDefault() is not { } process) return Outcome.Invalid(nameof(input.Process), T("There is no such process."));
        var then = ways.Of(deal.Id, process.Id, clock.GetUtcNow().UtcDateTime);
        var shown = await db.StageEvidence.Where(e => e.OpportunityId == deal.Id).OrderBy(e => e.On).ThenBy(e => e.Id).Take(CustomerSteps.Most).Select(e => new StepLine(e.Id, e.StageId, e.Text, e.On, e.StepId)).ToListAsync(ct);
        IReadOnlyList<LookedStage> stages = [.. then.Stages.Where(s => s.Stage.End is StageEnd.Open && (s.Stage.RetiredAt is null || s.Stage.Id == deal.StageId)).Select(s => new LookedStage(s.Stage.Name, s.Stage.Id == deal.StageId, s.IsPassedOver && s.Stage.Id != deal.StageId, now.At(s.Stage.Id).IsPassedOver,
            [.. s.Gates.Select(g => new LookedStep(g.Act, g.IsBinding, shown.Any(l => g.IsShownBy(l.StageId, l.StepId)), now.At(s.Stage.Id).Gates.Any(other => other.Act == g.Act && (other.IsBinding || !g.IsBinding))))]))];
        return new ProcessLook(deal.Id, deal.Name, now.Process?.Name, process.Id, process.Name, then.Edition, now.Process?.Id == process.Id && now.Edition == then.Edition, stages);
    }
}

/// <summary>What a deal would be asked for on another process.</summary>
/// <param name="DealId">The deal.</param>
/// <param name="Deal">Its name.</param>
/// <param name="From">What it follows now; null where the organisation has no process.</param>
/// <param name="ProcessId">What it may follow.</param>
/// <param name="Process">Its name.</param>
/// <param name="Edition">In which edition.</param>
/// <param name="IsFollowed">It follows that already, in this edition.</param>
/// <param name="Stages">Its stages, in their order.</param>
public sealed record ProcessLook(Guid DealId, string Deal, string? From, Guid ProcessId, string Process, int Edition, bool IsFollowed, IReadOnlyList<LookedStage> Stages);

/// <summary>A stage on the other process.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsHere">The deal stands there.</param>
/// <param name="IsPassedOver">The other process does not go through it.</param>
/// <param name="WasPassedOver">Nor does the present one.</param>
/// <param name="Steps">What is asked of the customer there.</param>
public sealed record LookedStage(string Name, bool IsHere, bool IsPassedOver, bool WasPassedOver, IReadOnlyList<LookedStep> Steps);

/// <summary>A step on the other process.</summary>
/// <param name="Act">What they do.</param>
/// <param name="IsBinding">A deal does not leave the stage without it.</param>
/// <param name="IsShown">Something shows it already.</param>
/// <param name="IsAskedNow">The present process asks for it too, and holds a deal by it where this one does.</param>
public sealed record LookedStep(string Act, bool IsBinding, bool IsShown, bool IsAskedNow);
