using System.Security.Cryptography;
using Coxswain.Platform.Data;
namespace Coxswain.Platform.Files;

/// <summary>Where files are kept: each under the SHA-256 of its content, or of whose it is and its content, so that the same file is kept once and cannot change unseen.</summary>
/// <param name="Path">The folder; made when first written to.</param>
public sealed record DataFolder(string Path)
{
    /// <summary>Beside the database's file; with PostgreSQL in the folder the program was started in, unless the host says where.</summary>
    public static DataFolder Beside(Database database) => new(System.IO.Path.Combine(database.File is { } file ? System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(file))! : "data", "files"));

    /// <summary>What is kept by that name next to the folder of files.</summary>
    public string Beside(string name) => System.IO.Path.Combine(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(Path))!, name);

    /// <summary>Keeps what the stream holds, without ever holding it in memory.</summary>
    /// <param name="content">Read to its end.</param>
    /// <param name="ct">Cancels.</param>
    /// <param name="whose">Goes before the content into its name, so that what two keep is never one file.</param>
    /// <returns>The name to find it by: 64 hexadecimal digits.</returns>
    /// <exception cref="IOException">The disk is full or the folder cannot be written; nothing half-written stays.</exception>
    public async Task<string> KeepAsync(Stream content, CancellationToken ct, ReadOnlyMemory<byte> whose = default)
    {
        Directory.CreateDirectory(Path);
        var part = System.IO.Path.Combine(Path, $"{Guid.NewGuid():N}.part");
        try
        {
            var hash = await WriteAsync(content, part, whose, ct);
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(FileOf(hash))!);
            File.Move(part, FileOf(hash), overwrite: true);
            return hash;
        }
        finally { File.Delete(part); }
    }

    /// <summary>The file of that content; it may be gone once its time is over.</summary>
    public string FileOf(string hash) => System.IO.Path.Combine(Path, hash[..2], hash);

    /// <summary>The contents that are kept, whatever else lies in the folder.</summary>
    public IEnumerable<string> Kept() => Directory.Exists(Path) ? Directory.EnumerateFiles(Path, "*", SearchOption.AllDirectories).Select(f => System.IO.Path.GetFileName(f)).Where(IsHash) : [];

    /// <summary>Whether it can be the name of a content.</summary>
    public static bool IsHash(string text) => text.Length == 64 && text.All(char.IsAsciiHexDigitLower);

    /// <summary>Deletes the file of that content at once, for good.</summary>
    public void Erase(string hash)
    {
        if (File.Exists(FileOf(hash))) File.Delete(FileOf(hash));
    }

    /// <summary>Deletes the file of that content, unless it was kept again since; nothing happens where it is gone already.</summary>
    /// <param name="hash">The content.</param>
    /// <param name="before">Only one that was last kept before this, in UTC.</param>
    public void Forget(string hash, DateTime before)
    {
        if (File.Exists(FileOf(hash)) && File.GetLastWriteTimeUtc(FileOf(hash)) < before) File.Delete(FileOf(hash));
    }

    private static async Task<string> WriteAsync(Stream content, string file, ReadOnlyMemory<byte> whose, CancellationToken ct)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        sha.AppendData(whose.Span);
        await using var to = File.Create(file);
        var buffer = new byte[128 * 1024];
        for (int read; (read = await content.ReadAsync(buffer, ct)) > 0;)
        {
            sha.AppendData(buffer, 0, read);
            await to.WriteAsync(buffer.AsMemory(0, read), ct);
        }
        return Convert.ToHexStringLower(sha.GetHashAndReset());
    }
}
