using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Platform.Ui;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Platform.Webhooks;

/// <summary>Webhooks that a module calls by itself, beside the kinds each one wants.</summary>
public static class WebhookCalls
{
    /// <summary>Those that are on, to choose from.</summary>
    public static async Task<IReadOnlyList<Choice>> WebhookChoicesAsync(this AppDb db, CancellationToken ct) =>
        [.. (await db.Rows<Webhook>().AsNoTracking().Where(h => h.StoppedAt == null).OrderBy(h => h.Name).ThenBy(h => h.Id).Select(h => new { h.Id, h.Name, h.Host }).ToListAsync(ct)).Select(h => new Choice(h.Id.ToString(), $"{h.Name} · {h.Host}"))];

    /// <summary>Notes down that a webhook is to be told of an event; both are saved by the caller.</summary>
    /// <param name="db">The database.</param>
    /// <param name="id">The webhook.</param>
    /// <param name="happened">What it is told, as it would be of any event.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>False where it is not there any more, or is stopped.</returns>
    public static async Task<bool> CallWebhookAsync(this AppDb db, Guid id, Event happened, CancellationToken ct)
    {
        if (!await db.Rows<Webhook>().AnyAsync(h => h.Id == id && h.StoppedAt == null, ct)) return false;
        var now = db.Clock.GetUtcNow().UtcDateTime;
        db.Add(new WebhookSending { WebhookId = id, EventId = happened.Id, EventKind = happened.Kind, SubjectKind = happened.SubjectKind, SubjectId = happened.SubjectId, QueuedAt = now, NextTryAt = now });
        return true;
    }
}
