using Microsoft.AspNetCore.Http;
namespace Coxswain.Platform.Http;

/// <summary>After a done act: the next page. htmx is told by header, a plain form by redirect; the line for the person travels along.</summary>
internal sealed class GoTo(string url, Notice? notice) : IResult
{
    public Task ExecuteAsync(HttpContext http)
    {
        if (notice is not null) NoticeCookie.Keep(http, notice);
        if (http.Request.IsHtmx())
        {
            http.Response.Headers["HX-Redirect"] = url;
            http.Response.StatusCode = StatusCodes.Status204NoContent;
        }
        else
        {
            http.Response.StatusCode = StatusCodes.Status303SeeOther;
            http.Response.Headers.Location = url;
        }
        return Task.CompletedTask;
    }
}

internal static class Htmx
{
    public static bool IsHtmx(this HttpRequest request) => request.Headers["HX-Request"] == "true";
}
