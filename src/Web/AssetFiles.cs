using System.Collections.Frozen;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Net.Http.Headers;
namespace Coxswain.Web;

/// <summary>
/// The files of wwwroot, read once at the start. Their address carries one fingerprint of them all, so that a browser may keep them for
/// ever and modules and style sheets go on naming each other by relative paths.
/// </summary>
internal sealed class AssetFiles
{
    private const string Root = "/assets";
    private readonly FrozenDictionary<string, Asset> _files;
    private readonly string _prefix;

    private AssetFiles(SortedDictionary<string, Asset> files)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (path, file) in files)
        {
            sha.AppendData(Encoding.UTF8.GetBytes(path));
            sha.AppendData(file.Plain);
        }
        _prefix = $"{Root}/{Convert.ToHexStringLower(sha.GetHashAndReset())[..12]}/";
        _files = files.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>From the path under wwwroot to its address.</summary>
    public string Url(string path) => _prefix + path;

    /// <param name="folder">Beside the program, wherever it was started from.</param>
    public static AssetFiles Read(string folder)
    {
        var types = new FileExtensionContentTypeProvider();
        var files = new SortedDictionary<string, Asset>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            if (types.TryGetContentType(file, out var type)) files[Path.GetRelativePath(folder, file).Replace('\\', '/')] = Asset.Of(File.ReadAllBytes(file), type);
        return new AssetFiles(files);
    }

    /// <summary>Presses them all, so that no browser waits for it. Asked for before that, a file is pressed then.</summary>
    public async Task PressAsync()
    {
        foreach (var file in _files.Values) await file.PressAsync();
    }

    /// <summary>Answers what lies under /assets; anything else goes on.</summary>
    public Task ServeAsync(HttpContext http, RequestDelegate next)
    {
        var path = http.Request.Path.Value ?? "";
        if (!path.StartsWith(Root + "/", StringComparison.Ordinal)) return next(http);
        // A page drawn before an upgrade still asks under the old fingerprint; it gets today's file, for now only.
        var rest = path.IndexOf('/', Root.Length + 1) is > 0 and var at ? path[(at + 1)..] : "";
        if (!_files.TryGetValue(rest, out var file)) return Missing(http);
        http.Response.Headers.CacheControl = path.StartsWith(_prefix, StringComparison.Ordinal) ? "public, max-age=31536000, immutable" : "no-store";
        return file.AnswerAsync(http);
    }

    private static Task Missing(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private sealed record Asset(string Type, byte[] Plain, Lazy<Task<byte[]>>? Brotli)
    {
        public static Asset Of(byte[] plain, string type)
        {
            var isText = type.StartsWith("text/", StringComparison.Ordinal) || type.EndsWith("javascript", StringComparison.Ordinal) || type.EndsWith("+xml", StringComparison.Ordinal);
            return new Asset(isText ? $"{type}; charset=utf-8" : type, plain, isText ? new(() => Task.Run(() => Pressed(plain))) : null);
        }

        public Task PressAsync() => Brotli?.Value ?? Task.CompletedTask;

        public async Task AnswerAsync(HttpContext http)
        {
            var pressed = Brotli is not null && http.Request.GetTypedHeaders().AcceptEncoding.Any(e => e.Value == "br" && e.Quality is not 0);
            var body = pressed ? await Brotli!.Value : Plain;
            http.Response.ContentType = Type;
            http.Response.ContentLength = body.Length;
            http.Response.Headers[HeaderNames.Vary] = HeaderNames.AcceptEncoding;
            if (pressed) http.Response.Headers.ContentEncoding = "br";
            if (!HttpMethods.IsHead(http.Request.Method)) await http.Response.Body.WriteAsync(body);
        }

        // Quality 9: within a few percent of the best, at a twentieth of its time.
        private static byte[] Pressed(byte[] plain)
        {
            var room = new byte[BrotliEncoder.GetMaxCompressedLength(plain.Length)];
            return BrotliEncoder.TryCompress(plain, room, out var length, quality: 9, window: 22) ? room[..length] : plain;
        }
    }
}
