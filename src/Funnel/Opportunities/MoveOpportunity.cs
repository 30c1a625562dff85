using System.ComponentModel.DataAnnotations;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Opportunities;

/// <summary>Puts an opportunity into another open stage; ends have an act of their own, because they have a day and a reason.</summary>
internal static class MoveOpportunity
{
    public sealed record Input
    {
        public Guid Id { get; init; }

        [Required]
        public Guid? Stage { get; init; }
        public int Version { get; init; }
    }

    public static async Task<Outcome<OpportunityView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var (found, no) = await db.OpportunityForChangeAsync(input.Id, ct);
        if (no is not null) return no;
        var opportunity = found!;
        var stages = await db.Stages.AsNoTracking().ToDictionaryAsync(s => s.Id, ct);
        if (!stages.TryGetValue(input.Stage!.Value, out var stage)) return Outcome.Invalid("Stage", T("There is no such stage."));
        if (stage.RetiredAt is not null && stage.Id != opportunity.StageId) return Outcome.Invalid("Stage", T("{0} takes no more deals.", stage.Name));
        if (stage.End is not StageEnd.Open) return Outcome.Invalid("Stage", T("A deal is closed with its day: use “Close” on its page."));

        var merge = await db.MergeAsync(opportunity, opportunity.Drawn(input.Version), ct);
        merge.Take(nameof(Opportunity.StageId), opportunity.StageId, stage.Id);
        if (merge.Clashes is [var clash]) return Outcome.Stale([clash with { Field = T("Stage"), Yours = stage.Name, Theirs = stages[opportunity.StageId].Name }]);

        opportunity.MoveTo(stage, stages[opportunity.StageId].Name, clock.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync(ct);
        return Outcome.Done(await db.OpportunityAsync(opportunity.Id, ct)).Saying(T("{0} is now in {1}.", opportunity.Name, stage.Name), $"/opportunities/{opportunity.Id}/moves-back?version={opportunity.Version}");
    }
}
