using System.Globalization;
using System.Security.Cryptography;
using System.Text;
namespace Coxswain.Platform.Webhooks;

/// <summary>Signs what is sent, so that whoever gets it knows who sent it and when: HMAC-SHA256 over id, moment and body, under the header names several products share.</summary>
public static class WebhookSignature
{
    private const string Before = "whsec_";

    public static string NewSecret() => Before + Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    /// <summary>The value of <c>webhook-signature</c>.</summary>
    /// <param name="secret">As it was shown.</param>
    /// <param name="id">The value of <c>webhook-id</c>: the same however often it is sent.</param>
    /// <param name="at">The value of <c>webhook-timestamp</c>, seconds since 1970.</param>
    /// <param name="body">Exactly the bytes sent.</param>
    public static string Of(string secret, string id, long at, byte[] body)
    {
        var signed = (byte[])[.. Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{at}.")), .. body];
        return "v1," + Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(secret[Before.Length..]), signed));
    }
}
