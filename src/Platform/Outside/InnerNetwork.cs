using System.Net;
using System.Net.Sockets;
namespace Coxswain.Platform.Outside;

/// <summary>Tells addresses everybody can reach from those of an internal network, which a person outside must not reach through this machine.</summary>
public static class InnerNetwork
{
    private static readonly IPNetwork[] Inner =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24",
            "::1/128", "fc00::/7", "fec0::/10", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "2002::/16",
        }.Select(n => IPNetwork.Parse(n)),
    ];

    // Link-local addresses answer with the credentials of a machine in a data centre; the rest is nobody's.
    private static readonly IPNetwork[] Never = [.. new[] { "0.0.0.0/32", "169.254.0.0/16", "224.0.0.0/4", "240.0.0.0/4", "::/128", "fe80::/10", "ff00::/8" }.Select(n => IPNetwork.Parse(n))];

    private static readonly IPNetwork Translated = IPNetwork.Parse("64:ff9b::/96");

    /// <summary>Whether a connection may be made.</summary>
    /// <param name="address">Where to.</param>
    /// <param name="listed">An administrator listed the host.</param>
    public static bool Allows(IPAddress address, bool listed)
    {
        var plain = Plain(address);
        return !Never.Any(n => n.Contains(plain)) && (listed || !Inner.Any(n => n.Contains(plain)));
    }

    // An IPv4 address may come dressed as one of IPv6.
    private static IPAddress Plain(IPAddress address) =>
        address.AddressFamily is not AddressFamily.InterNetworkV6 ? address : address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : Translated.Contains(address) ? new IPAddress(address.GetAddressBytes().AsSpan(12)) : new IPAddress(address.GetAddressBytes());
}
