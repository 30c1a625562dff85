using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
namespace Coxswain.Platform.Sending;

/// <summary>
/// Which act a form is: the key it was drawn with, who sends it, and what it says. Sent again it is the same; with something else typed
/// into it (someone who went back for a second record much like the first) it is another.
/// </summary>
internal static class FormKey
{
    public const string Field = "_once";
    private const int Kept = 8;

    /// <summary>Null for a form without a key.</summary>
    public static Guid? Of(HttpRequest request, Guid actorId)
    {
        if (!Guid.TryParse(request.Form[Field], out var key) || key == Guid.Empty) return null;
        var said = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', Said(request, key, actorId))));
        // The moment of its drawing stays in front, so that keys come in the order of time.
        key.ToByteArray(true).AsSpan(0, Kept).CopyTo(said);
        said[Kept] = (byte)((said[Kept] & 0x3f) | 0x80);
        return new Guid(said.AsSpan(0, 16), bigEndian: true);
    }

    private static IEnumerable<string> Said(HttpRequest request, Guid key, Guid actorId) =>
    [
        $"{key}", $"{actorId}", request.Path.ToString(),
        .. request.Form.Where(f => !f.Key.Contains("password", StringComparison.OrdinalIgnoreCase)).OrderBy(f => f.Key, StringComparer.Ordinal).SelectMany(f => f.Value.Prepend(f.Key).OfType<string>()),
        .. request.Form.Files.SelectMany(f => new[] { f.Name, f.FileName, $"{f.Length}" }),
    ];
}
