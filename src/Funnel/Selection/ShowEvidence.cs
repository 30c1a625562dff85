using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Selection;

/// <summary>What shows the customer's steps of a deal, as data, the earliest step first.</summary>
internal static class ShowEvidence
{
    public sealed record Input { public Guid Id { get; init; } }

    public static async Task<Outcome<IReadOnlyList<ShownStep>>> Read(Input input, AppDb db, CancellationToken ct)
    {
        if (!await db.Opportunities.AnyAsync(o => o.Id == input.Id, ct)) return Outcome.Missing;
        var steps = db.ProcessSteps;
        var rows = from evidence in db.StageEvidence join stage in db.Stages on evidence.StageId equals stage.Id where evidence.OpportunityId == input.Id
                   orderby stage.Position, evidence.On, evidence.Id select new ShownStep(evidence.Id, stage.Id, stage.Name, steps.Where(s => s.Id == evidence.StepId).Select(s => s.Act).FirstOrDefault() ?? stage.CustomerAct, evidence.Text, evidence.On, evidence.StepId, evidence.SharedStepId != null);
        return Outcome.Done<IReadOnlyList<ShownStep>>(await rows.ToListAsync(ct));
    }
}

/// <summary>Something that shows a step of the customer.</summary>
/// <param name="Id">Its key.</param>
/// <param name="StageId">The stage whose step it shows.</param>
/// <param name="Stage">What that is called.</param>
/// <param name="CustomerAct">The step as it is called now; null where the stage names none any more.</param>
/// <param name="Text">What they did or said.</param>
/// <param name="On">When.</param>
/// <param name="StepId">Which step of its process; null where the stage itself names it.</param>
/// <param name="IsTheirs">The customer ticked it on the shared plan; otherwise one of us noted it.</param>
public sealed record ShownStep(Guid Id, Guid StageId, string Stage, string? CustomerAct, string Text, DateOnly On, Guid? StepId, bool IsTheirs);
