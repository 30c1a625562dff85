using Coxswain.Platform.Data;
using Coxswain.Platform.Files;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
namespace Coxswain.Platform.Http;

/// <summary>Whether this process is about to end: it still answers, but nobody new is to be sent here.</summary>
public sealed class Leaving
{
    private volatile bool _isSo;

    public bool IsSo => _isSo;

    public void Begin() => _isSo = true;
}

/// <summary>
/// <c>/health/live</c>: the process answers. <c>/health/ready</c>: the database answers, is of this version, and there is room on the
/// disk. For anyone, in one word, since a stranger may ask too; why it is not ready stands in the log.
/// </summary>
public static class Health
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Stands before sign-in and before the database is asked for anything else.</summary>
    public static void UseHealth(this IApplicationBuilder app)
    {
        app.Map("/health/live", live => live.Run(http => SayAsync(http, StatusCodes.Status200OK, "live")));
        app.Map("/health/ready", ready => ready.Run(async http =>
        {
            var why = await WhyNotAsync(http);
            if (why is not null) http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("Coxswain.Health").LogWarning("Not ready: {Why}", why);
            await SayAsync(http, why is null ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable, why is null ? "ready" : "not ready");
        }));
    }

    private static async Task<string?> WhyNotAsync(HttpContext http)
    {
        if (http.RequestServices.GetRequiredService<Leaving>().IsSo) return "the process is about to end";
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        patience.CancelAfter(Patience);
        try
        {
            var database = http.RequestServices.GetRequiredService<AppDb>().Database;
            if (!await database.CanConnectAsync(patience.Token)) return "the database does not answer";
            if (!(await database.GetAppliedMigrationsAsync(patience.Token)).SequenceEqual(database.GetMigrations())) return "the database is of another version";
            return http.RequestServices.GetRequiredService<Disk>().IsFull ? "the disk is full" : null;
        }
        catch (Exception e) when (Outage.Of(e) is not OutageKind.None || e is OperationCanceledException) { return "the database does not answer"; }
    }

    private static Task SayAsync(HttpContext http, int status, string word)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/plain; charset=utf-8";
        return http.Response.WriteAsync(word, http.RequestAborted);
    }
}
