using System.ComponentModel.DataAnnotations;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Platform.Http;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.People.Keys;

/// <summary>Shows how programs come in: their accounts and keys, their pace, and whether assistants may use tools.</summary>
internal static class ShowApiSettings
{
    public static async Task<Outcome<ApiSettingsView>> Do(AppDb db, CancellationToken ct)
    {
        var tenant = await db.Rows<Tenant>().AsNoTracking().SingleAsync(t => t.Id == db.Viewer.TenantId, ct);
        var accounts = await db.People.AsNoTracking().Where(p => p.IsService && p.LeftAt == null).OrderBy(p => p.FoldedName).Select(p => new { p.Id, p.Name, p.Role }).ToListAsync(ct);
        var ids = accounts.Select(a => a.Id).ToList();
        var keys = (await db.ApiKeys.AsNoTracking().Where(k => ids.Contains(k.PersonId) && k.RevokedAt == null).OrderBy(k => k.MadeAt).Select(k => new { k.PersonId, Line = new KeyLine(k.Id, k.Name, k.MadeAt, k.ExpiresAt, k.Scopes, k.LastUsedOn) }).ToListAsync(ct)).ToLookup(k => k.PersonId, k => k.Line);
        return new ApiSettingsView(tenant.ApiPerMinute, tenant.OffersTools, [.. accounts.Select(a => new ServiceAccount(a.Id, a.Name, a.Role, [.. keys[a.Id]]))]);
    }

    public sealed record Of { public Guid Id { get; init; } }

    /// <summary>The same after a form of one account was posted.</summary>
    public static Task<Outcome<ApiSettingsView>> Again(Of input, AppDb db, CancellationToken ct) => Do(db, ct);
}

/// <param name="PerMinute">How often a key may ask in a minute.</param>
/// <param name="OffersTools">Whether assistants may use the tools at /mcp.</param>
/// <param name="Accounts">The programs' accounts.</param>
public sealed record ApiSettingsView(int PerMinute, bool OffersTools, IReadOnlyList<ServiceAccount> Accounts);

/// <summary>An account that only programs use.</summary>
public sealed record ServiceAccount(Guid Id, string Name, Role Role, IReadOnlyList<KeyLine> Keys);

/// <summary>Changes the pace, and whether assistants may use tools.</summary>
internal static class ChangeApiSettings
{
    public sealed record Input
    {
        [Required, Range(10, 1_000_000)]
        public int? PerMinute { get; init; }

        public bool OffersTools { get; init; }
    }

    public static async Task<Outcome<ApiSettingsView>> Do(Input input, AppDb db, CancellationToken ct)
    {
        var tenant = await db.Rows<Tenant>().SingleAsync(t => t.Id == db.Viewer.TenantId, ct);
        (tenant.ApiPerMinute, tenant.OffersTools) = (input.PerMinute!.Value, input.OffersTools);
        db.Happened("organisation", Guid.Empty, new ApiSettingsChanged(tenant.ApiPerMinute, tenant.OffersTools));
        await db.SaveChangesAsync(ct);
        return (await ShowApiSettings.Do(db, ct)).Saying(T("Saved."));
    }
}

/// <summary>Programs may ask more or less often, or tools are offered or not.</summary>
internal sealed record ApiSettingsChanged(int PerMinute, bool OffersTools) : News("organisation.api");
