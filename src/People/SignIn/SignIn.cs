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

    public static async Task<Outcome<SignedIn>> Do(Input input, AppDb db, UserManager<Login> logins, SessionCookie sessions, HttpContext http, CancellationToken ct)
    {
        var login = await logins.FindByEmailAsync(input.Email!);
        // Somebody unknown costs the same time as a wrong password, so that the answer does not tell who has an account.
        if (login is null) logins.PasswordHasher.HashPassword(null!, input.Password!);
        if (login is null) return No(T("E-mail or password is wrong."));
        if (await logins.IsLockedOutAsync(login)) return No(T("Too many wrong tries. Wait 15 minutes, or ask an administrator for a new link."));
        if (!await logins.CheckPasswordAsync(login, input.Password!)) return await WrongAsync(logins, login, T("E-mail or password is wrong."));
        if (await logins.GetTwoFactorEnabledAsync(login))
        {
            if (input.Code is null) return Outcome.Invalid(nameof(Input.Code), T("Type the six digits your authenticator shows, or a recovery code."));
            if (!await IsCodeAsync(logins, login, input.Code)) return await WrongAsync(logins, login, T("That code is not right or is over. Try the next one."), nameof(Input.Code));
        }
        await logins.ResetAccessFailedCountAsync(login);
        await sessions.BeginAsync(http, db, login, ct);
        return new SignedIn(OwnPath(input.Next));
    }

    private static async Task<bool> IsCodeAsync(UserManager<Login> logins, Login login, string code)
    {
        var plain = code.Replace(" ", "", StringComparison.Ordinal);
        return await logins.VerifyTwoFactorTokenAsync(login, TokenOptions.DefaultAuthenticatorProvider, plain) || (await logins.RedeemTwoFactorRecoveryCodeAsync(login, plain)).Succeeded;
    }

    private static async Task<Refusal> WrongAsync(UserManager<Login> logins, Login login, string message, string field = nameof(Input.Password))
    {
        await logins.AccessFailedAsync(login);
        return Outcome.Invalid(field, message);
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

    public static Task<Outcome<SignInView>> Do(Input input) => Task.FromResult(Outcome.Done(new SignInView(input.Next)));
}

public sealed record SignInView(string? Next);

/// <summary>Ends the session of this browser.</summary>
internal static class SignOut
{
    public static async Task<Outcome<SignedIn>> Do(AppDb db, CurrentViewer viewer, HttpContext http, TimeProvider clock, CancellationToken ct)
    {
        SessionCookie.Forget(http);
        if (viewer.IsKnown && viewer.Value.SessionId is { } id && await db.Rows<Session>().SingleOrDefaultAsync(s => s.Id == id, ct) is { } session)
        {
            session.EndedAt = clock.GetUtcNow().UtcDateTime;
            await db.SaveChangesAsync(ct);
        }
        return new SignedIn("/sign-in");
    }
}
