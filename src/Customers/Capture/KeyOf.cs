using System.Security.Cryptography;
using System.Text;
using Coxswain.Platform.Data;
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
    public static Guid Touch(DateTime at, string key, Guid party) => Keys.Of(at, SHA256.HashData(Encoding.UTF8.GetBytes($"{key} {party:N}")).AsSpan(0, 16));

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
