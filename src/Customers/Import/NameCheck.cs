using Coxswain.Customers.Import.Reading;
using Coxswain.Platform.Data;
using Coxswain.Platform.Importing;
namespace Coxswain.Customers.Import;

/// <summary>Which names in the files are known, which look misspelt, and which would have to be made.</summary>
internal sealed class NameCheck(IReadOnlyList<IImportTarget> targets)
{
    // Comparing every unknown with every known name costs their product.
    private const long MostComparisons = 3_000_000;
    private readonly Dictionary<string, Dictionary<string, string>> _known = [];

    public void Know(string kind, IEnumerable<string> names)
    {
        if (!_known.TryGetValue(kind, out var known)) _known[kind] = known = [];
        foreach (var name in names) known.TryAdd(Folding.Fold(name), name);
    }

    public void Know(FileLook look)
    {
        foreach (var (kind, names) in look.Gives) Know(kind, names);
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
        var compares = (long)unknown.Count * known.Count <= MostComparisons;
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
