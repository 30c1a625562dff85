using System.Globalization;
using Coxswain.Platform.Importing;
using Coxswain.Platform.Money;
using Coxswain.Platform.Tabular;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Import.Reading;

/// <summary>Reads the cells of a record as the plan says. A cell that cannot be read refuses its row and says why.</summary>
internal sealed class RowReader
{
    private readonly List<(PlanColumn Column, ImportField Field, string? Currency)> _columns = [];
    private readonly Dictionary<(string, string), string> _corrections;
    private readonly NameBook _names;
    private readonly string _currency;

    public RowReader(PlanFile file, IImportTarget target, ImportPlan plan, NameBook names, string currency)
    {
        (_names, _currency) = (names, currency);
        foreach (var column in file.Columns)
            if (target.Fields.FirstOrDefault(f => f.Name == column.Field) is { } field) _columns.Add((column, field, CellFormats.Currency(column.Header)));
        // Money comes last: by then the row's currency is known.
        _columns = [.. _columns.OrderBy(c => c.Field.Type is ImportType.Money)];
        _corrections = plan.Corrections.Where(c => c.Taken).ToDictionary(c => (c.Kind, c.From), c => c.To);
        Kind = target.Kind;
    }

    private string Kind { get; }

    /// <summary>The row, or why it cannot be taken.</summary>
    public (ImportRow Row, string? Problem) Read(TableRow record, int number)
    {
        var row = new ImportRow(number);
        if (KeptRows.Problem(record) is { } broken) return (row, broken);
        foreach (var (column, field, currency) in _columns)
        {
            var text = ColumnText.Trim(record[column.Index]);
            if (text.Length == 0)
            {
                if (field.Required) return (row, T("{0} is empty.", field.Label()));
                continue;
            }
            if (Take(row, column, field, currency, text) is { } problem) return (row, problem);
        }
        return (row, null);
    }

    /// <summary>The name as it is understood: corrected where the plan says so.</summary>
    public string Corrected(string kind, string text) => _corrections.GetValueOrDefault((kind, text), text);

    private string? Take(ImportRow row, PlanColumn column, ImportField field, string? currency, string text) => field.Type switch
    {
        ImportType.Number => Number(row, column, field, text),
        ImportType.Money => Amount(row, column, field, currency, text),
        ImportType.Date => Date(row, column, field, text),
        ImportType.Reference => Reference(row, field, Corrected(field.To!, text)),
        _ => Words(row, field, Corrected($"{Kind}.{field.Name}", text)),
    };

    private static string? Words(ImportRow row, ImportField field, string text)
    {
        if (text.Length > field.Limit) return T("{0} has {1} characters; at most {2} are kept.", field.Label(), text.Length, field.Limit);
        if (text.Contains('\0')) return T("{0} holds a character that is no text.", field.Label());
        row.Set(field.Name, text);
        return null;
    }

    private static string? Number(ImportRow row, PlanColumn column, ImportField field, string text)
    {
        if (CellFormats.Number(text, column.Format ?? ".") is not { } number || number != decimal.Truncate(number) || Math.Abs(number) > int.MaxValue)
            return T("{0}: “{1}” is no whole number.", field.Label(), Short(text));
        row.Set(field.Name, number);
        return null;
    }

    private string? Amount(ImportRow row, PlanColumn column, ImportField field, string? over, string text)
    {
        if (CellFormats.Number(text, column.Format ?? ".") is not { } amount) return T("{0}: “{1}” is no amount.", field.Label(), Short(text));
        if (amount < 0) return T("{0}: {1} is below zero.", field.Label(), Short(text));
        // What the cell says counts before what its row says, and that before what stands over all of them.
        var named = CellFormats.Currency(text) ?? row.Text("currency") ?? over;
        if (named is not null) row.Set("currency", named);
        try { row.Set(field.Name, Minor.FromMajor(amount, named ?? _currency)); }
        catch (OverflowException) { return T("{0}: {1} is too large.", field.Label(), Short(text)); }
        return null;
    }

    private static string? Date(ImportRow row, PlanColumn column, ImportField field, string text)
    {
        if (CellFormats.Day(text, column.Format ?? "yyyy-MM-dd") is not { } day) return T("{0}: “{1}” is no day that exists.", field.Label(), Short(text));
        if (day.Year is < 1900 or > 2200) return T("{0}: {1} cannot be right.", field.Label(), day.ToString("d", CultureInfo.CurrentCulture));
        row.Set(field.Name, day);
        return null;
    }

    private string? Reference(ImportRow row, ImportField field, string text)
    {
        if (_names.IsTwice(field.To!, text)) return T("{0}: two records are called “{1}”.", field.Label(), Short(text));
        if (_names.Find(field.To!, text) is not { } id) return T("{0}: nothing here is called “{1}”.", field.Label(), Short(text));
        row.Set(field.Name, id);
        return null;
    }

    private static string Short(string text) => text.Length <= 60 ? text : text[..60] + "…";
}
