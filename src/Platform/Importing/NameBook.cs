using Coxswain.Platform.Data;
namespace Coxswain.Platform.Importing;

/// <summary>
/// Who is meant by a name in a file: the records of each kind by folded name and by their key in the system they came from. Rows that are read
/// ahead ask it while others are taken that add to it.
/// </summary>
public sealed class NameBook
{
    private readonly Lock _one = new();
    private readonly Dictionary<string, Dictionary<string, Guid>> _kinds = [];
    private readonly HashSet<(string Kind, string Name)> _twice = [];
    private readonly HashSet<(string Kind, Guid Id)> _keyed = [];

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
        var folded = Folding.Fold(name);
        lock (_one) return _kinds.TryGetValue(kind, out var known) && known.TryGetValue(folded, out var id) ? id : null;
    }

    /// <summary>Whether the record carries a key of the system it came from.</summary>
    public bool HasKey(string kind, Guid id)
    {
        lock (_one) return _keyed.Contains((kind, id));
    }

    /// <summary>Two records share this name, so that it does not say which is meant.</summary>
    public bool IsTwice(string kind, string name)
    {
        var folded = Folding.Fold(name);
        lock (_one) return _twice.Contains((kind, folded));
    }

    private void Take(string kind, IEnumerable<KnownName> names)
    {
        if (!_kinds.TryGetValue(kind, out var known)) _kinds[kind] = known = [];
        foreach (var name in names)
        {
            var folded = Folding.Fold(name.Name);
            if (known.TryGetValue(folded, out var other) && other != name.Id) _twice.Add((kind, folded));
            else known[folded] = name.Id;
            if (name.SourceId is not { Length: > 0 } source) continue;
            known.TryAdd(Folding.Fold(source), name.Id);
            _keyed.Add((kind, name.Id));
        }
    }
}
