using System.Globalization;
using Coxswain.Platform.Importing;
using Coxswain.Platform.Money;
using Coxswain.Platform.Tabular;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Import.Reading;

/// <summary>Reads the cells of a record as the plan says. A cell that cannot be read refuses its row and says why.</summary>
internal sealed class RowReader
{
    private readonly FileCells _cells;
    private readonly IImportTarget _target;
    private readonly Dictionary<(string, string), string> _corrections;
    private readonly NameBook _names;
    private readonly string _currency;
    private readonly string? _main;
    private readonly IReadOnlyDictionary<string, string> _always;

    public RowReader(PlanFile file, IImportTarget target, ImportPlan plan, NameBook names, string currency)
    {
        (_cells, _target, _names, _currency, _main, _always) = (new FileCells(file, target), target, names, currency, file.Main, file.Always);
        _corrections = plan.Corrections.Where(c => c.Taken).ToDictionary(c => (c.Kind, c.From), c => c.To);
    }

    /// <summary>The row, or why it cannot be taken.</summary>
    public (ImportRow Row, string? Problem) Read(TableRow record, int number)
    {
        var row = new ImportRow(number);
        if (KeptRows.Problem(record) is { } broken) return (row, broken);
        if (_target.IsOwn) return (AsWritten(row, record), null);
        Dictionary<ImportField, (bool IsKey, string Why)>? unresolved = null;
        foreach (var (source, text) in _cells.Of(record))
        {
            if (source.Field is { EachOf: true, Type: ImportType.YesNo }) { if (Named(row, source, text) is { } wrong) return (row, wrong); }
            else if (source.Field.EachOf) { if (Day(row, source, text) is { } odd) return (row, odd); }
            else if (source.Field.Several)
            {
                row.Set(source.Field.Name, row.Text(source.Field.Name) is { } before ? $"{before};{text}" : text);
                if (source.Column.Of is { } called) foreach (var key in ImportRow.KeysIn(text)) row.SetCalled(source.Field.Name, key, called);
            }
            else if (row.Has(source.Field.Name)) { if (More(row, source, text) is { } much) return (row, much); }
            else if (source.Field.Type is ImportType.Reference)
            {
                if (Reference(row, source, text) is not { } why) { unresolved?.Remove(source.Field); continue; }
                // A name that says nothing is worse than a key that does.
                if ((unresolved ??= []).TryGetValue(source.Field, out var said) && !said.IsKey) continue;
                unresolved[source.Field] = (source.Column.IsKey, why);
            }
            else if (Take(row, source, text) is { } problem) return (row, problem);
        }
        return (row, Unresolved(row, unresolved) ?? Completed(row));
    }

    /// <summary>What the record calls others of a kind by: their names as they are understood, and their keys.</summary>
    public IEnumerable<string> Names(TableRow record, string kind)
    {
        foreach (var (source, text) in _cells.Of(record, s => s.Field.To == kind))
        {
            if (!source.Column.IsKey) yield return Corrected(kind, text);
            else foreach (var key in ImportRow.KeysIn(text)) yield return key;
        }
    }

    // A further column of a field adds what it can: text that is kept whole, and keys of others.
    private string? More(ImportRow row, CellSource source, string text)
    {
        if (source.Field.Type is ImportType.Reference && source.Column.IsKey) Others(row, source, text);
        if (!source.Field.Joined || row.Text(source.Field.Name) is not { } before || before == text) return null;
        var both = $"{before}\n\n{text}";
        if (both.Length <= source.Field.Limit) return Words(row, source.Field, both);
        row.Remark(T("{0}: “{1}” is left out, since all of it together is longer than {2} characters.", source.Field.Label(), source.Column.Header, source.Field.Limit));
        return null;
    }

    private void Others(ImportRow row, CellSource source, string text)
    {
        var field = source.Field;
        foreach (var key in ImportRow.KeysIn(text))
        {
            if (_names.FindKey(field.To!, key) is not { } id) { row.RemarkOnce(T("Kept without: {0}", Nothing(field, key))); continue; }
            if (id == row.Id(field.Name)) continue;
            var known = row.Further(field.Name).Where(f => f.Id == id).ToList();
            if (known.Exists(f => f.Called is not null || source.Column.Of is null)) continue;
            row.SetFurther(field.Name, id, source.Column.Of);
            if (!field.KeepsFurther && known.Count == 0) row.Remark(T("{0}: {1} is named as well and left out.", field.Label(), Short(key)));
        }
    }

