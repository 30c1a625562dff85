using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Coxswain.Funnel.Products.PriceLists;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Money;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Opportunities;

/// <summary>Puts a product on an opportunity.</summary>
internal static class AddLine
{
    public sealed record Input
    {
        public Guid Id { get; init; }

        [Required]
        public Guid? Product { get; init; }

        [Range(1, 1_000_000)]
        public int Quantity { get; init; } = 1;

        /// <summary>For one, in whole units of the opportunity's currency; what its price list says where nothing is said.</summary>
        public decimal? UnitPrice { get; init; }
    }

    public static async Task<Outcome<OpportunityView>> Do(Input input, AppDb db, CancellationToken ct)
    {
        var (found, no) = await db.OpportunityForChangeAsync(input.Id, ct);
        if (no is not null) return no;
        var opportunity = found!;
        if (await db.Products.SingleOrDefaultAsync(p => p.Id == input.Product && p.RetiredAt == null, ct) is not { } product) return Outcome.Invalid("Product", T("There is no such product."));
        if (input.UnitPrice is < 0 or > FieldRules.MostMoney) return Outcome.Invalid("UnitPrice", T("This price is out of range."));

        var price = input.UnitPrice is { } typed ? Minor.FromMajor(typed, opportunity.Currency) : MayPrice(db) ? await DealPrice.OfAsync(db, opportunity, product, ct) : null;
        db.Add(new OpportunityLine { OpportunityId = opportunity.Id, ProductId = product.Id, Quantity = input.Quantity, UnitPrice = price });
        await MainProduct.FollowAsync(db, opportunity, ct);
        await db.SaveChangesAsync(ct);
        return Outcome.Done(await db.OpportunityAsync(opportunity.Id, ct)).Saying(T("{0} is on the deal.", product.Name));
    }

    /// <summary>Whether the viewer's role sets prices: who does not leaves them open.</summary>
    internal static bool MayPrice(AppDb db) => db.Reaches.Fields.AreOpen(Kinds.OpportunityLine, [nameof(OpportunityLine.UnitPrice)]);

    /// <summary>The way back after a line was taken off.</summary>
    public static string Again(AppDb db, OpportunityLine line, string currency) =>
        $"/opportunities/{line.OpportunityId}/lines?product={line.ProductId}&quantity={line.Quantity}" + (line.UnitPrice is { } price && MayPrice(db) ? "&unitPrice=" + Uri.EscapeDataString(Minor.ToMajor(price, currency).ToString("0.00", CultureInfo.CurrentCulture)) : "");
}
