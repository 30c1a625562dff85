using System.Security.Cryptography;
using System.Text;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
namespace Coxswain.Platform.Jobs;

/// <summary>Asks for work whose time has come, once a day or more often. Registered as a service; asked every minute, tenant by tenant, by every process that keeps time.</summary>
public interface IClockwork
{
    /// <summary>Adds and saves the jobs that are due. Several processes may ask in the same moment, so a job's <see cref="JobKey"/> is made of what it is for and when.</summary>
    /// <param name="db">Of one tenant, as the system.</param>
    /// <param name="now">The moment, in UTC.</param>
    /// <param name="ct">Cancels.</param>
    Task AskAsync(AppDb db, DateTime now, CancellationToken ct);
}

/// <summary>The keys of jobs that several processes may ask for in the same moment.</summary>
public static class JobKey
{
    /// <summary>The same key for the same work.</summary>
    /// <param name="what">What it is for, and of when.</param>
    public static Guid Of(string what) => new(SHA256.HashData(Encoding.UTF8.GetBytes(what)).AsSpan(0, 16));
}

/// <summary>Asks every part, for each organisation. What another process asked for in the same moment is asked for once.</summary>
internal sealed class MinuteClock(IServiceScopeFactory scopes, IEnumerable<IClockwork> parts, TimeProvider clock)
{
    public static readonly TimeSpan Tick = TimeSpan.FromMinutes(1);
    private readonly IReadOnlyList<IClockwork> _parts = [.. parts];

    public async Task AskAsync(CancellationToken ct)
    {
        foreach (var tenant in await TenantsAsync(ct)) await AskAsync(tenant, ct);
    }

    public async Task AskAsync(int tenantId, CancellationToken ct)
    {
        foreach (var part in _parts)
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentViewer>().Become(Viewer.System(tenantId));
            try { await part.AskAsync(scope.ServiceProvider.GetRequiredService<AppDb>(), clock.GetUtcNow().UtcDateTime, ct); }
            // Another process asked in the same moment: the key let one of the two in, and what is left is asked for at the next tick.
            catch (DbUpdateException fault) when (UniqueClash.Is(fault)) { }
        }
    }

    private async Task<IReadOnlyList<int>> TenantsAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AppDb>().Rows<Tenant>().Select(t => t.Id).ToListAsync(ct);
    }
}
