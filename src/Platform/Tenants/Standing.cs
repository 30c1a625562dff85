using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Platform.Tenants;

/// <summary>The day pages and figures stand on: today, or the newest date of imported data where that is long ago.</summary>
/// <param name="Day">The day, in the organisation's time zone.</param>
/// <param name="Today">The real today there.</param>
public sealed record Standing(DateOnly Day, DateOnly Today)
{
    /// <summary>Data this many days old is shown as of its own newest day.</summary>
    public const int FreshDays = 14;

    public bool IsToday => Day == Today;

    /// <summary>The last instant of a day, for reading intervals.</summary>
    public static DateTime EndOf(DateOnly day) => day.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc).AddMicroseconds(-1);

    public static async Task<Standing> ReadAsync(AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var tenant = await db.TenantAsync(ct);
        return Of(tenant, clock.GetUtcNow().UtcDateTime);
    }

    public static Standing Of(Tenant tenant, DateTime now)
    {
        var today = Periods.Periods.Of(tenant).DayOf(now);
        return new Standing(tenant.DataThrough is { } through && through < today.AddDays(-FreshDays) ? through : today, today);
    }
}
