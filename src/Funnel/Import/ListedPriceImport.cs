using Coxswain.Funnel.Products;
using Coxswain.Funnel.Products.PriceLists;
using Coxswain.Platform.Data;
using Coxswain.Platform.Importing;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Import;

/// <summary>Takes in what products cost by price lists: one row for a product in a list.</summary>
internal sealed class ListedPriceImport : IImportTarget
{
    public string Kind => Kinds.ListedPrice;
    public string Label => T("Prices of lists");
    public int Order => 22;
    public IReadOnlyList<string> FileNames => ["pricebookentr", "price book entr", "price list item", "prices", "preise"];

    public IReadOnlyList<ImportField> Fields { get; } =
    [
        new("list", () => T("Price list"), ImportType.Reference) { To = Kinds.PriceList, Required = true, Synonyms = ["price list", "price list name", "price book", "price book name", "pricebook", "price level", "preisliste"] },
        new("product", () => T("Product"), ImportType.Reference) { To = Kinds.Product, Required = true, Synonyms = ["product name", "product code", "sku", "article number", "produkt", "item", "artikel"] },
        new("currency", () => T("Currency"), ImportType.Text) { Synonyms = ["currency code", "currency iso code", "wahrung"], Limit = 3 },
        new("price", () => T("Price"), ImportType.Money) { Required = true, Synonyms = ["list price", "unit price", "amount", "preis", "listenpreis"] },
    ];

    public async Task<IReadOnlyList<RowResult>> TakeAsync(ImportBatch batch, CancellationToken ct)
    {
        var (lists, products) = (Ids("list"), Ids("product"));
        var known = await batch.Db.ListedPrices.Where(p => lists.Contains(p.PriceListId) && products.Contains(p.ProductId)).ToDictionaryAsync(p => (p.PriceListId, p.ProductId), ct);
        var currencies = await batch.Db.PriceLists.Where(l => lists.Contains(l.Id)).ToDictionaryAsync(l => l.Id, l => l.Currency, ct);
        foreach (var made in batch.Made.Values.OfType<PriceList>()) currencies[made.Id] = made.Currency;
        var taken = new HashSet<(Guid, Guid)>();
        return [.. batch.Rows.Select(r => Take(batch, r, known, currencies, taken))];

        List<Guid> Ids(string field) => [.. batch.Rows.Select(r => r.Id(field)).OfType<Guid>().Distinct()];
    }

    public async Task<IReadOnlyList<Entity>> LoadAsync(AppDb db, IReadOnlyList<Guid> ids, CancellationToken ct) => await db.ListedPrices.Where(p => ids.Contains(p.Id)).ToListAsync(ct);

    public string NameOf(Entity row) => T("Price in a list");

    public void Remove(AppDb db, Entity row, DateTime now) => ((ListedPrice)row).Price = null;

    // Rows of one list and product are known by both, wherever they stand.
    public string KeyOf(ImportRow row) => $"{row.Id("list")} {row.Id("product")}";

    private static RowResult Take(ImportBatch batch, ImportRow row, Dictionary<(Guid, Guid), ListedPrice> known, Dictionary<Guid, string> currencies, HashSet<(Guid, Guid)> taken)
    {
        var key = (row.Id("list")!.Value, row.Id("product")!.Value);
        if (!taken.Add(key)) return RowResult.Refused(row.Number, T("The price of this product in this list stands here twice."));
        var (currency, named) = (currencies[key.Item1], row.Text("currency")?.ToUpperInvariant() ?? batch.Currency);
        if (named != currency) return RowResult.Refused(row.Number, T("The list is in {0}, and this price in {1}.", currency, named));
        if (!known.TryGetValue(key, out var price))
        {
            batch.Add(price = new ListedPrice { PriceListId = key.Item1, ProductId = key.Item2, Price = row.Money("price") });
            return new RowResult(row.Number, RowAction.Created, price);
        }
        price.Price = row.Money("price");
        return new RowResult(row.Number, batch.Db.Entry(price).State is EntityState.Modified ? RowAction.Changed : RowAction.Same, price);
    }
}
