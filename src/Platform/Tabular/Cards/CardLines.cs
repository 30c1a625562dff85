using System.Runtime.InteropServices;
namespace Coxswain.Platform.Tabular.Cards;

/// <summary>A line of a card as its bytes, unfolded.</summary>
/// <param name="Number">Where it begins, counted from 1.</param>
internal sealed record CardLine(long Number, byte[] Bytes);

/// <summary>Gives the lines of a file of cards, each with those that go on with it.</summary>
internal sealed class CardLines(Stream stream)
{
    private readonly byte[] buffer = new byte[64 * 1024];
    private readonly List<byte> line = [];
    private int at, end;
    private long number;

    /// <summary>Version 2.1 breaks a line where a blank is and keeps the blank; later ones add it.</summary>
    public bool KeepsBlanks { get; set; }

    public IEnumerable<CardLine> Read()
    {
        var (waiting, since) = (new List<byte>(), 0L);
        while (Next() is { } bytes)
        {
            if (since > 0 && Joins(waiting, bytes)) continue;
            if (since > 0) yield return new(since, [.. waiting]);
            waiting.Clear();
            waiting.AddRange(bytes);
            since = number;
        }
        if (since > 0) yield return new(since, [.. waiting]);
    }

    private bool Joins(List<byte> waiting, byte[] bytes)
    {
        if (bytes is [(byte)' ' or (byte)'\t', ..]) Add(waiting, KeepsBlanks ? bytes : bytes.AsSpan(1));
        else if (waiting is [.., (byte)'='] && CardProperty.IsQuotedPrintable(CollectionsMarshal.AsSpan(waiting)))
        {
            waiting.RemoveAt(waiting.Count - 1);
            Add(waiting, bytes);
        }
        else return false;
        return true;
    }

    private static void Add(List<byte> waiting, ReadOnlySpan<byte> bytes)
    {
        if (waiting.Count <= TableLimits.FieldCharacters) waiting.AddRange(bytes);
    }

    // What a line has beyond the longest field is passed over.
    private byte[]? Next()
    {
        line.Clear();
        for (var any = false; ; any = true)
        {
            if (at == end && (end = stream.Read(buffer, at = 0, buffer.Length)) == 0) return any ? Ended() : null;
            var rest = buffer.AsSpan(at, end - at);
            var breaks = rest.IndexOfAny((byte)'\n', (byte)'\r');
            var part = breaks < 0 ? rest : rest[..breaks];
            line.AddRange(part[..Math.Min(part.Length, Math.Max(0, TableLimits.FieldCharacters + 1 - line.Count))]);
            at += breaks < 0 ? rest.Length : breaks + 1;
            if (breaks < 0) continue;
            if (rest[breaks] == '\r') SkipFeed();
            return Ended();
        }
    }

    private byte[] Ended()
    {
        number++;
        return [.. line];
    }

    private void SkipFeed()
    {
        if (at == end) end = stream.Read(buffer, at = 0, buffer.Length);
        if (at < end && buffer[at] == '\n') at++;
    }
}
