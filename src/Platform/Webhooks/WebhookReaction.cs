using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Platform.Webhooks;

/// <summary>Notes down for each webhook that wants it that something is to be told. What it is is read when it is sent.</summary>
internal sealed class WebhookReaction(WebhookBell bell) : IReaction
{
    public const string Known = "platform.webhooks";

    public string Name => Known;

    /// <summary>None by itself: the organisation's own row says what its webhooks want, so that nothing is written where there are none.</summary>
    public IReadOnlyList<string> Kinds => [];

    public async Task ReactAsync(AppDb db, Event happened, CancellationToken ct)
    {
        var hooks = (await db.Rows<Webhook>().AsNoTracking().Where(h => h.StoppedAt == null).ToListAsync(ct)).Where(h => h.Wants(happened.Kind)).ToList();
        if (hooks.Count == 0) return;
        var noted = await db.Rows<WebhookSending>().Where(s => s.EventId == happened.Id && !s.IsReplay).Select(s => s.WebhookId).ToListAsync(ct);
        var now = db.Clock.GetUtcNow().UtcDateTime;
        foreach (var hook in hooks.Where(h => !noted.Contains(h.Id)))
            db.Add(new WebhookSending { WebhookId = hook.Id, EventId = happened.Id, EventKind = happened.Kind, SubjectKind = happened.SubjectKind, SubjectId = happened.SubjectId, QueuedAt = now, NextTryAt = now });
        await db.SaveChangesAsync(ct);
        bell.Ring();
    }
}

/// <summary>Rings when something is to be sent, and when something was.</summary>
internal sealed class WebhookBell : Jobs.Bell;
