using Coxswain.Demo.Inventing;
namespace Coxswain.Demo.Writing;

/// <summary>Moments of the invented time, and keys that say when a row was made in it.</summary>
internal static class Moments
{
    private const int Time = 6;

    /// <summary>A key of version 7 of that moment.</summary>
    public static Guid Key(this Chance chance, DateTime madeAt)
    {
        Span<byte> key = stackalloc byte[16];
        var milliseconds = (madeAt - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMillisecond;
        for (var i = 0; i < Time; i++) key[i] = (byte)(milliseconds >> (8 * (Time - 1 - i)));
        chance.Bytes(key[Time..]);
        key[6] = (byte)((key[6] & 0x0f) | 0x70);
        key[8] = (byte)((key[8] & 0x3f) | 0x80);
        return new Guid(key, bigEndian: true);
    }

    /// <summary>When things are written down.</summary>
    public static DateTime Morning(DateOnly day) => day.ToDateTime(new TimeOnly(9, 0), DateTimeKind.Utc);

    /// <summary>Some time of a working day.</summary>
    public static DateTime At(this Chance chance, DateOnly day) => day.ToDateTime(new TimeOnly(chance.Between(8, 16), 5 * chance.Between(0, 11)), DateTimeKind.Utc);
}
