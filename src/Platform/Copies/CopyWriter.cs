using System.IO.Compression;
using System.Security.Cryptography;
namespace Coxswain.Platform.Copies;

/// <summary>Writes the parts of a copy, one behind the other, without ever holding one in memory.</summary>
internal sealed class CopyWriter(Stream to, Action<string>? at = null) : IDisposable
{
    private readonly ZipArchive _zip = new(to, ZipArchiveMode.Create, leaveOpen: true) { Comment = WholeSeal.Blank };
    private readonly List<CopyPart> _parts = [];

    public IReadOnlyList<CopyPart> Parts => _parts;

    public async Task AddAsync(string name, Stream from, CancellationToken ct)
    {
        at?.Invoke(name);
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var part = _zip.CreateEntry(name, CompressionLevel.Fastest).Open();
        var buffer = new byte[128 * 1024];
        var size = 0L;
        for (int read; (read = await from.ReadAsync(buffer, ct)) > 0; size += read)
        {
            sha.AppendData(buffer, 0, read);
            await part.WriteAsync(buffer.AsMemory(0, read), ct);
        }
        _parts.Add(new CopyPart(name, size, Convert.ToHexStringLower(sha.GetHashAndReset())));
    }

    public async Task EndAsync(Manifest manifest, CancellationToken ct)
    {
        await using var part = _zip.CreateEntry(Manifest.Name, CompressionLevel.Fastest).Open();
        await part.WriteAsync(manifest.Write(), ct);
    }

    public void Dispose() => _zip.Dispose();
}
