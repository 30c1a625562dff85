using System.Text.Json.Nodes;
using Coxswain.Platform.Data;
using Coxswain.Platform.Webhooks;
using Coxswain.Testing;
using Coxswain.Web.Tests.Api;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Web.Tests.Webhooks;

/// <summary>A rule of deals that calls a webhook when it begins to hold.</summary>
public sealed class RuleWebhookTests
{
    [Theory, OnBoth]
    public async Task A_rule_calls_the_webhook_it_names_once_with_the_deal_whatever_else_the_webhook_wants(Engine engine)
    {
        await using var target = await Target.StartAsync();
        var (host, admin) = await WebhookTests.AdminAsync(engine);
        await admin.Tenant.StagesAsync();
        // One that wants to hear of accounts only.
        var (hook, _) = await WebhookTests.AddAsync(admin, target.Url, "account.changed");
        await AddRuleAsync(admin, hook);
        var deal = await DealAsync(admin, "Fair");
        await WebhookTests.SendAsync(host, admin);
        await WebhookTests.SendAsync(host, admin);
        var told = JsonNode.Parse(Assert.Single(target.Got).Body)!;
        Assert.Equal(("opportunity.rule-fired", deal, "Fair"), ((string?)told["type"], (string?)told["data"]!["id"], (string?)told["data"]!["record"]!["source"]));
        Assert.Contains("a webhook was called", await admin.PlainBrowser.GetStringAsync("/settings/rules/log"));
    }

    [Theory, OnBoth]
    public async Task A_webhook_that_stands_still_is_not_called_and_the_log_of_rules_says_so(Engine engine)
    {
        await using var target = await Target.StartAsync();
        var (host, admin) = await WebhookTests.AdminAsync(engine);
        await admin.Tenant.StagesAsync();
        var (hook, _) = await WebhookTests.AddAsync(admin, target.Url, "account.changed");
        await AddRuleAsync(admin, hook);
        await admin.InDb(db => db.Rows<Webhook>().Where(h => h.Id == hook).ExecuteUpdateAsync(u => u.SetProperty(h => h.StoppedAt, host.Clock.GetUtcNow().UtcDateTime)));
        await DealAsync(admin, "Fair");
        await WebhookTests.SendAsync(host, admin);
        Assert.Empty(target.Got);
        var log = await admin.PlainBrowser.GetStringAsync("/settings/rules/log");
        Assert.DoesNotContain("a webhook was called", log);
        Assert.Contains("the webhook is stopped or gone", log);
    }

    private static async Task AddRuleAsync(TestViewer admin, Guid hook)
    {
        var answer = await admin.PlainBrowser.PostFormAsync("/settings/rules", ("Where", "source = Fair"), ("Text", "A fair brought {name}"), ("Why", "The warehouse wants to know"), ("Severity", "Watch"), ("WebhookId", $"{hook}"));
        Assert.Equal(System.Net.HttpStatusCode.SeeOther, answer.StatusCode);
        await admin.Tenant.DoDueAsync();
    }

    private static async Task<string> DealAsync(TestViewer admin, string source)
    {
        var (status, body) = await Programs.SendAsync(admin.Program, "POST", "/api/v1/opportunities", new { name = "Yard planning", source });
        Assert.Equal(201, status);
        await admin.Tenant.DoDueAsync();
        return (string)body!["id"]!;
    }
}
