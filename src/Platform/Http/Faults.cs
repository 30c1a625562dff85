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
            catch (Exception fault) when (!http.Response.HasStarted)
            {
                log.LogError(fault, "{Method} {Route} failed", http.Request.Method, (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "(no route)");
                Localisation.Speak(http);
                await AnswerAsync(http, Outage.Of(fault));
            }
        });
    }

    private static Task AnswerAsync(HttpContext http, OutageKind outage)
    {
        var status = outage is OutageKind.None ? StatusCodes.Status500InternalServerError : StatusCodes.Status503ServiceUnavailable;
        http.Response.Headers.Location = default;
        http.Response.Headers.Remove("HX-Redirect");
        if (outage is not OutageKind.None) http.Response.Headers.RetryAfter = RetrySeconds;
        return new Refused(status, Words(outage)) { IsFault = true }.ExecuteAsync(http);
    }

    private static string Words(OutageKind outage) => outage switch
    {
        OutageKind.Away => T("The database cannot be reached just now. Nothing was saved; what you typed is still here. Try again in a moment."),
        OutageKind.Busy => T("The database is busy with something long. Nothing was saved; what you typed is still here. Try again in a moment."),
        OutageKind.Full => T("The server has no room left on its disk. Nothing was saved; what you typed is still here. Tell an administrator, then try again."),
        _ => T("That did not work, and it is not your doing. What you typed is still here; try again in a moment."),
    };
}
