using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
namespace Coxswain.People.SignIn;

/// <summary>
/// Slows guessing down: after so many wrong tries from one address the door stays shut there for a while. E-mail addresses nobody has
/// are counted like accounts, so that being shut out does not tell who has one. Kept in memory: a restart forgets it, accounts do not.
/// </summary>
internal sealed class SignInPace(TimeProvider clock)
{
    public const int FromOneAddress = 30, AtOneEmail = 5;
    private const int Most = 50_000;
    private static readonly TimeSpan While = TimeSpan.FromMinutes(15);
    private readonly ConcurrentDictionary<string, Tries> _tries = new();

    public bool IsShut(IPAddress? address) => Count(From(address)) >= FromOneAddress;

    public bool IsShut(string email) => Count(At(email)) >= AtOneEmail;

    public void Failed(IPAddress? address) => Add(From(address));

    /// <summary>A wrong try at an e-mail address nobody signs in with.</summary>
    public void FailedAt(string email) => Add(At(email));

    private int Count(string key) => _tries.TryGetValue(key, out var tries) && tries.Until > Now ? tries.Count : 0;

    private void Add(string key)
    {
        if (_tries.Count > Most)
            foreach (var (old, tries) in _tries)
                if (tries.Until <= Now) _tries.TryRemove(old, out _);
        _tries.AddOrUpdate(key, _ => new(1, Now + While), (_, before) => before.Until > Now ? before with { Count = before.Count + 1 } : new(1, Now + While));
    }

    // A household or an office of IPv6 has a whole /64 to itself.
    private static string From(IPAddress? address)
    {
        if (address is { IsIPv4MappedToIPv6: true }) address = address.MapToIPv4();
        return address?.GetAddressBytes() is { Length: 16 } six ? $"from {Convert.ToHexString(six, 0, 8)}" : $"from {address}";
    }

    // Only a hash is kept: what was typed may be somebody's address elsewhere.
    private static string At(string email) => $"at {Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(email.Trim().ToUpperInvariant())))}";

    private DateTimeOffset Now => clock.GetUtcNow();

    private sealed record Tries(int Count, DateTimeOffset Until);
}
