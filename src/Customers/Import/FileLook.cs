using Coxswain.Customers.Import.Reading;
using Coxswain.Platform.Importing;
using Coxswain.Platform.Tabular;
namespace Coxswain.Customers.Import;

/// <summary>What going through a whole file once shows: rows, filled cells, the names in it and its newest day.</summary>
internal sealed class FileLook
{
    // Beyond this many different names a column is no list to be checked by a person.
    private const int MostNames = 100_000;
    private readonly DateOnly _today;

    private FileLook(PlanFile file, DateOnly today) => (File, _today) = (file, today);

    public PlanFile File { get; private set; }

    /// <summary>How often each name stands in the columns that refer to a kind.</summary>
    public Dictionary<string, Dictionary<string, int>> Names { get; } = [];

    /// <summary>The names of records that the file itself brings, by kind.</summary>
    public Dictionary<string, HashSet<string>> Gives { get; } = [];

    /// <summary>How often each value stands in columns with usual values, by <c>kind.field</c>.</summary>
    public Dictionary<string, (ImportField Field, Dictionary<string, int> Values)> Usual { get; } = [];

    /// <summary>How often each currency is named, by the amounts themselves, beside them or over them.</summary>
    public Dictionary<string, int> Currencies { get; } = [];

    public DateOnly? Newest { get; private set; }

    public static FileLook Out(PlanFile file, string why) => new(file with { Note = why }, default);

    public static FileLook Read(PlanFile file, IImportTarget target, TableFile table, DateOnly today)
    {
        var look = new FileLook(file, today);
        var columns = file.Columns.Where(c => c.Field is not null).Select(c => (Column: c, Field: target.Fields.Single(f => f.Name == c.Field), Over: CellFormats.Currency(c.Header))).ToList();
        var filled = new int[file.Columns.Count];
        var rows = 0;
        foreach (var record in table.Rows())
        {
            rows++;
            foreach (var (column, field, over) in columns)
            {
                if (ColumnText.Trim(record[column.Index]) is not { Length: > 0 } cell) continue;
                filled[column.Index]++;
                look.Note(target, column, field, over, cell);
            }
        }
        look.File = file with { Rows = rows, Columns = [.. file.Columns.Select(c => c with { Filled = filled[c.Index] })] };
        return look;
    }

    private void Note(IImportTarget target, PlanColumn column, ImportField field, string? over, string cell)
    {
        if (field.Type is ImportType.Date) Day(cell, column.Format);
        if (cell.Length > field.Limit) return;
        if (CurrencyQuestion.IsNamedIn(field) && CurrencyQuestion.Named(field, over, cell) is { } currency) Count(Currencies, currency);
        if (field.Gives is { } gives && Of(Gives, gives) is { Count: < MostNames } given) given.Add(cell);
        if (field.Type is ImportType.Reference) Count(Of(Names, field.To!), cell);
        if (field.Usual.Count == 0) return;
        if (!Usual.TryGetValue($"{target.Kind}.{field.Name}", out var usual)) Usual[$"{target.Kind}.{field.Name}"] = usual = (field, []);
        Count(usual.Values, cell);
    }

    private void Day(string cell, string? format)
    {
        if (CellFormats.Day(cell, format ?? "yyyy-MM-dd") is { } day && day <= _today && day.Year > 1900 && (Newest is null || day > Newest)) Newest = day;
    }

    private static void Count(Dictionary<string, int> names, string name)
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
