using System.Buffers.Binary;
using System.Security.Cryptography;
namespace Coxswain.Platform.Data;

/// <summary>Makes keys of version 7: the time of making, to a quarter of a microsecond (RFC 9562, 6.2, method 3), then chance that nobody can guess.</summary>
public static class Keys
{
    private const int Size = 16;

    // The framework asks the system for the chance in every single key, which costs more than to write a row by it.
    [ThreadStatic]
    private static byte[]? _chance;

    [ThreadStatic]
    private static int _used;

    internal static Guid Next()
    {
        if (_chance is null || _used == _chance.Length)
        {
            RandomNumberGenerator.Fill(_chance ??= new byte[256 * Size]);
            _used = 0;
        }
        _used += Size;
#pragma warning disable RS0030 // a key is of the clock of the machine, whatever day a test says it is
        return Of(DateTime.UtcNow, _chance.AsSpan(_used - Size, Size));
#pragma warning restore RS0030
    }

    /// <summary>When a key was made, to a millisecond; the beginning of time for one that does not say.</summary>
    public static DateTime MomentOf(Guid key)
    {
        Span<byte> bytes = stackalloc byte[Size];
        key.TryWriteBytes(bytes, bigEndian: true, out _);
        return bytes[6] >> 4 is 7 ? DateTime.UnixEpoch.AddMilliseconds(BinaryPrimitives.ReadInt64BigEndian(bytes) >>> 16) : DateTime.MinValue;
    }

    /// <summary>The key of a moment.</summary>
    /// <param name="at">UTC.</param>
    /// <param name="key">Sixteen bytes of chance; the first eight give way to the time.</param>
    public static Guid Of(DateTime at, Span<byte> key)
    {
        var (milliseconds, rest) = Math.DivRem((at - DateTime.UnixEpoch).Ticks, TimeSpan.TicksPerMillisecond);
        BinaryPrimitives.WriteInt64BigEndian(key, milliseconds << 16 | 0x7000 | (rest * 4096 / TimeSpan.TicksPerMillisecond));
        key[8] = (byte)((key[8] & 0x3f) | 0x80);
        return new Guid(key, bigEndian: true);
    }
}
