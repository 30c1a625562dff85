using Coxswain.Platform.Access;
using Coxswain.Platform.Api;
using Coxswain.Platform.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Platform.Http;

/// <summary>Stands before every endpoint: signed in, unless it is for anyone; with the permission its route asks for.</summary>
public static class Gatekeeper
{
    public static void UseGatekeeper(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        if (Refuses(http) is { } refusal)
        {
            await refusal.ExecuteAsync(http);
            return;
        }
        if (IsForKnown(http)) await http.RequestServices.GetRequiredService<AppDb>().KnowReachesAsync(http.RequestAborted);
        await next(http);
    });

    private static bool IsForKnown(HttpContext http) => http.GetEndpoint() is { } endpoint && endpoint.Metadata.GetMetadata<ForAnyone>() is null;

    internal static IResult? Refuses(HttpContext http)
    {
        if (!IsForKnown(http)) return null;
        var viewer = http.RequestServices.GetRequiredService<CurrentViewer>();
        if (!viewer.IsKnown) return SignInFirst(http);
        var needs = http.GetEndpoint()!.Metadata.GetOrderedMetadata<Requirement>();
        if (needs.Any(r => !viewer.Value.May(r.Permission))) return new Refused(StatusCodes.Status403Forbidden, T("Your role does not include this. An administrator can change that."));
        // A tool of an assistant asks the API again, which looks at what that needs.
        var changes = !HttpMethods.IsGet(http.Request.Method) && http.Request.Path.StartsWithSegments("/api");
        return viewer.Value.Scopes is { } scopes && needs.Any(r => !scopes.Allow(r.Permission, changes)) ? new Refused(StatusCodes.Status403Forbidden, T("This key is limited to {0}.", scopes)) : null;
    }

    // htmx would swap a redirected sign-in page into a panel and the form would be gone: it gets a plain 401.
    private static IResult SignInFirst(HttpContext http) =>
        http.Request.IsHtmx() || ApiAddress.IsForPrograms(http.Request.Path) || !HttpMethods.IsGet(http.Request.Method)
            ? new Refused(StatusCodes.Status401Unauthorized, T("You are signed out. Sign in again in another tab; what you typed is still here."))
            : Results.Redirect($"/sign-in?next={Uri.EscapeDataString(http.Request.Path + http.Request.QueryString)}");
}
