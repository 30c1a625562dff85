using System.Buffers.Binary;
using System.Text;
namespace Coxswain.Customers.Attachments;

/// <summary>Looks what an archive says it holds, and reads no more of it than its list: an archive that was made to be huge costs nothing.</summary>
internal static class ArchiveNames
{
    private const int End = 22, LongestRemark = 65_535, Entry = 46, LongestList = 4 << 20;

    /// <summary>Whether it holds each of the parts: a file, or something in a folder where the part ends with a slash.</summary>
    public static async Task<bool> HaveAsync(Stream archive, IReadOnlyList<string> parts, CancellationToken ct)
    {
        var tail = await ReadAsync(archive, Math.Max(0, archive.Length - End - LongestRemark), End + LongestRemark, ct);
        var at = tail.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        if (at < 0 || tail.Length - at < End) return false;
        var (size, start) = (BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(at + 12)), BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(at + 16)));
        if (start >= archive.Length) return false;
        var names = Names(await ReadAsync(archive, start, (int)Math.Min(size, LongestList), ct)).ToList();
        return parts.All(p => names.Any(n => p.EndsWith('/') ? n.StartsWith(p, StringComparison.OrdinalIgnoreCase) : n.Equals(p, StringComparison.OrdinalIgnoreCase)));
    }

    private static IEnumerable<string> Names(byte[] list)
    {
        for (var at = 0; at + Entry <= list.Length && list.AsSpan(at).StartsWith("PK\u0001\u0002"u8);)
        {
            var (name, extra, remark) = (Number(at + 28), Number(at + 30), Number(at + 32));
            if (at + Entry + name > list.Length) yield break;
            yield return Encoding.UTF8.GetString(list, at + Entry, name).Replace('\\', '/');
            at += Entry + name + extra + remark;
        }

        int Number(int at) => BinaryPrimitives.ReadUInt16LittleEndian(list.AsSpan(at));
    }

    private static async Task<byte[]> ReadAsync(Stream from, long at, int most, CancellationToken ct)
    {
        var read = new byte[(int)Math.Min(most, from.Length - at)];
        from.Position = at;
        return read[..await from.ReadAtLeastAsync(read, read.Length, throwOnEndOfStream: false, ct)];
    }
}
