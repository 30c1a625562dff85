using Coxswain.Platform.Access;
using Coxswain.Platform.Http;
using Coxswain.Platform.Jobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
namespace Coxswain.Platform.Webhooks;

/// <summary>The pages of webhooks, the API of the same, and what sends them.</summary>
internal static class WebhookRoutes
{
    public static void AddWebhooks(this IServiceCollection services)
    {
        services.AddSingleton<WebhookBell>().AddSingleton<WebhookPostman>();
        services.TryAddSingleton<WebhookLine>();
        services.AddSingleton<Events.IReaction, WebhookReaction>();
        services.AddSingleton<IUpkeep, OldSendings>();
    }

    public static void Map(Routes pages)
    {
        var settings = pages.Requires(Permission.ManageSettings);
        settings.Show<WebhooksPage>("/settings/webhooks", ShowWebhooks.Do);
        settings.Act<WebhookSecretPage>("/settings/webhooks", AddWebhook.Do).Redraws<WebhooksPage>(ShowWebhooks.Do);
        settings.Show<WebhookPage>("/webhooks/{id:guid}", ShowWebhooks.One);
        settings.Act<WebhookSecretPage>("/settings/webhooks/{id:guid}/secrets", RenewSecret.Do);
        settings.Act("/settings/webhooks/{id:guid}/stops", StopWebhook.Do, (WebhookView hook) => PageOf(hook));
        settings.Act("/settings/webhooks/{id:guid}/resumptions", ResumeWebhook.Do, (WebhookView hook) => PageOf(hook));
        settings.Act("/settings/webhooks/{id:guid}/tests", TestWebhook.Do, (WebhookView hook) => PageOf(hook));
        settings.Act("/settings/webhooks/{id:guid}/removals", RemoveWebhook.Do, (WebhookGone _) => "/settings/webhooks");
        settings.Act("/settings/webhooks/sendings/{id:guid}/replays", ReplaySending.Do, (WebhookView hook) => PageOf(hook));
    }

    public static void MapApi(Routes api)
    {
        var settings = api.Requires(Permission.ManageSettings);
        settings.Show("/webhooks", ShowWebhooks.Do);
        settings.Act("/webhooks", AddWebhook.Do, status: 201);
        settings.Show("/webhooks/{id:guid}", ShowWebhooks.One);
        settings.Delete("/webhooks/{id:guid}", RemoveWebhook.Do);
        settings.Act("/webhooks/{id:guid}/secrets", RenewSecret.Do);
        settings.Act("/webhooks/{id:guid}/stops", StopWebhook.Do);
        settings.Act("/webhooks/{id:guid}/resumptions", ResumeWebhook.Do);
        settings.Act("/webhooks/{id:guid}/tests", TestWebhook.Do);
        settings.Act("/webhook-sendings/{id:guid}/replays", ReplaySending.Do);
    }

    private static string PageOf(WebhookView hook) => $"/webhooks/{hook.Id}";
}
