using System.ComponentModel.DataAnnotations;
using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Rules;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Tenants;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Pursuit;

/// <summary>Decides to go for a deal, to watch it or to leave it, with a reason and a day to look again. The figures of the day stay beside it, and so does what was decided before.</summary>
internal static class DecidePursuit
{
    private const int MostYears = 3;

    public sealed record Input
    {
        /// <summary>The deal.</summary>
        public Guid Id { get; init; }

        /// <summary><c>Pursue</c>, <c>Watch</c> or <c>Leave</c>.</summary>
        [Required]
        public PursuitChoice? Choice { get; init; }

        /// <summary>Why.</summary>
        [StringLength(500)]
        public string? Reason { get; init; }

        /// <summary>What makes one stop.</summary>
        [StringLength(300)]
        public string? StopRule { get; init; }

        /// <summary>The day to look again; needed unless it is left.</summary>
        public DateOnly? AgainOn { get; init; }
    }

    public static async Task<Outcome<PursuitView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var (found, no) = await db.OpportunityForChangeAsync(input.Id, ct);
        if (no is not null) return no;
        if (found!.End is not StageEnd.Open) return Outcome.Invalid("", T("It is closed: what was to be decided is decided. Reopen it first."));
        var today = (await Standing.ReadAsync(db, clock, ct)).Today;
        if (Wrong(input, today) is { Any: true } problems) return Outcome.Invalid(problems);
        var facts = await PursuitReading.OfAsync(db, await db.OpportunityAsync(found.Id, ct), today, ct);
        db.Add(Decided(Guid.CreateVersion7(), facts, (await PursuitAdvisor.AdviseAsync(db, await RuleSet.ReadAsync(db, ct), [facts], ct))[found.Id], new(input.Choice!.Value, input.Reason!.Trim(), string.IsNullOrWhiteSpace(input.StopRule) ? null : input.StopRule.Trim(), input.AgainOn), db.Viewer.PersonId));
        await db.SaveChangesAsync(ct);
        return await ShowPursuit.Do(new() { Id = found.Id }, db, clock, ct);
    }

    /// <summary>What somebody decided.</summary>
    internal sealed record Decision(PursuitChoice Choice, string Reason, string? StopRule, DateOnly? AgainOn);

    /// <summary>A decision beside the advice and the figures of its day.</summary>
    internal static PursuitDecision Decided(Guid id, PursuitFacts facts, PursuitAdvice advice, Decision decision, Guid by)
    {
        return new PursuitDecision
        {
            Id = id, OpportunityId = facts.Deal.Id, Choice = decision.Choice, Reason = decision.Reason, StopRule = decision.StopRule, AgainOn = decision.AgainOn, On = facts.Today, SaidById = by,
            Advised = advice.Choice, AdvisedBy = advice.Rule, FitScore = facts.Fit?.Score, FitUnknown = facts.Fit?.Unknown, FitEdition = facts.FitEdition,
            Status = facts.Value(PursuitField.Status), Interest = facts.Value(PursuitField.Interest), Chance = facts.Value(PursuitField.Chance), RolesKnown = facts.RolesKnown.Count, Talks = facts.Spent.Talks, Minutes = facts.Spent.Minutes, Hours = facts.Spent.Hours, DaysOpen = facts.DaysOpen,
        };
    }

    public static async Task<Outcome<PursuitNoted>> OnPage(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var decided = await Do(input, db, clock, ct);
        return decided.View is null ? decided.No : Outcome.Done(new PursuitNoted(input.Id)).Saying(input.Choice is PursuitChoice.Leave ? T("Well done: a deal left early gives its time to others. Close it when you have told them.") : T("It is decided: {0}.", PursuitWords.Choice(input.Choice!.Value)));
    }

    private static Problems Wrong(Input input, DateOnly today) => new Problems()
        .AddIf(string.IsNullOrWhiteSpace(input.Reason), "Reason", T("Why? Whoever looks at it later reads your reason, and you do."))
        .AddIf(input.AgainOn is null && input.Choice is not PursuitChoice.Leave, "AgainOn", T("When do you look again? Without a day it goes on by itself."))
        .AddIf(input.AgainOn <= today, "AgainOn", T("Choose a day that is still to come."))
        .AddIf(input.AgainOn > today.AddYears(MostYears), "AgainOn", T("This day cannot be right."));
}
