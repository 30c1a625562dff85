using System.Security.Cryptography;
namespace Coxswain.Platform.Data;

/// <summary>Makes keys of version 7: the time of making, then chance that nobody can guess.</summary>
internal static class Keys
{
    private const int Size = 16, Time = 6;

    // The framework asks the system for the chance in every single key, which costs more than to write a row by it.
    [ThreadStatic]
    private static byte[]? _chance;

    [ThreadStatic]
    private static int _used;

    public static Guid Next()
    {
#pragma warning disable RS0030 // a key is of the clock of the machine, whatever day a test says it is
        var milliseconds = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
#pragma warning restore RS0030
        if (_chance is null || _used == _chance.Length)
        {
            RandomNumberGenerator.Fill(_chance ??= new byte[256 * Size]);
            _used = 0;
        }
        var key = _chance.AsSpan(_used, Size);
        _used += Size;
        for (var i = 0; i < Time; i++) key[i] = (byte)(milliseconds >> (8 * (Time - 1 - i)));
        key[6] = (byte)((key[6] & 0x0f) | 0x70);
        key[8] = (byte)((key[8] & 0x3f) | 0x80);
        return new Guid(key, bigEndian: true);
    }
}
