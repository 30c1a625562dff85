using System.ComponentModel.DataAnnotations;
using Coxswain.People.SignIn;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using QRCoder;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.People.Me;

/// <summary>Shows the code to scan with an authenticator; the second factor starts when its first digits are confirmed.</summary>
internal static class ShowSecondFactor
{
    public static async Task<Outcome<SecondFactorView>> Do(AppDb db, UserManager<Login> logins, CancellationToken ct)
    {
        if (await MyLogin.FindAsync(db, logins, ct) is not { } login) return Outcome.Missing;
        if (login.TwoFactorEnabled) return Outcome.Refused(T("Your second factor is on already."));
        if (await logins.GetAuthenticatorKeyAsync(login) is null) await logins.ResetAuthenticatorKeyAsync(login);
        var key = (await logins.GetAuthenticatorKeyAsync(login))!;
        return new SecondFactorView(key, Picture($"otpauth://totp/Coxswain:{Uri.EscapeDataString(login.Email!)}?secret={key}&issuer=Coxswain&digits=6"));
    }

    private static string Picture(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        using var code = new PngByteQRCode(data);
        return $"data:image/png;base64,{Convert.ToBase64String(code.GetGraphic(6))}";
    }
}

public sealed record SecondFactorView(string Key, string Picture);

/// <summary>Starts the second factor, and shows the recovery codes once.</summary>
internal static class StartSecondFactor
{
    private const int Codes = 10;

    public sealed record Input
    {
        [Required, StringLength(20)]
        public string? Code { get; init; }
    }

    public static async Task<Outcome<RecoveryView>> Do(Input input, AppDb db, UserManager<Login> logins, CancellationToken ct)
    {
        if (await MyLogin.FindAsync(db, logins, ct) is not { } login) return Outcome.Missing;
        var right = await logins.VerifyTwoFactorTokenAsync(login, TokenOptions.DefaultAuthenticatorProvider, input.Code!.Replace(" ", "", StringComparison.Ordinal));
        if (!right) return Outcome.Invalid(nameof(input.Code), T("That code is not right or is over. Try the next one."));
        await logins.SetTwoFactorEnabledAsync(login, true);
        return new RecoveryView([.. await logins.GenerateNewTwoFactorRecoveryCodesAsync(login, Codes) ?? []]);
    }
}

public sealed record RecoveryView(IReadOnlyList<string> Codes);

/// <summary>Ends the second factor; asks for the password, so that an open browser is not enough.</summary>
internal static class EndSecondFactor
{
    public sealed record Input
    {
        [Required, StringLength(500)]
        public string? Password { get; init; }
    }

    public static async Task<Outcome<Ended>> Do(Input input, AppDb db, UserManager<Login> logins, CancellationToken ct)
    {
        if (await MyLogin.FindAsync(db, logins, ct) is not { } login) return Outcome.Missing;
        if (!await logins.CheckPasswordAsync(login, input.Password!)) return Outcome.Invalid(nameof(input.Password), T("The password is wrong."));
        await logins.SetTwoFactorEnabledAsync(login, false);
        await logins.ResetAuthenticatorKeyAsync(login);
        return Outcome.Done(new Ended(1)).Saying(T("The second factor is off."));
    }
}

internal static class MyLogin
{
    public static async Task<Login?> FindAsync(AppDb db, UserManager<Login> logins, CancellationToken ct) =>
        await db.People.Where(p => p.Id == db.Viewer.PersonId).Select(p => p.LoginId).SingleAsync(ct) is { } id ? await logins.FindByIdAsync(id.ToString()) : null;
}
