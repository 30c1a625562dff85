using Coxswain.Platform.Data;
using Coxswain.Platform.Webhooks;
namespace Coxswain.Testing;

/// <summary>A webhook with a log, as if it had been told for a while.</summary>
public static class PlantedWebhook
{
    public static async Task<Guid> PlantAsync(TestViewer owner, string name, int sendings)
    {
        var now = owner.Tenant.Host.Clock.GetUtcNow().UtcDateTime;
        var hook = new Webhook { Name = name, ClosedUrl = "closed", Host = "hooks.example", ClosedSecret = "closed", Kinds = "account.*", OwnerId = owner.Id, AddedAt = now };
        var log = Enumerable.Range(0, sendings).Select(i => new WebhookSending { WebhookId = hook.Id, EventId = Guid.NewGuid(), EventKind = "account.changed", SubjectKind = "account", SubjectId = Guid.NewGuid(), QueuedAt = now, NextTryAt = now, State = SendingState.Done, Attempts = 1, Status = 200, Milliseconds = 12, EndedAt = now });
        await owner.Tenant.SaveAsync([hook, .. log.Cast<Entity>()]);
        return hook.Id;
    }
}
