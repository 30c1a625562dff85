using Coxswain.Platform.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
namespace Coxswain.Platform.Access;

/// <summary>One way to know who is asking: a session cookie, an API key.</summary>
public interface IIdentify
{
    /// <summary>The viewer, or null where this way has nothing to say.</summary>
    ValueTask<Viewer?> IdentifyAsync(HttpContext http);
}

/// <summary>Names the viewer of each request, by the first way that knows.</summary>
public static class Identification
{
    public static void UseIdentification(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        foreach (var way in http.RequestServices.GetServices<IIdentify>())
        {
            if (await way.IdentifyAsync(http) is not { } viewer) continue;
            http.RequestServices.GetRequiredService<CurrentViewer>().Become(viewer);
            await http.RequestServices.GetRequiredService<AppDb>().StayOpenAsync(http.RequestAborted);
            break;
        }
        await next(http);
    });
}
