using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Processes;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Selection;

/// <summary>Notes what shows that the customer has taken a step.</summary>
internal static class NoteEvidence
{
    public sealed record Input
    {
        public Guid Id { get; init; }

        /// <summary>The stage whose step it shows, or that step itself; the first of the stage the deal stands in where nothing is said.</summary>
        public Guid? Stage { get; init; }

        /// <summary>What they did or said.</summary>
        [Required, StringLength(500)]
        public string? Text { get; init; }

        /// <summary>When; today where nothing is said.</summary>
        public DateOnly? On { get; init; }
    }

    public static async Task<Outcome<OpportunityView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var (deal, no) = await db.OpportunityForChangeAsync(input.Id, ct);
        if (no is not null) return no;
        var of = input.Stage ?? deal!.StageId;
        var gates = (await Ways.ReadAsync(db, ct)).Of(deal!.Id, deal.ProcessId, deal.FollowsSince).Stages.SelectMany(s => s.Gates).ToList();
        if ((gates.FirstOrDefault(g => g.Key == of) ?? gates.FirstOrDefault(g => g.StageId == of)) is not { } gate) return Outcome.Invalid("Stage", T("Choose a stage that names a step of the customer."));
        var today = (await Standing.ReadAsync(db, clock, ct)).Day;
        var problems = new Problems();
        FieldRules.Day(problems, "On", input.On, today);
        if (problems.Any) return Outcome.Invalid(problems);
        var evidence = new StageEvidence { OpportunityId = deal.Id, StageId = gate.StageId, StepId = gate.StepId, On = input.On ?? today, Text = input.Text!.Trim() };
        db.Add(evidence);
        await db.SaveChangesAsync(ct);
        return Outcome.Done(await db.OpportunityAsync(deal.Id, ct)).Saying(T("Shown: {0}.", gate.Act), $"/opportunities/{deal.Id}/evidence/{evidence.Id}/removals");
    }
}

/// <summary>Takes off what was noted of a step.</summary>
internal static class RemoveEvidence
{
    public sealed record Input
    {
        public Guid Id { get; init; }
        public Guid Evidence { get; init; }
    }

    public static async Task<Outcome<OpportunityView>> Do(Input input, AppDb db, CancellationToken ct)
    {
        var (deal, no) = await db.OpportunityForChangeAsync(input.Id, ct);
        if (no is not null) return no;
        if (await db.StageEvidence.SingleOrDefaultAsync(e => e.Id == input.Evidence && e.OpportunityId == input.Id, ct) is not { } evidence) return Outcome.Missing;
        db.Remove(evidence);
        await db.SaveChangesAsync(ct);
        return Outcome.Done(await db.OpportunityAsync(deal!.Id, ct)).Saying(T("It is taken off."), string.Create(CultureInfo.InvariantCulture, $"/opportunities/{deal.Id}/evidence?stage={evidence.StepId ?? evidence.StageId}&on={evidence.On:yyyy-MM-dd}&text={Uri.EscapeDataString(evidence.Text)}"));
    }
}
