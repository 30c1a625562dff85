using System.Linq.Expressions;
using System.Reflection;
using Coxswain.Platform.Events;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
namespace Coxswain.Platform.Data;

/// <summary>A column of some table, of whatever module, that can name a record of one kind.</summary>
/// <param name="Table">The table.</param>
/// <param name="Column">The column.</param>
/// <param name="By">The column beside it that says of which kind the record is; null where it is always the same.</param>
public sealed record Pointer(IEntityType Table, IProperty Column, IProperty? By)
{
    /// <summary>Stable name: <c>positions.contact_id</c>.</summary>
    public string Name => $"{Table.GetTableName()}.{Column.GetColumnName()}";
}

/// <summary>Rows of one column: those that name the other record now, and those that could not, since it has the same already.</summary>
/// <param name="Name">Of the <see cref="Pointer"/>.</param>
/// <param name="Ids">Rows that follow.</param>
/// <param name="Left">Rows that stay with the record that is merged away: a second one beside the other's may not be.</param>
public sealed record PointedRows(string Name, IReadOnlyList<Guid> Ids, IReadOnlyList<Guid> Left);

/// <summary>How many rows of one column name a record.</summary>
/// <param name="Name">Of the <see cref="Pointer"/>.</param>
/// <param name="Rows">All of them.</param>
/// <param name="Left">Those among them that would stay.</param>
public sealed record PointedCount(string Name, int Rows, int Left);

/// <summary>How many rows of one column name one of several records.</summary>
/// <param name="Id">The record.</param>
/// <param name="Name">Of the <see cref="Pointer"/>.</param>
/// <param name="Rows">So many.</param>
public sealed record NamedCount(Guid Id, string Name, int Rows);

/// <summary>A row that names a record.</summary>
/// <param name="Id">The record.</param>
/// <param name="Name">Of the <see cref="Pointer"/>.</param>
/// <param name="Type">The type of the row.</param>
/// <param name="RowId">The row.</param>
/// <param name="Version">Its version.</param>
public sealed record NamingRow(Guid Id, string Name, Type Type, Guid RowId, int Version);

/// <summary>
/// All that names a record, found in the model and not in a list somebody has to remember: foreign keys, and columns that say so with
/// <see cref="PointsAtAttribute"/>. Removed rows are among them, since they may come back.
/// </summary>
public static class Pointers
{
    private const int AtOnce = 500;
    private static readonly MethodInfo Find = Own(nameof(FindAsync)), Set = Own(nameof(SetAsync)), Many = Own(nameof(ManyAsync)), There = Own(nameof(ThereAsync));

    private static readonly System.Runtime.CompilerServices.ConditionalWeakTable<IModel, System.Collections.Concurrent.ConcurrentDictionary<Type, IReadOnlyList<Pointer>>> Known = [];

    /// <summary>The columns that follow when a record of this type is merged into another. Worked out once for a model.</summary>
    public static IReadOnlyList<Pointer> To(IModel model, Type record) => Known.GetOrCreateValue(model).GetOrAdd(record, static (type, of) => Search(of, type), model);

    private static IReadOnlyList<Pointer> Search(IModel model, Type record)
    {
        var kind = record.KindOf();
        var keys = model.FindEntityType(record)!.GetReferencingForeignKeys().Select(k => new Pointer(k.DeclaringEntityType, k.Properties[^1], null));
        var loose = model.GetEntityTypes().Where(t => t.ClrType.IsSubclassOf(typeof(Entity))).SelectMany(t => t.GetProperties()).Select(p => (Column: p, Says: p.PropertyInfo?.GetCustomAttribute<PointsAtAttribute>()))
            .Where(p => p.Says is { StaysBecause: null } says && (says.By is not null || says.Kind == kind)).Select(p => new Pointer((IEntityType)p.Column.DeclaringType, p.Column, p.Says!.By is { } by ? p.Column.DeclaringType.FindProperty(by) : null));
        return [.. keys.Concat(loose).DistinctBy(p => p.Name)];
    }

    /// <summary>What names a record, without changing it. Columns that nothing stands in are left out.</summary>
    /// <param name="db">The database.</param>
    /// <param name="record">The type of both records.</param>
    /// <param name="from">The record that is named.</param>
    /// <param name="to">The one that would be named instead.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<IReadOnlyList<PointedRows>> AtAsync(AppDb db, Type record, Guid from, Guid to, CancellationToken ct)
    {
        var found = new List<PointedRows>();
        foreach (var pointer in To(db.Model, record))
        {
            var rows = await (Task<PointedRows>)Find.MakeGenericMethod(pointer.Table.ClrType).Invoke(null, [db, pointer, record.KindOf(), from, to, ct])!;
            if (rows.Ids.Count + rows.Left.Count > 0) found.Add(rows);
        }
        return found;
    }

