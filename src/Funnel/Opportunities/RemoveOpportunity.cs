using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Opportunities;

/// <summary>Takes an opportunity away; for 30 days it can be brought back.</summary>
internal static class RemoveOpportunity
{
    public sealed record Input { public Guid Id { get; init; } }

    public sealed record Removed(Guid Id);

    public static async Task<Outcome<Removed>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var (found, no) = await db.OpportunityForChangeAsync(input.Id, ct);
        if (no is not null) return no;
        var opportunity = found!;
        opportunity.RemovedAt = clock.GetUtcNow().UtcDateTime;
        await db.SaveChangesAsync(ct);
        return Outcome.Done(new Removed(opportunity.Id)).Saying(T("{0} is removed.", opportunity.Name), $"/opportunities/{opportunity.Id}/restorations");
    }
}

/// <summary>Brings a removed opportunity back.</summary>
internal static class RestoreOpportunity
{
    public sealed record Input { public Guid Id { get; init; } }

    public static async Task<Outcome<OpportunityView>> Do(Input input, AppDb db, CancellationToken ct)
    {
        var (found, no) = await db.RemovedOpportunityAsync(input.Id, ct);
        if (no is not null) return no;
        var opportunity = found!;
        opportunity.RemovedAt = null;
        await db.SaveChangesAsync(ct);
        return Outcome.Done(await db.OpportunityAsync(opportunity.Id, ct)).Saying(T("{0} is back.", opportunity.Name));
    }
}
