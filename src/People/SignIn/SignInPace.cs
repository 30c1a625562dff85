using System.Net;
using System.Security.Cryptography;
using System.Text;
using Coxswain.Platform.Http;
namespace Coxswain.People.SignIn;

/// <summary>
/// Slows guessing down: after so many wrong tries from one address the door stays shut there for a while. E-mail addresses nobody has
/// are counted like accounts, so that being shut out does not tell who has one. Kept in memory: a restart forgets it, accounts do not.
/// </summary>
internal sealed class SignInPace(TimeProvider clock)
{
    public const int FromOneAddress = 30, AtOneEmail = 5;
    private readonly Tries _tries = new(clock);

    public bool IsShut(IPAddress? address) => _tries.Count(Tries.From(address)) >= FromOneAddress;

    public bool IsShut(string email) => _tries.Count(At(email)) >= AtOneEmail;

    public void Failed(IPAddress? address) => _tries.Add(Tries.From(address));

    /// <summary>A wrong try at an e-mail address nobody signs in with.</summary>
    public void FailedAt(string email) => _tries.Add(At(email));

    // Only a hash is kept: what was typed may be somebody's address elsewhere.
    private static string At(string email) => $"at {Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(email.Trim().ToUpperInvariant())))}";
}
