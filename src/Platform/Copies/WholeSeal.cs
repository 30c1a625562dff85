using System.Security.Cryptography;
using System.Text;
namespace Coxswain.Platform.Copies;

/// <summary>The last 64 bytes of a copy: SHA-256 of all before them. They are the comment of the archive, so that any unpacker still reads it.</summary>
internal static class WholeSeal
{
    private const int Size = 64;

    public static string Blank { get; } = new('0', Size);

    public static async Task PutAsync(string path, CancellationToken ct)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);
        var hash = await HashAsync(file, ct);
        file.Position = file.Length - Size;
        await file.WriteAsync(hash, ct);
        file.Flush(flushToDisk: true);
    }

    /// <summary>Whether the file is as it was written, to the last bit.</summary>
    public static async Task<bool> HoldsAsync(Stream file, CancellationToken ct)
    {
        if (file.Length <= Size) return false;
        var hash = await HashAsync(file, ct);
        var kept = new byte[Size];
        file.Position = file.Length - Size;
        await file.ReadExactlyAsync(kept, ct);
        return hash.AsSpan().SequenceEqual(kept);
    }

    private static async Task<byte[]> HashAsync(Stream file, CancellationToken ct)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[128 * 1024];
        file.Position = 0;
        for (var left = file.Length - Size; left > 0;)
        {
            var read = await file.ReadAsync(buffer.AsMemory(0, (int)Math.Min(left, buffer.Length)), ct);
            if (read == 0) throw new EndOfStreamException();
            sha.AppendData(buffer, 0, read);
            left -= read;
        }
        return Encoding.ASCII.GetBytes(Convert.ToHexStringLower(sha.GetHashAndReset()));
    }
}
