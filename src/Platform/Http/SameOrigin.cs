using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Platform.Http;

/// <summary>An endpoint other sites may post to, with an authentication of its own. There is one list of them: what carries this.</summary>
public sealed record FromOtherSites(string Why);

/// <summary>Refuses what another site started. Minimal APIs check no antiforgery token without a bound form, so this stands before all of them.</summary>
public static class SameOrigin
{
    public static void UseSameOrigin(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        if (IsSafe(http.Request.Method) || IsOwn(http.Request) || http.GetEndpoint()?.Metadata.GetMetadata<FromOtherSites>() is not null) await next(http);
        else await new Refused(StatusCodes.Status403Forbidden, T("This came from another site and was not done.")).ExecuteAsync(http);
    });

    private static bool IsSafe(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);

    // Programs send neither header, and carry a key of their own; browsers send at least one of them with every unsafe request.
    private static bool IsOwn(HttpRequest request) => request.Headers["Sec-Fetch-Site"].ToString() switch
    {
        "same-origin" or "none" => true,
        "" => request.Headers.Origin is [] || request.Headers.Origin == $"{request.Scheme}://{request.Host}",
        _ => false,
    };
}
