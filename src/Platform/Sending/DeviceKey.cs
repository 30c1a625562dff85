using System.Security.Cryptography;
using System.Text;
namespace Coxswain.Platform.Sending;

/// <summary>What a person's unsent acts are locked with on a device: given to their own pages only, the same at each sign-in, and kept nowhere there.</summary>
public static class DeviceKey
{
    /// <param name="secret">The organisation's.</param>
    /// <param name="personId">Whose device it is.</param>
    /// <returns>256 bits, base64.</returns>
    public static string Of(byte[] secret, Guid personId) => Convert.ToBase64String(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes($"outbox {personId:N}")));
}
