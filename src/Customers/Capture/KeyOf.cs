using System.Security.Cryptography;
using System.Text;
namespace Coxswain.Customers.Capture;

/// <summary>What something captured is known by, hashed: the names that mail and calendars give say who and when.</summary>
internal static class KeyOf
{
    public static string Meeting(string uid, string place) => Hash($"meeting\n{uid}\n{place}");

    public static string Mail(string messageId) => Hash($"mail\n{messageId}");

    /// <summary>The key of the touch it becomes with one customer: however many fetch at once, there is one.</summary>
    /// <param name="at">When it was, so that keys stand in the order of time.</param>
    /// <param name="key">Of what was captured.</param>
    /// <param name="party">The account, or the contact or lead where there is none.</param>
    public static Guid Touch(DateTime at, string key, Guid party)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes($"{key} {party:N}")).AsSpan(0, 16);
        var since = (long)(at - DateTime.UnixEpoch).TotalMilliseconds;
        for (var i = 0; i < 6; i++) bytes[i] = (byte)(since >> (8 * (5 - i)));
        (bytes[6], bytes[8]) = ((byte)(0x70 | bytes[6] & 0x0F), (byte)(0x80 | bytes[8] & 0x3F));
        return new Guid(bytes, bigEndian: true);
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
