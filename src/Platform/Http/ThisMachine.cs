using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;
namespace Coxswain.Platform.Http;

/// <summary>Tells whether a request was made on the machine the server runs on, where nobody but its operator can have made it.</summary>
public sealed class ThisMachine(IServer server, IOptions<ForwardedHeadersOptions> forwarding)
{
    // A proxy on this machine that nobody named would make the whole world look like this machine.
    private static readonly string[] Relayed = ["Forwarded", "Via", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP"];

    /// <summary>True only where the server listens to this machine alone, no proxy stands before it, and the request came from here to a name of here.</summary>
    public bool Sends(HttpContext http) => IsShut && http.Connection.RemoteIpAddress is { } from && IPAddress.IsLoopback(from) && !Relayed.Any(http.Request.Headers.ContainsKey) && IsHere(http.Request.Host.Host);

    private bool IsShut => forwarding.Value.ForwardedHeaders is ForwardedHeaders.None
        && server.Features.Get<IServerAddressesFeature>()?.Addresses is { Count: > 0 } addresses && addresses.All(a => IsHere(BindingAddress.Parse(a).Host));

    // Another site's name that was made to point here is not a name of here.
    private static bool IsHere(string host) => host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address);
}
