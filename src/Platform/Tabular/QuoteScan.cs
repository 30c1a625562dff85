namespace Coxswain.Platform.Tabular;

/// <summary>Tells a quoted field that runs over lines on purpose from one whose closing quote was forgotten.</summary>
internal static class QuoteScan
{
    /// <summary>True when a quoted field takes in a line break and does not end where a field may end.</summary>
    public static bool Runaway(ReadOnlySpan<byte> record, byte separator, byte quote)
    {
        while (!record.IsEmpty)
        {
            if (record[0] != quote)
            {
                var end = record.IndexOf(separator);
                if (end < 0) return false;
                record = record[(end + 1)..];
                continue;
            }
            var close = Closing(record, quote);
            if (close < 0) return true;
            var after = record[(close + 1)..];
            if (!after.IsEmpty && after[0] != separator && record[..close].IndexOfAny((byte)'\n', (byte)'\r') >= 0) return true;
            var next = after.IndexOf(separator);
            if (next < 0) return false;
            record = after[(next + 1)..];
        }
        return false;
    }

    private static int Closing(ReadOnlySpan<byte> record, byte quote)
    {
        for (var at = 1; at < record.Length; at++)
        {
            if (record[at] != quote) continue;
            if (at + 1 == record.Length || record[at + 1] != quote) return at;
            at++;
        }
        return -1;
    }
}
