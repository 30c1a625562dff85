using System.ComponentModel.DataAnnotations;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.People.SignIn;

/// <summary>Signs a person in with e-mail and password, and the code of their second factor where they have one.</summary>
internal static class SignIn
{
    public sealed record Input
    {
        [Required, StringLength(320)]
        public string? Email { get; init; }

        [Required, StringLength(500)]
        public string? Password { get; init; }

        /// <summary>Six digits of the authenticator, or a recovery code.</summary>
        [StringLength(40)]
        public string? Code { get; init; }

        /// <summary>Where to go afterwards.</summary>
        public string? Next { get; init; }
    }

    public static async Task<Outcome<SignedIn>> Do(Input input, UserManager<Login> logins, SessionCookie sessions, SignInPace pace, HttpContext http, CancellationToken ct)
    {
        if (pace.IsShut(http.Connection.RemoteIpAddress)) return No(T("Too many wrong tries from here. Wait 15 minutes."));
        var login = await logins.FindByEmailAsync(input.Email!);
        var refusal = login is null ? Unknown(input, logins, pace) : await TryAsync(input, login, logins, sessions, ct);
        if (refusal is null && await sessions.BeginAsync(http, login!, ct) is { } hasToRead) return new SignedIn(hasToRead ? $"/told?next={Uri.EscapeDataString(OwnPath(input.Next))}" : OwnPath(input.Next));

        // Asked for the code is not wrong: the password was right.
        if (refusal is null || input.Code is not null || !refusal.Problems.Messages.ContainsKey(nameof(Input.Code))) pace.Failed(http.Connection.RemoteIpAddress);
        return refusal ?? No(Wrong);
    }

    private static string Wrong => T("E-mail or password is wrong.");

    private static string Shut => T("Too many wrong tries. Wait 15 minutes, or ask an administrator for a new link.");

    /// <summary>Somebody unknown costs the same time as a wrong password, and is shut out like one, so that the answer does not tell who has an account.</summary>
    private static Refusal Unknown(Input input, UserManager<Login> logins, SignInPace pace)
    {
        if (pace.IsShut(input.Email!)) return No(Shut);
        logins.PasswordHasher.HashPassword(null!, input.Password!);
        pace.FailedAt(input.Email!);
        return No(Wrong);
    }

    /// <summary>Null where password and code are right.</summary>
    private static async Task<Refusal?> TryAsync(Input input, Login login, UserManager<Login> logins, SessionCookie sessions, CancellationToken ct)
    {
        if (await logins.IsLockedOutAsync(login)) return No(Shut);
        if (!await logins.CheckPasswordAsync(login, input.Password!)) return await WrongAsync(nameof(Input.Password), Wrong);
        if (await logins.GetTwoFactorEnabledAsync(login))
        {
            if (input.Code is null) return Outcome.Invalid(nameof(Input.Code), T("Type the six digits your authenticator shows, or a recovery code."));
            if (!await IsCodeAsync(logins, login, input.Code)) return await WrongAsync(nameof(Input.Code), T("That code is not right or is over. Try the next one."));
        }
        await logins.ResetAccessFailedCountAsync(login);
        return null;

        async Task<Refusal> WrongAsync(string field, string message)
        {
            await logins.AccessFailedAsync(login);
            if (await logins.IsLockedOutAsync(login)) await sessions.TellAsync(login, new PersonShutOut(), ct);
            return Outcome.Invalid(field, message);
        }
    }

    private static async Task<bool> IsCodeAsync(UserManager<Login> logins, Login login, string code)
    {
        var plain = code.Replace(" ", "", StringComparison.Ordinal);
        return await logins.VerifyTwoFactorTokenAsync(login, TokenOptions.DefaultAuthenticatorProvider, plain) || (await logins.RedeemTwoFactorRecoveryCodeAsync(login, plain)).Succeeded;
    }

    private static Refusal No(string message) => Outcome.Invalid(nameof(Input.Password), message);

    // An address of another site would make our sign-in page the bait of theirs.
    internal static string OwnPath(string? next) => next is ['/', not ('/' or '\\'), ..] ? next : "/today";
}

/// <summary>Signed in: where the person goes now.</summary>
public sealed record SignedIn(string Next);

/// <summary>The empty sign-in form.</summary>
internal static class ShowSignIn
{
    public sealed record Input
    {
        public string? Next { get; init; }
    }

    public static Task<Outcome<SignInView>> Do(Input input, OpenDoor door, ThisMachine machine, HttpContext http) => Task.FromResult(Outcome.Done(new SignInView(input.Next, door.TenantId is not null && machine.Sends(http))));
}

/// <param name="Next">Where to go afterwards.</param>
/// <param name="OpensDemo">Anyone of the demo company can be entered without a password.</param>
public sealed record SignInView(string? Next, bool OpensDemo);

/// <summary>Ends the session of this browser.</summary>
internal static class SignOut
{
    public static async Task<Outcome<SignedIn>> Do(AppDb db, CurrentViewer viewer, SessionCookie sessions, HttpContext http, TimeProvider clock, CancellationToken ct)
    {
        sessions.Forget(http);
        if (viewer.IsKnown && viewer.Value.SessionId is { } id && await db.Rows<Session>().SingleOrDefaultAsync(s => s.Id == id, ct) is { } session)
        {
            session.EndedAt = clock.GetUtcNow().UtcDateTime;
            await db.SaveChangesAsync(ct);
        }
        return new SignedIn("/sign-in");
    }
}
