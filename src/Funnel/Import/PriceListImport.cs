using Coxswain.Funnel.Products.PriceLists;
using Coxswain.Platform.Data;
using Coxswain.Platform.Importing;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Import;

/// <summary>Takes in price lists, known by their names. Their prices are rows of another file, or of this one again.</summary>
internal sealed class PriceListImport : IImportTarget
{
    public string Kind => Kinds.PriceList;
    public string Label => T("Price lists");
    public int Order => 21;
    public bool MakesFromNames => true;
    public IReadOnlyList<string> FileNames => ["pricebook", "price book", "price list", "price level", "preisliste"];

    public IReadOnlyList<ImportField> Fields { get; } =
    [
        new("name", () => T("Price list"), ImportType.Text) { Required = true, Synonyms = ["price list name", "price book name", "price book", "pricebook", "name", "preisliste"], Gives = Kinds.PriceList, Limit = 120 },
        new("currency", () => T("Currency"), ImportType.Text) { Required = true, Synonyms = ["currency code", "currency iso code", "wahrung"], Limit = 3 },
        new("from", () => T("First day"), ImportType.Date) { Synonyms = ["valid from", "start date", "begin date", "gultig ab"] },
        new("to", () => T("Last day"), ImportType.Date) { Synonyms = ["valid to", "valid until", "end date", "gultig bis"] },
    ];

    public async Task<IReadOnlyList<KnownName>> NamesAsync(AppDb db, CancellationToken ct) =>
        await db.PriceLists.Where(l => l.RetiredAt == null).Select(l => new KnownName(l.Id, l.Name, null)).ToListAsync(ct);

    public async Task<IReadOnlyList<RowResult>> TakeAsync(ImportBatch batch, CancellationToken ct)
    {
        var ids = batch.Rows.Select(r => batch.Names.Find(Kind, r.Text("name")!)).OfType<Guid>().ToList();
        var rows = await batch.Db.PriceLists.Where(l => ids.Contains(l.Id)).ToDictionaryAsync(l => l.Id, ct);
        return [.. batch.Rows.Select(r => Take(batch, r, rows))];
    }

    public Task<IReadOnlyList<(KnownName Name, Entity Made)>> MakeAsync(IReadOnlyList<NewName> names, ImportBatch batch, CancellationToken ct)
    {
        var made = names.Select(n => new PriceList { Name = n.Name, Currency = batch.Currency }).ToList();
        foreach (var list in made) batch.Add(list);
        return Task.FromResult<IReadOnlyList<(KnownName, Entity)>>([.. made.Select(l => (new KnownName(l.Id, l.Name), (Entity)l))]);
    }

    public async Task<IReadOnlyList<Entity>> LoadAsync(AppDb db, IReadOnlyList<Guid> ids, CancellationToken ct) => await db.PriceLists.Where(l => ids.Contains(l.Id)).ToListAsync(ct);

    public string NameOf(Entity row) => ((PriceList)row).Name;

    // A deal may have taken it meanwhile, so it is retired and not deleted.
    public void Remove(AppDb db, Entity row, DateTime now) => ((PriceList)row).RetiredAt = now;

    private RowResult Take(ImportBatch batch, ImportRow row, Dictionary<Guid, PriceList> known)
    {
        var (name, currency) = (row.Text("name")!, row.Text("currency")!.ToUpperInvariant());
        if (!Opportunities.FieldRules.IsCurrency(currency)) return RowResult.Refused(row.Number, T("A currency has three letters, like EUR."));
        if (row.Date("to") < row.Date("from")) return RowResult.Refused(row.Number, T("Its last day is before its first."));
        if (batch.Names.Find(Kind, name) is not { } id)
        {
            var made = new PriceList { Name = name, Currency = currency, From = row.Date("from"), To = row.Date("to") };
            batch.Add(made);
            batch.Names.Learn(Kind, [new KnownName(made.Id, made.Name)]);
            return new RowResult(row.Number, RowAction.Created, made);
        }
        if (!known.TryGetValue(id, out var list)) return RowResult.Refused(row.Number, T("“{0}” stands here twice.", name));
        if (list.Currency != currency) return RowResult.Refused(row.Number, T("{0} is in {1}. Add a list for another currency.", list.Name, list.Currency));
        (list.From, list.To) = (row.Date("from") ?? list.From, row.Date("to") ?? list.To);
        return new RowResult(row.Number, batch.Db.Entry(list).State is EntityState.Modified ? RowAction.Changed : RowAction.Same, list);
    }
}
