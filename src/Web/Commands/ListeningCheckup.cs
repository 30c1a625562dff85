using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Coxswain.Platform.Checkups;
namespace Coxswain.Web.Commands;

/// <summary>How it would be served: nothing goes unencrypted beyond this machine, and the certificate is a good one.</summary>
internal static class ListeningCheckup
{
    private const int SoonDays = 30;

    public static IEnumerable<Checked> Look(Listening asked, DateTime now)
    {
        yield return Address(asked);
        if (asked.Proxies.FirstOrDefault(p => !IPAddress.TryParse(p, out _)) is { } unknown) yield return Checked.Wrong("Proxy", $"{unknown} is not an IP address.", "Name the proxy by its address, like --trusted-proxy 10.0.0.2.");
        if (asked.Cert is null != asked.Key is null) yield return Checked.Wrong("Certificate", "a certificate needs --cert and --key together.", "Give both files.");
        else if (asked.Cert is not null) yield return Certificate(asked.Cert, asked.Key!, now);
    }

    private static Checked Address(Listening asked)
    {
        if (!Uri.TryCreate(asked.Url.Replace("*", "0.0.0.0", StringComparison.Ordinal).Replace("+", "0.0.0.0", StringComparison.Ordinal), UriKind.Absolute, out var url))
            return Checked.Wrong("Address", $"{asked.Url} is not an address such as {ServeCommand.DefaultUrl}.", "Correct --listen.");
        if (url.IsLoopback || url.Scheme == "https" && asked.Cert is not null) return Checked.Good("Address", asked.Url);
        return asked.Proxies.Count > 0 ? Checked.Good("Address", $"{asked.Url}, behind {string.Join(" and ", asked.Proxies)}")
            : Checked.Wrong("Address", "beyond this machine Coxswain is served over HTTPS only.", "Give --cert and --key with an https address, or name the proxy that does it with --trusted-proxy.");
    }

    private static Checked Certificate(string cert, string key, DateTime now)
    {
        if (new[] { cert, key }.FirstOrDefault(f => !File.Exists(f)) is { } missing) return Checked.Wrong("Certificate", $"there is no file {missing}.", "Correct --cert and --key.");
        try
        {
            using var read = X509Certificate2.CreateFromPemFile(cert, key);
            var end = read.NotAfter.ToUniversalTime();
            if (end < now) return Checked.Wrong("Certificate", $"{cert} was over on {end:yyyy-MM-dd}.", "Renew it and start cox serve again.");
            if (read.NotBefore.ToUniversalTime() > now) return Checked.Wrong("Certificate", $"{cert} begins on {read.NotBefore.ToUniversalTime():yyyy-MM-dd}.", "Check this machine's clock, or use the one that holds now.");
            return end < now.AddDays(SoonDays) ? Checked.Watch("Certificate", $"{cert} is over on {end:yyyy-MM-dd}.", "Renew it and start cox serve again.") : Checked.Good("Certificate", $"{cert}, until {end:yyyy-MM-dd}");
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException) { return Checked.Wrong("Certificate", $"{cert} and {key} are not a certificate and its key, both as PEM.", "Give the key that the certificate was made with."); }
        catch (UnauthorizedAccessException) { return Checked.Wrong("Certificate", $"{cert} or {key} may not be read.", "Give the account that runs cox the right to read both."); }
    }
}
