using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Platform.Tabular;

/// <summary>
/// A delimited text file or one of vCards, looked at and ready to be read. Rows stream: memory stays bounded however long the file is, and each
/// enumeration of <see cref="Rows"/> opens the file anew. Nothing wrong with the file escapes as an exception.
/// </summary>
public sealed class TableFile
{
    private readonly Func<TablePlace?, IEnumerable<TableRow>> rows;

    internal TableFile(string name, TableSource source, bool mixed, TableShape shape, string[] headers, TablePlace body, IReadOnlyList<TableProblem> problems, long length)
        : this(name, shape, headers, problems, length, after => Records(source, mixed, shape.Separator, headers.Length, after ?? body))
    {
    }

    /// <summary>A file of another kind that gives rows.</summary>
    internal TableFile(string name, TableShape shape, string[] headers, IReadOnlyList<TableProblem> problems, long length, Func<TablePlace?, IEnumerable<TableRow>> rows) =>
        (Name, Shape, Headers, Problems, Length, this.rows) = (name, shape, headers, problems, length, rows);

    /// <summary>File name without its folder.</summary>
    public string Name { get; }

    public TableShape Shape { get; }

    /// <summary>Unique, never empty, in the order of the file.</summary>
    public IReadOnlyList<string> Headers { get; }

    /// <summary>What was noticed about the file as a whole; it can be read all the same.</summary>
    public IReadOnlyList<TableProblem> Problems { get; }

    /// <summary>Bytes of the file.</summary>
    public long Length { get; }

    /// <summary>Opens a file by path.</summary>
    public static TableOpening Open(string path, TableOptions? options = null) =>
        File.Exists(path)
            ? Open(() => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.SequentialScan), Path.GetFileName(path), options)
            : TableOpening.Refused(TableFault.Missing, T("There is no file at {0}. Check the path.", path));

    /// <summary>Opens anything that can give a fresh seekable stream as often as asked.</summary>
    /// <param name="open">Each stream is disposed by the reader.</param>
    public static TableOpening Open(Func<Stream> open, string name, TableOptions? options = null)
    {
        try
        {
            return TableLook.At(open, name, options ?? TableOptions.Detect);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return TableOpening.Refused(TableFault.Unreadable, T("{0} cannot be read: {1}", name, failure.Message));
        }
    }

    /// <summary>All rows, or those after a place where reading stopped before. Rows without any value are passed over.</summary>
    /// <exception cref="IOException">The file went away or changed while it was read.</exception>
    public IEnumerable<TableRow> Rows(TablePlace? after = null) => rows(after);

    /// <summary>The first rows, for guessing.</summary>
    public IReadOnlyList<TableRow> Sample(int rows = 5_000) => [.. Rows().Take(rows)];

    private static IEnumerable<TableRow> Records(TableSource source, bool mixed, char separator, int columns, TablePlace place)
    {
        using var records = new RecordReader(source, separator, mixed, place);
        var number = place.Row;
        while (records.Read())
        {
            if (records.Problem is null && Array.TrueForAll(records.Fields, string.IsNullOrWhiteSpace)) continue;
            yield return RowCheck.Of(records, ++number, columns);
        }
    }
}
