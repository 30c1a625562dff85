using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Opportunities;

/// <summary>Takes a move or a closing back: the opportunity is again in the stage it was in before, since when it was. Also how a closed one is reopened.</summary>
internal static class TakeBackMove
{
    // A deal that changed more often than this since its last stage starts anew in its first.
    private const int Remembered = 40;

    public sealed record Input
    {
        public Guid Id { get; init; }
        public int Version { get; init; }

        /// <summary>Where to go afterwards: the board, an address of the list, or else its page.</summary>
        public string? From { get; init; }
    }

    public sealed record TakenBack(OpportunityView Deal, string Url);

    public static async Task<Outcome<TakenBack>> OnPage(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var outcome = await Do(input, db, clock, ct);
        if (outcome.View is not { } deal) return outcome.No;
        return Outcome.Done(new TakenBack(deal, input.From == "board" ? "/opportunities/board" : input.From?.StartsWith("/opportunities?", StringComparison.Ordinal) is true ? input.From : $"/opportunities/{deal.Id}")).Saying(outcome.Notice!.Text);
    }

    public static async Task<Outcome<OpportunityView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var (found, no) = await db.OpportunityForChangeAsync(input.Id, ct);
        if (no is not null) return no;
        var opportunity = found!;
        if (opportunity.Drawn(input.Version) != opportunity.Version) return Outcome.Refused(T("{0} was changed since: nothing was taken back.", opportunity.Name));
        var stages = await db.Stages.AsNoTracking().OrderBy(s => s.Position).ToListAsync(ct);
        var (stageId, since) = await BeforeAsync(db, opportunity, ct);
        var stage = stages.FirstOrDefault(s => s.Id == stageId) ?? stages.First(s => s.End is StageEnd.Open && s.RetiredAt is null);

        // What was said of the move goes with it.
        if (await db.MoveNotes.Where(n => n.OpportunityId == opportunity.Id).OrderByDescending(n => n.Id).FirstOrDefaultAsync(ct) is { } said && said.ToStageId == opportunity.StageId && said.FromStageId == stage.Id) db.Remove(said);
        opportunity.MoveTo(stage, stages.First(s => s.Id == opportunity.StageId).Name, clock.GetUtcNow().UtcDateTime);
        opportunity.StageSince = since ?? opportunity.StageSince;
        await db.SaveChangesAsync(ct);
        return Outcome.Done(await db.OpportunityAsync(opportunity.Id, ct)).Saying(T("{0} is back in {1}.", opportunity.Name, stage.Name));
    }

    private static async Task<(Guid?, DateTime?)> BeforeAsync(AppDb db, Opportunity opportunity, CancellationToken ct)
    {
        var states = await db.OpportunityStates.AsNoTracking().Where(s => s.OpportunityId == opportunity.Id && s.SupersededAt == null).OrderByDescending(s => s.From).ThenByDescending(s => s.Id).Take(Remembered).ToListAsync(ct);
        var before = states.SkipWhile(s => s.StageId == opportunity.StageId).ToList();
        return before is [{ StageId: { } stage }, ..] ? (stage, before.TakeWhile(s => s.StageId == stage).Last().From) : (null, null);
    }
}
