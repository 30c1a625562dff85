using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Coxswain.Funnel.Processes;
using Coxswain.Funnel.Selection;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Platform.Http;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Opportunities;

/// <summary>Puts an opportunity into another open stage; ends have an act of their own, because they have a day and a reason.</summary>
internal static class MoveOpportunity
{
    public sealed record Input : MoveSaid
    {
        public Guid Id { get; init; }

        [Required]
        public Guid? Stage { get; init; }
        public int Version { get; init; }

        /// <summary>Whoever sent it was asked for what shows the customer's steps: a form says so.</summary>
        [JsonIgnore]
        public bool Asked { get; init; }
    }

    /// <summary>Where a move leads: to the deal, or to the question what shows it.</summary>
    public sealed record Moved(OpportunityView? Deal, string Url);

    /// <summary>Moved by a person: steps of the customer that nothing shows are asked about first.</summary>
    public static async Task<Outcome<Moved>> OnPage(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var url = $"/opportunities/{input.Id}";
        if (!input.Asked && input.IsSilent && await AsksAsync(input, db, ct)) return new Moved(null, $"{url}/moving?stage={input.Stage}");
        var moved = await Do(input, db, clock, ct);
        return moved.View is { } deal ? Outcome.Done(new Moved(deal, url)).Saying(moved.Notice!.Text, moved.Notice.UndoUrl) : moved.No;
    }

    /// <summary>Moved by another system: where it stands is taken as that says, and so it is noted.</summary>
    public static Task<Outcome<OpportunityView>> Stated(Input input, AppDb db, TimeProvider clock, CancellationToken ct) => MoveAsync(input, stated: input.IsSilent, db, clock, ct);

    public static Task<Outcome<OpportunityView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct) => MoveAsync(input, stated: false, db, clock, ct);

    /// <summary>The steps of the customer that nothing shows and that have to be asked about; none where the move will be refused anyway.</summary>
    internal static async Task<IReadOnlyList<Gate>> UnshownAsync(Guid id, Guid? stage, AppDb db, CancellationToken ct)
    {
        var ways = await Ways.ReadAsync(db, ct);
        if (ways.Stages.FirstOrDefault(s => s.Id == stage && s.End is StageEnd.Open && s.RetiredAt is null) is not { } to || await db.Opportunities.AsNoTracking().SingleOrDefaultAsync(o => o.Id == id, ct) is not { } deal || !db.MayEdit(Kinds.Opportunity, deal)) return [];
        return (await Passage.OfAsync(db, deal.Id, deal.StageId, to, ways.Of(deal.Id, deal.ProcessId, deal.FollowsSince), ct)).Unshown;
    }

    private static async Task<bool> AsksAsync(Input input, AppDb db, CancellationToken ct) => (await UnshownAsync(input.Id, input.Stage, db, ct)).Count > 0;

    private static async Task<Outcome<OpportunityView>> MoveAsync(Input input, bool stated, AppDb db, TimeProvider clock, CancellationToken ct)
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

        var passage = await Passage.OfAsync(db, opportunity.Id, opportunity.StageId, stage, (await Ways.ReadAsync(db, ct)).Of(opportunity.Id, opportunity.ProcessId, opportunity.FollowsSince), ct);
        var today = (await Standing.ReadAsync(db, clock, ct)).Day;
        if (passage.Wrong(input, stated, today) is { Any: true } problems) return Outcome.Invalid(problems);
        passage.Note(db, input, stated, today);
        opportunity.MoveTo(stage, stages[opportunity.StageId].Name, clock.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync(ct);
        return Outcome.Done(await db.OpportunityAsync(opportunity.Id, ct)).Saying(T("{0} is now in {1}.", opportunity.Name, stage.Name), $"/opportunities/{opportunity.Id}/moves-back?version={opportunity.Version}");
    }
}
