using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;
namespace Coxswain.Platform.Data;

/// <summary>Where a table lies once the database is many, and what brings it there.</summary>
/// <param name="Table">Its name.</param>
/// <param name="IsGlobal">Whole on every machine, instead of each tenant's rows on one.</param>
/// <param name="Steps">Statements that stand or fall together.</param>
public sealed record Placement(string Table, bool IsGlobal, IReadOnlyList<string> Steps)
{
    /// <summary>Citus leaves the rows it copied where they were, unseen: nobody who is erased may stay there.</summary>
    public string Clearing => $"SELECT truncate_local_data_after_distributing_table('{Table}')";
}

/// <summary>How Citus spreads the tables of the model: a tenant's rows of all tables together on one machine, the global tables on each.</summary>
public static class Distribution
{
    private const string Column = "tenant_id";

    /// <summary>Every table, those that are referred to before those that refer to them.</summary>
    /// <param name="model">The model on PostgreSQL.</param>
    /// <param name="beside">A table that is distributed already, beside which the others lie; null where none is.</param>
    public static IReadOnlyList<Placement> Of(IModel model, string? beside = null)
    {
        var tenants = new List<IEntityType>();
        var tables = model.GetEntityTypes().Where(t => t.GetTableName() is not null).OrderBy(t => t.GetTableName(), StringComparer.Ordinal).ToList();
        foreach (var table in tables.Where(IsTenants)) Visit(table, tenants);
        var first = beside ?? tenants[0].GetTableName()!;
        return [.. tables.Where(t => !IsTenants(t)).Select(Global), .. tenants.Select(t => Tenants(t.GetTableName()!, first, beside is not null))];
    }

    /// <summary>Whether each row belongs to one tenant.</summary>
    public static bool IsTenants(IReadOnlyEntityType table) => table.ClrType.IsSubclassOf(typeof(Entity));

    private static void Visit(IEntityType table, List<IEntityType> done)
    {
        if (done.Contains(table)) return;
        foreach (var parent in table.GetForeignKeys().Select(k => k.PrincipalEntityType).Where(p => p != table && IsTenants(p))) Visit(parent, done);
        done.Add(table);
    }

    private static Placement Global(IEntityType table) =>
        new(table.GetTableName()!, true, [.. table.GetProperties().Where(IsCounted).SelectMany(p => Uncounted(table.GetTableName()!, p.GetColumnName())), $"SELECT create_reference_table('{table.GetTableName()}')"]);

    private static Placement Tenants(string table, string first, bool joins)
    {
        var beside = table == first && !joins ? "none" : first;
        return new(table, false, [$"SELECT create_distributed_table('{table}', '{Column}', colocate_with => '{beside}')"]);
    }

    private static bool IsCounted(IProperty column) => NpgsqlPropertyExtensions.GetValueGenerationStrategy(column) is NpgsqlValueGenerationStrategy.IdentityByDefaultColumn;

    // Citus takes no identity column narrower than bigint; a sequence as the default counts on just the same.
    private static IEnumerable<string> Uncounted(string table, string column) =>
    [
        $"ALTER TABLE {table} ALTER COLUMN {column} DROP IDENTITY",
        $"CREATE SEQUENCE {table}_{column}_seq AS integer OWNED BY {table}.{column}",
        $"SELECT setval('{table}_{column}_seq', COALESCE(max({column}), 1), max({column}) IS NOT NULL) FROM {table}",
        $"ALTER TABLE {table} ALTER COLUMN {column} SET DEFAULT nextval('{table}_{column}_seq')",
    ];
}