    /// <summary>How much names a record, in one statement. Columns that nothing stands in are left out.</summary>
    /// <inheritdoc cref="AtAsync"/>
    public static async Task<IReadOnlyList<PointedCount>> CountAsync(AppDb db, Type record, Guid from, Guid to, CancellationToken ct)
    {
        var counts = string.Join(" UNION ALL ", To(db.Model, record).Select(p => Counting(p, record.KindOf())));
        object[] keys = db.Engine is Engine.Sqlite ? [db.Viewer.TenantId, from.ToByteArray(true), to.ToByteArray(true)] : [db.Viewer.TenantId, from, to];
        return [.. (await db.Database.SqlQueryRaw<PointedCount>(counts, keys).ToListAsync(ct)).Where(c => c.Rows > 0)];
    }

    private static string Counting(Pointer pointer, string kind)
    {
        var (table, column) = (pointer.Table.GetTableName(), pointer.Column.GetColumnName());
        string Named(string row, int key) => $"{row}.tenant_id = {{0}} AND {row}.{column} = {{{key}}}" + (pointer.By is { } by ? $" AND {row}.{by.GetColumnName()} = '{kind}'" : "");
        var twice = pointer.Table.GetIndexes().Where(i => i.IsUnique && i.Properties.Contains(pointer.Column))
            .Select(i => $"EXISTS (SELECT 1 FROM \"{table}\" o WHERE {Named("o", 2)}{string.Concat(i.Properties.Where(p => p != pointer.Column).Select(p => $" AND o.{p.GetColumnName()} = r.{p.GetColumnName()}"))})").ToList();
        var left = twice.Count == 0 ? "0" : $"COALESCE(SUM(CASE WHEN {string.Join(" OR ", twice)} THEN 1 ELSE 0 END), 0)";
        return $"SELECT '{pointer.Name}' AS \"Name\", CAST(COUNT(*) AS integer) AS \"Rows\", CAST({left} AS integer) AS \"Left\" FROM \"{table}\" r WHERE {Named("r", 1)}";
    }

