using System.Text;
using UtfUnknown;
namespace Coxswain.Platform.Tabular;

/// <summary>Which encoding a text file has. The whole file is looked at once, since its first accented name may stand at the end.</summary>
internal sealed record EncodingGuess(Encoding Encoding, bool ByteOrderMark, bool Mixed, bool Uncertain, bool Binary)
{
    private const int SampleSize = 256 * 1024;
    internal static readonly Encoding Western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
    private static readonly UTF8Encoding Utf8 = new(false);

    public static EncodingGuess Of(Stream stream)
    {
        var start = new byte[4096];
        var read = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        var head = start.AsSpan(0, read);
        if (Marked(head) is { } marked) return new(marked, true, false, false, false);
        if (Wide(head) is { } wide) return new(wide, false, false, false, false);
        stream.Position = 0;
        var census = ByteCensus.Of(stream, SampleSize);
        if (census.LooksBinary) return new(Utf8, false, false, false, true);
        if (census.Invalid == 0) return new(Utf8, false, false, false, false);
        return census.Sequences >= 4 * census.Invalid ? new(Utf8, false, true, false, false) : Narrow(census.Sample);
    }

    private static Encoding? Marked(ReadOnlySpan<byte> head) =>
        head.StartsWith<byte>([0xEF, 0xBB, 0xBF]) ? Utf8
        : head.StartsWith<byte>([0xFF, 0xFE, 0, 0]) ? Encoding.UTF32
        : head.StartsWith<byte>([0xFF, 0xFE]) ? Encoding.Unicode
        : head.StartsWith<byte>([0xFE, 0xFF]) ? Encoding.BigEndianUnicode : null;

    // UTF-16 without a mark: every second byte of mostly Latin text is zero.
    private static Encoding? Wide(ReadOnlySpan<byte> head)
    {
        if (head.Length < 4) return null;
        int even = 0, odd = 0;
        for (var i = 0; i < head.Length; i++)
            if (head[i] == 0) _ = i % 2 == 0 ? even++ : odd++;
        var half = head.Length / 2;
        if (odd > half * 0.6 && even < half * 0.05) return Encoding.Unicode;
        return even > half * 0.6 && odd < half * 0.05 ? Encoding.BigEndianUnicode : null;
    }

    // On a few accented letters the detector confuses the Latin tables; then the Western one is by far the likeliest export.
    private static EncodingGuess Narrow(byte[] sample)
    {
        var found = CharsetDetector.DetectFromBytes(sample).Detected;
        var sure = found?.Encoding is not null && found.Confidence >= 0.7f;
        var encoding = sure ? Known(found!.Encoding) : Western;
        return new(encoding, false, false, !sure, false);
    }

    private static Encoding Known(Encoding found) => found.CodePage is 28591 or 20127 or 65001 ? Western : found;
}
