using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Coxswain.Platform.Data;
namespace Coxswain.Platform.Importing;

/// <summary>Records of one kind by their names and keys. It holds no text but what tells texts apart.</summary>
internal sealed class NameShelf
{
    private readonly Dictionary<UInt128, Guid> _names = [], _keys = [];
    private readonly HashSet<Guid> _keyed = [];
    private readonly HashSet<UInt128> _twice = [];

    public void Put(KnownName name, bool byName, bool byKey)
    {
        var folded = Folded(name.Name);
        if (byName && !_names.TryAdd(folded, name.Id) && _names[folded] != name.Id) _twice.Add(folded);
        if (name.SourceId is not { Length: > 0 } key) return;
        _keyed.Add(name.Id);
        if (byKey) _keys.TryAdd(Exact(key), name.Id);
    }

    public Guid? Named(UInt128 folded) => _names.TryGetValue(folded, out var id) ? id : null;

    public Guid? Keyed(UInt128 exact) => _keys.TryGetValue(exact, out var id) ? id : null;

    public bool HasKey(Guid id) => _keyed.Contains(id);

    public bool IsTwice(UInt128 folded) => _twice.Contains(folded);

    /// <summary>The mark of a name, however it is written.</summary>
    public static UInt128 Folded(string name) => Mark(Folding.Fold(name));

    /// <summary>The mark of a key, of which capitals are a part: systems count with them.</summary>
    public static UInt128 Exact(string key) => Mark(key);

    // Two texts with one mark are not met among as many as there are.
    private static UInt128 Mark(string text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(MemoryMarshal.AsBytes(text.AsSpan()), hash);
        return BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }
}
