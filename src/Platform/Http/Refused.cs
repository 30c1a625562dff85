using System.Text.Encodings.Web;
using Coxswain.Platform.Api;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Platform.Http;

/// <summary>A No with its reason: one line for the notice region of a page that asked with htmx, a whole page for a browser, a problem for the API.</summary>
public sealed class Refused(int status, string reason) : IResult
{
    /// <summary>Something broke: the page stands without the shell, which may be what broke.</summary>
    public bool IsFault { get; init; }

    /// <summary>For an address of the API that leads nowhere.</summary>
    public static IResult NoSuchAddress() => new Refused(StatusCodes.Status404NotFound, T("There is nothing at this address for this verb: see {0}.", ApiAddress.Description));

    /// <summary>Not there, or not for the viewer to see: the two are not told apart.</summary>
    public static Refused Missing => new(StatusCodes.Status404NotFound, MissingReason);

    internal static string MissingReason => T("This is not here, or not for you to see.");

    public Task ExecuteAsync(HttpContext http)
    {
        if (http.Request.Path.StartsWithSegments("/api")) return Problem(http);
        if (http.Request.IsHtmx()) return Line(http);
        var model = new Dictionary<string, object?> { ["Model"] = new Refusing(status, reason) };
        IResult page = IsFault ? new RazorComponentResult<FaultPage>(model) { StatusCode = status, PreventStreamingRendering = true }
            // Who comes by a link has no start to go back to.
            : http.GetEndpoint()?.Metadata.GetMetadata<ForAnyone>() is not null ? new RazorComponentResult<OutsideRefusedPage>(model) { StatusCode = status, PreventStreamingRendering = true }
            : new RazorComponentResult<RefusedPage>(model) { StatusCode = status, PreventStreamingRendering = true };
        return page.ExecuteAsync(http);
    }

    private Task Line(HttpContext http)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/html; charset=utf-8";
        return http.Response.WriteAsync($"<p data-notice>{HtmlEncoder.Default.Encode(reason)}</p>", http.RequestAborted);
    }

    private Task Problem(HttpContext http) => Results.Problem(statusCode: status, detail: reason).ExecuteAsync(http);
}

/// <summary>What a refusal page shows.</summary>
public sealed record Refusing(int Status, string Reason);
