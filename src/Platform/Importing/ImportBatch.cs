using Coxswain.Platform.Data;
namespace Coxswain.Platform.Importing;

/// <summary>
/// Rows of one file that are taken in together. A target says what should be written and writes nothing itself, so that a dry run is the
/// same code: new rows through <see cref="Add"/>, changed ones by changing what it loaded.
/// </summary>
public sealed class ImportBatch
{
    private readonly List<Entity> _added = [];

    public required AppDb Db { get; init; }

    /// <summary>The run they are of.</summary>
    public Guid RunId { get; init; }
    public required IReadOnlyList<ImportRow> Rows { get; init; }
    public required NameBook Names { get; init; }

    /// <summary>Counted from 0; see <see cref="IImportTarget.Passes"/>.</summary>
    public int Pass { get; init; }

    /// <summary>When this is learned.</summary>
    public required DateTime Now { get; init; }

    /// <summary>The newest date of the files: the day their present state is known for.</summary>
    public required DateOnly KnownOn { get; init; }

    /// <summary>ISO 4217, where a row names none.</summary>
    public required string Currency { get; init; }

    /// <summary>The row was read from a column that holds keys of the system it came from.</summary>
    public bool HasSourceIds { get; init; }

    /// <summary>The kept files of the run, by their SHA-256: a row may name no other.</summary>
    public IReadOnlySet<string> Files { get; init; } = new HashSet<string>();

    /// <summary>Everything that can be imported, for rows that refer to records by keys.</summary>
    public IReadOnlyList<IImportTarget> Targets { get; init; } = [];

    /// <summary>Nothing is saved, so that what other files of the run bring cannot be found.</summary>
    public bool IsTried { get; init; }

    /// <summary>What a dry run has taken in before these rows; null in one that saves.</summary>
    public TriedRecords? Tried { get; init; }

    /// <summary>Records this run made from names, which a dry run does not find in the database.</summary>
    public IReadOnlyDictionary<Guid, Entity> Made { get; init; } = new Dictionary<Guid, Entity>();

    /// <summary>The new rows.</summary>
    public IReadOnlyList<Entity> Added => _added;

    /// <summary>The records of a kind that have these keys of the system they came from, by key.</summary>
    public async Task<IReadOnlyDictionary<string, KeyedRecord>> FindAsync(string kind, IReadOnlyCollection<string> keys, CancellationToken ct)
    {
        var found = keys.Count > 0 && Targets.FirstOrDefault(t => t.Kind == kind) is { } target ? await target.ByKeysAsync(Db, keys, ct) : new Dictionary<string, KeyedRecord>();
        if (Tried is null) return found;
        var all = new Dictionary<string, KeyedRecord>(found);
        foreach (var key in keys) if (Tried.Keyed(kind, key) is { } tried) all[key] = new KeyedRecord(tried.Id, tried.AccountId);
        return all;
    }

    /// <summary>The records of a kind that are called so, by folded name; null where two are.</summary>
    public async Task<IReadOnlyDictionary<string, KeyedRecord?>> FindNamedAsync(string kind, IReadOnlyCollection<string> names, CancellationToken ct)
    {
        var found = names.Count > 0 && Targets.FirstOrDefault(t => t.Kind == kind) is { } target ? await target.ByNamesAsync(Db, names, ct) : [];
        return found.Concat(names.SelectMany(n => (Tried?.Named(kind, n) ?? []).Select(t => (Name: n, Record: new KeyedRecord(t.Id, t.AccountId)))))
            .GroupBy(f => f.Name, f => f.Record).ToDictionary(g => g.Key, g => g.DistinctBy(r => r.Id).Count() == 1 ? g.First() : null);
    }

    /// <summary>What records of a kind are called.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> NamesOfAsync(string kind, IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        var names = ids.Count > 0 && Targets.FirstOrDefault(t => t.Kind == kind) is { } target ? (await target.LoadAsync(Db, [.. ids], ct)).ToDictionary(r => r.Id, target.NameOf) : [];
        foreach (var id in ids) if (Tried?.NameOf(id) is { } tried) names[id] = tried;
        return names;
    }

    public void Add(Entity row) => _added.Add(row);
}
