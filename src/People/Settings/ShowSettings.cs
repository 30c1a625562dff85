using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Money;
using Coxswain.Platform.Periods;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.People.Settings;

/// <summary>The organisation's settings, each with what it means today.</summary>
internal static class ShowSettings
{
    public static async Task<Outcome<SettingsView>> Do(AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var tenant = await db.Rows<Tenant>().AsNoTracking().SingleAsync(t => t.Id == db.Viewer.TenantId, ct);
        var periods = Periods.Of(tenant);
        var today = periods.DayOf(clock.GetUtcNow().UtcDateTime);
        var rates = await db.Rows<ExchangeRate>().CountAsync(ct);
        return new SettingsView(tenant.Name, tenant.Currency, tenant.TimeZone, tenant.Culture, periods, today, rates, tenant.FileRoomMegabytes);
    }
}

/// <param name="Name">The organisation's.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="TimeZone">IANA name.</param>
/// <param name="Culture">Language and formats of people who chose none.</param>
/// <param name="Periods">The calendar they make.</param>
/// <param name="Today">There.</param>
/// <param name="Rates">Exchange rates that are kept; a change of currency ends them.</param>
/// <param name="FileRoomMegabytes">Room for files on records, in units of 2^20 bytes.</param>
public sealed record SettingsView(string Name, string Currency, string TimeZone, string Culture, Periods Periods, DateOnly Today, int Rates, int FileRoomMegabytes)
{
    public Period Quarter => Periods.Of(PeriodKind.Quarter, Today);

    public Period Year => Periods.Of(PeriodKind.Year, Today);
}
