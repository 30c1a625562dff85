namespace Coxswain.Platform.Tabular;

/// <summary>One data row. It has exactly one field for each header: missing ones are empty, surplus ones stand in <see cref="Surplus"/>.</summary>
public sealed class TableRow
{
    internal TableRow(long number, long line, string[] fields, TablePlace end) => (Number, Line, Fields, End) = (number, line, fields, end);

    /// <summary>Counted from 1, header and blank lines not counted.</summary>
    public long Number { get; }

    /// <summary>Line of the file on which the row begins, counted from 1, as an editor shows it.</summary>
    public long Line { get; }

    /// <summary>The values as written, quotes taken off, nothing trimmed.</summary>
    public IReadOnlyList<string> Fields { get; }

    /// <summary>Where to go on after this row.</summary>
    public TablePlace End { get; }

    /// <summary>Fields beyond the last header.</summary>
    public IReadOnlyList<string> Surplus { get; internal set; } = [];

    /// <summary>What is wrong with the row; it is never dropped for it.</summary>
    public IReadOnlyList<TableProblem> Problems { get; internal set; } = [];

    public string this[int column] => Fields[column];
}
