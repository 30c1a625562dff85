using System.Net;
using System.Net.Sockets;
namespace Coxswain.Platform.Outside;

/// <summary>Hosts of the internal network that an administrator lists, one a line.</summary>
/// <param name="Hosts">Names or addresses.</param>
public sealed record ListedHosts(IReadOnlySet<string> Hosts)
{
    /// <summary>Reads them as they were typed.</summary>
    public static ListedHosts Of(string? lines) =>
        new((lines ?? "").Split(['\n', '\r', ',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToHashSet(StringComparer.OrdinalIgnoreCase));

    public bool Has(string host) => Hosts.Contains(host.Trim('[', ']'));
}

/// <summary>The one way out: looks a host up once, decides by its addresses, and connects to exactly those, so that no second answer of a name server leads elsewhere.</summary>
public static class OutsideLine
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <exception cref="OutsideException">It may not be reached, or cannot.</exception>
    public static async Task<Stream> ConnectAsync(string host, int port, ListedHosts listed, CancellationToken ct)
    {
        var addresses = await AddressesAsync(host, ct);
        var allowed = addresses.Where(a => InnerNetwork.Allows(a, listed.Has(host))).ToArray();
        if (allowed.Length == 0) throw new OutsideException(OutsideFault.Inner, host);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        try
        {
            await socket.ConnectAsync(allowed, port, patience.Token);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch (Exception failure) when (failure is SocketException or OperationCanceledException && !ct.IsCancellationRequested)
        {
            socket.Dispose();
            throw new OutsideException(OutsideFault.Unreachable, $"{host}:{port}", failure);
        }
    }

    private static async Task<IPAddress[]> AddressesAsync(string host, CancellationToken ct)
    {
        if (IPAddress.TryParse(host.Trim('[', ']'), out var address)) return [address];
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        try { return await Dns.GetHostAddressesAsync(host, patience.Token); }
        catch (Exception failure) when (failure is SocketException or ArgumentException or OperationCanceledException && !ct.IsCancellationRequested) { throw new OutsideException(OutsideFault.Unknown, host, failure); }
    }
}
