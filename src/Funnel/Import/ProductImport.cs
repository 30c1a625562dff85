using Coxswain.Funnel.Products;
using Coxswain.Platform.Data;
using Coxswain.Platform.Importing;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Import;

/// <summary>Takes in products. One is known by its key in the system it came from, else by its name.</summary>
internal sealed class ProductImport : IImportTarget
{
    public string Kind => Kinds.Product;
    public string Label => T("Products");
    public int Order => 20;
    public bool MakesFromNames => true;
    public IReadOnlyList<string> FileNames => ["product", "produkt", "article", "artikel", "item"];

    public IReadOnlyList<ImportField> Fields { get; } =
    [
        new("sourceId", () => T("Key"), ImportType.Text) { Sets = [], Synonyms = ["product id", "product code", "sku", "id", "article number", "artikelnummer"] },
        new("name", () => T("Product"), ImportType.Text) { Required = true, Synonyms = ["product name", "produkt", "name", "title", "artikel", "bezeichnung"], Gives = Kinds.Product },
        new("family", () => T("Family"), ImportType.Text) { Synonyms = ["series", "product family", "product series", "category", "group", "serie", "gruppe", "kategorie"] },
        new("currency", () => T("Currency"), ImportType.Text) { Sets = [], Synonyms = ["currency code", "wahrung"], Limit = 3 },
        new("price", () => T("List price"), ImportType.Money) { Sets = ["ListPrice", "Currency"], Synonyms = ["sales price", "price", "unit price", "list price", "preis", "listenpreis", "verkaufspreis"] },
    ];

    public async Task<IReadOnlyList<KnownName>> NamesAsync(AppDb db, CancellationToken ct) =>
        await db.Products.Select(p => new KnownName(p.Id, p.Name, p.SourceId)).ToListAsync(ct);

    public async Task<IReadOnlyDictionary<string, KeyedRecord>> ByKeysAsync(AppDb db, IReadOnlyCollection<string> keys, CancellationToken ct) =>
        (await db.Products.Where(p => keys.Contains(p.SourceId!)).Select(p => new { p.SourceId, p.Id }).ToListAsync(ct)).DistinctBy(p => p.SourceId).ToDictionary(p => p.SourceId!, p => new KeyedRecord(p.Id, null));

    public IQueryable<MirroredRecord>? Keyed(AppDb db) => db.Products.Where(p => p.SourceId != null && p.RetiredAt == null).Select(p => new MirroredRecord { Id = p.Id, Name = p.Name });

    public async Task<IReadOnlyList<RowResult>> TakeAsync(ImportBatch batch, CancellationToken ct)
    {
        var known = batch.Rows.ToDictionary(r => r.Number, r => Known(batch, r));
        var ids = known.Values.OfType<Guid>().ToList();
        var rows = (await batch.Db.Products.Where(p => ids.Contains(p.Id)).ToListAsync(ct)).Concat(batch.Added.OfType<Product>()).ToDictionary(p => p.Id);
        return [.. batch.Rows.Select(r => Take(batch, r, known[r.Number] is { } id ? rows.GetValueOrDefault(id) : null))];
    }

    public Task<IReadOnlyList<(KnownName Name, Entity Made)>> MakeAsync(IReadOnlyList<NewName> names, ImportBatch batch, CancellationToken ct)
    {
        var made = names.Select(n => new Product { Name = n.Name }).ToList();
        foreach (var product in made) batch.Add(product);
        return Task.FromResult<IReadOnlyList<(KnownName, Entity)>>([.. made.Select(p => (new KnownName(p.Id, p.Name), (Entity)p))]);
    }

    public async Task<IReadOnlyList<Entity>> LoadAsync(AppDb db, IReadOnlyList<Guid> ids, CancellationToken ct) => await db.Products.Where(p => ids.Contains(p.Id)).ToListAsync(ct);

    public string NameOf(Entity row) => ((Product)row).Name;

    // Removed deals keep their product, so it is retired and not deleted.
    public void Remove(AppDb db, Entity row, DateTime now) => ((Product)row).RetiredAt = now;

    private RowResult Take(ImportBatch batch, ImportRow row, Product? product)
    {
        if (product is null && Known(batch, row) is not null) return RowResult.Refused(row.Number, T("“{0}” stands here twice.", row.Text("name")));
        if (product is not null)
        {
            Fill(product, row, batch.Currency);
            return new RowResult(row.Number, batch.Db.Entry(product).State is EntityState.Modified ? RowAction.Changed : RowAction.Same, product);
        }
        product = new Product { Name = row.Text("name")! };
        Fill(product, row, batch.Currency);
        batch.Add(product);
        batch.Names.Learn(Kind, [new KnownName(product.Id, product.Name, product.SourceId)]);
        return new RowResult(row.Number, RowAction.Created, product);
    }

    private Guid? Known(ImportBatch batch, ImportRow row) => (row.Text("sourceId") is { } key ? batch.Names.Find(Kind, key) : null) ?? batch.Names.Find(Kind, row.Text("name")!);

    private static void Fill(Product product, ImportRow row, string currency)
    {
        product.SourceId = row.Text("sourceId") ?? product.SourceId;
        product.Family = row.Text("family") ?? product.Family;
        product.RetiredAt = null;
        if (row.Money("price") is not { } price) return;
        (product.ListPrice, product.Currency) = (price, row.Text("currency")?.ToUpperInvariant() ?? currency);
    }
}
