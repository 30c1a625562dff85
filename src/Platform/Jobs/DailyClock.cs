using System.Security.Cryptography;
using System.Text;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
namespace Coxswain.Platform.Jobs;

/// <summary>
/// Asks, for each organisation, for the upkeep of the day. The key of the row is made of kind and UTC day, so that however often and by
/// however many processes it is asked, there is one; a machine that was off at midnight does it when it is on.
/// </summary>
internal sealed class DailyClock(IServiceScopeFactory scopes, TimeProvider clock)
{
    /// <summary>How often it looks whether a new day has begun.</summary>
    public static readonly TimeSpan Tick = TimeSpan.FromHours(1);

    public async Task AskAsync(CancellationToken ct)
    {
        foreach (var tenant in await TenantsAsync(ct)) await AskAsync(tenant, ct);
    }

    public async Task AskAsync(int tenantId, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentViewer>().Become(Viewer.System(tenantId));
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var (now, day) = (clock.GetUtcNow().UtcDateTime, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        var key = KeyOf(Upkeep.JobKind, day);
        if (await db.Rows<Job>().AnyAsync(j => j.Id == key, ct)) return;
        db.Add(new Job { Id = key, Kind = Upkeep.JobKind, Title = day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), AskedById = Guid.Empty, AskedAt = now, NextTryAt = now });
        try { await db.SaveChangesAsync(ct); }
        // Another process asked in the same moment: the key let one of the two in.
        catch (DbUpdateException) when (ExistsMeanwhile(tenantId, key)) { }
    }

    private bool ExistsMeanwhile(int tenantId, Guid key)
    {
        using var scope = scopes.CreateScope();
        scope.ServiceProvider.GetRequiredService<CurrentViewer>().Become(Viewer.System(tenantId));
        return scope.ServiceProvider.GetRequiredService<AppDb>().Rows<Job>().Any(j => j.Id == key);
    }

    private async Task<IReadOnlyList<int>> TenantsAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AppDb>().Rows<Tenant>().Select(t => t.Id).ToListAsync(ct);
    }

    private static Guid KeyOf(string kind, DateOnly day) => new(SHA256.HashData(Encoding.UTF8.GetBytes($"{kind} {day:O}")).AsSpan(0, 16));
}
