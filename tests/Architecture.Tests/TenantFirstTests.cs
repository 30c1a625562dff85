using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
namespace Coxswain.Architecture.Tests;

/// <summary>Every table can be placed by tenant, so that one PostgreSQL can become many.</summary>
public sealed class TenantFirstTests
{
    private static readonly string[] Global = ["tenants", "logins", "login_tokens", "login_claims", "external_logins", "sessions", "data_protection_keys"];

    [Fact]
    public async Task Every_key_index_and_foreign_key_begins_with_the_tenant()
    {
        var wrong = (await TablesAsync()).Where(t => !Global.Contains(t.GetTableName()))
            .SelectMany(t => t.GetKeys().Select(k => (k.Properties, Name: k.GetName()))
                .Concat(t.GetIndexes().Select(i => (i.Properties, Name: i.GetDatabaseName())))
                .Concat(t.GetForeignKeys().Select(f => (f.Properties, Name: f.GetConstraintName()))))
            .Where(k => k.Properties[0].Name != nameof(Entity.TenantId)).Select(k => k.Name);
        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Every_table_but_the_listed_global_ones_is_filtered_by_the_viewers_tenant()
    {
        var unfiltered = (await TablesAsync()).Where(t => !Global.Contains(t.GetTableName()) && t.GetDeclaredQueryFilters().All(f => f.Key != "Tenant")).Select(t => t.GetTableName());
        Assert.Empty(unfiltered);
    }

    private static async Task<IReadOnlyList<IEntityType>> TablesAsync()
    {
        await using var scope = (await Host.On(Engine.Sqlite)).Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentViewer>().Become(Viewer.System(1));
        return [.. scope.ServiceProvider.GetRequiredService<AppDb>().Model.GetEntityTypes()];
    }
}
