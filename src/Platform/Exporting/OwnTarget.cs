using System.Globalization;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Erasing;
using Coxswain.Platform.Events;
using Coxswain.Platform.Importing;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Platform.Exporting;

/// <summary>
/// Takes in what <see cref="OwnWriter{T}"/> wrote: a record keeps its key, so that all files find each other and the same export again finds
/// what it brought. Only an administrator's: such a file says of everything whose it is.
/// </summary>
internal sealed class OwnTarget<T>(Exported<T> of, Func<string> label) : IImportTarget where T : Entity
{
    private static readonly System.Reflection.PropertyInfo IdOf = typeof(Entity).GetProperty(nameof(Entity.Id))!;
    private const string Retired = "RetiredAt";

    private readonly OwnColumn<T>[] _above = [.. OwnLinks.AboveItself(of)];

    public string Kind => OwnTable.Prefix + of.Kind;
    public string Label => label();
    public int Order => of.Order;
    public bool IsOwn => true;
    public IReadOnlyList<string> FileNames => [];

    // What stands above a record may stand further down in the file.
    public int Passes => _above.Length > 0 ? 2 : 1;

    public IReadOnlyList<ImportField> Fields { get; } =
    [
        new(OwnTable.Key, () => T("Key"), ImportType.Text) { Sets = [], Required = true },
        .. of.Columns.Select(c => new ImportField(c.Name, () => OwnTable.HeaderOf(of, c), ImportType.Text) { Sets = [], Limit = int.MaxValue }),
        .. of.Extras.Select(e => new ImportField(e.Name, () => OwnColumns.Words(e.Name), ImportType.Text) { Sets = [], Limit = int.MaxValue }),
    ];

    public string? KeyOf(ImportRow row) => of.KnownBy is null && !of.IsStarter ? row.Text(OwnTable.Key) : null;

    public async Task<IReadOnlyList<RowResult>> TakeAsync(ImportBatch batch, CancellationToken ct)
    {
        if (!batch.Db.Viewer.May(Permission.ManageSettings)) return [.. batch.Rows.Select(r => RowResult.Refused(r.Number, T("An export of everything is taken in by an administrator.")))];
        if (batch.Pass > 0) return await new OwnJoining<T>(of, _above, Here(batch)).JoinAsync(batch, ct);
        var (results, read) = (new List<RowResult>(batch.Rows.Count), new List<(ImportRow Row, Guid Id, Dictionary<string, object> Values)>(batch.Rows.Count));
        foreach (var row in batch.Rows)
            if (Read(batch, row) is var (id, values, problem) && problem is null) read.Add((row, id, values));
            else results.Add(RowResult.Refused(row.Number, problem!));
        var ids = read.Select(r => r.Id).ToList();
        if (of.IsStarter && !batch.IsTried && batch.Rows.Any(r => r.Number == 1)) await OwnStarters.MakeWayAsync<T>(batch.Db, ids, ct);
        // Neither somebody who was erased comes back nor what was said about them, whichever key of the row leads to them.
        var named = read.SelectMany(r => r.Values.Values).OfType<Guid>().Concat(ids).Distinct().ToList();
        var erased = (await batch.Db.Rows<Erasure>().Where(e => named.Contains(e.Id)).Select(e => e.Id).ToListAsync(ct)).ToHashSet();
        var known = await batch.Db.RowsWhole<T>().Where(r => ids.Contains(r.Id)).ToDictionaryAsync(r => r.Id, ct);
        var twins = await OwnTwins<T>.OfAsync(batch.Db, of, [.. read.Where(r => !known.ContainsKey(r.Id)).Select(r => Made(r.Id, r.Values))], ct);
        var links = await OwnLinks.ReadAsync(of, batch, read.SelectMany(r => r.Values), ct);
        var (rows, taken) = (new List<OwnRow<T>>(read.Count), new HashSet<Guid>());
        foreach (var (row, id, values) in read)
        {
            var made = Made(id, values);
            var there = known.GetValueOrDefault(id) ?? twins.Of(made);
            if (there is not null && there.Id != id) batch.Names.Learn(OwnTable.Prefix, [new KnownName(there.Id, Text(id))]);
            if (erased.Contains(id) || erased.Count > 0 && values.Values.Any(v => v is Guid key && erased.Contains(key))) results.Add(RowResult.Refused(row.Number, T("They were erased here, and an older export does not bring them back.")));
            else if (!taken.Add(there?.Id ?? id)) results.Add(RowResult.Refused(row.Number, T("The key {0} stands here twice.", id)));
            else if (!of.IsMergedAway && there is IMergeable { MergedIntoId: not null }) results.Add(RowResult.Refused(row.Number, T("It was merged into another here.")));
            else if (of.IsMergedAway && there is IRemovable { RemovedAt: null }) results.Add(new RowResult(row.Number, RowAction.Same, there, T("It was merged into another where this comes from and stands for itself here: merge the two here.")));
            else if (links.Missing(row, values) is { } missing) results.Add(RowResult.Refused(row.Number, missing));
            // Made anew: what is not here is out of its values by now.
            else if (there is null) rows.Add(new OwnRow<T>(row, Made(id, values), isNew: true));
            else rows.Add(new OwnRow<T>(row, Fill(there, values, isNew: false), isNew: false));
        }
        // What was here before and is gone without a trace left the key that its history is closed under.
        if (!typeof(T).IsAssignableTo(typeof(IRemovable)) && TrackedFields.Of(batch.Db, typeof(T)) is { } tracked && tracked.Fields.Values.Any(f => f.IsPersonal)) await batch.Db.Seal.LoadAsync(batch.Db, rows.Where(r => r.IsNew).Select(r => r.Record.Id), ct);
        var all = new OwnRows<T>(batch, rows, Here(batch));
        if (of.Completes is { } complete && rows.Count > 0) await complete(all, ct);
        results.AddRange(rows.Select(r => Result(batch, r)));
        results.AddRange(all.Besides);
        return results;
    }

