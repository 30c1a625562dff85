using System.ComponentModel.DataAnnotations;
using Coxswain.Customers;
using Coxswain.Customers.Activities;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Plans;

/// <summary>Makes a task of an action of the plan: one that takes a warning away, uses a strength, or asks a question later.</summary>
internal static class AgreeAction
{
    public sealed record Input
    {
        /// <summary>The deal.</summary>
        public Guid Id { get; init; }

        [Required, StringLength(200)]
        public string? Title { get; init; }
        public DateOnly? DueOn { get; init; }

        /// <summary>The code of a warning or a question, or the key of a strength.</summary>
        [StringLength(80)]
        public string? AimsAt { get; init; }
        public string? Back { get; init; }
    }

    public static async Task<Outcome<AgreedAction>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var (deal, today, no) = await db.PlanForChangeAsync(input.Id, clock, ct);
        if (no is not null) return no;
        if (input.DueOn < today) return Outcome.Invalid("DueOn", T("This day has passed."));
        await db.BeginAsync(deal!.Id, today, ct);
        var aim = string.IsNullOrWhiteSpace(input.AimsAt) ? null : input.AimsAt;
        // Of whom it is, so that the task goes with them where they are erased.
        var contact = aim is not null && Guid.TryParse(aim[(aim.LastIndexOf(':') + 1)..], out var person) ? await db.PeopleOfDeal(deal.Id).Where(p => p.Id == person).Select(p => p.ContactId).FirstOrDefaultAsync(ct) : null;
        db.AddTask(new AboutRecord(Kinds.Opportunity, deal.Id, deal.AccountId), input.Title!, input.DueOn, db.Viewer.PersonId, aim, contact);
        await db.SaveChangesAsync(ct);
        return new AgreedAction(input.Title!, input.DueOn, aim);
    }

    public static async Task<Outcome<WentBack>> OnPage(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var agreed = await Do(input, db, clock, ct);
        return agreed.View is { } action ? Outcome.Done(new WentBack(LocalPath.Or(input.Back, $"/opportunities/{input.Id}/plan#actions"))).Saying(T("Agreed: {0}", action.Title)) : agreed.No;
    }
}

/// <summary>A task of the plan.</summary>
/// <param name="Title">What is to be done.</param>
/// <param name="DueOn">By when.</param>
/// <param name="AimsAt">What it would settle.</param>
public sealed record AgreedAction(string Title, DateOnly? DueOn, string? AimsAt);
