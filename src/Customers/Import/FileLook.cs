using Coxswain.Customers.Import.Reading;
using Coxswain.Platform.Importing;
using Coxswain.Platform.Tabular;
namespace Coxswain.Customers.Import;

/// <summary>What going through a whole file once shows: rows, filled cells, the names in it, its newest day, and what is odd about it.</summary>
internal sealed class FileLook
{
    // Beyond this many different names a column is no list to be checked by a person.
    private const int MostNames = 100_000;
    private readonly DateOnly _today;
    private readonly Dictionary<(string Kind, string Name, string Within), int> _within = [];
    private readonly Dictionary<DateOnly, int> _days = [];

    private FileLook(PlanFile file, DateOnly today) => (File, _today) = (file, today);

    public PlanFile File { get; private set; }

    /// <summary>How often each name stands in the columns that refer to a kind.</summary>
    public Dictionary<string, Dictionary<string, int>> Names { get; } = [];

    /// <summary>The names of records that the file itself brings, by kind; their keys as well.</summary>
    public Dictionary<string, HashSet<string>> Gives { get; } = [];

    /// <summary>The kinds of which the file brings more names than are kept; see <see cref="AllGiven"/>.</summary>
    public HashSet<string> GivesMore { get; } = [];

    /// <summary>How often each value stands in columns with usual values, by <c>kind.field</c>.</summary>
    public Dictionary<string, (ImportField Field, Dictionary<string, int> Values)> Usual { get; } = [];

    /// <summary>How often each currency is named, by the amounts themselves, beside them or over them.</summary>
    public Dictionary<string, int> Currencies { get; } = [];

    /// <summary>Names behind which the file says that they have left.</summary>
    public HashSet<string> Leavers { get; } = [];

    public DateOnly? Newest { get; private set; }

    public static FileLook Out(PlanFile file, string why) => new(file with { Note = why }, default);

    public static FileLook Read(PlanFile file, IImportTarget target, TableFile table, DateOnly today)
    {
        var look = new FileLook(file, today);
        var cells = new FileCells(file, target);
        var filled = new int[file.Columns.Count];
        var rows = 0;
        foreach (var record in table.Rows())
        {
            rows++;
            for (var i = 0; i < cells.Sources.Count; i++)
            {
                var source = cells.Sources[i];
                if (cells.Read(record, i) is not ({ Length: > 0 } cell, var within)) continue;
                filled[source.Column.Index]++;
                look.Note(target, source, cell, within);
                if (source.Column.Cut is not null && cell.Length < ColumnText.Trim(record[source.Column.Index]).Length) look.Leavers.Add(cell);
            }
        }
        foreach (var of in cells.Sources.Where(s => s.Field is { EachOf: true, To: not null } && filled[s.Column.Index] > 0)) look.Each(of);
        look.File = file with { Rows = rows, Main = look.Main(), Columns = [.. file.Columns.Select(c => c with { Filled = filled[c.Index] })], Oddities = Oddities.Of(look._days) };
        look.Gather();
        return look;
    }

    /// <summary>All names and keys of a kind that a file brings, read from it once more.</summary>
    public static IEnumerable<string> AllGiven(PlanFile file, IImportTarget target, TableFile table, string kind)
    {
        var cells = new FileCells(file, target);
        return table.Rows().SelectMany(r => cells.Of(r, s => KindGiven(s.Field, target) == kind)).Select(c => c.Text);
    }

    private static string? KindGiven(ImportField field, IImportTarget target) => field.Gives ?? (field.Name == "sourceId" ? target.Kind : null);

    private void Note(IImportTarget target, CellSource source, string cell, string? within)
    {
        var field = source.Field;
        if (field.Type is ImportType.Date or ImportType.Moment) Day(cell, source);
        if (cell.Length > field.Limit) return;
        if (CurrencyQuestion.IsNamedIn(field) && CurrencyQuestion.Named(field, source.Over, cell) is { } currency) Count(Currencies, currency);
        if (KindGiven(field, target) is { } gives && !Keep(Of(Gives, gives), cell)) GivesMore.Add(gives);
        if (field.Type is ImportType.Reference && !source.Column.IsKey && !field.EachOf)
        {
            if (within is { Length: > 0 }) Count(_within, (field.To!, cell, within));
            else Count(Of(Names, field.To!), cell);
        }
        if (field.Usual.Count == 0) return;
        if (!Usual.TryGetValue($"{target.Kind}.{field.Name}", out var usual)) Usual[$"{target.Kind}.{field.Name}"] = usual = (field, []);
        Count(usual.Values, cell);
    }

    private void Day(string cell, CellSource source)
    {
        if (CellFormats.Day(cell, source.Column.Format ?? "yyyy-MM-dd") is not { } day || day > _today || day.Year <= 1900) return;
        if (Newest is null || day > Newest) Newest = day;
        if (source.Field.Tally is TallyBy.Month) Count(_days, day);
    }

    // A stage that rows have been in is made like one that they are in.
    private void Each(CellSource source)
    {
        if (source.Column.Of is { } name && !name.EndsWith(')')) Count(Of(Names, source.Field.To!), name);
    }

    /// <summary>The group most names stand in, where there are several.</summary>
    private string? Main()
    {
        var groups = _within.GroupBy(w => w.Key.Within).Select(g => (g.Key, Rows: g.Sum(w => w.Value))).OrderByDescending(g => g.Rows).ThenBy(g => g.Key, StringComparer.Ordinal).ToList();
        return groups.Count > 1 ? groups[0].Key : null;
    }

    private void Gather()
    {
        foreach (var ((kind, name, within), rows) in _within)
        {
            var names = Of(Names, kind);
            var whole = File.Main is null || within == File.Main ? name : FileCells.Whole(name, within);
            names[whole] = names.GetValueOrDefault(whole) + rows;
        }
    }

    private static bool Keep(HashSet<string> names, string name)
    {
        if (names.Count < MostNames) names.Add(name);
        return names.Count < MostNames || names.Contains(name);
    }

    private static void Count<TKey>(Dictionary<TKey, int> names, TKey name) where TKey : notnull
    {
        if (names.TryGetValue(name, out var rows)) names[name] = rows + 1;
        else if (names.Count < MostNames) names[name] = 1;
    }

    private static T Of<T>(Dictionary<string, T> all, string key) where T : new()
    {
        if (!all.TryGetValue(key, out var one)) all[key] = one = new T();
        return one;
    }
}
