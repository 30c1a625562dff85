using System.Net;
using Microsoft.AspNetCore.Http;
namespace Coxswain.Platform.Http;

/// <summary>Whether a cookie may travel unencrypted: on this machine only.</summary>
public static class SafeCookie
{
    /// <summary>True beyond loopback, also where a proxy forgot to say that the request came by HTTPS: then signing in fails instead of leaking.</summary>
    public static bool IsSecure(HttpRequest request) => request.IsHttps || !IsLoopback(request.Host.Host);

    private static bool IsLoopback(string host) => host is "localhost" || host.EndsWith(".localhost", StringComparison.Ordinal) || IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address);
}
