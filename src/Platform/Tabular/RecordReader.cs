using System.Text;
using System.Text.Unicode;
using CsvHelper;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Platform.Tabular;

/// <summary>Reads records one after another and gets back on its feet after a forgotten quote or an endless row.</summary>
internal sealed class RecordReader : IDisposable
{
    private readonly ReplayStream stream;
    private readonly CsvReaderOptions options;
    private readonly bool mixed;
    private CsvReader reader;
    private CsvMalformedReason? malformed;
    private long origin, originLine;

    public RecordReader(TableSource source, char separator, bool mixed, TablePlace from)
    {
        (stream, this.mixed) = (new(source.From(from.Position), from.Position), mixed);
        options = new() { Separator = separator, HasHeader = false, TrackLineNumbers = true, MaxRecordSize = TableLimits.RowBytes, Encoding = Encoding.UTF8, OnMalformedRecord = record => malformed = record.Reason };
        reader = Restart(from.Position, from.Line);
    }

    public string[] Fields { get; private set; } = [];
    public long Line { get; private set; }
    public long EndLine { get; private set; }
    public long EndPosition { get; private set; }
    public TableProblem? Problem { get; private set; }

    public bool Read()
    {
        (malformed, Problem) = (null, null);
        try
        {
            if (!reader.Read()) return false;
        }
        catch (CsvFormatException)
        {
            return ReadLine();
        }
        var raw = reader.RawRecord;
        var breaks = LineScan.Breaks(raw);
        if (Runaway(raw, breaks)) return ReadLine();
        Fields = Values(reader);
        Line = originLine + reader.LineNumber - 1;
        (EndLine, EndPosition) = (Line + breaks, origin + reader.ByteOffset + raw.Length);
        stream.Keep = EndPosition;
        return true;
    }

    private bool Runaway(ReadOnlySpan<byte> raw, int breaks) => malformed switch
    {
        null => false,
        CsvMalformedReason.UnterminatedQuote => true,
        _ => breaks > 0 && QuoteScan.Runaway(raw, (byte)reader.Separator, (byte)'"'),
    };

    // The record cannot be trusted beyond its first line: that line is the row, and reading goes on behind it.
    private bool ReadLine()
    {
        reader.Dispose();
        stream.Position = EndPosition;
        var (bytes, used, breaks, cut) = LineScan.Next(stream, TableLimits.RowBytes);
        if (bytes.Length == 0) return false;
        (Line, EndPosition) = (EndLine + breaks, EndPosition + used);
        EndLine = Line;
        Fields = Alone(bytes);
        Problem = cut ? TooLong(Line) : OpenQuote(Line);
        reader = Restart(EndPosition, EndLine);
        return true;
    }

    private string[] Alone(byte[] line)
    {
        using var single = CsvReader.Create(line, options with { AllowLineBreaksInQuotes = false, OnMalformedRecord = null, Encoding = null });
        return single.Read() ? Values(single) : [];
    }

    private CsvReader Restart(long position, long line)
    {
        (origin, originLine, EndPosition, EndLine) = (position, line, position, line);
        (stream.Position, stream.Keep) = (position, position);
        return CsvReader.Create(stream, options, leaveOpen: true);
    }

    private string[] Values(CsvReader from)
    {
        var values = new string[from.FieldCount];
        for (var i = 0; i < values.Length; i++) values[i] = mixed ? EitherWay(from.GetSpan(i)) : from.GetString(i);
        return values;
    }

    private static string EitherWay(ReadOnlySpan<byte> bytes) => (Utf8.IsValid(bytes) ? Encoding.UTF8 : EncodingGuess.Western).GetString(bytes);

    private static TableProblem OpenQuote(long line) =>
        new(TableFault.OpenQuote, T("A quotation mark opened on line {0} is never closed. The line was read by itself; check its values, or close the quotation mark and read the file again.", line), line);

    private static TableProblem TooLong(long line) =>
        new(TableFault.RowTooLong, T("Line {0} is longer than {1} bytes and was cut there. Shorten it, or check that the file is a table.", line, TableLimits.RowBytes), line);

    public void Dispose()
    {
        reader.Dispose();
        stream.Dispose();
    }
}
