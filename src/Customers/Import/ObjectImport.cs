using Coxswain.Customers.Objects;
using Coxswain.Platform.CustomObjects;
using Coxswain.Platform.Data;
using Coxswain.Platform.Importing;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Import;

/// <summary>Takes in records of an own object. One is known by its key, else by its name.</summary>
internal sealed class ObjectImport(CustomObject own) : IImportTarget
{
    public string Kind => own.Kind;
    public string Label => own.Plural;
    public int Order => 90;
    public IReadOnlyList<string> FileNames => [Folding.Fold(own.Plural), Folding.Fold(own.Singular)];

    public IReadOnlyList<ImportField> Fields { get; } =
    [
        new("sourceId", () => T("Key"), ImportType.Text) { Sets = [], Synonyms = ["record id", "id", Folding.Fold(own.Singular) + " id"] },
        new("name", () => own.Singular, ImportType.Text) { Required = true, Synonyms = ["name", "title", Folding.Fold(own.Singular), Folding.Fold(own.Singular) + " name"] },
        new("owner", () => T("Owner"), ImportType.Reference) { To = "person", Synonyms = ["owner name", "assigned to", "besitzer", "zustandig"] },
    ];

    public IQueryable<string>? Many(AppDb db) => db.ObjectRecords.Where(r => r.ObjectKey == own.Key).Select(r => r.Name);

    public async Task<IReadOnlyList<KnownName>> CalledAsync(AppDb db, IReadOnlyCollection<string> texts, CancellationToken ct)
    {
        var names = texts.Select(Folding.Fold).Where(n => n.Length > 0).Distinct().ToList();
        var all = db.ObjectRecords.Where(r => r.ObjectKey == own.Key);
        // By one after the other: asked for both at once, SQLite goes through all records.
        var known = await NamedAsync(all.Where(r => names.Contains(r.FoldedName)), ct);
        known.AddRange(await NamedAsync(all.Where(r => texts.Contains(r.SourceId!)), ct));
        return [.. known.OrderBy(n => n.Id)];
    }

    private static Task<List<KnownName>> NamedAsync(IQueryable<ObjectRecord> records, CancellationToken ct) => records.Select(r => new KnownName(r.Id, r.Name, r.SourceId)).ToListAsync(ct);

    public async Task<IReadOnlyList<RowResult>> TakeAsync(ImportBatch batch, CancellationToken ct)
    {
        var keys = batch.Rows.Select(r => r.Text("sourceId")).OfType<string>().ToList();
        var names = batch.Rows.Select(r => Folding.Fold(r.Text("name"))).ToList();
        var near = await batch.Db.ObjectRecords.Where(r => r.ObjectKey == own.Key).AnyOfAsync(ct, r => keys.Contains(r.SourceId!), r => names.Contains(r.FoldedName));
        return [.. batch.Rows.Select(r => Take(batch, r, near))];
    }

    public async Task<IReadOnlyList<Entity>> LoadAsync(AppDb db, IReadOnlyList<Guid> ids, CancellationToken ct) => await db.ObjectRecords.Where(r => ids.Contains(r.Id)).ToListAsync(ct);

    public string NameOf(Entity row) => ((ObjectRecord)row).Name;

    public void Remove(AppDb db, Entity row, DateTime now) => ((ObjectRecord)row).RemovedAt = now;

    private RowResult Take(ImportBatch batch, ImportRow row, List<ObjectRecord> near)
    {
        var (key, name) = (row.Text("sourceId"), row.Text("name")!);
        var alike = near.Where(r => key is null ? r.FoldedName == Folding.Fold(name) : r.SourceId == key).ToList();
        if (alike.Count > 1) return RowResult.Refused(row.Number, T("Several are called {0}.", name));
        if (alike is [var known] && batch.Added.Contains(known)) return RowResult.Refused(row.Number, T("“{0}” stands here twice.", name));
        if (alike is [var theirs] && !batch.Db.MayEdit(CustomObject.RecordKind, theirs)) return RowResult.Refused(row.Number, T("{0} belongs to someone else. Ask its owner to change it.", theirs.Name));
        var record = alike is [var there] ? there : new ObjectRecord { ObjectKey = own.Key, Name = name, OwnerId = row.Id("owner") ?? batch.Db.Viewer.PersonId };
        record.Name = name;
        record.OwnerId = row.Id("owner") ?? record.OwnerId;
        record.SourceId = key ?? record.SourceId;
        if (alike.Count == 1) return new RowResult(row.Number, batch.Db.Entry(record).State is EntityState.Modified ? RowAction.Changed : RowAction.Same, record);
        batch.Add(record);
        near.Add(record);
        return new RowResult(row.Number, RowAction.Created, record);
    }
}
