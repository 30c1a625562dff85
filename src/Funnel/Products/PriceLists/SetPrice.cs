using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Coxswain.Funnel.Opportunities;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Money;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Products.PriceLists;

/// <summary>Sets the price of a product in a list; empty takes it off the list.</summary>
internal static class SetPrice
{
    public sealed record Input
    {
        /// <summary>The list.</summary>
        public Guid Id { get; init; }

        [Required]
        public Guid? Product { get; init; }

        /// <summary>In whole units of the list's currency.</summary>
        public decimal? Price { get; init; }
    }

    public sealed record Priced(Guid List, Guid Product);

    public static async Task<Outcome<Priced>> Do(Input input, AppDb db, CancellationToken ct)
    {
        if (await db.PriceLists.AsNoTracking().SingleOrDefaultAsync(l => l.Id == input.Id, ct) is not { } list) return Outcome.Missing;
        if (await db.Products.AsNoTracking().SingleOrDefaultAsync(p => p.Id == input.Product, ct) is not { } product) return Outcome.Invalid("Product", T("There is no such product."));
        if (input.Price is < 0 or > FieldRules.MostMoney) return Outcome.Invalid("Price", T("This price is out of range."));
        var row = await db.ListedPrices.SingleOrDefaultAsync(p => p.PriceListId == list.Id && p.ProductId == product.Id, ct);
        var before = row?.Price;
        if (row is null) db.Add(row = new ListedPrice { PriceListId = list.Id, ProductId = product.Id });
        row.Price = input.Price is { } price ? Minor.FromMajor(price, list.Currency) : null;
        await db.SaveChangesAsync(ct);
        var back = $"/settings/price-lists/{list.Id}/prices?product={product.Id}" + (before is { } was ? "&price=" + Uri.EscapeDataString(Minor.ToMajor(was, list.Currency).ToString("0.00##", CultureInfo.CurrentCulture)) : "");
        return Outcome.Done(new Priced(list.Id, product.Id)).Saying(row.Price is { } now ? T("{0} costs {1}.", product.Name, Platform.Ui.MoneyText.Of(now, list.Currency)) : T("{0} is off the list.", product.Name), back);
    }
}
