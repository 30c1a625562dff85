using Coxswain.Platform.Search;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
namespace Coxswain.Platform.Data;

/// <summary>
/// Inserts many new rows without the change tracker: one prepared command per table on SQLite, COPY on PostgreSQL. Columns and
/// conversions come from the model, so a bulk row cannot differ from a saved one. Runs inside the caller's transaction.
/// </summary>
internal sealed class BulkWriter(AppDb db)
{
    public async Task InsertAsync(IReadOnlyList<Entity> rows, CancellationToken ct)
    {
        foreach (var table in InOrderOfReference(rows))
        {
            var columns = Columns(db.Model.FindEntityType(table.Key)!);
            if (db.Engine is Engine.Postgres) await CopyAsync(columns, table, ct);
            else Step(columns, InOrder(table), ct);
        }
    }

    /// <summary>Parents before children, so that foreign keys hold at each statement.</summary>
    private IEnumerable<IGrouping<Type, Entity>> InOrderOfReference(IReadOnlyList<Entity> rows)
    {
        var groups = rows.GroupBy(r => r.GetType()).ToDictionary(g => g.Key);
        var done = new HashSet<Type>();
        return groups.Keys.SelectMany(type => Visit(type, groups, done));
    }

    private IEnumerable<IGrouping<Type, Entity>> Visit(Type type, Dictionary<Type, IGrouping<Type, Entity>> groups, HashSet<Type> done)
    {
        if (!groups.TryGetValue(type, out var group) || !done.Add(type)) yield break;
        foreach (var parent in db.Model.FindEntityType(type)!.GetForeignKeys().Select(k => k.PrincipalEntityType.ClrType).Where(p => p != type))
            foreach (var earlier in Visit(parent, groups, done)) yield return earlier;
        yield return group;
    }

    // The text index of SQLite lays down what it has gathered whenever a number is smaller than the one before: out of order, after every other row.
    private static IEnumerable<Entity> InOrder(IGrouping<Type, Entity> rows) => rows.Key == typeof(SearchDocument) ? rows.OrderBy(d => ((SearchDocument)d).Number) : rows;

    private void Step(Table table, IEnumerable<Entity> rows, CancellationToken ct)
    {
        using var insert = new SqliteRows((SqliteConnection)db.Database.GetDbConnection(), $"INSERT INTO {table.Name} ({table.ColumnList}) VALUES ({string.Join(", ", table.Columns.Select((_, i) => $"?{i + 1}"))})");
        foreach (var row in rows)
        {
            ct.ThrowIfCancellationRequested();
            for (var i = 0; i < table.Columns.Count; i++) insert.Bind(i + 1, table.Columns[i].Read(row));
            insert.Insert();
        }
    }

    private async Task CopyAsync(Table table, IEnumerable<Entity> rows, CancellationToken ct)
    {
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        await using var copy = await connection.BeginBinaryImportAsync($"COPY {table.Name} ({table.ColumnList}) FROM STDIN (FORMAT BINARY)", ct);
        foreach (var row in rows)
        {
            ct.ThrowIfCancellationRequested();
            // Not awaited column by column: nearly all of them only go into a buffer, and the server waited for what the awaiting took.
            copy.StartRow();
            foreach (var column in table.Columns)
            {
                if (column.Read(row) is { } value) copy.Write(value, column.StoreType);
                else copy.WriteNull();
            }
        }
        await copy.CompleteAsync(ct);
    }

    private Table Columns(IEntityType type)
    {
        var store = StoreObjectIdentifier.Table(type.GetTableName()!);
        var columns = type.GetProperties().Where(p => p.GetComputedColumnSql() is null).Select(p => Column.Of(p, store, db.Engine)).ToList();
        return new Table($"\"{store.Name}\"", string.Join(", ", columns.Select(c => $"\"{c.Name}\"")), columns);
    }

    private sealed record Table(string Name, string ColumnList, IReadOnlyList<Column> Columns);

    private sealed record Column(string Name, string StoreType, Func<Entity, object?> Read)
    {
        public static Column Of(IProperty property, StoreObjectIdentifier store, Engine engine)
        {
            var mapping = property.GetRelationalTypeMapping();
            var getter = property.GetGetter();
            var convert = mapping.Converter is { } c ? c.ConvertToProvider : static v => v;
            return new Column(property.GetColumnName(store)!, StoreTypeOf(mapping, engine), row => getter.GetClrValue(row) is { } value ? convert(value) : null);
        }

        private static string StoreTypeOf(RelationalTypeMapping mapping, Engine engine) =>
            engine is Engine.Postgres ? mapping.StoreTypeNameBase : mapping.StoreType;
    }
}
