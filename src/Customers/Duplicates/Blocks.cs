using System.Runtime.InteropServices;
namespace Coxswain.Customers.Duplicates;

/// <summary>
/// Who is worth comparing with whom: those that share a block. Holds a number for each block of each record and nothing else, so that a
/// million records are a hundred megabytes.
/// </summary>
internal sealed class Blocks
{
    // A switchboard or a name that hundreds share says nothing, and comparing all of them takes all night.
    private const int Widest = 150;

    private readonly List<Guid> _ids = [];
    private readonly List<ulong> _keys = [];
    private readonly List<int> _nths = [];

    public int Count => _ids.Count;

    public void Add(Guid id, IEnumerable<string> blocks)
    {
        foreach (var block in blocks)
        {
            _keys.Add(Hash(block));
            _nths.Add(_ids.Count);
        }
        _ids.Add(id);
    }

    /// <summary>Every two that share a block, once.</summary>
    public IEnumerable<(Guid First, Guid Second)> Pairs()
    {
        var keys = CollectionsMarshal.AsSpan(_keys);
        var nths = CollectionsMarshal.AsSpan(_nths);
        keys.Sort(nths);
        var pairs = new List<ulong>();
        for (var from = 0; from < keys.Length;)
        {
            var to = from + 1;
            while (to < keys.Length && keys[to] == keys[from]) to++;
            if (to - from <= Widest) Cross(nths[from..to], pairs);
            from = to;
        }
        _keys.Clear();
        _nths.Clear();
        pairs.Sort();
        return Once(pairs);
    }

    private static void Cross(ReadOnlySpan<int> nths, List<ulong> pairs)
    {
        for (var i = 0; i < nths.Length; i++)
            for (var j = i + 1; j < nths.Length; j++)
                if (nths[i] != nths[j]) pairs.Add(((ulong)Math.Min(nths[i], nths[j]) << 32) | (uint)Math.Max(nths[i], nths[j]));
    }

    private IEnumerable<(Guid, Guid)> Once(List<ulong> pairs)
    {
        for (var i = 0; i < pairs.Count; i++)
            if (i == 0 || pairs[i] != pairs[i - 1]) yield return (_ids[(int)(pairs[i] >> 32)], _ids[(int)(uint)pairs[i]]);
    }

    // FNV-1a: two texts that meet by chance are compared once more than they need be, and found to differ.
    private static ulong Hash(string text)
    {
        var hash = 14695981039346656037;
        foreach (var c in text) hash = (hash ^ c) * 1099511628211;
        return hash;
    }
}
