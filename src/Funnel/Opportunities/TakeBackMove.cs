using Coxswain.Funnel.Selection;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Opportunities;

/// <summary>Takes a move or a closing back: the opportunity is again in the stage it was in before, since when it was. Also how a closed one is reopened.</summary>
internal static class TakeBackMove
{
    // A deal that changed more often than this since its last stage starts anew in its first.
    private const int Remembered = 40;

    // What it went without, and what it passed over: written down with the move, by the same clock.
    private const int OfOneMove = 2;
    private static readonly TimeSpan OneSave = TimeSpan.FromSeconds(10);

    /// <summary>So long a move is a slip of the hand, and taken back as if it had not been; after that going back is a step back, and what was said of the move stays.</summary>
    internal static readonly TimeSpan Slip = TimeSpan.FromMinutes(SlipMinutes);
    internal const int SlipMinutes = 30;

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
        var (stageId, since, moved, made) = await BeforeAsync(db, opportunity, ct);
        var stage = stages.FirstOrDefault(s => s.Id == stageId) ?? stages.First(s => s.End is StageEnd.Open && s.RetiredAt is null);

        var (now, from) = (clock.GetUtcNow().UtcDateTime, stages.First(s => s.Id == opportunity.StageId));
        // What was said of the move goes with it.
        var isSlip = moved is null || moved >= now - Slip;
        // Forward it goes as every move does: asked what shows it.
        if (!isSlip && from.End is StageEnd.Open && stage.Position > from.Position) return Outcome.Refused(T("{0} went back to {1} some time ago: move it on from its page.", opportunity.Name, from.Name));
        if (!isSlip) Back(db, opportunity, from, stage, (await Standing.ReadAsync(db, clock, ct)).Day);
        else db.RemoveRange((await db.MoveNotes.Where(n => n.OpportunityId == opportunity.Id && n.ToStageId == opportunity.StageId).OrderByDescending(n => n.Id).Take(OfOneMove).ToListAsync(ct)).Where(n => (Keys.MomentOf(n.Id) - made)?.Duration() < OneSave));
        opportunity.MoveTo(stage, from.Name, now);
        opportunity.StageSince = since ?? opportunity.StageSince;
        await db.SaveChangesAsync(ct);
        return Outcome.Done(await db.OpportunityAsync(opportunity.Id, ct)).Saying(T("{0} is back in {1}.", opportunity.Name, stage.Name));
    }

    // A closed deal that is opened again is no step back of the customer.
    private static void Back(AppDb db, Opportunity opportunity, Stages.Stage from, Stages.Stage to, DateOnly today)
    {
        if (from.End is StageEnd.Open && to.Position < from.Position) db.Add(new MoveNote { OpportunityId = opportunity.Id, FromStageId = from.Id, ToStageId = to.Id, Kind = MoveKind.Back, IsStated = false, On = today, SaidById = db.Viewer.PersonId });
    }

    // Which stage it was in before, since when, when it left it, and when that was written down. A closing may be of a past day: then it is when we learned of it that counts.
    private static async Task<(Guid?, DateTime?, DateTime?, DateTime?)> BeforeAsync(AppDb db, Opportunity opportunity, CancellationToken ct)
    {
        var states = await db.OpportunityStates.AsNoTracking().Where(s => s.OpportunityId == opportunity.Id && s.SupersededAt == null).OrderByDescending(s => s.From).ThenByDescending(s => s.Id).Take(Remembered).ToListAsync(ct);
        var before = states.SkipWhile(s => s.StageId == opportunity.StageId).ToList();
        var first = states.TakeWhile(s => s.StageId == opportunity.StageId).LastOrDefault();
        var (moved, made) = (opportunity.End is StageEnd.Open ? first?.From : first?.RecordedAt, first is null ? (DateTime?)null : Keys.MomentOf(first.Id));
        return before is [{ StageId: { } stage }, ..] ? (stage, before.TakeWhile(s => s.StageId == stage).Last().From, moved, made) : (null, null, moved, made);
    }
}
