using Coxswain.People.Settings;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Platform.Money;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.People;

/// <summary>The organisation's currency, where other modules learn what it is.</summary>
public static class CountingIn
{
    /// <summary>Whether the viewer may change it, and nothing that was entered would become wrong by that.</summary>
    public static async Task<bool> MayCountAnewAsync(this AppDb db, CancellationToken ct) =>
        db.Viewer.May(Permission.ManageSettings) && !await db.Rows<ExchangeRate>().AnyAsync(ct);

    /// <summary>Changes it with the next save.</summary>
    public static void CountIn(this AppDb db, Tenant tenant, string currency)
    {
        if (tenant.Currency == currency) return;
        db.Happened("organisation", Guid.Empty, new SettingChanged(nameof(Tenant.Currency), tenant.Currency, currency));
        tenant.Currency = currency;
    }
}
