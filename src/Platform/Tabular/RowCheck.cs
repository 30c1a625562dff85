using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Platform.Tabular;

/// <summary>Fits a record to the headers and says what did not fit.</summary>
internal static class RowCheck
{
    public static TableRow Of(RecordReader record, long number, int columns)
    {
        var read = record.Fields;
        var fields = read.Length == columns ? read : Fitted(read, columns);
        var row = new TableRow(number, record.Line, fields, new(number, record.EndLine, record.EndPosition));
        List<TableProblem>? problems = null;
        if (record.Problem is { } problem) (problems ??= []).Add(problem);
        if (read.Length > columns && read[columns..] is var surplus && !Array.TrueForAll(surplus, string.IsNullOrWhiteSpace))
        {
            row.Surplus = surplus;
            (problems ??= []).Add(TooMany(record.Line, read.Length, columns));
        }
        if (read.Length < columns && record.Problem is null) (problems ??= []).Add(TooFew(record.Line, read.Length, columns));
        Inspect(fields, record.Line, ref problems);
        if (problems is not null) row.Problems = problems;
        return row;
    }

    private static string[] Fitted(string[] read, int columns)
    {
        var fields = new string[columns];
        Array.Fill(fields, "");
        Array.Copy(read, fields, Math.Min(columns, read.Length));
        return fields;
    }

    private static void Inspect(string[] fields, long line, ref List<TableProblem>? problems)
    {
        for (var i = 0; i < fields.Length; i++)
        {
            if (fields[i].Length > TableLimits.FieldCharacters)
                (problems ??= []).Add(new(TableFault.FieldTooLong, T("Line {0}: field {1} has {2} characters; at most {3} are taken. Shorten it.", line, i + 1, fields[i].Length, TableLimits.FieldCharacters), line));
            if (!fields[i].Contains('\0')) continue;
            fields[i] = fields[i].Replace("\0", "", StringComparison.Ordinal);
            (problems ??= []).Add(new(TableFault.ControlCharacters, T("Line {0}: field {1} held characters that are no text; they were left out.", line, i + 1), line));
        }
    }

    private static TableProblem TooMany(long line, int fields, int columns) =>
        new(TableFault.TooManyFields, T("Line {0} has {1} fields where the header has {2}. Put values that hold the separator in quotation marks.", line, fields, columns), line);

    private static TableProblem TooFew(long line, int fields, int columns) =>
        new(TableFault.TooFewFields, T("Line {0} has {1} fields where the header has {2}. The missing ones are taken as unknown; complete the line if they matter.", line, fields, columns), line);
}