    // What this program wrote says what it means: nothing is trimmed, corrected or taken for unknown.
    private ImportRow AsWritten(ImportRow row, TableRow record)
    {
        foreach (var source in _cells.Sources)
            if (record[source.Column.Index] is { Length: > 0 } text) row.Set(source.Field.Name, text);
        return row;
    }

    /// <summary>The name as it is understood: corrected where the plan says so.</summary>
    public string Corrected(string kind, string text) => _corrections.GetValueOrDefault((kind, text), text);

    /// <summary>Cells of the fields that are compared afterwards, each field's first.</summary>
    public IReadOnlyDictionary<TallyBy, (CellSource Source, string Text)> Counted(TableRow record)
    {
        var counted = new Dictionary<TallyBy, (CellSource, string)>();
        foreach (var (source, text) in _cells.Of(record))
            if (source.Field.Tally is not TallyBy.None) counted.TryAdd(source.Field.Tally, (source, text));
        return counted;
    }

    // A key that leads nowhere does not cost the row: what it referred to did not come along.
    private static string? Unresolved(ImportRow row, Dictionary<ImportField, (bool IsKey, string Why)>? unresolved)
    {
        foreach (var (field, (isKey, why)) in unresolved ?? [])
        {
            if (!isKey || field.Required) return why;
            row.Remark(T("Kept without: {0}", why));
        }
        return null;
    }

    private string? Completed(ImportRow row)
    {
        foreach (var (field, value) in _always) if (!row.Has(field)) row.Set(field, value);
        foreach (var field in _target.Fields)
        {
            if (!row.Has(field.Name) && field.Parts.Count > 0 && string.Join(' ', field.Parts.Select(row.Text).OfType<string>()) is { Length: > 0 } made) row.Set(field.Name, made);
            if (!row.Has(field.Name) && field.Else.Select(row.Text).OfType<string>().FirstOrDefault() is { } other) row.Set(field.Name, other);
            if (field.Required && !row.Has(field.Name)) return T("{0} is empty.", field.Label());
        }
        return null;
    }

    private string? Take(ImportRow row, CellSource source, string text) => source.Field.Type switch
    {
        ImportType.Number or ImportType.Decimal => Number(row, source, text),
        ImportType.Money => Amount(row, source, text),
        ImportType.Date => Date(row, source, text),
        ImportType.Moment => Moment(row, source, text),
        ImportType.Minutes => Minutes(row, source, text),
        ImportType.YesNo => YesNo(row, source.Field, text),
        _ => Words(row, source.Field, Corrected($"{_target.Kind}.{source.Field.Name}", text)),
    };

    private static string? Words(ImportRow row, ImportField field, string text)
    {
        if (text.Length > field.Limit) return T("{0} has {1} characters; at most {2} are kept.", field.Label(), text.Length, field.Limit);
        if (text.Contains('\0')) return T("{0} holds a character that is no text.", field.Label());
        row.Set(field.Name, text);
        return null;
    }

    private static string? Number(ImportRow row, CellSource source, string text)
    {
        if (CellFormats.Number(text, source.Column.Format ?? ".") is not { } number) return T("{0}: “{1}” is no number.", source.Field.Label(), Short(text));
        if (source.Field.Type is ImportType.Number && (number != decimal.Truncate(number) || Math.Abs(number) > int.MaxValue)) return T("{0}: “{1}” is no whole number.", source.Field.Label(), Short(text));
        row.Set(source.Field.Name, number);
        return null;
    }

    private static string? Minutes(ImportRow row, CellSource source, string text)
    {
        if (CellFormats.Minutes(text, source.Column.Format ?? ".", source.Column.Unit) is not { } minutes) return T("{0}: “{1}” is no length of time.", source.Field.Label(), Short(text));
        row.Set(source.Field.Name, (decimal)minutes);
        return null;
    }

