using Coxswain.Platform.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
namespace Coxswain.Platform.Http;

/// <summary>Knows where a record went that is not at its address any more. Registered as a service; asked only where there would be no answer else.</summary>
public interface IForward
{
    /// <summary>The record to look at instead; null where there is none, or the viewer may not see either.</summary>
    /// <param name="db">The request's database context.</param>
    /// <param name="kinds">The word before the key in the address: <c>accounts</c>.</param>
    /// <param name="id">The key.</param>
    /// <param name="ct">Cancels.</param>
    Task<Guid?> OfAsync(AppDb db, string kinds, Guid id, CancellationToken ct);
}

internal static class Forwarding
{
    /// <summary>The same address of the record to look at instead; null where there is none.</summary>
    public static async Task<string?> OfAsync(HttpContext http)
    {
        // Whoever is not signed in has no records to be led to.
        if (!http.RequestServices.GetRequiredService<Access.CurrentViewer>().IsKnown) return null;
        if (!Guid.TryParse(http.Request.RouteValues.GetValueOrDefault("id")?.ToString(), out var id)) return null;
        var path = http.Request.Path.Value!.Split('/');
        var at = Array.FindIndex(path, p => Guid.TryParse(p, out var key) && key == id);
        if (at < 1) return null;
        foreach (var forward in http.RequestServices.GetServices<IForward>())
        {
            if (await forward.OfAsync(http.RequestServices.GetRequiredService<AppDb>(), path[at - 1], id, http.RequestAborted) is not { } now) continue;
            path[at] = now.ToString();
            return http.Request.PathBase + string.Join('/', path) + http.Request.QueryString;
        }
        return null;
    }
}
