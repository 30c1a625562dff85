using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Looks;
using Coxswain.Platform.Privacy;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Coxswain.People.Keys;
using Coxswain.People.SignIn;
namespace Coxswain.People.Me;

/// <summary>What is mine: language, browsers signed in, keys of programs, the second factor, who looked at figures about me.</summary>
internal static class ShowMe
{
    public static async Task<Outcome<MeView>> Do(AppDb db, UserManager<Login> logins, IEnumerable<LookName> names, CancellationToken ct)
    {
        var me = await db.People.AsNoTracking().SingleAsync(p => p.Id == db.Viewer.PersonId, ct);
        var sessions = await db.Sessions.Where(s => s.PersonId == me.Id && s.EndedAt == null).OrderByDescending(s => s.SeenAt)
            .Select(s => new SessionLine(s.Id, s.Device, s.StartedAt, s.SeenAt, s.Id == db.Viewer.SessionId)).ToListAsync(ct);
        var keys = await db.ApiKeys.Where(k => k.PersonId == me.Id && k.RevokedAt == null).OrderBy(k => k.MadeAt).Select(KeyLine.Reading).ToListAsync(ct);
        var login = me.LoginId is { } id ? await logins.FindByIdAsync(id.ToString()) : null;
        return new MeView(me.Name, me.Email, me.Culture, sessions, keys, login?.TwoFactorEnabled ?? false, login is null ? 0 : await logins.CountRecoveryCodesAsync(login), await MyLooks.ReadAsync(db, names, ct), await db.LimitAsync(Look.Retained, Look.Months, ct));
    }
}

public sealed record MeView(string Name, string? Email, string? Culture, IReadOnlyList<SessionLine> Sessions, IReadOnlyList<KeyLine> Keys, bool HasSecondFactor, int RecoveryCodes, IReadOnlyList<LookLine> Looks, int LooksMonths);

public sealed record SessionLine(Guid Id, string Device, DateTime StartedAt, DateTime SeenAt, bool IsThis);
