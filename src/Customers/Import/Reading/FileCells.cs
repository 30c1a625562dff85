using Coxswain.Platform.Importing;
using Coxswain.Platform.Tabular;
namespace Coxswain.Customers.Import.Reading;

/// <summary>A column of a file and the field it is taken as.</summary>
/// <param name="Column">The column.</param>
/// <param name="Field">The field.</param>
/// <param name="Over">The currency that its header names; null where it names none.</param>
internal sealed record CellSource(PlanColumn Column, ImportField Field, string? Over);

/// <summary>
/// The filled cells of a file's rows with their fields. Several columns may be one field: keys stand before names, then counts what is known of
/// the system whose file it is, and else the order of the file. Money comes last: by then the row's currency is known.
/// </summary>
internal sealed class FileCells
{
    private readonly CellSource[] _sources;
    private static readonly HashSet<string> Open = ["open", "new", "in progress", "active", "offen", "0"];
    private readonly int[] _within, _ended;
    private readonly string? _main;

    public FileCells(PlanFile file, IImportTarget target)
    {
        _sources =
        [
            .. from column in file.Columns
               let field = target.Fields.FirstOrDefault(f => f.Name == column.Field)
               where field is not null
               orderby field.Type is ImportType.Money, column.IsKey descending, column.Rank, column.Index
               select new CellSource(column, field, CellFormats.Currency(column.Header)),
        ];
        _within = [.. _sources.Select(s => ColumnOf(s.Field.Within))];
        _ended = [.. _sources.Select(s => ColumnOf(s.Field.EndedBy))];
        _main = file.Main;
    }

    public IReadOnlyList<CellSource> Sources => _sources;

    /// <summary>The filled cells of a row, trimmed, names whole: with what they stand within where that is not the usual.</summary>
    public IEnumerable<(CellSource Source, string Text)> Of(TableRow record, Func<CellSource, bool>? which = null)
    {
        for (var i = 0; i < _sources.Length; i++)
        {
            if (which is not null && !which(_sources[i])) continue;
            if (Read(record, i) is not ({ Length: > 0 } text, var within)) continue;
            yield return (_sources[i], _main is null || within is null || within == _main ? text : Whole(text, within));
        }
    }

    /// <summary>The cell of a source, and what it stands within; empty where it is not filled, null within where nothing says so.</summary>
    public (string Text, string? Within) Read(TableRow record, int source)
    {
        // How it ended says more than how far it came, and an end is the same in every pipeline.
        if (_ended[source] >= 0 && ColumnText.Trim(record[_ended[source]]) is { Length: > 0 } end && !Open.Contains(end.ToLowerInvariant())) return (end, null);
        return (Text(record, _sources[source].Column), _within[source] >= 0 && ColumnText.Trim(record[_within[source]]) is { Length: > 0 } within ? within : null);
    }

    /// <summary>A cell as it is understood: without what is no part of the name.</summary>
    public static string Text(TableRow record, PlanColumn column)
    {
        var text = ColumnText.Trim(record[column.Index]);
        return column.Cut is { } cut && text.EndsWith(cut, StringComparison.OrdinalIgnoreCase) ? ColumnText.Trim(text[..^cut.Length]) : text;
    }

    private int ColumnOf(string? field) => field is null ? -1 : Array.Find(_sources, o => o.Field.Name == field)?.Column.Index ?? -1;

    /// <summary>"Qualified (Renewals)".</summary>
    public static string Whole(string name, string within) => $"{name} ({within})";
}
