using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
namespace Coxswain.People;

/// <summary>Makes an organisation, with what every module gives it to start with.</summary>
public static class Founding
{
    /// <param name="services">The application's services; the work is done in a scope of its own.</param>
    /// <param name="tenant">Name and settings; its id is set by the database.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The id of the new organisation.</returns>
    public static async Task<int> FoundAsync(IServiceProvider services, Tenant tenant, CancellationToken ct)
    {
        await using (var before = services.CreateAsyncScope())
        {
            var db = before.ServiceProvider.GetRequiredService<AppDb>();
            db.Add(tenant);
            await db.SaveChangesAsync(ct);
        }
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentViewer>().Become(Viewer.System(tenant.Id));
        var rows = scope.ServiceProvider.GetRequiredService<AppDb>();
        foreach (var module in scope.ServiceProvider.GetServices<INewTenant>()) module.Prepare(rows, tenant);
        await rows.SaveChangesAsync(ct);
        return tenant.Id;
    }

    /// <summary>The organisations of this installation, oldest first.</summary>
    public static async Task<IReadOnlyList<Tenant>> AllAsync(IServiceProvider services, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AppDb>().Rows<Tenant>().AsNoTracking().OrderBy(t => t.Id).ToListAsync(ct);
    }
}
