using System.ComponentModel.DataAnnotations;
using Coxswain.Funnel.Processes;
using Coxswain.Funnel.Selection;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Shared;

/// <summary>A customer says what of their steps is done. Where a step is one of their process, that is what shows it.</summary>
internal static class TickSteps
{
    public const int LongestName = 80;

    public sealed record Input
    {
        public string? Token { get; init; }

        /// <summary>The steps.</summary>
        public IReadOnlyList<Guid> Done { get; init; } = [];

        [StringLength(LongestName)]
        public string? Name { get; init; }
    }

    public static Task<Outcome<BuyerDone>> Do(Input input, SharedDoor door, TimeProvider clock, HttpContext http, CancellationToken ct) => door.ActAsync<BuyerDone>(input.Token, http, async plan =>
    {
        var problems = new Problems().AddIf(input.Done.Count == 0, "Done", T("What of it is done?")).AddIf(string.IsNullOrWhiteSpace(input.Name), "Name", T("Please say who you are."));
        if (problems.Any) return Outcome.Invalid(problems);
        var (db, now, ids) = (plan.Db, clock.GetUtcNow().UtcDateTime, input.Done.Distinct().Take(NoteSharedStep.Most).ToList());
        // What somebody ticked meanwhile stays theirs.
        var steps = await db.SharedSteps.Where(s => s.OpportunityId == plan.DealId && s.Side == SharedSide.Theirs && s.DoneOn == null && ids.Contains(s.Id)).OrderBy(s => s.Id).ToListAsync(ct);
        if (await BuyerSayings.AreTooManyAsync(plan, steps.Count, ct)) return BuyerSayings.TooMany;
        var gates = (await Ways.FreshAsync(db, ct)).Of(plan.DealId, plan.ProcessId, plan.FollowsSince).Stages.SelectMany(s => s.Gates).ToList();
        foreach (var step in steps)
        {
            (step.DoneOn, step.DoneBy, step.IsDoneByThem) = (plan.Today, input.Name!, true);
            db.Add(BuyerSayings.Of(step, SharedAct.Done, input.Name!, now));
            if (gates.Any(g => g.StageId == step.StageId && g.StepId == step.GateStepId || step.GateStepId is { } before && g.Kin.Contains(before))) db.Add(new StageEvidence { OpportunityId = plan.DealId, StageId = step.StageId!.Value, StepId = step.GateStepId, On = plan.Today, Text = step.Title, SharedStepId = step.Id });
        }
        await db.SaveChangesAsync(ct);
        return new BuyerDone(input.Token!);
    }, ct);
}

/// <summary>A customer takes a tick back, and with it what it showed.</summary>
internal static class UntickStep
{
    public sealed record Input
    {
        public string? Token { get; init; }
        public Guid Step { get; init; }
    }

    public static Task<Outcome<BuyerDone>> Do(Input input, SharedDoor door, TimeProvider clock, HttpContext http, CancellationToken ct) => door.ActAsync<BuyerDone>(input.Token, http, async plan =>
    {
        var db = plan.Db;
        if (await db.SharedSteps.SingleOrDefaultAsync(s => s.Id == input.Step && s.OpportunityId == plan.DealId && s.IsDoneByThem, ct) is not { } step) return Outcome.Missing;
        if (await BuyerSayings.AreTooManyAsync(plan, 1, ct)) return BuyerSayings.TooMany;
        db.Add(BuyerSayings.Of(step, SharedAct.NotDone, step.DoneBy ?? T("someone"), clock.GetUtcNow().UtcDateTime));
        (step.DoneOn, step.DoneBy, step.IsDoneByThem) = (null, null, false);
        db.RemoveRange(await db.StageEvidence.Where(e => e.SharedStepId == step.Id).ToListAsync(ct));
        await db.SaveChangesAsync(ct);
        return new BuyerDone(input.Token!);
    }, ct);
}

/// <summary>A customer says something of a step, or proposes another day for it.</summary>
internal static class SayOnStep
{
    public sealed record Input
    {
        public string? Token { get; init; }
        public Guid Step { get; init; }

        [StringLength(TickSteps.LongestName)]
        public string? Name { get; init; }

        [StringLength(500)]
        public string? Text { get; init; }

        /// <summary>The day they propose.</summary>
        public DateOnly? On { get; init; }
    }

    public static Task<Outcome<BuyerDone>> Do(Input input, SharedDoor door, TimeProvider clock, HttpContext http, CancellationToken ct) => door.ActAsync<BuyerDone>(input.Token, http, async plan =>
    {
        var db = plan.Db;
        if (await db.SharedSteps.SingleOrDefaultAsync(s => s.Id == input.Step && s.OpportunityId == plan.DealId, ct) is not { } step) return Outcome.Missing;
        var problems = new Problems().AddIf(string.IsNullOrWhiteSpace(input.Text) && input.On is null, "Text", T("What do you want to say?")).AddIf(string.IsNullOrWhiteSpace(input.Name), "Name", T("Please say who you are."))
            .AddIf(input.On < plan.Today, "On", T("This day is over.")).AddIf(input.On > plan.Today.AddYears(5), "On", T("This day cannot be right.")).AddIf(input.On is not null && step.DoneOn is not null, "On", T("It is done already."));
        if (problems.Any) return Outcome.Invalid(problems);
        if (await BuyerSayings.AreTooManyAsync(plan, 1, ct)) return BuyerSayings.TooMany;
        var last = await db.SharedSayings.AsNoTracking().Where(s => s.SharedStepId == step.Id).OrderByDescending(s => s.At).ThenByDescending(s => s.Id).FirstOrDefaultAsync(ct);
        // Pressed twice is said once.
        if (last is null || (last.Name, last.Text, last.ProposedOn) != (input.Name!, input.Text, input.On))
        {
            db.Add(BuyerSayings.Of(step, input.On is null ? SharedAct.Said : SharedAct.OtherDay, input.Name!, clock.GetUtcNow().UtcDateTime, input.Text, input.On));
            await db.SaveChangesAsync(ct);
        }
        return new BuyerDone(input.Token!);
    }, ct);
}

/// <summary>What customers did, as rows.</summary>
internal static class BuyerSayings
{
    /// <summary>More no plan needs; whoever has a link cannot fill the house.</summary>
    public const int Most = 300;

    public static Refusal TooMany => Outcome.TooMany(T("This plan takes no more. Please write to us directly."));

    public static async Task<bool> AreTooManyAsync(OpenPlan plan, int more, CancellationToken ct) => await plan.Db.SharedSayings.CountAsync(s => s.OpportunityId == plan.DealId, ct) + more > Most;

    public static SharedSaying Of(SharedStep step, SharedAct act, string name, DateTime now, string? text = null, DateOnly? proposed = null) =>
        new() { OpportunityId = step.OpportunityId, SharedStepId = step.Id, Did = act, What = step.Title, Name = name, Text = text, ProposedOn = proposed, At = now };
}
