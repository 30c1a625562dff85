using Coxswain.Customers.Maps;
using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Processes;
using Coxswain.Funnel.Selection;
using Coxswain.Platform.Data;
using Coxswain.Platform.Importing;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Import;

/// <summary>Takes in opportunities, with the past that their dates allow. What the file does not say is unknown, never 0.</summary>
internal sealed class OpportunityImport : IImportTarget
{
    public string Kind => Funnel.Kinds.Opportunity;
    public IReadOnlyList<string> Kinds => [Funnel.Kinds.Opportunity, Funnel.Kinds.MoveNote, PeopleOnMaps.Kind, PeopleOnMaps.PartKind];

    public IReadOnlyList<string> Unseen => [Funnel.Kinds.MoveNote];
    public IReadOnlyList<string> LooksFor { get; } = [Customers.Kinds.Contact, Customers.Kinds.Account];
    public string Label => T("Deals");
    public int Order => 50;
    public IReadOnlyList<string> FileNames => ["pipeline", "opportunit", "deal", "chance", "verkaufs"];
    public IReadOnlyList<ImportField> Fields => OpportunityFields.All;

    public async Task<IReadOnlyDictionary<string, KeyedRecord>> ByKeysAsync(AppDb db, IReadOnlyCollection<string> keys, CancellationToken ct) =>
        (await db.Opportunities.Where(o => keys.Contains(o.SourceId!)).Select(o => new { o.SourceId, o.Id, o.AccountId }).ToListAsync(ct)).DistinctBy(o => o.SourceId).ToDictionary(o => o.SourceId!, o => new KeyedRecord(o.Id, o.AccountId));

    public async Task<IReadOnlyList<(string Name, KeyedRecord Record)>> ByNamesAsync(AppDb db, IReadOnlyCollection<string> names, CancellationToken ct) =>
        [.. (await db.Opportunities.Where(o => names.Contains(o.FoldedName)).Select(o => new { o.FoldedName, o.Id, o.AccountId }).ToListAsync(ct)).Select(o => (o.FoldedName, new KeyedRecord(o.Id, o.AccountId)))];

    public IQueryable<MirroredRecord>? Keyed(AppDb db) => db.Opportunities.Where(o => o.SourceId != null).Select(o => new MirroredRecord { Id = o.Id, Name = o.Name });

    public async Task<IReadOnlyList<RowResult>> TakeAsync(ImportBatch batch, CancellationToken ct)
    {
        var keys = batch.Rows.ToDictionary(r => r.Number, KeyOf);
        var wanted = keys.Values.ToList();
        // As one parameter: of a thousand in a row, each is looked for among all their names.
        var known = (await batch.Db.Opportunities.Where(o => wanted.Contains(o.SourceId!)).ToListAsync(ct)).GroupBy(o => o.SourceId!).ToDictionary(g => g.Key, g => g.First());
        var stages = await batch.Db.Stages.ToDictionaryAsync(s => s.Id, ct);
        var filler = new OpportunityFilling(batch, stages, await NamesOf(batch, ct));
        var made = new HashSet<string>();
        IReadOnlyList<RowResult> results = [.. batch.Rows.Select(row => Take(batch, row, keys[row.Number], known, made, filler))];
        await Segments.FollowAsync(batch.Db, [.. results.Where(r => r.Action is RowAction.Created).Select(r => r.Subject).OfType<Opportunity>()], batch.KnownOn, ct);
        var changed = results.Where(r => r.Action is RowAction.Changed).Select(r => (r.Row, Deal: r.Subject as Opportunity)).Where(r => r.Deal is not null).ToList();
        await Segments.LearnedAsync(batch.Db, changed.Select(r => r.Deal!), batch.Now, batch.KnownOn, ct);
        var said = await Segments.SaidAsync(batch.Db, changed.Select(r => r.Deal!), ct);
        foreach (var (row, deal) in changed) if (said.GetValueOrDefault(deal!) is { } notice) batch.Rows.First(r => r.Number == row).Remark(notice.Text);
        var notes = await StatedMoves.NoteAsync(batch, results, stages, ct);
        await FurtherAccountsAsync(batch, ct);
        return [.. results, .. notes, .. await PeopleOnMaps.TakeAsync(batch, [.. from row in batch.Rows join result in results on row.Number equals result.Row where result.Subject is Opportunity && row.Has("contacts") select new PeopleNamed(row, ((Opportunity)result.Subject!).AccountId, result.Subject!.Id)], ct)];
    }

