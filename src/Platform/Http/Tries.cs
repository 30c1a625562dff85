using System.Collections.Concurrent;
using System.Net;
namespace Coxswain.Platform.Http;

/// <summary>Counts wrong tries, so that guessing gets slow: after so many the door stays shut for a while. Kept in memory: a restart forgets it.</summary>
/// <param name="clock">Says when a while is over.</param>
public sealed class Tries(TimeProvider clock)
{
    private const int Most = 50_000;
    private static readonly TimeSpan While = TimeSpan.FromMinutes(15);
    private readonly ConcurrentDictionary<string, Counted> _counted = new();

    /// <summary>How many there were within a while.</summary>
    public int Count(string key) => _counted.TryGetValue(key, out var counted) && counted.Until > Now ? counted.Count : 0;

    /// <summary>One more.</summary>
    public void Add(string key)
    {
        if (_counted.Count > Most)
            foreach (var (old, counted) in _counted)
                if (counted.Until <= Now) _counted.TryRemove(old, out _);
        _counted.AddOrUpdate(key, _ => new(1, Now + While), (_, before) => before.Until > Now ? before with { Count = before.Count + 1 } : new(1, Now + While));
    }

    /// <summary>What tries from an address are counted under: a household or an office of IPv6 has a whole /64 to itself.</summary>
    public static string From(IPAddress? address)
    {
        if (address is { IsIPv4MappedToIPv6: true }) address = address.MapToIPv4();
        return address?.GetAddressBytes() is { Length: 16 } six ? $"from {Convert.ToHexString(six, 0, 8)}" : $"from {address}";
    }

    private DateTimeOffset Now => clock.GetUtcNow();

    private sealed record Counted(int Count, DateTimeOffset Until);
}
