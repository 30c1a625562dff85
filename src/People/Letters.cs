using System.Buffers.Binary;
using System.Security.Cryptography;
namespace Coxswain.People;

/// <summary>
/// The letters that stand for people. Which one a person gets follows from a key of the organisation and not from when they came, so
/// the order of letters tells nothing; and whoever comes later moves nobody who has one.
/// </summary>
internal static class Letters
{
    /// <param name="people">Everyone of the organisation, oldest first: of two who fall on the same letter the older keeps it.</param>
    /// <param name="key">The organisation's.</param>
    public static IReadOnlyDictionary<Guid, string> Of(IReadOnlyCollection<Guid> people, byte[] key)
    {
        var places = Places(people.Count);
        var taken = new HashSet<int>();
        return people.ToDictionary(id => id, id => Letter(Enumerable.Range(0, int.MaxValue).Select(turn => PlaceOf(id, turn, key, places)).First(taken.Add), places));
    }

    // Full alphabets would have to give newcomers the letters left over, which again would tell who is new.
    private static int Places(int people)
    {
        var places = 26;
        while (places * 3 / 4 < people) places *= 26;
        return places;
    }

    private static int PlaceOf(Guid id, int turn, byte[] key, int places)
    {
        Span<byte> text = stackalloc byte[20];
        id.TryWriteBytes(text);
        BinaryPrimitives.WriteInt32BigEndian(text[16..], turn);
        Span<byte> drawn = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, text, drawn);
        return (int)(BinaryPrimitives.ReadUInt64BigEndian(drawn) % (ulong)places);
    }

    /// <summary>A to Z, or AA to ZZ where a hundred people need it.</summary>
    private static string Letter(int place, int places) => places == 1 ? "" : Letter(place / 26, places / 26) + (char)('A' + place % 26);
}
