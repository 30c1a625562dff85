using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Coxswain.Platform.Data;
namespace Coxswain.Platform.Importing;

/// <summary>
/// Who is meant by a name in a file: the records of each kind by folded name and by their key in the system they came from. Rows that are read
/// ahead ask it while others are taken that add to it. It holds no text but what tells texts apart, since there may be a million accounts.
/// </summary>
public sealed class NameBook
{
    private readonly Lock _one = new();
    private readonly Dictionary<string, Dictionary<UInt128, Guid>> _kinds = [];
    private readonly Dictionary<string, HashSet<Guid>> _keyed = [];
    private readonly HashSet<(string Kind, UInt128 Name)> _twice = [];

    /// <summary>Whether the names of this kind are in it.</summary>
    public bool Has(string kind)
    {
        lock (_one) return _kinds.ContainsKey(kind);
    }

    public void Learn(string kind, IEnumerable<KnownName> names)
    {
        lock (_one) Take(kind, names);
    }

    /// <summary>The record, or null where nobody is called so.</summary>
    public Guid? Find(string kind, string name)
    {
        var folded = Mark(name);
        lock (_one) return _kinds.TryGetValue(kind, out var known) && known.TryGetValue(folded, out var id) ? id : null;
    }

    /// <summary>Whether the record carries a key of the system it came from.</summary>
    public bool HasKey(string kind, Guid id)
    {
        lock (_one) return _keyed.TryGetValue(kind, out var keyed) && keyed.Contains(id);
    }

    /// <summary>Two records share this name, so that it does not say which is meant.</summary>
    public bool IsTwice(string kind, string name)
    {
        var folded = Mark(name);
        lock (_one) return _twice.Contains((kind, folded));
    }

    private void Take(string kind, IEnumerable<KnownName> names)
    {
        if (!_kinds.TryGetValue(kind, out var known)) (_kinds[kind], _keyed[kind]) = (known = [], []);
        foreach (var name in names)
        {
            var folded = Mark(name.Name);
            if (known.TryGetValue(folded, out var other) && other != name.Id) _twice.Add((kind, folded));
            else known[folded] = name.Id;
            if (name.SourceId is not { Length: > 0 } source) continue;
            known.TryAdd(Mark(source), name.Id);
            _keyed[kind].Add(name.Id);
        }
    }

    // Two texts with one mark are not met among as many as there are.
    private static UInt128 Mark(string text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(MemoryMarshal.AsBytes(Folding.Fold(text).AsSpan()), hash);
        return BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }
}
