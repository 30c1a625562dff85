using Coxswain.Platform.Data;
namespace Coxswain.Platform.Importing;

/// <summary>
/// Who is meant by a name in a file: records by folded name and by their key in the system they came from. Kinds with few records are in it
/// whole. Of kinds with many it holds those that the last batches asked for or made, so that it is as large for a million rows as for a
/// thousand. Rows that are read ahead ask it while others are taken that add to it.
/// </summary>
/// <param name="keepsAll">Nothing that is made is saved, as in a dry run: it can be found nowhere else.</param>
public sealed class NameBook(bool keepsAll = false)
{
    /// <summary>How many batches are under way at most: one is saved, one taken, one waits and one is read; and as many again to be on the safe side.</summary>
    private const int Batches = 8;

    private readonly Lock _one = new();
    private readonly Dictionary<string, NameShelf> _whole = [];
    private readonly Dictionary<string, Queue<NameShelf>> _passing = [];

    /// <summary>Whether it is known where the names of this kind are.</summary>
    public bool Has(string kind)
    {
        lock (_one) return _whole.ContainsKey(kind);
    }

    /// <summary>From now on the names of this kind are asked for batch by batch.</summary>
    public void AskFor(string kind)
    {
        lock (_one) (_whole[kind], _passing[kind]) = (new NameShelf(), []);
    }

    /// <summary>A batch begins: what was learned so many batches ago is in the database and is asked for again.</summary>
    public void Turn()
    {
        lock (_one)
            foreach (var shelves in _passing.Values)
            {
                if (shelves.Count == Batches) shelves.Dequeue();
                shelves.Enqueue(new NameShelf());
            }
    }

    /// <summary>What the database answered to texts of the batch that begins. Each record counts by what was asked for, since only of that all who are called so are known.</summary>
    public void Learn(string kind, IReadOnlySet<string> asked, IEnumerable<KnownName> answered)
    {
        var folded = asked.Select(Folding.Fold).ToHashSet();
        lock (_one)
        {
            var shelf = _passing[kind].Last();
            foreach (var name in answered)
                shelf.Put(name, byName: folded.Contains(Folding.Fold(name.Name)), byKey: name.SourceId is { } key && asked.Contains(key));
        }
    }

    /// <summary>Records of a kind that is known whole, or that were made just now.</summary>
    public void Learn(string kind, IEnumerable<KnownName> names)
    {
        lock (_one)
        {
            if (!_whole.TryGetValue(kind, out var whole)) _whole[kind] = whole = new NameShelf();
            var shelf = keepsAll || !_passing.TryGetValue(kind, out var shelves) || shelves.Count == 0 ? whole : shelves.Last();
            foreach (var name in names) shelf.Put(name, byName: true, byKey: name.SourceId is { Length: > 0 });
        }
    }

    /// <summary>The record that is called so or has this key; null where there is none.</summary>
    public Guid? Find(string kind, string name)
    {
        var folded = Folding.Fold(name);
        lock (_one) return First(kind, s => s.Named(folded)) ?? First(kind, s => s.Keyed(name));
    }

    /// <summary>The record that has this key, else the one that is called so; null where there is none.</summary>
    public Guid? FindKey(string kind, string key)
    {
        var folded = Folding.Fold(key);
        lock (_one) return First(kind, s => s.Keyed(key)) ?? First(kind, s => s.Named(folded));
    }

    /// <summary>Whether the record carries a key of the system it came from.</summary>
    public bool HasKey(string kind, Guid id)
    {
        lock (_one) return Shelves(kind).Any(s => s.HasKey(id));
    }

    /// <summary>Two records share this name, so that it does not say which is meant.</summary>
    public bool IsTwice(string kind, string name)
    {
        var folded = Folding.Fold(name);
        lock (_one) return Shelves(kind).Any(s => s.IsTwice(folded)) || Shelves(kind).Select(s => s.Named(folded)).OfType<Guid>().Distinct().Skip(1).Any();
    }

    private Guid? First(string kind, Func<NameShelf, Guid?> find) => Shelves(kind).Select(find).FirstOrDefault(id => id is not null);

    // What was answered last is nearest to how things are.
    private IEnumerable<NameShelf> Shelves(string kind) =>
        !_whole.TryGetValue(kind, out var whole) ? [] : _passing.TryGetValue(kind, out var passing) ? passing.Reverse().Append(whole) : [whole];
}
