using System.Globalization;
using System.Text.Json.Nodes;
using Coxswain.Platform.CustomFields;
using Coxswain.Platform.CustomObjects;
using Coxswain.Platform.Data;
using Coxswain.Platform.Importing;
using Coxswain.Platform.Money;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Import;

/// <summary>A kind of record with the organisation's own fields behind its own: what the module makes of a row is completed with them.</summary>
internal sealed class CustomTarget(IImportTarget inner, IReadOnlyList<CustomField> fields, IReadOnlySet<string> locked) : IImportTarget
{
    private static readonly Dictionary<CustomFieldType, ImportType> Types = new()
    {
        [CustomFieldType.Number] = ImportType.Decimal, [CustomFieldType.Money] = ImportType.Money, [CustomFieldType.Date] = ImportType.Date, [CustomFieldType.Link] = ImportType.Reference,
    };

    /// <summary>The targets, each with the own fields of its kind where it has any.</summary>
    public static async Task<IReadOnlyList<IImportTarget>> WithAsync(AppDb db, IReadOnlyList<IImportTarget> targets, CancellationToken ct)
    {
        var all = new List<IImportTarget>();
        var objects = (await db.CustomObjectsAsync(ct)).Select(o => (IImportTarget)new ObjectImport(o));
        foreach (var target in targets.Concat(objects))
        {
            // What the importer's role does not change is none of the fields a file can fill.
            var locked = db.Reaches.Fields.Locked(target.Kind);
            var own = (await db.CustomFieldsAsync(target.Kind, ct)).Where(f => IsTaken(db, f) && !locked.Contains(f.Name)).ToList();
            all.Add(own.Count > 0 || locked.Count > 0 ? new CustomTarget(target, own, locked) : target);
        }
        return all;
    }

    private static bool IsTaken(AppDb db, CustomField field) => field.Type is not (CustomFieldType.Formula or CustomFieldType.Link) || field.Type is CustomFieldType.Link && db.LinkKind(field.LinkKind) is not null;

    // The import knows the names of all of these; those of others are looked up as rows name them.
    private static bool IsKnown(CustomField field) => field.Type is not CustomFieldType.Link || field.LinkKind == Customers.Kinds.Account || field.LinkKind?.StartsWith(CustomObject.Prefix, StringComparison.Ordinal) is true;

    public string Kind => inner.Kind;
    public IReadOnlyList<string> Kinds => inner.Kinds;
    public string Label => inner.Label;
    public int Order => inner.Order;
    public IReadOnlyList<string> FileNames => inner.FileNames;
    public int Passes => inner.Passes;
    public bool MakesFromNames => inner.MakesFromNames;
    public IReadOnlyList<string> NeedsOneOf => inner.NeedsOneOf;
    public IReadOnlyList<string> LooksFor => inner.LooksFor;
    public IReadOnlyList<string> Calls => inner.Calls;
    public IReadOnlyList<string> Readings => inner.Readings;
    public string? LeftReading => inner.LeftReading;

    public IReadOnlyList<ImportField> Fields { get; } =
    [
        .. inner.Fields.Where(f => !f.Sets.Any(locked.Contains)),
        .. fields.Select(f => new ImportField(f.Name, () => f.Label, IsKnown(f) ? Types.GetValueOrDefault(f.Type, ImportType.Text) : ImportType.Text) { Sets = [f.Name], Limit = 4_000, To = f.Type is CustomFieldType.Link && IsKnown(f) ? f.LinkKind : null, Usual = f.Type is CustomFieldType.Choice ? f.Answers : [], Synonyms = [f.Key.Replace('_', ' ')] }),
    ];

    public string? ReadingOf(string name) => inner.ReadingOf(name);

    public Task<IReadOnlyList<KnownName>> NamesAsync(AppDb db, CancellationToken ct) => inner.NamesAsync(db, ct);

    public IQueryable<string>? Many(AppDb db) => inner.Many(db);

    public Task<IReadOnlyList<KnownName>> CalledAsync(AppDb db, IReadOnlyCollection<string> texts, CancellationToken ct) => inner.CalledAsync(db, texts, ct);

    public Task<IReadOnlyDictionary<string, KeyedRecord>> ByKeysAsync(AppDb db, IReadOnlyCollection<string> keys, CancellationToken ct) => inner.ByKeysAsync(db, keys, ct);

    public Task<IReadOnlyList<(string Name, KeyedRecord Record)>> ByNamesAsync(AppDb db, IReadOnlyCollection<string> names, CancellationToken ct) => inner.ByNamesAsync(db, names, ct);

    public IQueryable<MirroredRecord>? Keyed(AppDb db) => inner.Keyed(db);

    public Task<IReadOnlyList<(KnownName Name, Entity Made)>> MakeAsync(IReadOnlyList<NewName> names, ImportBatch batch, CancellationToken ct) => inner.MakeAsync(names, batch, ct);

    public string? KeyOf(ImportRow row) => inner.KeyOf(row);

