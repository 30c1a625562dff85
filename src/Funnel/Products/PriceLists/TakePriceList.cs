using Coxswain.Funnel.Opportunities;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Products.PriceLists;

/// <summary>Says which list a deal takes its prices from; none is the products' own. What stands on the deal keeps its price.</summary>
internal static class TakePriceList
{
    public sealed record Input
    {
        /// <summary>The deal.</summary>
        public Guid Id { get; init; }
        public Guid? PriceList { get; init; }
    }

    public static async Task<Outcome<OpportunityView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var (found, no) = await db.OpportunityForChangeAsync(input.Id, ct);
        if (no is not null) return no;
        var (opportunity, before) = (found!, found!.PriceListId);
        if (input.PriceList is { } id && id != before)
        {
            var today = Standing.Of(await db.TenantAsync(ct), clock.GetUtcNow().UtcDateTime).Today;
            if (await db.PriceLists.AsNoTracking().SingleOrDefaultAsync(l => l.Id == id && l.RetiredAt == null, ct) is not { } list) return Outcome.Invalid("PriceList", T("There is no such price list."));
            if (list.Currency != opportunity.Currency) return Outcome.Invalid("PriceList", T("{0} is in {1}, and this deal in {2}.", list.Name, list.Currency, opportunity.Currency));
            if (list.From > today || list.To < today) return Outcome.Invalid("PriceList", T("{0} does not hold today.", list.Name));
        }
        opportunity.PriceListId = input.PriceList;
        await db.SaveChangesAsync(ct);
        return Outcome.Done(await db.OpportunityAsync(opportunity.Id, ct)).Saying(T("Products added from now on have these prices; those that are there keep theirs."), $"/opportunities/{opportunity.Id}/price-list" + (before is { } was ? $"?priceList={was}" : ""));
    }
}

/// <summary>Which price a product has on a deal.</summary>
internal static class DealPrice
{
    /// <summary>The price in the deal's list; else the product's own, where that is in the deal's currency. Minor units; null is unknown.</summary>
    public static async Task<long?> OfAsync(AppDb db, Opportunity deal, Product product, CancellationToken ct) =>
        (deal.PriceListId is { } list ? await db.ListedPrices.Where(p => p.PriceListId == list && p.ProductId == product.Id).Select(p => p.Price).SingleOrDefaultAsync(ct) : null)
        ?? (product.Currency == deal.Currency ? product.ListPrice : null);

    /// <summary>The list that the account's latest deal in this currency takes its prices from, where that is still in use; a new deal of theirs begins with it.</summary>
    public static async Task<Guid?> UsualAsync(AppDb db, Guid? accountId, string currency, CancellationToken ct)
    {
        if (accountId is null) return null;
        var lists = db.PriceLists.Where(l => l.RetiredAt == null);
        var last = await db.Opportunities.Where(o => o.AccountId == accountId && o.Currency == currency).OrderByDescending(o => o.Id).Select(o => o.PriceListId).FirstOrDefaultAsync(ct);
        return last is { } id && await lists.AnyAsync(l => l.Id == id, ct) ? id : null;
    }
}
