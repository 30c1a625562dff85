using System.Security.Cryptography;
using System.Text;
using Coxswain.Customers.Capture;
using Coxswain.Platform.Data;
using Coxswain.Platform.Tenants;
namespace Coxswain.Customers.Consent;

/// <summary>Why nothing may be sent.</summary>
public enum SuppressionReason { Asked, Bounced, Silence, Complaint, Law }

/// <summary>
/// An address, or all of a domain, that nothing may be sent to, whoever has it and whatever they agreed to. Known by its fingerprint, so that
/// it outlives the person: once they are erased nobody can read the address here, and it is refused all the same.
/// </summary>
[Tracked("suppression")]
internal sealed class Suppression : Entity
{
    public required string Fingerprint { get; init; }
    public required bool IsDomain { get; init; }

    /// <summary>As people write it; null once the person is erased.</summary>
    [Personal]
    public string? Value { get; set; }
    public required SuppressionReason Reason { get; set; }

    [Personal]
    public string? Note { get; set; }
    public required DateOnly On { get; set; }

    /// <summary>Who put it here.</summary>
    public required Guid PersonId { get; set; }

    /// <summary>It may be written to again; null while it holds.</summary>
    public DateTime? LiftedAt { get; set; }
    public string? LiftedBecause { get; set; }
}

/// <summary>What an address or a domain is known by where it may not be read.</summary>
internal static class Fingerprints
{
    /// <summary>The address in small letters, or the domain without its @; null for what is neither.</summary>
    public static (string Value, bool IsDomain)? Clean(string? text)
    {
        if (Addresses.Clean(text) is { } address) return (address, false);
        var domain = text?.Trim().TrimStart('@').ToLowerInvariant();
        return domain is { Length: > 3 and <= 253 } && domain.Contains('.', StringComparison.Ordinal) && Uri.CheckHostName(domain) is UriHostNameType.Dns ? (domain, true) : null;
    }

    /// <summary>Under the organisation's own key, so that a list of addresses cannot be tried against it elsewhere.</summary>
    public static string Of(Tenant tenant, string value) => Convert.ToHexStringLower(HMACSHA256.HashData(tenant.LetterKey, Encoding.UTF8.GetBytes($"suppression\n{value}")));

    /// <summary>Everything that would stop a mail to this address: itself, its domain, and those above that.</summary>
    public static IReadOnlyList<string> Stopping(Tenant tenant, string address)
    {
        var parts = Addresses.DomainOf(address).Split('.');
        return [Of(tenant, address), .. Enumerable.Range(0, Math.Max(1, parts.Length - 1)).Select(i => Of(tenant, string.Join('.', parts.Skip(i))))];
    }
}
