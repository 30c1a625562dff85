using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Platform.Jobs;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
namespace Coxswain.Platform.Webhooks;

/// <summary>Sends for as long as the process serves.</summary>
internal sealed class WebhookService(WebhookPostman postman, WebhookBell bell, JobSettings settings, TimeProvider clock, ILogger<WebhookService> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!settings.ByItself) return;
        while (!stoppingToken.IsCancellationRequested)
        {
            var ring = bell.Next;
            var begun = 0;
            try { begun = await postman.BeginDueAsync(null, stoppingToken); }
            catch (Exception) when (stoppingToken.IsCancellationRequested) { return; }
            catch (Exception failure) { log.LogError("Webhooks could not be looked for: {Fault}", SafeFault.Of(failure)); }
            // What was begun may not have been all: the end of each rings as well.
            if (begun == 0) await Pause.UntilAsync(ring, settings.Look, clock, stoppingToken);
        }
    }
}

/// <summary>Keeps in the organisation's own row what its webhooks want.</summary>
internal static class WantedKinds
{
    /// <summary>Saves what was changed of a webhook together with it.</summary>
    public static Task SaveAsync(AppDb db, CancellationToken ct) => db.InOneTransactionAsync(async () =>
    {
        await db.SaveChangesAsync(ct);
        await RewriteAsync(db, ct);
    }, ct);

    /// <summary>Inside the transaction that saved the webhook.</summary>
    public static async Task RewriteAsync(AppDb db, CancellationToken ct)
    {
        // Held until the commit: who rewrites at the same time waits, and then sees what was saved here.
        await db.Rows<Tenant>().Where(t => t.Id == db.Viewer.TenantId).ExecuteUpdateAsync(s => s.SetProperty(t => t.WebhookKinds, t => t.WebhookKinds), ct);
        var kinds = (await db.Rows<Webhook>().Where(h => h.StoppedAt == null).Select(h => h.Kinds).ToListAsync(ct)).SelectMany(k => k.Split(',')).Distinct().Order(StringComparer.Ordinal).ToList();
        var tenant = await db.Rows<Tenant>().SingleAsync(t => t.Id == db.Viewer.TenantId, ct);
        // Empty and not null: there is a log, and what still waits is sent or left out.
        tenant.WebhookKinds = string.Join(',', kinds);
        await db.SaveChangesAsync(ct);
    }
}

/// <summary>Stops webhooks, and clears their log.</summary>
internal static class WebhookStops
{
    public static void Stop(this Webhook hook, StopCause cause, DateTime now, AppDb db)
    {
        (hook.StoppedAt, hook.Stopped) = (now, cause);
        db.Happened("webhook", hook.Id, new WebhookStopped(hook.Name, hook.Host, cause.ToString()));
    }
}

/// <summary>A webhook is no longer sent.</summary>
internal sealed record WebhookStopped(string Name, string Host, string Cause) : News("webhook.stopped");

/// <summary>The log of what was sent is kept for 30 days.</summary>
internal sealed class OldSendings : IUpkeep
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    public Task TidyAsync(AppDb db, DateTime now, CancellationToken ct)
    {
        var before = now - Kept;
        return db.ClearAsync(db.Rows<WebhookSending>().Where(s => s.QueuedAt < before && s.State != SendingState.Waiting), ct);
    }
}
