using System.Text;
using System.Text.Unicode;
namespace Coxswain.Platform.Tabular;

/// <summary>Counts what speaks for and against UTF-8 in a whole file and keeps the lines that are not plain ASCII as a sample.</summary>
internal sealed class ByteCensus
{
    private const int Chunk = 64 * 1024;
    private readonly List<byte> sample = [];
    private long zeros, controls, total;

    /// <summary>Bytes that are no part of valid UTF-8.</summary>
    public long Invalid { get; private set; }

    /// <summary>Valid sequences of more than one byte; counted only in chunks that also hold invalid bytes, or none.</summary>
    public long Sequences { get; private set; }

    public byte[] Sample => [.. sample];
    public bool LooksBinary => zeros > 0 && (zeros + controls) * 50 > total || controls * 10 > total;

    public static ByteCensus Of(Stream stream, int sampleSize)
    {
        var census = new ByteCensus();
        var buffer = new byte[Chunk + 4];
        var kept = 0;
        int read;
        while ((read = stream.Read(buffer, kept, Chunk)) > 0)
        {
            var span = buffer.AsSpan(0, kept + read);
            var whole = span[..^Unfinished(span)];
            census.Count(whole, sampleSize);
            kept = span.Length - whole.Length;
            span[whole.Length..].CopyTo(buffer);
        }
        census.Count(buffer.AsSpan(0, kept), sampleSize);
        return census;
    }

    private void Count(ReadOnlySpan<byte> span, int sampleSize)
    {
        total += span.Length;
        zeros += span.Count((byte)0);
        if (total <= 1 << 20) foreach (var b in span) if (b is > 0 and < 9 or > 13 and < 27 or > 27 and < 32) controls++;
        if (Utf8.IsValid(span) && Invalid == 0) { if (Sequences < 1000) Sequences += Leads(span); return; }
        Compare(span);
        if (sample.Count < sampleSize) Keep(span);
    }

    private static int Leads(ReadOnlySpan<byte> span)
    {
        var leads = 0;
        foreach (var b in span) if (b >= 0xC2) leads++;
        return leads;
    }

    private void Compare(ReadOnlySpan<byte> span)
    {
        while (!span.IsEmpty)
        {
            var plain = span.IndexOfAnyInRange((byte)0x80, (byte)0xFF);
            if (plain < 0) return;
            span = span[plain..];
            if (Rune.DecodeFromUtf8(span, out _, out var used) == System.Buffers.OperationStatus.Done) Sequences++;
            else Invalid++;
            span = span[used..];
        }
    }

    private void Keep(ReadOnlySpan<byte> span)
    {
        foreach (var range in span.Split((byte)'\n'))
            if (span[range].IndexOfAnyInRange((byte)0x80, (byte)0xFF) >= 0) { sample.AddRange(span[range]); sample.Add((byte)'\n'); }
    }

    // Bytes at the end that begin a sequence the next chunk ends.
    private static int Unfinished(ReadOnlySpan<byte> span)
    {
        for (var back = 1; back <= Math.Min(3, span.Length); back++)
        {
            var b = span[^back];
            if (b < 0x80) return 0;
            if (b >= 0xC0) return back < (b >= 0xF0 ? 4 : b >= 0xE0 ? 3 : 2) ? back : 0;
        }
        return 0;
    }
}
