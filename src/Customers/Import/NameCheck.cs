using Coxswain.Customers.Import.Reading;
using Coxswain.Platform.Data;
using Coxswain.Platform.Importing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Import;

/// <summary>Which names in the files are known, which look misspelt, and which would have to be made.</summary>
internal sealed class NameCheck(IReadOnlyList<IImportTarget> targets)
{
    // Comparing every unknown with every known name costs their product.
    private const long MostComparisons = 3_000_000;
    private const int AskedAtOnce = 2_000;
    private readonly Dictionary<string, Dictionary<string, string>> _known = [];
    private readonly HashSet<string> _tooMany = [];

    /// <summary>The names that the database has. Of a kind with many those that the files name, and those that one of the others may be meant for.</summary>
    public async Task KnowAsync(AppDb db, IImportTarget target, IReadOnlySet<string> named, CancellationToken ct)
    {
        if (target.Many(db) is not { } all)
        {
            Know(target.Kind, (await target.NamesAsync(db, ct)).Select(n => n.Name));
            return;
        }
        foreach (var texts in named.Chunk(AskedAtOnce)) Know(target.Kind, (await target.CalledAsync(db, texts, ct)).Select(n => n.Name));
        var unknown = named.Where(n => !Of(target.Kind).ContainsKey(Folding.Fold(n))).ToList();
        if (unknown.Count == 0) return;
        if (unknown.Count * ((long)await all.CountAsync(ct) + Of(target.Kind).Count) > MostComparisons) _tooMany.Add(target.Kind);
        else await foreach (var name in all.AsAsyncEnumerable().WithCancellation(ct)) if (unknown.Exists(u => NearName.IsNear(u, name))) Know(target.Kind, [name]);
    }

    public void Know(FileLook look)
    {
        foreach (var (kind, names) in look.Gives) foreach (var name in names) Of(kind).TryAdd(Folding.Fold(name), name);
    }

    /// <summary>Those of these names that a file brings beyond what was kept of it.</summary>
    public void Know(string kind, IReadOnlySet<string> named, IEnumerable<string> given)
    {
        var folded = named.Select(Folding.Fold).ToHashSet();
        foreach (var name in given) if (folded.Contains(Folding.Fold(name))) Of(kind).TryAdd(Folding.Fold(name), name);
    }

    // As it is written here, and not as a file writes it.
    private void Know(string kind, IEnumerable<string> names)
    {
        foreach (var name in names) Of(kind)[Folding.Fold(name)] = name;
    }

    private Dictionary<string, string> Of(string kind)
    {
        if (!_known.TryGetValue(kind, out var known)) _known[kind] = known = [];
        return known;
    }

    public (IReadOnlyList<Correction> Corrections, IReadOnlyList<PlannedName> Makes) Check(IReadOnlyList<FileLook> looks)
    {
        var corrections = new List<Correction>();
        var makes = new List<PlannedName>();
        var leavers = looks.SelectMany(l => l.Leavers).ToHashSet();
        foreach (var kind in looks.SelectMany(l => l.Names).GroupBy(n => n.Key)) Names(kind.Key, kind.SelectMany(n => n.Value), leavers, corrections, makes);
        foreach (var (place, usual) in looks.SelectMany(l => l.Usual)) Values(place, usual.Field, usual.Values, corrections);
        return (corrections, makes);
    }

    private void Names(string kind, IEnumerable<KeyValuePair<string, int>> names, HashSet<string> leavers, List<Correction> corrections, List<PlannedName> makes)
    {
        var known = _known.GetValueOrDefault(kind) ?? [];
        var target = targets.FirstOrDefault(t => t.Kind == kind);
        var unknown = names.GroupBy(n => n.Key).Select(n => (Name: n.Key, Rows: n.Sum(r => r.Value))).Where(n => !known.ContainsKey(Folding.Fold(n.Name))).ToList();
        var compares = !_tooMany.Contains(kind) && (long)unknown.Count * known.Count <= MostComparisons;
        foreach (var (name, rows) in unknown)
        {
            var near = compares ? NearName.Of(name, known.Values) : null;
            if (near is not null) corrections.Add(new Correction(kind, name, near, rows, Surely(kind, name, near)));
            if (target is { MakesFromNames: true } && (near is null || !Surely(kind, name, near))) makes.Add(new PlannedName(kind, name, rows, leavers.Contains(name) ? target.LeftReading : target.ReadingOf(name)));
        }
    }

    // Two people may well be called almost alike; only a name that differs in signs alone is taken for the same person unasked.
    private static bool Surely(string kind, string name, string near) => kind is not "person" || Tight(name) == Tight(near);

    private static string Tight(string name) => new([.. Folding.Fold(name).Where(char.IsLetterOrDigit)]);

    private static void Values(string place, ImportField field, Dictionary<string, int> values, List<Correction> corrections)
    {
        var usual = field.Usual.Select(Folding.Fold).ToHashSet();
        foreach (var (value, rows) in values.Where(v => !usual.Contains(Folding.Fold(v.Key))).Take(2_000))
            if (NearName.Of(value, field.Usual) is { } near) corrections.Add(new Correction(place, value, char.IsLower(value[0]) ? near.ToLowerInvariant() : near, rows));
    }
}
