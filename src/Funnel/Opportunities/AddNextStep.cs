using System.ComponentModel.DataAnnotations;
using Coxswain.Customers;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Opportunities;

/// <summary>Agrees a next step on an opportunity: a task about it, for whoever adds it.</summary>
internal static class AddNextStep
{
    public sealed record Input
    {
        public Guid Id { get; init; }

        [Required, StringLength(200)]
        public string? Title { get; init; }
        public DateOnly? DueOn { get; init; }
    }

    public static async Task<Outcome<OpportunityView>> Do(Input input, AppDb db, CancellationToken ct)
    {
        var (found, no) = await db.OpportunityForChangeAsync(input.Id, ct);
        if (no is not null) return no;
        db.AddTask(new AboutRecord(Kinds.Opportunity, found!.Id, found.AccountId), input.Title!, input.DueOn, db.Viewer.PersonId);
        await db.SaveChangesAsync(ct);
        return Outcome.Done(await db.OpportunityAsync(found.Id, ct)).Saying(T("The next step is noted."));
    }
}
