using System.Security.Cryptography;
using System.Text;
using Coxswain.Platform.Files;
namespace Coxswain.Platform.Outside;

/// <summary>
/// Closes what not even a reader of the database or of a copy of it is to know. The key is a file beside the files, which no copy and no export
/// takes along; those of <see cref="SecretKeeper"/> are rows of the database and go along with it.
/// </summary>
public sealed class PrivateKeeper(DataFolder folder)
{
    /// <summary>The file of the key.</summary>
    public const string FileName = "private.key";

    private const int KeySize = 32, NonceSize = 12, TagSize = 16;
    private readonly Lock _turn = new();
    private byte[]? _key;

    /// <summary>The text, closed; the same text never looks the same twice.</summary>
    /// <param name="text">What to close.</param>
    /// <param name="place">Where it is kept: moved elsewhere it does not open.</param>
    public string Close(string text, string place)
    {
        var plain = Encoding.UTF8.GetBytes(text);
        var closed = new byte[NonceSize + plain.Length + TagSize];
        RandomNumberGenerator.Fill(closed.AsSpan(0, NonceSize));
        using var aes = new AesGcm(Key(make: true)!, TagSize);
        aes.Encrypt(closed.AsSpan(0, NonceSize), plain, closed.AsSpan(NonceSize, plain.Length), closed.AsSpan(NonceSize + plain.Length), Encoding.UTF8.GetBytes(place));
        return Convert.ToBase64String(closed);
    }

    /// <summary>The text again; null where its key is not on this machine.</summary>
    public string? Open(string closed, string place)
    {
        if (Key(make: false) is not { } key) return null;
        try
        {
            var bytes = Convert.FromBase64String(closed);
            var plain = new byte[bytes.Length - NonceSize - TagSize];
            using var aes = new AesGcm(key, TagSize);
            aes.Decrypt(bytes.AsSpan(0, NonceSize), bytes.AsSpan(NonceSize, plain.Length), bytes.AsSpan(NonceSize + plain.Length), plain, Encoding.UTF8.GetBytes(place));
            return Encoding.UTF8.GetString(plain);
        }
        catch (Exception fault) when (fault is CryptographicException or FormatException or OverflowException) { return null; }
    }

    private byte[]? Key(bool make)
    {
        lock (_turn)
        {
            if (_key is not null) return _key;
            var path = folder.Beside(FileName);
            if (!File.Exists(path) && make) Make(path);
            return File.Exists(path) && File.ReadAllBytes(path) is { Length: KeySize } key ? _key = key : make ? throw new IOException($"{path} holds no key.") : null;
        }
    }

    // Written aside and moved, so that of several processes one makes it and nobody reads half of it.
    private static void Make(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var part = $"{path}.{Guid.NewGuid():N}.part";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        try
        {
            using (var file = new FileStream(part, options)) file.Write(RandomNumberGenerator.GetBytes(KeySize));
            File.Move(part, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path)) { }
        finally { File.Delete(part); }
    }
}
