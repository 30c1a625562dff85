using System.Text;
namespace Coxswain.Platform.Tabular;

/// <summary>Gives a file as UTF-8 bytes from any place on, whatever its encoding.</summary>
internal sealed class TableSource(Func<Stream> open, Encoding encoding)
{
    private readonly bool asIs = encoding.CodePage is 65001 or 20127;

    public Stream From(long position)
    {
        var stream = open();
        if (asIs)
        {
            stream.Position = position;
            return stream;
        }
        stream.Position = 0;
        var utf8 = Encoding.CreateTranscodingStream(stream, encoding, Encoding.UTF8);
        Skip(utf8, position);
        return utf8;
    }

    /// <summary>The first bytes, at most <paramref name="size"/>.</summary>
    public byte[] Start(int size)
    {
        using var stream = From(0);
        var bytes = new byte[size];
        return bytes[..stream.ReadAtLeast(bytes, size, throwOnEndOfStream: false)];
    }

    private static void Skip(Stream stream, long count)
    {
        var buffer = new byte[64 * 1024];
        while (count > 0)
        {
            var read = stream.Read(buffer, 0, (int)Math.Min(buffer.Length, count));
            if (read == 0) return;
            count -= read;
        }
    }
}
