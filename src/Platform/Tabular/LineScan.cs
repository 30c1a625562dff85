namespace Coxswain.Platform.Tabular;

/// <summary>Reads one physical line from a stream without trusting its quotes.</summary>
internal static class LineScan
{
    /// <summary>The first line that is not blank: its bytes (at most <paramref name="limit"/>), the bytes up to its end, the line breaks before it.</summary>
    public static (byte[] Line, long Used, long BreaksBefore, bool Cut) Next(ReplayStream stream, int limit)
    {
        var line = new MemoryStream();
        var buffer = new byte[16 * 1024];
        long used = 0, breaks = 0;
        byte previous = 0;
        for (int read; (read = stream.Read(buffer)) > 0; stream.Keep += line.Length < limit ? 0 : read)
            foreach (var b in buffer.AsSpan(0, read))
            {
                if (b is (byte)'\n' or (byte)'\r')
                {
                    if (line.Length > 0) return (line.ToArray(), used, breaks, line.Length >= limit);
                    if (!(b == '\n' && previous == '\r')) breaks++;
                }
                else if (line.Length < limit) line.WriteByte(b);
                previous = b;
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
