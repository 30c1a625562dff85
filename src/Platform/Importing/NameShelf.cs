using Coxswain.Platform.Data;
namespace Coxswain.Platform.Importing;

/// <summary>Records of one kind by their names, however they are written, and by their keys, of which capitals are a part: systems count with them.</summary>
internal sealed class NameShelf
{
    private readonly Dictionary<string, Guid> _names = [], _keys = [];
    private readonly HashSet<Guid> _keyed = [];
    private readonly HashSet<string> _twice = [];

    public void Put(KnownName name, bool byName, bool byKey)
    {
        if (byName)
        {
            var folded = Folding.Fold(name.Name);
            if (!_names.TryAdd(folded, name.Id) && _names[folded] != name.Id) _twice.Add(folded);
        }
        if (name.SourceId is not { Length: > 0 } key) return;
        _keyed.Add(name.Id);
        if (byKey) _keys.TryAdd(key, name.Id);
    }

    public Guid? Named(string folded) => _names.TryGetValue(folded, out var id) ? id : null;

    public Guid? Keyed(string key) => _keys.TryGetValue(key, out var id) ? id : null;

    public bool HasKey(Guid id) => _keyed.Contains(id);

    public bool IsTwice(string folded) => _twice.Contains(folded);
}
