using Coxswain.Funnel.Opportunities;
using Coxswain.Platform.Data;
using Coxswain.Platform.Importing;
using Coxswain.Platform.Money;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Import;

/// <summary>Takes in what of our products deals are about. A line is known by its key, else by its product on its deal. The amount of the deal stays what its own file says.</summary>
internal sealed class LineImport : IImportTarget
{
    public string Kind => Funnel.Kinds.OpportunityLine;
    public string Label => T("Products of deals");
    public int Order => 52;
    public IReadOnlyList<string> LooksFor { get; } = [Kinds.Opportunity];
    public IReadOnlyList<string> FileNames => ["line item", "lineitem", "opportunity product", "deal product", "position"];

    public IReadOnlyList<ImportField> Fields { get; } =
    [
        new("sourceId", () => T("Key"), ImportType.Text) { Synonyms = ["line item id", "record id", "id"] },
        new("deal", () => T("Key of the deal"), ImportType.Text) { Required = true, Synonyms = ["deal id", "opportunity id", "associated deal ids"] },
        new("product", () => T("Product"), ImportType.Reference) { To = Kinds.Product, Required = true, Synonyms = ["product name", "product code", "sku", "produkt", "item", "artikel", "name"] },
        new("quantity", () => T("Quantity"), ImportType.Number) { Synonyms = ["qty", "menge", "anzahl"] },
        new("currency", () => T("Currency"), ImportType.Text) { Synonyms = ["currency code", "wahrung"], Limit = 3 },
        new("price", () => T("Price for one"), ImportType.Money) { Synonyms = ["unit price", "sales price", "price", "preis", "einzelpreis"] },
    ];

    public async Task<IReadOnlyList<RowResult>> TakeAsync(ImportBatch batch, CancellationToken ct)
    {
        var keys = batch.Rows.SelectMany(r => r.Keys("deal")).ToHashSet();
        var deals = (await batch.Db.Opportunities.Where(o => keys.Contains(o.SourceId!)).Select(o => new { o.SourceId, Deal = new LineDeal(o.Id, o.OwnerId, o.Name, o.Currency) }).ToListAsync(ct)).DistinctBy(o => o.SourceId).ToDictionary(o => o.SourceId!, o => o.Deal);
        foreach (var key in keys) if (batch.Tried?.Keyed(Kinds.Opportunity, key) is { } tried) deals[key] = new LineDeal(tried.Id, tried.OwnerId, tried.Name, batch.Currency);
        var ids = deals.Values.Select(d => d.Id).ToList();
        var lines = await batch.Db.OpportunityLines.Where(l => ids.Contains(l.OpportunityId)).ToListAsync(ct);
        var taken = new HashSet<Guid>();
        return [.. batch.Rows.Select(r => Take(batch, r, r.Keys("deal").Select(deals.GetValueOrDefault).FirstOrDefault(d => d is not null), lines, taken))];
    }

    public async Task<IReadOnlyList<Entity>> LoadAsync(AppDb db, IReadOnlyList<Guid> ids, CancellationToken ct) => await db.OpportunityLines.Where(l => ids.Contains(l.Id)).ToListAsync(ct);

    public string NameOf(Entity row) => T("Product of a deal");

    public void Remove(AppDb db, Entity row, DateTime now) => db.Remove(row);

    private sealed record LineDeal(Guid Id, Guid OwnerId, string Name, string Currency);

    private static RowResult Take(ImportBatch batch, ImportRow row, LineDeal? deal, List<OpportunityLine> lines, HashSet<Guid> taken)
    {
        if (deal is null) return RowResult.Refused(row.Number, T("No deal here has the key {0}.", row.Text("deal")));
        if (!batch.Db.MayEdit(Kinds.Opportunity, deal.Id, deal.OwnerId)) return RowResult.Refused(row.Number, T("{0} belongs to someone else. Ask its owner to change it.", deal.Name));
        if (row.Whole("quantity") is < 1 or > 1_000_000) return RowResult.Refused(row.Number, T("{0} is no quantity.", row.Whole("quantity")));
        var (key, product) = (row.Text("sourceId"), row.Id("product")!.Value);
        var known = lines.FirstOrDefault(l => key is not null && l.SourceId == key) ?? lines.FirstOrDefault(l => l.OpportunityId == deal.Id && l.ProductId == product && !taken.Contains(l.Id) && (l.SourceId is null || key is null));
        if (known is not null && !taken.Add(known.Id)) return RowResult.Refused(row.Number, T("The key {0} stands here twice.", key));
        var line = known ?? new OpportunityLine { OpportunityId = deal.Id, ProductId = product, Quantity = 1 };
        (line.ProductId, line.Quantity, line.UnitPrice, line.SourceId) = (product, row.Whole("quantity") ?? line.Quantity, Minor.Restate(row.Money("price"), row.Text("currency")?.ToUpperInvariant() ?? batch.Currency, deal.Currency) ?? line.UnitPrice, key ?? line.SourceId);
        if (known is not null) return new RowResult(row.Number, batch.Db.Entry(line).State is EntityState.Modified ? RowAction.Changed : RowAction.Same, line);
        batch.Add(line);
        lines.Add(line);
        taken.Add(line.Id);
        return new RowResult(row.Number, RowAction.Created, line);
    }
}
