using Coxswain.Platform.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Platform.Http;

/// <summary>What nobody caught: told in plain words without details, and logged with the route instead of the address, which may hold a one-time code.</summary>
public static class Faults
{
    private const string RetrySeconds = "5";

    /// <summary>Stands before everything that can fail.</summary>
    public static void UseFaults(this IApplicationBuilder app)
    {
        var log = app.ApplicationServices.GetRequiredService<ILoggerFactory>().CreateLogger("Coxswain.Faults");
        app.Use(async (http, next) =>
        {
            try { await next(http); }
            catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested) { }
            catch (Exception asked) when ((asked is BadHttpRequestException or InvalidDataException || IsCutOff(asked)) && !http.Response.HasStarted) { await RefuseAsync(http, asked); }
            catch (RefusalException no) when (!http.Response.HasStarted) { await new Refused(no.No.Kind is OutcomeKind.Invalid ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status403Forbidden, no.Message).ExecuteAsync(http); }
            catch (Exception fault) when (!http.Response.HasStarted)
            {
                log.LogError("{Method} {Route} failed: {Fault}", http.Request.Method, (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "(no route)", SafeFault.Of(fault));
                Localisation.Speak(http);
                await AnswerAsync(http, Outage.Of(fault));
            }
        });
    }

    // A form that ends before its parts do. The disk's own failures are of the same type.
    private static bool IsCutOff(Exception asked) => asked is IOException && asked.Message.StartsWith("Unexpected end of Stream", StringComparison.Ordinal);

    // Longer than a field or a request may be, or no request at all: theirs, so nothing is logged.
    private static Task RefuseAsync(HttpContext http, Exception asked)
    {
        // The framework tells of both by one exception: a part that is too much names its limit, one that is no part of a form does not.
        var status = asked is BadHttpRequestException { StatusCode: var said } ? said : asked.Message.Contains("limit", StringComparison.Ordinal) ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status400BadRequest;
        var reason = status is StatusCodes.Status413PayloadTooLarge ? T("That is more than can be sent at once: send less, or in parts.") : T("What was sent cannot be read. Load the page anew and try again.");
        return new Refused(status, reason) { IsFault = true }.ExecuteAsync(http);
    }

    private static Task AnswerAsync(HttpContext http, OutageKind outage)
    {
        var status = outage is OutageKind.None ? StatusCodes.Status500InternalServerError : StatusCodes.Status503ServiceUnavailable;
        http.Response.Headers.Location = default;
        http.Response.Headers.Remove("HX-Redirect");
        if (outage is not OutageKind.None) http.Response.Headers.RetryAfter = RetrySeconds;
        return new Refused(status, $"{Why(outage)} {What(http.Request)}") { IsFault = true }.ExecuteAsync(http);
    }

    private static string Why(OutageKind outage) => outage switch
    {
        OutageKind.Away => T("The database cannot be reached just now."),
        OutageKind.Busy => T("The database is busy with something long."),
        OutageKind.Full => T("The server has no room left on its disk; tell an administrator."),
        OutageKind.Closed => T("The database cannot be written just now; tell an administrator."),
        OutageKind.Damaged => T("The database is damaged; tell an administrator: cox doctor says what to do."),
        _ => T("That did not work, and it is not your doing."),
    };

    // A panel keeps its form; a page that was posted without script keeps it one step back.
    private static string What(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) ? T("Nothing was lost. Try again in a moment.")
        : request.IsHtmx() ? T("Nothing was saved; what you typed is still here. Try again in a moment.")
        : T("Nothing was saved. What you typed is one step back in your browser; try again in a moment.");
}
