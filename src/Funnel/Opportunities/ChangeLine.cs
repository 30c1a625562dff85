using System.ComponentModel.DataAnnotations;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Platform.Http;
using Coxswain.Platform.Money;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Opportunities;

/// <summary>Changes how many of a product, or its price, on an opportunity.</summary>
internal static class ChangeLine
{
    public sealed record Input
    {
        public Guid Id { get; init; }
        public Guid Line { get; init; }
        public int Version { get; init; }

        [Range(1, 1_000_000)]
        public int Quantity { get; init; }
        public decimal? UnitPrice { get; init; }
    }

    public static async Task<Outcome<OpportunityView>> Do(Input input, AppDb db, CancellationToken ct)
    {
        var (found, no) = await db.OpportunityForChangeAsync(input.Id, ct);
        if (no is not null) return no;
        var opportunity = found!;
        if (await db.OpportunityLines.SingleOrDefaultAsync(l => l.Id == input.Line && l.OpportunityId == input.Id, ct) is not { } line) return Outcome.Missing;
        if (input.UnitPrice is < 0 or > FieldRules.MostMoney) return Outcome.Invalid("UnitPrice", T("This price is out of range."));

        var merge = await db.MergeAsync(line, input.Version == 0 ? line.Version : input.Version, ct);
        line.Quantity = merge.Take(nameof(line.Quantity), line.Quantity, input.Quantity);
        if (input.UnitPrice is not null || AddLine.MayPrice(db)) line.UnitPrice = merge.Take(nameof(line.UnitPrice), line.UnitPrice, input.UnitPrice is { } price ? Minor.FromMajor(price, opportunity.Currency) : null);
        if (merge.Clashes is not []) return Outcome.Stale(await ClashWords.OfAsync(db, opportunity, merge.Clashes, ct));
        await MainProduct.FollowAsync(db, opportunity, ct);
        await db.SaveChangesAsync(ct);
        return await db.OpportunityAsync(opportunity.Id, ct);
    }
}