    // Of a record that is here under another key only the run itself knew: the same rows say it again.
    public async Task LearnAsync(ImportBatch batch, CancellationToken ct)
    {
        var read = batch.Rows.Select(r => Read(batch, r) is var (id, values, problem) && problem is null ? (Row: r, Id: id, Values: values) : default).Where(r => r.Values is not null).ToList();
        var ids = read.ConvertAll(r => r.Id);
        var known = (await batch.Db.RowsWhole<T>().Where(r => ids.Contains(r.Id)).Select(r => r.Id).ToListAsync(ct)).ToHashSet();
        var made = read.Where(r => !known.Contains(r.Id)).Select(r => new OwnRow<T>(r.Row, Made(r.Id, r.Values), isNew: true)).ToList();
        var twins = await OwnTwins<T>.OfAsync(batch.Db, of, [.. made.Select(r => r.Record)], ct);
        foreach (var row in made) if (twins.Of(row.Record) is { } there) row.IsReally(batch, there);
        if (of is { CompletesWhoIsWho: true, Completes: { } complete } && made.Exists(r => r.There is null)) await complete(new OwnRows<T>(batch, [.. made.Where(r => r.There is null)], Here(batch)), ct);
        batch.Db.ChangeTracker.Clear();
    }

    public async Task<IReadOnlyList<Entity>> LoadAsync(AppDb db, IReadOnlyList<Guid> ids, CancellationToken ct) => await (of.IsMergedAway ? db.RowsWhole<T>() : db.Rows<T>()).Where(r => ids.Contains(r.Id)).ToListAsync(ct);

    public string NameOf(Entity row) => of.Columns.FirstOrDefault(c => c.Name is "Name" or "Title" or "Subject")?.Get((T)row) as string ?? Label;

    // What a new organisation started with has made way for what was brought, and would be missing.
    public async Task<bool> MayGoAsync(AppDb db, IQueryable<Guid> made, CancellationToken ct)
    {
        if (!of.IsStarter) return true;
        var others = db.Rows<T>().Where(r => !made.Contains(r.Id));
        return await (of.Columns.Any(c => c.Name == Retired) ? others.Where(r => EF.Property<DateTime?>(r, Retired) == null) : others).AnyAsync(ct);
    }

