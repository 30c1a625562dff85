using System.ComponentModel.DataAnnotations;
using Coxswain.Customers;
using Coxswain.Customers.Activities;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Tenants;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Opportunities;

/// <summary>Notes how one was in touch about an opportunity, and the next step where one was agreed, in one go.</summary>
internal static class LogInteraction
{
    public sealed record Input
    {
        public Guid Id { get; init; }

        [Required]
        public InteractionKind? Kind { get; init; }
        public InteractionOutcome? Outcome { get; init; }

        [StringLength(10_000)]
        public string? Text { get; init; }

        /// <summary>Now where nothing is said.</summary>
        public DateOnly? On { get; init; }

        [StringLength(200)]
        public string? Title { get; init; }
        public DateOnly? DueOn { get; init; }
    }

    public static async Task<Outcome<OpportunityView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var (found, no) = await db.OpportunityForChangeAsync(input.Id, ct);
        if (no is not null) return no;
        var (now, today) = (clock.GetUtcNow().UtcDateTime, (await Standing.ReadAsync(db, clock, ct)).Today);
        if (input.On > today) return Outcome.Invalid("On", T("This day is still to come."));

        var about = new AboutRecord(Kinds.Opportunity, found!.Id, found.AccountId);
        var outcome = input.Outcome ?? (input.Title is null ? null : InteractionOutcome.NextStepAgreed);
        db.LogInteraction(about, input.Kind!.Value, input.Text, outcome, input.On is { } on && on < today ? on.ToDateTime(new TimeOnly(12, 0), DateTimeKind.Utc) : now);
        if (input.Title is { } title) db.AddTask(about, title, input.DueOn, db.Viewer.PersonId);
        await db.SaveChangesAsync(ct);
        return Outcome.Done(await db.OpportunityAsync(found.Id, ct)).Saying(T("It is noted."));
    }
}
