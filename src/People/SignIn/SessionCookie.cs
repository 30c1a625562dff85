using Coxswain.People.Persons;
using Coxswain.People.Teams;
using Coxswain.People.Told;
using Coxswain.Platform.Sending;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Platform.Http;
using Coxswain.Platform.Periods;
using Coxswain.Platform.Tenants;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
namespace Coxswain.People.SignIn;

/// <summary>Knows a browser by the cookie it was given at sign-in. The cookie names a session row, so that ending the row ends the sign-in at once.</summary>
internal sealed class SessionCookie(IDataProtectionProvider protection, IServiceScopeFactory scopes, OpenDoor door, TimeProvider clock) : IIdentify
{
    public const string Name = "coxswain-session";

    /// <summary>A session nobody used for this long is over.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromDays(14);

    // Written at most this often, so that reading a page is not a write.
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);

    // A browser sends its cookies to every port of a host: entering the demo must not sign anyone out beside it.
    private string Called => door.TenantId is null ? Name : Name + "-demo";

    private IDataProtector Protector => protection.CreateProtector("Coxswain.Session");

    public async ValueTask<Viewer?> IdentifyAsync(HttpContext http)
    {
        if (IdIn(http.Request.Cookies[Called]) is not { } id) return null;
        var db = http.RequestServices.GetRequiredService<AppDb>();
        await db.StayOpenAsync(http.RequestAborted);
        var now = clock.GetUtcNow().UtcDateTime;
        if (await db.Rows<Session>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, http.RequestAborted) is not { EndedAt: null } session || session.SeenAt < now - Idle) return null;
        if (await db.ViewerAsync(session.TenantId, session.PersonId, http.RequestAborted) is not { } viewer) return null;
        if (session.SeenAt < now - Fresh) await SeenAsync(session, now, http.RequestAborted);
        return viewer with { SessionId = id };
    }

    private async Task SeenAsync(Session session, DateTime now, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentViewer>().Become(Viewer.System(session.TenantId));
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        db.Attach(session);
        session.SeenAt = now;
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Begins a session in this browser.</summary>
    /// <returns>Whether the person has yet to read what is computed about them; null, and no session, for someone who left.</returns>
    public async Task<bool?> BeginAsync(HttpContext http, Login login, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await using var scope = Open(login);
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        if (await db.People.AsNoTracking().SingleOrDefaultAsync(p => p.Id == login.PersonId && p.LeftAt == null, ct) is not { } person) return null;
        var session = new Session { TenantId = login.TenantId, LoginId = login.Id, PersonId = login.PersonId, Device = Device.Of(http.Request.Headers.UserAgent.ToString()), StartedAt = now, SeenAt = now };
        db.Add(session);
        db.Happened("person", person.Id, new PersonSignedIn(session.Device), person.Id);
        await db.SaveChangesAsync(ct);
        http.Response.Cookies.Append(Called, Convert.ToBase64String(Protector.Protect(session.Id.ToByteArray())), Settings(http, Idle));
        return ShowTold.IsDue(person, (await ToldTeams.ReadAsync(db, ct)).At(person.TeamId));
    }

    /// <summary>Writes down what happened at the door, where nobody is signed in yet.</summary>
    public async Task TellAsync(Login login, News news, CancellationToken ct)
    {
        await using var scope = Open(login);
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        db.Happened("person", login.PersonId, news);
        await db.SaveChangesAsync(ct);
    }

    private AsyncServiceScope Open(Login login)
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentViewer>().Become(Viewer.System(login.TenantId));
        return scope;
    }

    public void Forget(HttpContext http) => http.Response.Cookies.Delete(Called, Settings(http, null));

    private static CookieOptions Settings(HttpContext http, TimeSpan? age) => new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = SafeCookie.IsSecure(http.Request), IsEssential = true, Path = "/", MaxAge = age };

    private Guid? IdIn(string? cookie)
    {
        if (cookie is null) return null;
        try { return new Guid(Protector.Unprotect(Convert.FromBase64String(cookie))); }
        catch (Exception e) when (e is FormatException or System.Security.Cryptography.CryptographicException or ArgumentException) { return null; }
    }
}

internal static class Viewers
{
    /// <summary>The person as a viewer, with the language they see; null for someone who has left. Asked before anyone is known, so it names the organisation.</summary>
    public static async Task<Viewer?> ViewerAsync(this AppDb db, int tenantId, Guid personId, CancellationToken ct)
    {
        var found = await db.RowsOf<Person>(tenantId).AsNoTracking().Where(p => p.Id == personId && p.LeftAt == null)
            .Join(db.Rows<Tenant>().AsNoTracking(), p => p.TenantId, t => t.Id, (p, t) => new { p.Id, p.Role, p.Name, p.Culture, Tenant = t }).SingleOrDefaultAsync(ct);
        return found is not { Tenant: var tenant } ? null : new Viewer(tenantId, found.Id, found.Role)
        {
            Name = found.Name, DeviceKey = DeviceKey.Of(tenant.LetterKey, found.Id), Culture = found.Culture ?? tenant.Culture, Periods = Periods.Of(tenant), Organisation = tenant,
        };
    }
}
