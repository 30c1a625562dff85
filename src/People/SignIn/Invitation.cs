using System.ComponentModel.DataAnnotations;
using Coxswain.People.Persons;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.People.SignIn;

/// <summary>A link that was passed on: whose it is, while it is good.</summary>
internal sealed class Invitation(IServiceScopeFactory scopes, TimeProvider clock)
{
    /// <summary>Works with the person a link is for, in that person's organisation; default where the link is wrong, used or over.</summary>
    public async Task<T?> WithAsync<T>(string? code, Func<OneTimeLink, Person, AppDb, IServiceProvider, Task<T>> work, CancellationToken ct)
    {
        if (code?.Split('-') is not [var number, var secret] || !int.TryParse(number, out var tenant)) return default;
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentViewer>().Become(Viewer.System(tenant));
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var (hash, now) = (Invite.Hash(secret), clock.GetUtcNow().UtcDateTime);
        var link = await db.OneTimeLinks.SingleOrDefaultAsync(l => l.SecretHash == hash && l.UsedAt == null && l.ExpiresAt > now, ct);
        if (link is null || await db.People.SingleOrDefaultAsync(p => p.Id == link.PersonId && p.LeftAt == null, ct) is not { } person) return default;
        return await work(link, person, db, scope.ServiceProvider);
    }
}

internal static class ShowInvitation
{
    public sealed record Input
    {
        public string? Code { get; init; }
    }

    public static async Task<Outcome<InvitationView>> Do(Input input, Invitation invitation, CancellationToken ct) =>
        await invitation.WithAsync(input.Code, (link, person, _, _) => Task.FromResult(new InvitationView(input.Code!, person.Name, person.Email!, link.Purpose is LinkPurpose.PasswordReset)), ct) is { } view
            ? view : Outcome.Refused(T("This link was used already or is over. Ask for a new one."));
}

/// <param name="Code">The link's.</param>
/// <param name="Name">Whose it is.</param>
/// <param name="Email">What they sign in with.</param>
/// <param name="IsReset">For a new password; what is computed is shown after it, where it is due.</param>
public sealed record InvitationView(string Code, string Name, string Email, bool IsReset);

/// <summary>Takes the link: sets the password, ends all sessions, opens a closed sign-in, records that an invited person was shown what is computed, signs in.</summary>
internal static class AcceptInvitation
{
    public sealed record Input
    {
        public string? Code { get; init; }

        [Required, StringLength(500)]
        public string? Password { get; init; }
    }

    public static async Task<Outcome<SignedIn>> Do(Input input, Invitation invitation, SessionCookie sessions, HttpContext http, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var taken = await invitation.WithAsync(input.Code, async (link, person, rows, services) =>
        {
            var logins = services.GetRequiredService<UserManager<Login>>();
            return await rows.InOneTransactionAsync(async () =>
            {
                var (login, result) = await SetAsync(logins, person, rows.Viewer.TenantId, input.Password!);
                if (!result.Succeeded) return new Taken(null, Passwords.Problems(result));
                (person.LoginId, link.UsedAt) = (login.Id, now);
                if (link.Purpose is LinkPurpose.Invitation) person.Acknowledge(now);
                foreach (var other in await rows.OneTimeLinks.Where(l => l.PersonId == person.Id && l.UsedAt == null).ToListAsync(ct)) other.UsedAt = now;
                foreach (var session in await rows.Sessions.Where(s => s.PersonId == person.Id && s.EndedAt == null).ToListAsync(ct)) session.EndedAt = now;
                rows.Happened("person", person.Id, new PasswordChosen(link.Purpose.ToString()), person.Id);
                await rows.SaveChangesAsync(ct);
                return new Taken(login, null);
            }, ct);
        }, ct);
        if (taken is null) return Outcome.Refused(T("This link was used already or is over. Ask for a new one."));
        if (taken.Login is not { } known) return Outcome.Invalid(taken.Problems!);
        var hasToRead = await sessions.BeginAsync(http, known, ct);
        return new SignedIn(hasToRead is true ? "/told" : "/today");
    }

    private static async Task<(Login, IdentityResult)> SetAsync(UserManager<Login> logins, Person person, int tenant, string password)
    {
        if (person.LoginId is { } id && await logins.FindByIdAsync(id.ToString()) is { } login)
        {
            await logins.SetLockoutEndDateAsync(login, null);
            await logins.ResetAccessFailedCountAsync(login);
            return (login, await logins.ResetPasswordAsync(login, await logins.GeneratePasswordResetTokenAsync(login), password));
        }
        var made = new Login { TenantId = tenant, PersonId = person.Id, UserName = person.Email, Email = person.Email };
        return (made, await logins.CreateAsync(made, password));
    }

    private sealed record Taken(Login? Login, Platform.Http.Problems? Problems);
}
