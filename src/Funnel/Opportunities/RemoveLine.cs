using Coxswain.Funnel.Processes;
using Coxswain.Platform.Tenants;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Opportunities;

/// <summary>Takes a product off an opportunity.</summary>
internal static class RemoveLine
{
    public sealed record Input { public Guid Id { get; init; } public Guid Line { get; init; } }

    public static async Task<Outcome<OpportunityView>> Do(Input input, AppDb db, CancellationToken ct)
    {
        var (found, no) = await db.OpportunityForChangeAsync(input.Id, ct);
        if (no is not null) return no;
        var opportunity = found!;
        if (await db.OpportunityLines.SingleOrDefaultAsync(l => l.Id == input.Line && l.OpportunityId == input.Id, ct) is not { } line) return Outcome.Missing;
        db.Remove(line);
        await MainProduct.FollowAsync(db, opportunity, ct);
        await db.SaveChangesAsync(ct);
        return Outcome.Done(await db.OpportunityAsync(opportunity.Id, ct)).Saying(T("The product is taken off."), AddLine.Again(db, line, opportunity.Currency));
    }
}

/// <summary>Takes the amount of an opportunity from its lines, because a person says so.</summary>
internal static class TakeAmountFromLines
{
    public sealed record Input { public Guid Id { get; init; } }

    public static async Task<Outcome<OpportunityView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var (found, no) = await db.OpportunityForChangeAsync(input.Id, ct);
        if (no is not null) return no;
        var opportunity = found!;
        var lines = await db.OpportunityLines.AsNoTracking().Where(l => l.OpportunityId == input.Id).ToListAsync(ct);
        if (lines.Count == 0 || lines.Any(l => l.UnitPrice is null)) return Outcome.Refused(T("A price is still unknown, so the lines have no sum."));
        opportunity.Amount = lines.Sum(l => l.Quantity * l.UnitPrice!.Value);
        await Segments.LearnedAsync(db, [opportunity], clock.GetUtcNow().UtcDateTime, (await Standing.ReadAsync(db, clock, ct)).Today, ct);
        var follows = (await Segments.SaidAsync(db, [opportunity], ct)).GetValueOrDefault(opportunity);
        await db.SaveChangesAsync(ct);
        return Outcome.Done(await db.OpportunityAsync(opportunity.Id, ct)).Saying(string.Join(" ", new[] { T("The amount now follows from the lines."), follows?.Text }.OfType<string>()));
    }
}
