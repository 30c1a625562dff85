using System.Data.Common;
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
            else await PreparedAsync(columns, table, ct);
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

    private async Task PreparedAsync(Table table, IEnumerable<Entity> rows, CancellationToken ct)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        command.CommandText = $"INSERT INTO {table.Name} ({table.ColumnList}) VALUES ({string.Join(", ", table.Columns.Select((_, i) => $"@p{i}"))})";
        var parameters = table.Columns.Select((_, i) => Parameter(command, $"@p{i}")).ToArray();
        await command.PrepareAsync(ct);
        foreach (var row in rows)
        {
            for (var i = 0; i < parameters.Length; i++) parameters[i].Value = table.Columns[i].Read(row) ?? DBNull.Value;
            await command.ExecuteNonQueryAsync(ct);
        }
    }

    private async Task CopyAsync(Table table, IEnumerable<Entity> rows, CancellationToken ct)
    {
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        await using var copy = await connection.BeginBinaryImportAsync($"COPY {table.Name} ({table.ColumnList}) FROM STDIN (FORMAT BINARY)", ct);
        foreach (var row in rows)
        {
            await copy.StartRowAsync(ct);
            foreach (var column in table.Columns)
            {
                if (column.Read(row) is { } value) await copy.WriteAsync(value, column.StoreType, ct);
                else await copy.WriteNullAsync(ct);
            }
        }
        await copy.CompleteAsync(ct);
    }

    private static DbParameter Parameter(DbCommand command, string name)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        command.Parameters.Add(parameter);
        return parameter;
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
            // Microsoft.Data.Sqlite writes dates as text itself, in the same form as the model's mapping.
            return new Column(property.GetColumnName(store)!, StoreTypeOf(mapping, engine), row => getter.GetClrValue(row) is { } value ? convert(value) : null);
        }

        private static string StoreTypeOf(RelationalTypeMapping mapping, Engine engine) =>
            engine is Engine.Postgres ? mapping.StoreTypeNameBase : mapping.StoreType;
    }
}