    // A deal has one account: the others are told.
    private static async Task FurtherAccountsAsync(ImportBatch batch, CancellationToken ct)
    {
        var rows = batch.Rows.Where(r => r.Further("account").Count > 0).ToList();
        var names = await batch.NamesOfAsync(Customers.Kinds.Account, [.. rows.SelectMany(r => r.Further("account")).Select(f => f.Id).Distinct()], ct);
        foreach (var row in rows) row.Remark(T("Named as well and left out: {0}.", string.Join(", ", row.Further("account").Select(f => names.GetValueOrDefault(f.Id)).OfType<string>())));
    }

    public async Task<IReadOnlyList<RowResult>> FollowAsync(ImportBatch batch, IReadOnlyList<RowResult> results, CancellationToken ct)
    {
        await LineCurrency.FollowAsync(batch.Db, results.Select(r => r.Subject).OfType<Opportunity>(), ct);
        return [];
    }

    public async Task<IReadOnlyList<Tally>> TallyAsync(AppDb db, IQueryable<Guid> subjects, CancellationToken ct) => await OpportunityTally.CountAsync(db, subjects, ct);

    public async Task<IReadOnlyList<Entity>> LoadAsync(AppDb db, IReadOnlyList<Guid> ids, CancellationToken ct) =>
        [.. (await db.Opportunities.Where(o => ids.Contains(o.Id)).ToListAsync(ct)).Cast<Entity>(), .. await db.MoveNotes.Where(n => ids.Contains(n.Id)).ToListAsync(ct), .. await PeopleOnMaps.LoadAsync(db, ids, ct)];

    public string NameOf(Entity row) => row is Opportunity deal ? deal.Name : row is MoveNote ? T("Why a deal moved") : PeopleOnMaps.NameOf(row);

    public void Remove(AppDb db, Entity row, DateTime now)
    {
        if (row is IRemovable removable) removable.RemovedAt = now;
        else db.Remove(row);
    }

    private RowResult Take(ImportBatch batch, ImportRow row, string key, Dictionary<string, Opportunity> known, HashSet<string> made, OpportunityFilling filler)
    {
        if (!made.Add(key)) return RowResult.Refused(row.Number, T("The key {0} stands here twice.", row.Text("sourceId") ?? T("of this row")));
        if (filler.Problem(row) is { } problem) return RowResult.Refused(row.Number, problem);
        var remark = string.Join(' ', new[] { row.Id("account") is null ? T("Kept without an account.") : null, filler.Oddity(row) }.OfType<string>()) is { Length: > 0 } told ? told : null;
        if (!known.TryGetValue(key, out var opportunity)) return new RowResult(row.Number, RowAction.Created, filler.New(row, key), remark);

        if (!batch.Db.MayEdit(Kind, opportunity)) return RowResult.Refused(row.Number, T("{0} belongs to someone else. Ask its owner to change it.", opportunity.Name));
        filler.Change(opportunity, row);
        return new RowResult(row.Number, batch.Db.Entry(opportunity).State is EntityState.Modified ? RowAction.Changed : RowAction.Same, opportunity, remark);
    }

    // Without a key of its own a row is known by what it says, so that the same file again finds it.
    public string KeyOf(ImportRow row) => row.Text("sourceId") ?? OpportunityFields.Fingerprint(row);

    private static async Task<Dictionary<Guid, string>> NamesOf(ImportBatch batch, CancellationToken ct)
    {
        var accounts = batch.Rows.Select(r => r.Id("account")).OfType<Guid>().Distinct().ToList();
        var products = batch.Rows.Select(r => r.Id("product")).OfType<Guid>().Distinct().ToList();
        var names = await Customers.CustomersReads.AccountRows(batch.Db).Where(a => accounts.Contains(a.Id)).Select(a => new { a.Id, a.Name }).ToDictionaryAsync(a => a.Id, a => a.Name, ct);
        foreach (var product in await batch.Db.Products.Where(p => products.Contains(p.Id)).Select(p => new { p.Id, p.Name }).ToListAsync(ct)) names[product.Id] = product.Name;
        return names;
    }
}