    /// <summary>How many rows of each column name each of these records: one statement for a column, however many records there are. What nothing names is left out.</summary>
    /// <param name="db">The database.</param>
    /// <param name="record">The type of all of them.</param>
    /// <param name="ids">The records.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<IReadOnlyList<NamedCount>> NamingAsync(AppDb db, Type record, IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        var counts = new List<NamedCount>();
        foreach (var pointer in To(db.Model, record))
            foreach (var some in ids.Chunk(AtOnce))
                counts.AddRange((await (Task<List<RecordCount>>)Many.MakeGenericMethod(pointer.Table.ClrType).Invoke(null, [db, pointer, record.KindOf(), some, ct])!).Select(c => new NamedCount(c.Id, pointer.Name, c.Rows)));
        return counts;
    }

    /// <summary>The rows, none of them removed, that name one of these records and would be left without it.</summary>
    /// <inheritdoc cref="NamingAsync"/>
    public static async Task<IReadOnlyList<NamingRow>> LeftByAsync(AppDb db, Type record, IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        var rows = new List<NamingRow>();
        foreach (var pointer in To(db.Model, record).Where(p => p.Table.ClrType.IsAssignableTo(typeof(IRemovable))))
            foreach (var some in ids.Chunk(AtOnce))
                rows.AddRange((await (Task<List<RowVersion>>)There.MakeGenericMethod(pointer.Table.ClrType).Invoke(null, [db, pointer, record.KindOf(), some, ct])!).Select(r => new NamingRow(r.Id, pointer.Name, pointer.Table.ClrType, r.RowId, r.Version)));
        return rows;
    }

    private static Task<List<RowVersion>> ThereAsync<T>(AppDb db, Pointer pointer, string kind, Guid[] ids, CancellationToken ct) where T : Entity
    {
        var (rows, name, by) = (db.RowsWhole<T>().Where(r => EF.Property<DateTime?>(r, nameof(IRemovable.RemovedAt)) == null), pointer.Column.Name, pointer.By?.Name);
        if (by is not null) rows = rows.Where(r => EF.Property<string>(r, by) == kind);
        return pointer.Column.IsNullable
            ? rows.Where(r => ids.Contains(EF.Property<Guid?>(r, name)!.Value)).Select(r => new RowVersion { Id = EF.Property<Guid?>(r, name)!.Value, RowId = r.Id, Version = r.Version }).ToListAsync(ct)
            : rows.Where(r => ids.Contains(EF.Property<Guid>(r, name))).Select(r => new RowVersion { Id = EF.Property<Guid>(r, name), RowId = r.Id, Version = r.Version }).ToListAsync(ct);
    }

    private static Task<List<RecordCount>> ManyAsync<T>(AppDb db, Pointer pointer, string kind, Guid[] ids, CancellationToken ct) where T : Entity
    {
        var (rows, name, by) = (db.RowsWhole<T>(), pointer.Column.Name, pointer.By?.Name);
        if (by is not null) rows = rows.Where(r => EF.Property<string>(r, by) == kind);
        return pointer.Column.IsNullable
            ? rows.Where(r => ids.Contains(EF.Property<Guid?>(r, name)!.Value)).GroupBy(r => EF.Property<Guid?>(r, name)).Select(g => new RecordCount { Id = g.Key!.Value, Rows = g.Count() }).ToListAsync(ct)
            : rows.Where(r => ids.Contains(EF.Property<Guid>(r, name))).GroupBy(r => EF.Property<Guid>(r, name)).Select(g => new RecordCount { Id = g.Key, Rows = g.Count() }).ToListAsync(ct);
    }

    private sealed class RowVersion
    {
        public required Guid Id { get; init; }
        public required Guid RowId { get; init; }
        public required int Version { get; init; }
    }

    private sealed class RecordCount
    {
        public required Guid Id { get; init; }
        public required int Rows { get; init; }
    }

    /// <summary>Makes what names the one record name the other, inside the caller's transaction. No event is written for each of the rows: whoever merges tells of it once.</summary>
    /// <inheritdoc cref="AtAsync"/>
    public static async Task<IReadOnlyList<PointedRows>> MoveAsync(AppDb db, Type record, Guid from, Guid to, CancellationToken ct)
    {
        var found = await AtAsync(db, record, from, to, ct);
        foreach (var rows in found) await SetAsync(db, record, rows.Name, rows.Ids, from, to, ct);
        return found;
    }

    /// <summary>The same for rows that are known. What names another record by now, or is gone, stays as it is.</summary>
    /// <returns>How many name the other record now.</returns>
    public static Task<int> SetAsync(AppDb db, Type record, string name, IReadOnlyList<Guid> ids, Guid from, Guid to, CancellationToken ct)
    {
        if (db.Database.CurrentTransaction is null) throw new InvalidOperationException("Only inside a transaction.");
        return To(db.Model, record).FirstOrDefault(p => p.Name == name) is { } pointer ? (Task<int>)Set.MakeGenericMethod(pointer.Table.ClrType).Invoke(null, [db, pointer, ids, from, to, ct])! : Task.FromResult(0);
    }

    private static async Task<PointedRows> FindAsync<T>(AppDb db, Pointer pointer, string kind, Guid from, Guid to, CancellationToken ct) where T : Entity
    {
        var ids = await Naming<T>(db, pointer, kind, from).OrderBy(r => r.Id).Select(r => r.Id).ToListAsync(ct);
        var left = ids.Count == 0 ? [] : await TwiceAsync<T>(db, pointer, kind, from, to, ct);
        return new PointedRows(pointer.Name, [.. ids.Except(left)], left);
    }

    // A row that a unique index lets stand once for each record.
    private static async Task<IReadOnlyList<Guid>> TwiceAsync<T>(AppDb db, Pointer pointer, string kind, Guid from, Guid to, CancellationToken ct) where T : Entity
    {
        var others = pointer.Table.GetIndexes().Where(i => i.IsUnique && i.Properties.Contains(pointer.Column)).Select(i => i.Properties.Where(p => p != pointer.Column).ToList()).ToList();
        if (others.Count == 0) return [];
        var (mine, theirs) = (await Naming<T>(db, pointer, kind, from).AsNoTracking().ToListAsync(ct), await Naming<T>(db, pointer, kind, to).AsNoTracking().ToListAsync(ct));
        return [.. mine.Where(m => others.Any(key => theirs.Any(t => key.All(p => Equals(p.GetGetter().GetClrValue(m), p.GetGetter().GetClrValue(t)))))).Select(m => m.Id)];
    }

    private static async Task<int> SetAsync<T>(AppDb db, Pointer pointer, IReadOnlyList<Guid> ids, Guid from, Guid to, CancellationToken ct) where T : Entity
    {
        var set = 0;
        foreach (var some in ids.Chunk(AtOnce))
        {
            var rows = db.RowsWhole<T>().Where(r => some.Contains(r.Id)).Where(Is<T>(pointer.Column, from));
            set += pointer.Column.IsNullable
                ? await rows.ExecuteUpdateAsync(s => s.SetProperty(r => EF.Property<Guid?>(r, pointer.Column.Name), (Guid?)to), ct)
                : await rows.ExecuteUpdateAsync(s => s.SetProperty(r => EF.Property<Guid>(r, pointer.Column.Name), to), ct);
        }
        return set;
    }

    private static IQueryable<T> Naming<T>(AppDb db, Pointer pointer, string kind, Guid id) where T : Entity
    {
        var rows = db.RowsWhole<T>().Where(Is<T>(pointer.Column, id));
        var by = pointer.By?.Name;
        return by is null ? rows : rows.Where(r => EF.Property<string>(r, by) == kind);
    }

    private static Expression<Func<T, bool>> Is<T>(IProperty column, Guid id) where T : Entity
    {
        var name = column.Name;
        return column.IsNullable ? r => EF.Property<Guid?>(r, name) == id : r => EF.Property<Guid>(r, name) == id;
    }

    private static MethodInfo Own(string name) => typeof(Pointers).GetMethods(BindingFlags.NonPublic | BindingFlags.Static).Single(m => m.Name == name && m.IsGenericMethodDefinition);
}
