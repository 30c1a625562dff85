using System.ComponentModel.DataAnnotations;
using Coxswain.Funnel.Processes;
using Coxswain.Funnel.Selection;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Opportunities;

/// <summary>Closes an opportunity as won, lost or without a decision, on the day it was decided, which may be past.</summary>
internal static class CloseOpportunity
{
    public sealed record Input
    {
        public Guid Id { get; init; }

        [Required]
        public StageEnd? End { get; init; }

        /// <summary>Today where nothing is said.</summary>
        public DateOnly? On { get; init; }

        [StringLength(200)]
        public string? Because { get; init; }
        public int Version { get; init; }
    }

    public static async Task<Outcome<OpportunityView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var (found, no) = await db.OpportunityForChangeAsync(input.Id, ct);
        if (no is not null) return no;
        var opportunity = found!;
        var now = clock.GetUtcNow().UtcDateTime;
        var today = (await Standing.ReadAsync(db, clock, ct)).Today;
        var on = input.On ?? today;
        if (Wrong(input, opportunity, on, today) is { Any: true } problems) return Outcome.Invalid(problems);
        if (await db.Stages.Where(s => s.End == input.End && s.RetiredAt == null).OrderBy(s => s.Position).FirstOrDefaultAsync(ct) is not { } end) return Outcome.Invalid("End", T("The process has no such end."));

        if (input.End is StageEnd.Won && await BindingAsync(db, opportunity, ct) is { } gate) return Outcome.Invalid("End", T("Nothing shows yet: {0}. Note what they did on the deal, then close it.", gate.Act));
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

    // What no deal goes on without, none is won without either; those it passed before are passed.
    private static async Task<Gate?> BindingAsync(AppDb db, Opportunity opportunity, CancellationToken ct)
    {
        var way = (await Ways.ReadAsync(db, ct)).Of(opportunity.Id, opportunity.ProcessId);
        var gates = way.Open(opportunity.StageId).Where(s => s.Stage.Position >= way.At(opportunity.StageId).Stage.Position).SelectMany(s => s.Gates);
        return await db.UnshownAsync(opportunity.Id, [.. gates.Where(g => g.IsBinding)], ct) is [var gate, ..] ? gate : null;
    }

    private static async Task MoveAsync(AppDb db, Opportunity opportunity, Stages.Stage end, DateOnly on, DateTime at, DateTime now, CancellationToken ct)
    {
        var from = await db.Stages.Where(s => s.Id == opportunity.StageId).Select(s => s.Name).FirstAsync(ct);
        opportunity.MoveTo(end, from, at);
        (opportunity.ClosedOn, opportunity.CloseOn) = (on, on);
        if (at < now) await OpportunityHistory.BackdateAsync(db, opportunity, at, now, ct);
    }
}
