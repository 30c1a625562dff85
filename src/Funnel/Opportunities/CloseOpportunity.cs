using System.ComponentModel.DataAnnotations;
using Coxswain.Funnel.Processes;
using Coxswain.Funnel.Selection;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Opportunities;

/// <summary>
/// Closes an opportunity as won, lost or without a decision, on the day it was decided, which may be past. A win passes every step of the
/// customer that is left: what nothing shows of them is asked about, as with any move.
/// </summary>
internal static class CloseOpportunity
{
    public sealed record Input : MoveSaid
    {
        public Guid Id { get; init; }

        [Required]
        public StageEnd? End { get; init; }

        /// <summary>Why it ended so, in the customer's words.</summary>
        [StringLength(200)]
        public string? Because { get; init; }
        public int Version { get; init; }
    }

    /// <summary>Closed by another system: that it was won is taken as that says, and so it is noted.</summary>
    public static Task<Outcome<OpportunityView>> Stated(Input input, AppDb db, TimeProvider clock, CancellationToken ct) => EndAsync(input, stated: input.IsSilent, db, clock, ct);

    public static Task<Outcome<OpportunityView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct) => EndAsync(input, stated: false, db, clock, ct);

    private static async Task<Outcome<OpportunityView>> EndAsync(Input input, bool stated, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var (found, no) = await db.OpportunityForChangeAsync(input.Id, ct);
        if (no is not null) return no;
        var opportunity = found!;
        var now = clock.GetUtcNow().UtcDateTime;
        var today = (await Standing.ReadAsync(db, clock, ct)).Today;
        var on = input.On ?? today;
        if (Wrong(input, opportunity, on, today) is { Any: true } problems) return Outcome.Invalid(problems);
        if (await db.Stages.Where(s => s.End == input.End && s.RetiredAt == null).OrderBy(s => s.Position).FirstOrDefaultAsync(ct) is not { } end) return Outcome.Invalid("End", T("The process has no such end."));

        if (input.End is StageEnd.Won)
        {
            var passage = await Passage.OfAsync(db, opportunity.Id, opportunity.StageId, end, (await Ways.ReadAsync(db, ct)).Of(opportunity.Id, opportunity.ProcessId, opportunity.FollowsSince), ct);
            if (passage.Wrong(input, stated, today) is { Any: true } unsaid) return Outcome.Invalid(unsaid);
            passage.Note(db, input, stated, on);
        }
        await MoveAsync(db, opportunity, end, on, on < today ? OpportunityHistory.Start(on) : now, now, ct);
        opportunity.ClosedBecause = input.Because;
        await db.SaveChangesAsync(ct);
        return Outcome.Done(await db.OpportunityAsync(opportunity.Id, ct)).Saying(T("{0}: {1}.", opportunity.Name, Words.End(end.End)), $"/opportunities/{opportunity.Id}/moves-back?version={opportunity.Version}");
    }

    private static Problems Wrong(Input input, Opportunity opportunity, DateOnly on, DateOnly today) => new Problems()
        .AddIf(input.End is StageEnd.Open, "End", T("Say how it ended."))
        .AddIf(on > today, "On", T("This day is still to come."))
        .AddIf(opportunity.OpenedOn > on, "On", T("It was only begun on {0}.", opportunity.OpenedOn))
        .AddIf(opportunity.End is not StageEnd.Open, "", T("It is closed already. Reopen it first."))
        .AddIf(input.Version != 0 && input.Version > opportunity.Version, "", T("This form is of another deal."));

    private static async Task MoveAsync(AppDb db, Opportunity opportunity, Stages.Stage end, DateOnly on, DateTime at, DateTime now, CancellationToken ct)
    {
        var from = await db.Stages.Where(s => s.Id == opportunity.StageId).Select(s => s.Name).FirstAsync(ct);
        opportunity.MoveTo(end, from, at);
        (opportunity.ClosedOn, opportunity.CloseOn) = (on, on);
        if (at < now) await OpportunityHistory.BackdateAsync(db, opportunity, at, now, ct);
    }
}