    public async Task<IReadOnlyList<RowResult>> TakeAsync(ImportBatch batch, CancellationToken ct)
    {
        var rows = batch.Rows.ToDictionary(r => r.Number);
        var all = await batch.Db.AllCustomFieldsAsync(Kind, ct);
        var formulas = CustomFormula.Ordered(all);
        var links = await LinksAsync(batch, ct);
        return [.. (await inner.TakeAsync(batch, ct)).Select(r => r is { Subject: IHasCustomFields row, Kind: null } && rows.TryGetValue(r.Row, out var read) && batch.Pass == 0 ? Filled(batch, r, row, read, all, formulas, links) : r)];
    }

    public Task<IReadOnlyList<RowResult>> FollowAsync(ImportBatch batch, IReadOnlyList<RowResult> results, CancellationToken ct) => inner.FollowAsync(batch, results, ct);

    public Task FinishAsync(AppDb db, CancellationToken ct) => inner.FinishAsync(db, ct);

    public Task<IReadOnlyList<Tally>> TallyAsync(AppDb db, IQueryable<Guid> subjects, CancellationToken ct) => inner.TallyAsync(db, subjects, ct);

    public Task<IReadOnlyList<Entity>> LoadAsync(AppDb db, IReadOnlyList<Guid> ids, CancellationToken ct) => inner.LoadAsync(db, ids, ct);

    public string NameOf(Entity row) => inner.NameOf(row);

    public Task<bool> MayGoAsync(AppDb db, IQueryable<Guid> made, CancellationToken ct) => inner.MayGoAsync(db, made, ct);

    public void Remove(AppDb db, Entity row, DateTime now) => inner.Remove(db, row, now);

    // A cell that is no answer is told and left out: it does not cost the row.
    private RowResult Filled(ImportBatch batch, RowResult result, IHasCustomFields row, ImportRow read, IReadOnlyList<CustomField> all, IReadOnlyList<CustomField> formulas, ILookup<(string?, string), Guid> links)
    {
        var (values, told) = (CustomValues.Read(row.CustomFields), new List<string>());
        foreach (var field in fields.Where(f => read.Has(f.Name)))
        {
            if (!IsKnown(field) && links[(field.LinkKind, Folding.Fold(read.Text(field.Name)))].Take(2).ToList() is var to && to is not [_]) told.Add(to.Count == 0 ? T("{0}: nothing here is called “{1}”.", field.Label, read.Text(field.Name)) : T("{0}: two records are called “{1}”.", field.Label, read.Text(field.Name)));
            else if (!IsKnown(field)) CustomValues.Set(values, field, links[(field.LinkKind, Folding.Fold(read.Text(field.Name)))].First().ToString());
            else if (Value(field, read, batch.Currency) is { } value) CustomValues.Set(values, field, value.Node, value.Currency);
            else told.Add(T("{0}: “{1}” is none of the answers.", field.Label, read.Text(field.Name)));
        }
        CustomFormula.Fill(formulas, all, values, row);
        CustomValues.Keep(row, values);
        var action = result.Action is RowAction.Same && batch.Db.Entry(result.Subject!).State is EntityState.Modified ? RowAction.Changed : result.Action;
        return told.Count == 0 ? result with { Action = action } : result with { Action = action, Remark = string.Join(' ', told.Prepend(result.Remark).OfType<string>()) };
    }

    // One statement for each kind that is named.
    private async Task<ILookup<(string? Kind, string Name), Guid>> LinksAsync(ImportBatch batch, CancellationToken ct)
    {
        var found = new List<((string? Kind, string Name) Called, Guid Id)>();
        foreach (var kind in fields.Where(f => !IsKnown(f)).GroupBy(f => f.LinkKind))
        {
            var names = kind.SelectMany(f => batch.Rows.Select(r => r.Text(f.Name))).OfType<string>().Select(Folding.Fold).Distinct().ToList();
            if (names.Count > 0 && batch.Db.LinkKind(kind.Key) is { } link) found.AddRange((await link.Named(batch.Db).Where(n => names.Contains(n.FoldedName)).Select(n => new { n.Id, n.FoldedName }).ToListAsync(ct)).Select(n => ((kind.Key, n.FoldedName), n.Id)));
        }
        return found.ToLookup(f => f.Called, f => f.Id);
    }

    private static (JsonNode Node, string? Currency)? Value(CustomField field, ImportRow row, string currency) => field.Type switch
    {
        CustomFieldType.Number => (row.Decimal(field.Name)!.Value, null),
        CustomFieldType.Money => ((decimal)Minor.ToMajor(row.Money(field.Name)!.Value, row.Text("currency") ?? currency), row.Text("currency") ?? currency),
        CustomFieldType.Date => (row.Date(field.Name)!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), null),
        CustomFieldType.Link => (row.Id(field.Name)!.Value.ToString(), null),
        CustomFieldType.Choice => Answer(field, row.Text(field.Name)!) is { } answer ? (answer, null) : null,
        CustomFieldType.Choices => row.Text(field.Name)!.Split([';', '|'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(t => Answer(field, t)).ToList() is var answers && answers.TrueForAll(a => a is not null) ? (new JsonArray([.. answers.Distinct().Select(a => (JsonNode)a!)]), null) : null,
        _ => (row.Text(field.Name)!, null),
    };

    private static string? Answer(CustomField field, string text) => field.Answers.FirstOrDefault(a => Folding.Fold(a) == Folding.Fold(text));
}
