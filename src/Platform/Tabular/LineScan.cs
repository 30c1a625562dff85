namespace Coxswain.Platform.Tabular;

/// <summary>Reads one physical line from a stream without trusting its quotes.</summary>
internal static class LineScan
{
    /// <summary>The first line that is not blank: its bytes (at most <paramref name="limit"/>), the bytes up to its end, the line breaks before it.</summary>
    public static (byte[] Line, long Used, long BreaksBefore, bool Cut) Next(Stream stream, int limit)
    {
        var line = new MemoryStream();
        var buffered = new BufferedStream(stream, 64 * 1024);
        long used = 0, breaks = 0;
        var previous = -1;
        for (int b; (b = buffered.ReadByte()) >= 0; previous = b)
        {
            if (b is '\n' or '\r')
            {
                if (line.Length > 0) break;
                if (!(b == '\n' && previous == '\r')) breaks++;
            }
            else if (line.Length < limit) line.WriteByte((byte)b);
            used++;
        }
        return (line.ToArray(), used, breaks, line.Length >= limit);
    }

    /// <summary>Line breaks in a piece of text; CR LF counts once.</summary>
    public static int Breaks(ReadOnlySpan<byte> text)
    {
        var breaks = text.Count((byte)'\n');
        for (var at = text.IndexOf((byte)'\r'); at >= 0; )
        {
            if (at + 1 == text.Length || text[at + 1] != '\n') breaks++;
            text = text[(at + 1)..];
            at = text.IndexOf((byte)'\r');
        }
        return breaks;
    }

    public static LineEnding Ending(ReadOnlySpan<byte> start)
    {
        var at = start.IndexOfAny((byte)'\n', (byte)'\r');
        if (at < 0) return LineEnding.None;
        if (start[at] == '\n') return LineEnding.Lf;
        return at + 1 < start.Length && start[at + 1] == '\n' ? LineEnding.CrLf : LineEnding.Cr;
    }
}