    private static string? YesNo(ImportRow row, ImportField field, string text)
    {
        if (YesNoText.Read(text) is not { } value) return T("{0}: “{1}” is neither yes nor no.", field.Label(), Short(text));
        row.Set(field.Name, value);
        return null;
    }

    // Each column is named after one of several, and its cells say whether it holds: what holds is put behind each other.
    private static string? Named(ImportRow row, CellSource source, string text)
    {
        if (YesNoText.Read(text) is not { } holds) return T("{0}: “{1}” is neither yes nor no.", source.Field.Label(), Short(text));
        if (holds && source.Column.Of is { } of) row.Set(source.Field.Name, row.Text(source.Field.Name) is { } before ? $"{before};{of}" : of);
        return null;
    }

    private string? Amount(ImportRow row, CellSource source, string text)
    {
        var field = source.Field;
        if (CellFormats.Number(text, source.Column.Format ?? ".") is not { } amount) return T("{0}: “{1}” is no amount.", field.Label(), Short(text));
        if (amount < 0) return T("{0}: {1} is below zero.", field.Label(), Short(text));
        // What the cell says counts before what its row says, and that before what stands over all of them.
        var named = CellFormats.Currency(text) ?? row.Text("currency") ?? source.Over;
        if (named is not null) row.Set("currency", named);
        try { row.Set(field.Name, Minor.FromMajor(amount, named ?? _currency)); }
        catch (OverflowException) { return T("{0}: {1} is too large.", field.Label(), Short(text)); }
        return null;
    }

    private static string? Date(ImportRow row, CellSource source, string text)
    {
        if (Wrong(source, text, out var day) is { } problem) return problem;
        row.Set(source.Field.Name, day);
        return null;
    }

    private static string? Moment(ImportRow row, CellSource source, string text)
    {
        if (Wrong(source, text, out _) is { } problem) return problem;
        row.Set(source.Field.Name, CellFormats.Moment(text, source.Column.Format ?? "yyyy-MM-dd", source.Column.Zone)!.Value);
        return null;
    }

    // A stage that is not known by its whole name may be one of the pipeline whose names go without it.
    private string? Day(ImportRow row, CellSource source, string text)
    {
        if (Wrong(source, text, out var day) is { } problem) return problem;
        if (source.Column.Of is { } of && (_names.Find(source.Field.To!, Corrected(source.Field.To!, of)) ?? (Bare(of) is { } bare ? _names.Find(source.Field.To!, Corrected(source.Field.To!, bare)) : null)) is { } id) row.SetEach(source.Field.Name, id, day);
        return null;
    }

    private string? Bare(string name) => name.EndsWith(')') && name.LastIndexOf(" (", StringComparison.Ordinal) is > 0 and var at && (_main is null || name[(at + 2)..^1] == _main) ? name[..at] : null;

    private static string? Wrong(CellSource source, string text, out DateOnly day)
    {
        day = default;
        if (CellFormats.Day(text, source.Column.Format ?? "yyyy-MM-dd") is not { } read) return T("{0}: “{1}” is no day that exists.", source.Field.Label(), Short(text));
        day = read;
        return day.Year is < 1900 or > 2200 ? T("{0}: {1} cannot be right.", source.Field.Label(), day.ToString("d", CultureInfo.CurrentCulture)) : null;
    }

    private string? Reference(ImportRow row, CellSource source, string text)
    {
        var field = source.Field;
        if (source.Column.IsKey)
        {
            foreach (var key in ImportRow.KeysIn(text)) if (_names.FindKey(field.To!, key) is { } found) { row.Set(field.Name, found); Others(row, source, text); return null; }
            return Nothing(field, text);
        }
        text = Corrected(field.To!, text);
        if (_names.IsTwice(field.To!, text)) return T("{0}: two records are called “{1}”.", field.Label(), Short(text));
        if (_names.Find(field.To!, text) is not { } id) return T("{0}: nothing here is called “{1}”.", field.Label(), Short(text));
        row.Set(field.Name, id);
        return null;
    }

    private static string Nothing(ImportField field, string key) => T("{0}: nothing here has the key {1}.", field.Label(), Short(key));

    private static string Short(string text) => text.Length <= 60 ? text : text[..60] + "…";
}
