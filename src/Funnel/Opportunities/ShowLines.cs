using Coxswain.Customers.Records;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Ui;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Opportunities;

/// <summary>Reads the product lines of a deal.</summary>
internal static class ShowLines
{
    private const int Most = 300;

    public static async Task<DealLinesView> OfAsync(OpportunityView deal, bool mayEdit, DateOnly today, AppDb db, CancellationToken ct)
    {
        var choices = mayEdit ? await db.Kept.ReadAsync(db, $"products and lists for {deal.PriceListId} in {deal.Currency} on {today:o}", () => ChoicesAsync(deal, today, db, ct)) : [];
        return new DealLinesView
        {
            DealId = deal.Id,
            Currency = deal.Currency,
            Amount = deal.Minor,
            MayEdit = mayEdit,
            Lines = await OfDeal.ToListAsync(db, new(deal.Id, deal.PriceListId), ct),
            PriceListId = deal.PriceListId,
            Products = [.. choices.Where(c => !c.IsList).Select(c => c.Choice)],
            PriceLists = [.. choices.Where(c => c.IsList).Select(c => c.Choice)],
        };
    }

    private static readonly Prepared<Priced, DealLine> OfDeal = new((db, deal) =>
    {
        var listed = db.ListedPrices.Where(p => p.PriceListId == deal.PriceListId);
        return (from line in db.OpportunityLines join product in db.Products on line.ProductId equals product.Id where line.OpportunityId == deal.Id orderby line.Id
                select new DealLine(line.Id, line.Version, product.Name, line.Quantity, line.UnitPrice,
                    listed.Where(p => p.ProductId == product.Id).Select(p => p.Price).FirstOrDefault())).Seen(db);
    }, db => db.SeesAllRecords());

    private sealed record Priced(Guid Id, Guid? PriceListId);

    // What may be put on it and which prices it may take, in one statement.
    private static async Task<IReadOnlyList<(bool IsList, Choice Choice)>> ChoicesAsync(OpportunityView deal, DateOnly today, AppDb db, CancellationToken ct)
    {
        var products = db.Products.Where(p => p.RetiredAt == null).OrderBy(p => p.FoldedName).Take(Most).Select(p => new { p.Id, p.Name, p.FoldedName, IsList = 0 });
        var lists = db.PriceLists.Where(l => l.Id == deal.PriceListId || l.RetiredAt == null && l.Currency == deal.Currency && (l.From == null || l.From <= today) && (l.To == null || l.To >= today)).Select(l => new { l.Id, l.Name, l.FoldedName, IsList = 1 });
        return [.. (await products.Concat(lists).ToListAsync(ct)).OrderBy(c => c.FoldedName, StringComparer.Ordinal).Select(c => (c.IsList == 1, new Choice(c.Id.ToString(), c.Name, null, false)))];
    }
}
