using Coxswain.Platform;
using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
namespace Coxswain.Architecture.Tests;

/// <summary>Every table can be placed by tenant, so that one PostgreSQL can become many.</summary>
public sealed class TenantFirstTests
{
    private static readonly string[] Global = ["tenants", "logins", "login_tokens", "login_claims", "external_logins", "sessions", "data_protection_keys"];

    [Fact]
    public void Every_key_index_and_foreign_key_begins_with_the_tenant()
    {
        var wrong = Tables(Engine.Postgres).Where(t => !Global.Contains(t.GetTableName()))
            .SelectMany(t => t.GetKeys().Select(k => (k.Properties, Name: k.GetName()))
                .Concat(t.GetIndexes().Select(i => (i.Properties, Name: i.GetDatabaseName())))
                .Concat(t.GetForeignKeys().Select(f => (f.Properties, Name: f.GetConstraintName())))
                .Concat(t.GetForeignKeys().Select(f => (f.PrincipalKey.Properties, Name: f.GetConstraintName()))))
            .Where(k => k.Properties[0].Name != nameof(Entity.TenantId)).Select(k => k.Name);
        Assert.Empty(wrong);
    }

    [Fact]
    public void The_global_tables_are_the_listed_ones_and_none_of_them_points_at_a_tenants_rows()
    {
        var global = Tables(Engine.Postgres).Where(t => !Distribution.IsTenants(t)).ToList();
        Assert.Equal(Global.Order(), global.Select(t => t.GetTableName()).Order());
        Assert.Empty(global.SelectMany(t => t.GetForeignKeys()).Where(f => Distribution.IsTenants(f.PrincipalEntityType)).Select(f => f.GetConstraintName()));
    }

    [Fact]
    public void No_tenants_row_is_numbered_by_the_database_or_moves_to_another_tenant()
    {
        var wrong = Tables(Engine.Postgres).Where(Distribution.IsTenants).SelectMany(t => t.GetProperties()).Where(p => p.ValueGenerated is not ValueGenerated.Never).Select(p => $"{p.DeclaringType.Name}.{p.Name}");
        Assert.Empty(wrong);
    }

    [Fact]
    public void Every_table_but_the_listed_global_ones_is_filtered_by_the_viewers_tenant()
    {
        var unfiltered = Tables(Engine.Postgres).Where(t => !Global.Contains(t.GetTableName()) && t.GetDeclaredQueryFilters().All(f => f.Key != "Tenant")).Select(t => t.GetTableName());
        Assert.Empty(unfiltered);
    }

    [Fact]
    public void Both_engines_have_the_same_tables()
    {
        Assert.Equal(Tables(Engine.Sqlite).Select(t => t.GetTableName()).Order(), Tables(Engine.Postgres).Select(t => t.GetTableName()).Order());
    }

    // The model alone: nothing is connected to.
    private static IReadOnlyList<IEntityType> Tables(Engine engine)
    {
        var services = new ServiceCollection().AddPlatform(engine is Engine.Postgres ? Database.OnPostgres("Host=nowhere") : Database.InFile("nowhere.db"), Modules.All).BuildServiceProvider();
        return [.. services.CreateScope().ServiceProvider.GetRequiredService<AppDb>().Model.GetEntityTypes()];
    }
}
