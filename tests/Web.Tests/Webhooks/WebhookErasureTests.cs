using System.Text;
using System.Text.Json.Nodes;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Coxswain.Web.Tests.Api;
namespace Coxswain.Web.Tests.Webhooks;

public sealed class WebhookErasureTests
{
    [Theory, OnBoth]
    public async Task That_somebody_was_erased_is_told_of_them_and_of_every_record_that_named_them(Engine engine)
    {
        await using var target = await Target.StartAsync();
        var (host, admin) = await WebhookTests.AdminAsync(engine);
        await WebhookTests.AddAsync(admin, target.Url, "contact.deleted");
        await WebhookTests.AddAsync(admin, target.Url, "task.changed");
        var contact = (string)(await Programs.SendAsync(admin.Program, "POST", "/api/v1/contacts", new { name = "Petra Brandt" })).Body!["id"]!;
        await Programs.SendAsync(admin.Program, "POST", "/api/v1/tasks", new { title = "Ring Petra Brandt", contactId = contact });
        Assert.Equal(200, (await Programs.SendAsync(admin.Program, "POST", $"/api/v1/contacts/{contact}/erasures", new { reason = "Asked" })).Status);
        await WebhookTests.SendAsync(host, admin);
        Assert.All(target.Got, g => Assert.DoesNotContain("Petra", Encoding.UTF8.GetString(g.Body)));
        var told = target.Got.Select(g => JsonNode.Parse(g.Body)!).ToDictionary(t => (string)t["type"]!, t => t["data"]!);
        Assert.Equal(contact, (string?)told["contact.deleted"]["id"]);
        Assert.Equal("Task with an erased contact", (string?)told["task.changed"]["record"]!["title"]);
        Assert.Equal(["title", "contactId"], told["task.changed"]["fields"]!.AsArray().Select(f => (string?)f).Order().Reverse());
    }
}
