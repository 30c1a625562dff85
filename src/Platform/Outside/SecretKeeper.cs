using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
namespace Coxswain.Platform.Outside;

/// <summary>Passwords and secret addresses of other machines, as the database may keep them: only with the installation's own keys can they be read.</summary>
public sealed class SecretKeeper(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("Coxswain.Secret");

    public string Close(string secret) => _protector.Protect(secret);

    /// <returns>Null where the keys it was closed with are gone: it has to be entered again.</returns>
    public string? Open(string? kept)
    {
        if (kept is null) return null;
        try { return _protector.Unprotect(kept); }
        catch (CryptographicException) { return null; }
    }
}
