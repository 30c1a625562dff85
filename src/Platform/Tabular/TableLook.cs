using Coxswain.Platform.Tabular.Cards;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Platform.Tabular;

/// <summary>Looks at a file once and finds out how it is written.</summary>
internal static class TableLook
{
    private const int StartSize = 256 * 1024;
    private const int FirstRecords = 40;

    public static TableOpening At(Func<Stream> open, string name, TableOptions options)
    {
        long length;
        EncodingGuess guess;
        using (var stream = open())
        {
            length = stream.Length;
            if (length == 0) return Empty(name);
            var first = new byte[4096];
            if (FileKind.Refusal(first.AsSpan(0, stream.ReadAtLeast(first, first.Length, false))) is { } refusal) return TableOpening.Refused(refusal.Fault, refusal.Message);
            stream.Position = 0;
            if (CardFile.Is(first)) return TableOpening.Of(CardFile.Of(open, name, length));
            guess = options.Encoding is { } told ? new(told, false, false, false, false) : EncodingGuess.Of(stream);
        }
        return guess.Binary ? TableOpening.Refused(TableFault.Binary, FileKind.Binary().Message) : Shaped(new(open, guess.Encoding), guess, name, options, length);
    }

    private static TableOpening Shaped(TableSource source, EncodingGuess guess, string name, TableOptions options, long length)
    {
        var start = source.Start(StartSize);
        var mark = start.AsSpan().StartsWith<byte>([0xEF, 0xBB, 0xBF]) ? 3 : 0;
        var text = start[mark..];
        var said = SeparatorGuess.Said(text) is not null;
        var separator = options.Separator ?? SeparatorGuess.Of(text);
        var from = new TablePlace(0, 1, mark + (said ? 5 : 0));
        var (records, ends) = First(source, separator, guess.Mixed, from);
        if (records.Count == 0) return Empty(name);
        if (records.Max(r => r.Length) > TableLimits.Columns) return NotATable(name);
        var row = HeaderGuess.Row(records, options.HasHeader);
        var headerRow = row < 0 ? Unnamed(records) : HeaderGuess.Cut(records[row], records.Skip(row + 1));
        var (headers, problems) = HeaderGuess.Names(headerRow, row < 0 ? null : ends[row].Line);
        if (row < 0) problems = [NoHeader()];
        if (row > 0) problems.Insert(0, new(TableFault.LinesBeforeHeader, N(row, "One line before the header was passed over.", "{0} lines before the header were passed over."), 1));
        if (row >= 0 && row == records.Count - 1) problems.Add(new(TableFault.OnlyHeader, T("{0} holds a header and no rows. Check the filter of the export.", name)));
        problems.AddRange(ends.Take(row + 1).Select(e => e.Problem).OfType<TableProblem>());
        problems.AddRange(OfEncoding(guess));
        var shape = new TableShape(guess.Encoding.WebName, guess.ByteOrderMark || mark > 0, separator, '"', LineScan.Ending(text), row < 0 ? null : ends[row].Line);
        var body = row < 0 ? from : ends[row].End;
        return TableOpening.Of(new(name, source, guess.Mixed, shape, headers, body, problems, length));
    }

    private static (List<string[]> Records, List<(long Line, TablePlace End, TableProblem? Problem)> Ends) First(TableSource source, char separator, bool mixed, TablePlace from)
    {
        using var reader = new RecordReader(source, separator, mixed, from);
        List<string[]> records = [];
        List<(long, TablePlace, TableProblem?)> ends = [];
        while (records.Count < FirstRecords && reader.Read())
        {
            if (Array.TrueForAll(reader.Fields, string.IsNullOrWhiteSpace)) continue;
            records.Add(reader.Fields);
            ends.Add((reader.Line, new(0, reader.EndLine, reader.EndPosition), reader.Problem));
        }
        return (records, ends);
    }

    private static string[] Unnamed(List<string[]> records)
    {
        var names = new string[records.Max(r => r.Length)];
        Array.Fill(names, "");
        return names;
    }

    private static IEnumerable<TableProblem> OfEncoding(EncodingGuess guess)
    {
        if (guess.Mixed) yield return new(TableFault.MixedEncoding, T("The file mixes two encodings. Values that are not UTF-8 were read as Western European; check names with accents."));
        if (guess.Uncertain) yield return new(TableFault.UncertainEncoding, T("The file is not UTF-8; it was read as Western European. If names look wrong, save it as \"CSV UTF-8\" and read it again."));
    }

    private static TableOpening Empty(string name) => TableOpening.Refused(TableFault.Empty, T("{0} is empty. Export it again and choose the new file.", name));
    private static TableOpening NotATable(string name) => TableOpening.Refused(TableFault.NotATable, T("{0} does not look like a table: it has a line of more than {1} fields.", name, TableLimits.Columns));
    private static TableProblem NoHeader() => new(TableFault.NoHeader, T("The first line holds values, not names; the columns are numbered. Add a header line if you can."));
}