    public void Remove(AppDb db, Entity row, DateTime now)
    {
        if (of.IsForGood) return;
        // It leads nowhere any more, and what it led to may go for good.
        if (row is IMergeable merged) merged.MergedIntoId = null;
        if (row is IRemovable removable) removable.RemovedAt = now;
        else if (of.Columns.FirstOrDefault(c => c.Name is Retired or "LeftAt") is { } retires) retires.Set((T)row, now);
        else if (of.Columns.FirstOrDefault(c => c.Name is "ClosedOn") is { } closes) closes.Set((T)row, DateOnly.FromDateTime(now));
        else db.Remove(row);
    }

    private static string Text(Guid id) => id.ToString("N", CultureInfo.InvariantCulture);

    private static Func<Guid, Guid> Here(ImportBatch batch) => batch.Names.Has(OwnTable.Prefix) ? id => batch.Names.Find(OwnTable.Prefix, Text(id)) ?? id : id => id;

    private (Guid Id, Dictionary<string, object> Values, string? Problem) Read(ImportBatch batch, ImportRow row)
    {
        var (values, here) = (new Dictionary<string, object>(), Here(batch));
        if (!Guid.TryParse(row.Text(OwnTable.Key), out var id)) return (id, values, T("“{0}” is no key.", row.Text(OwnTable.Key)));
        foreach (var column in of.Columns)
        {
            if (row.Text(column.Name) is not { } text) continue;
            try
            {
                var value = of.Money.TryGetValue(column.Name, out var currency) && currency is not null ? OwnCell.OfMajor(text, row.Text(currency)) : OwnCell.Value(text, column.Type);
                values[column.Name] = value is Guid other ? here(other) : value;
            }
            catch (Exception e) when (e is FormatException or OverflowException) { return (id, values, T("{0}: “{1}” cannot be read.", column.Header, text.Length > 60 ? text[..60] + "…" : text)); }
            if (text.Contains('\0')) return (id, values, T("{0} holds a character that is no text.", column.Header));
        }
        return of.Columns.FirstOrDefault(c => !c.IsNullable && c.Type != typeof(string) && !values.ContainsKey(c.Name) && row.Text(c.Name) is null && (c.IsKey || OwnColumns.Merged.Contains(c.Name))) is { } empty ? (id, values, T("{0} is empty.", empty.Header)) : (id, values, null);
    }

    private T Made(Guid id, Dictionary<string, object> values)
    {
        var made = (T)Activator.CreateInstance(typeof(T), nonPublic: true)!;
        IdOf.SetValue(made, id);
        return Fill(made, values, isNew: true);
    }

    private T Fill(T row, Dictionary<string, object> values, bool isNew)
    {
        // Where one went that was merged away here as well is decided here.
        var isMergedHere = !isNew && row is IMergeable { MergedIntoId: not null };
        foreach (var column in of.Columns)
        {
            if (isMergedHere && OwnColumns.Merged.Contains(column.Name)) continue;
            if (isNew && column is { IsNullable: false } && column.Type == typeof(string) && !values.ContainsKey(column.Name)) column.Set(row, "");
            if (!values.TryGetValue(column.Name, out var value) || !isNew && (column.IsFixed || of.Kept.Contains(column.Name)) || _above.Contains(column)) continue;
            if (isNew || !IsSame(column, row, value)) column.Set(row, value);
        }
        if (!isNew && !of.IsMergedAway && row is IRemovable removable) removable.RemovedAt = null;
        return row;
    }

    private static bool IsSame(OwnColumn<T> column, T row, object value) =>
        column.Get(row) is var now && Equals(now is string json && row is IHasCustomFields && column.Name is nameof(IHasCustomFields.CustomFields) ? OwnCell.Alike(json) : now, value);

    private RowResult Result(ImportBatch batch, OwnRow<T> row)
    {
        if (row.Problem is { } problem) return RowResult.Refused(row.Row.Number, problem);
        if (row.There is { } there) return new RowResult(row.Row.Number, RowAction.Same, there);
        if (row.IsNew) batch.Add(row.Record);
        var kind = batch.Targets.Any(t => !t.IsOwn && t.Kinds.Contains(of.Kind)) ? of.Kind : null;
        return new RowResult(row.Row.Number, row.IsNew ? RowAction.Created : batch.Db.Entry(row.Record).State is EntityState.Modified ? RowAction.Changed : RowAction.Same, row.Record) { Kind = kind };
    }
}
