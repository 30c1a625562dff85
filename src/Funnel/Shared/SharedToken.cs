using System.Buffers.Binary;
using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
namespace Coxswain.Funnel.Shared;

/// <summary>What a link carries: the organisation's number and a secret of 256 bits, of which only the hash is kept.</summary>
internal static class SharedToken
{
    public static (string Secret, byte[] Hash) Draw()
    {
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        return (secret, Hash(secret));
    }

    /// <summary>What the hash stands under: as good as nothing of it, so that looking it up tells nothing of the rest.</summary>
    public static int Shelf(byte[] hash) => BinaryPrimitives.ReadInt32BigEndian(hash);

    /// <summary>What has no form of a link leads to an organisation nobody has, and is looked for there like any other.</summary>
    public static (int Tenant, byte[] Hash) Read(string? token)
    {
        var parts = (token ?? "").Split('-', 2);
        return parts.Length == 2 && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var tenant) ? (tenant, Hash(parts[1])) : (0, Hash(parts[0]));
    }

    private static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
