using Coxswain.Demo.Inventing;
using Coxswain.Platform.Data;
namespace Coxswain.Demo.Writing;

/// <summary>Moments of the invented time, and keys that say when a row was made in it.</summary>
internal static class Moments
{
    /// <summary>A key of version 7 of that moment.</summary>
    public static Guid Key(this Chance chance, DateTime madeAt)
    {
        Span<byte> key = stackalloc byte[16];
        chance.Bytes(key);
        return Keys.Of(madeAt, key);
    }

    /// <summary>When things are written down; of the last day, at its first moment, as the rest of it may be still to come.</summary>
    public static DateTime Morning(this CompanyPlan plan, DateOnly day) => day.ToDateTime(day == plan.Until ? TimeOnly.MinValue : new TimeOnly(9, 0), DateTimeKind.Utc);

    /// <summary>Some time of a working day.</summary>
    public static DateTime At(this Chance chance, DateOnly day) => day.ToDateTime(new TimeOnly(chance.Between(8, 16), 5 * chance.Between(0, 11)), DateTimeKind.Utc);
}
