using Coxswain.Platform.Access;
using Coxswain.Platform.Api;
using Coxswain.Platform.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
namespace Coxswain.People.SignIn;

/// <summary>Knows a program by the key it sends: <c>Authorization: Bearer cox_…</c>. A key opens the API only.</summary>
internal sealed class BearerKey(IServiceScopeFactory scopes, TimeProvider clock) : IIdentify
{
    public async ValueTask<Viewer?> IdentifyAsync(HttpContext http)
    {
        if (!ApiAddress.IsForPrograms(http.Request.Path) || http.Request.Headers.Authorization.ToString().Split(' ') is not ["Bearer", var key]) return null;
        if (key.Split('_') is not ["cox", var number, var secret] || !int.TryParse(number, out var tenant)) return null;
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentViewer>().Become(Viewer.System(tenant));
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var (hash, now) = (Invite.Hash(secret), clock.GetUtcNow().UtcDateTime);
        if (await db.ApiKeys.SingleOrDefaultAsync(k => k.SecretHash == hash && k.RevokedAt == null && (k.ExpiresAt == null || k.ExpiresAt > now), http.RequestAborted) is not { } known) return null;
        if (known.LastUsedOn != DateOnly.FromDateTime(now))
        {
            known.LastUsedOn = DateOnly.FromDateTime(now);
            await db.SaveChangesAsync(http.RequestAborted);
        }
        return await db.ViewerAsync(tenant, known.PersonId, http.RequestAborted) is { } viewer ? viewer with { KeyId = known.Id, Scopes = Scopes.Of(known.Scopes) } : null;
    }
}
