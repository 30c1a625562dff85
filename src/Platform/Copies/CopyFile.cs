using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
namespace Coxswain.Platform.Copies;

/// <summary>A copy, opened for reading. Opening it reads it whole once: what is damaged or cut short does not open.</summary>
internal sealed class CopyFile : IDisposable
{
    private readonly ZipArchive _zip;

    private CopyFile(ZipArchive zip, Manifest manifest) => (_zip, Manifest) = (zip, manifest);

    public Manifest Manifest { get; }

    /// <exception cref="CopyException">It is no copy, or not as it was written.</exception>
    public static async Task<CopyFile> OpenAsync(string path, CancellationToken ct)
    {
        if (!File.Exists(path)) throw new CopyException($"there is no file {path}.");
        var file = File.OpenRead(path);
        try
        {
            if (!await IsArchiveAsync(file, ct)) throw new CopyException($"{path} is not a copy made by cox backup.");
            if (!await WholeSeal.HoldsAsync(file, ct)) throw Damaged(path);
            file.Position = 0;
            var zip = new ZipArchive(file, ZipArchiveMode.Read);
            return new CopyFile(zip, Read(zip, path));
        }
        catch (Exception e)
        {
            await file.DisposeAsync();
            if (e is InvalidDataException or JsonException or EndOfStreamException) throw Damaged(path);
            throw;
        }
    }

    /// <summary>Reads every part and compares it with what the copy says of it.</summary>
    /// <exception cref="CopyException">A part is not what it should be.</exception>
    public async Task CheckAsync(CancellationToken ct)
    {
        foreach (var part in Manifest.Parts) await CopyToAsync(part, Stream.Null, ct);
    }

    /// <summary>Writes a part out; what was read is compared with what the copy says of it.</summary>
    public async Task CopyToAsync(CopyPart part, Stream to, CancellationToken ct)
    {
        if (_zip.GetEntry(part.Name) is not { } entry) throw new CopyException($"the copy lacks {part.Name}: make another.");
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var from = entry.Open();
        var buffer = new byte[128 * 1024];
        for (int read; (read = await from.ReadAsync(buffer, ct)) > 0;)
        {
            sha.AppendData(buffer, 0, read);
            await to.WriteAsync(buffer.AsMemory(0, read), ct);
        }
        if (Convert.ToHexStringLower(sha.GetHashAndReset()) != part.Sha256) throw new CopyException($"{part.Name} in the copy is not what was copied: use another copy.");
    }

    /// <summary>Writes a part into a new file that its owner alone may read.</summary>
    public async Task CopyToAsync(CopyPart part, string path, CancellationToken ct)
    {
        await using var to = OwnFile.Create(path);
        await CopyToAsync(part, to, ct);
        to.Flush(flushToDisk: true);
    }

    public void Dispose() => _zip.Dispose();

    private static Manifest Read(ZipArchive zip, string path)
    {
        if (zip.GetEntry(Manifest.Name) is not { } entry) throw new CopyException($"{path} is not a copy made by cox backup.");
        using var from = entry.Open();
        var manifest = Manifest.Read(from);
        return manifest.Format <= Manifest.NewestFormat ? manifest : throw new CopyException($"{path} was made by a newer Coxswain ({manifest.Program}): restore it with that version.");
    }

    private static async Task<bool> IsArchiveAsync(Stream file, CancellationToken ct)
    {
        var head = new byte[2];
        return await file.ReadAtLeastAsync(head, 2, throwOnEndOfStream: false, ct) == 2 && head is [(byte)'P', (byte)'K'];
    }

    private static CopyException Damaged(string path) => new($"{path} is damaged or cut short; nothing was touched. Use another copy.");
}

/// <summary>Files that hold everything about everybody: nobody but their owner reads them.</summary>
internal static class OwnFile
{
    public static FileStream Create(string path, FileOptions how = FileOptions.None, int bufferSize = 4096)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Options = how, BufferSize = bufferSize };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(path, options);
    }
}
