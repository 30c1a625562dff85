using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
namespace Coxswain.Platform.Api;

/// <summary>Where the API is. Its version stands in the address; an address without one leads to the version there is.</summary>
public static class ApiAddress
{
    /// <summary>Before every address of it.</summary>
    public const string Root = "/api/v1";

    /// <summary>The description.</summary>
    public const string Description = Root + "/openapi.json";

    /// <summary>The description to read in a browser.</summary>
    public const string Docs = "/api/docs";

    /// <summary>Stands before routing: <c>/api/accounts</c> is <c>/api/v1/accounts</c>.</summary>
    public static void UseApiVersion(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        if (http.Request.Path.StartsWithSegments("/api", out var rest) && rest.HasValue && !NamesVersion(rest.Value!) && !http.Request.Path.StartsWithSegments(Docs)) http.Request.Path = Root + rest;
        return next(http);
    });

    /// <summary>Whether programs come here, who have keys: the API, or the tools of an assistant.</summary>
    public static bool IsForPrograms(PathString path) => path.StartsWithSegments("/api") && !path.StartsWithSegments(Docs) || path.StartsWithSegments("/mcp");

    private static bool NamesVersion(string rest) => rest.Length > 2 && rest[1] == 'v' && char.IsAsciiDigit(rest[2]) && rest[2..].TakeWhile(c => c != '/').All(char.IsAsciiDigit);
}
