using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Webhooks;
using Coxswain.Testing;
using Coxswain.Web.Tests.Api;
using Microsoft.Extensions.DependencyInjection;
namespace Coxswain.Web.Tests.Webhooks;

public sealed class WebhookTests
{
    [Theory, OnBoth]
    public async Task What_happens_is_told_once_signed_and_with_the_record(Engine engine)
    {
        await using var target = await Target.StartAsync();
        var (host, admin) = await AdminAsync(engine);
        var (_, secret) = await AddAsync(admin, target.Url, "account.*");
        var account = await ProgramTests.AccountAsync(admin, "Halma");
        await SendAsync(host, admin);
        await SendAsync(host, admin);
        var (headers, body) = Assert.Single(target.Got);
        var told = JsonNode.Parse(body)!;
        Assert.Equal("account.created", (string?)told["type"]);
        Assert.Equal("Halma", (string?)told["data"]!["record"]!["name"]);
        Assert.Equal($"{account}", (string?)told["data"]!["id"]);
        Assert.Equal(WebhookSignature.Of(secret, headers["webhook-id"]!, long.Parse(headers["webhook-timestamp"]!), body), headers["webhook-signature"].ToString());
    }

    [Theory, OnBoth]
    public async Task What_is_to_be_done_and_what_was_heard_are_told_too(Engine engine)
    {
        await using var target = await Target.StartAsync();
        var (host, admin) = await AdminAsync(engine);
        await AddAsync(admin, target.Url, "task.*");
        await AddAsync(admin, target.Url, "tip.*");
        var account = await ProgramTests.AccountAsync(admin, "Halma");
        Assert.True((await admin.Program.PostAsJsonAsync("/api/tasks", new { title = "Ring Halma" })).IsSuccessStatusCode);
        var heard = await admin.Program.PostAsJsonAsync("/api/tips", new { solved = true, accountId = account, heard = "They want two cranes" });
        Assert.True(heard.IsSuccessStatusCode, await heard.Content.ReadAsStringAsync());
        await SendAsync(host, admin);
        await SendAsync(host, admin);
        var told = target.Got.Select(g => JsonNode.Parse(g.Body)!).ToDictionary(t => (string)t["type"]!, t => t["data"]!["record"]!);
        Assert.Equal("Ring Halma", (string?)told["task.created"]["title"]);
        Assert.Equal($"{account}", (string?)told["tip.created"]["accountId"]);
    }

    [Theory, OnBoth]
    public async Task A_target_that_hangs_holds_nobody_else_up(Engine engine)
    {
        await using var hanging = await Target.StartAsync(status: 0);
        await using var other = await Target.StartAsync();
        var (host, admin) = await AdminAsync(engine, s => s.AddSingleton(new WebhookLine(TimeProvider.System) { Patience = TimeSpan.FromSeconds(2) }));
        var (slow, _) = await AddAsync(admin, hanging.Url, "account.*");
        await AddAsync(admin, other.Url, "account.*");
        await ProgramTests.AccountAsync(admin, "One");
        await ProgramTests.AccountAsync(admin, "Two");
        await admin.Tenant.DoDueAsync();
        var postman = host.Services.GetRequiredService<WebhookPostman>();
        await postman.BeginDueAsync(admin.Tenant.Id, default);
        // The one that answers is through with both while the first still hangs.
        while (other.Got.Count < 2)
        {
            await Task.WhenAny(postman.OnTheWay);
            await postman.BeginDueAsync(admin.Tenant.Id, default);
        }
        await Task.WhenAll(postman.OnTheWay);
        var log = (await Programs.GetAsync(admin.Program, $"/api/v1/webhooks/{slow}"))["log"]!.AsArray();
        Assert.Contains(log, l => (string?)l!["fault"] == "TooSlow" && (string?)l["state"] == "Waiting");
    }

    [Theory, OnBoth]
    public async Task One_that_answers_500_is_tried_again_later_and_stopped_after_three_days(Engine engine)
    {
        await using var target = await Target.StartAsync(status: 500);
        var (host, admin) = await AdminAsync(engine);
        var (hook, _) = await AddAsync(admin, target.Url, "account.*");
        await ProgramTests.AccountAsync(admin, "Halma");
        await SendAsync(host, admin);
        Assert.Single(target.Got);
        await SendAsync(host, admin);
        Assert.Single(target.Got);
        foreach (var hours in (int[])[1, 1, 3, 6, 11, 15, 21, 25])
        {
            host.Clock.Advance(TimeSpan.FromHours(hours));
            await SendAsync(host, admin);
        }
        var view = await Programs.GetAsync(admin.Program, $"/api/v1/webhooks/{hook}");
        Assert.Equal("Failing", (string?)view["stopped"]);
        foreach (var (page, said) in ((string, string)[])[($"/webhooks/{hook}", "every try of three days failed"), ("/settings/webhooks", "No other program is told anything.")]) Assert.Contains(said, await admin.PlainBrowser.GetStringAsync(page));
        target.Status = 200;
        var sent = target.Got.Count;
        await Programs.SendAsync(admin.Program, "POST", $"/api/v1/webhooks/{hook}/resumptions", null);
        host.Clock.Advance(TimeSpan.FromDays(2));
        await SendAsync(host, admin);
        Assert.Equal(sent + 1, target.Got.Count);
    }

    [Theory, OnBoth]
    public async Task One_that_leads_elsewhere_is_not_followed(Engine engine)
    {
        await using var target = await Target.StartAsync(status: 302);
        var (host, admin) = await AdminAsync(engine);
        var (hook, _) = await AddAsync(admin, target.Url, "account.*");
        await ProgramTests.AccountAsync(admin, "Halma");
        await SendAsync(host, admin);
        Assert.Single(target.Got);
        Assert.Equal("Moved", (string?)(await Programs.GetAsync(admin.Program, $"/api/v1/webhooks/{hook}"))["log"]![0]!["fault"]);
    }

    [Theory, OnBoth]
    public async Task Nothing_goes_to_the_internal_network_unless_an_administrator_says_so(Engine engine)
    {
        await using var target = await Target.StartAsync();
        var (_, admin) = await AdminAsync(engine);
        Assert.Equal(422, (await Programs.SendAsync(admin.Program, "POST", "/api/v1/webhooks", new { name = "Out", url = target.Url, kinds = new[] { "account.*" } })).Status);
        Assert.Equal(422, (await Programs.SendAsync(admin.Program, "POST", "/api/v1/webhooks", new { name = "Out", url = target.Url.Replace("http:", "https:"), kinds = new[] { "account.*" } })).Status);
        Assert.Equal(422, (await Programs.SendAsync(admin.Program, "POST", "/api/v1/webhooks", new { name = "Out", url = "http://169.254.169.254/", isInner = true, kinds = new[] { "account.*" } })).Status);
        // A name that leads there is found out when it is sent.
        var answer = await new WebhookLine(TimeProvider.System).PostAsync(new Uri(target.Url.Replace("http://127.0.0.1", "https://localhost")), false, WebhookSignature.NewSecret(), "1", [], default);
        Assert.Equal("Inner", $"{answer.Fault}");
        Assert.Empty(target.Got);
    }

    [Theory, OnBoth]
    public async Task What_its_owner_may_not_see_is_not_told(Engine engine)
    {
        await using var target = await Target.StartAsync();
        var (host, admin) = await AdminAsync(engine);
        var recruiter = await admin.Tenant.PersonAsync(Role.Recruiter, "Rita Moss");
        var (hook, _) = await AddAsync(admin, target.Url, "account.*", recruiter.Id);
        await ProgramTests.AccountAsync(admin, "Halma");
        await SendAsync(host, admin);
        Assert.Empty(target.Got);
        Assert.Equal("LeftOut", (string?)(await Programs.GetAsync(admin.Program, $"/api/v1/webhooks/{hook}"))["log"]![0]!["state"]);
    }

    [Theory, OnBoth]
    public async Task It_is_told_of_no_record_and_no_field_that_its_owner_does_not_see(Engine engine)
    {
        await using var target = await Target.StartAsync();
        var (host, admin) = await AdminAsync(engine);
        var manager = await admin.Tenant.PersonAsync(Role.Manager, "Mia Berg");
        await AddAsync(admin, target.Url, "account.*", manager.Id);
        Assert.Equal(200, (await Programs.SendAsync(admin.Program, "POST", "/api/v1/roles/Manager/limits", new { field = "account/City", limit = "Hidden" })).Status);
        Assert.Equal(201, (await Programs.SendAsync(manager.Program, "POST", "/api/v1/accounts", new { name = "Halma", country = "Norway" })).Status);
        Assert.Equal(201, (await Programs.SendAsync(admin.Program, "POST", "/api/v1/accounts", new { name = "Boreas", city = "Oslo" })).Status);
        await SendAsync(host, admin);
        Assert.Equal(2, target.Got.Count);
        Assert.All(target.Got, g => Assert.DoesNotContain("Oslo", Encoding.UTF8.GetString(g.Body)));

        Assert.Equal(200, (await Programs.SendAsync(admin.Program, "POST", "/api/v1/roles/Manager/kinds/account", new { see = "Own", change = "Own" })).Status);
        Assert.Equal(201, (await Programs.SendAsync(admin.Program, "POST", "/api/v1/accounts", new { name = "Zephyr" })).Status);
        await SendAsync(host, admin);
        Assert.All(target.Got, g => Assert.DoesNotContain("Zephyr", Encoding.UTF8.GetString(g.Body)));
    }

    [Theory, OnBoth]
    public async Task That_a_record_is_gone_is_told_to_who_saw_it_and_to_nobody_else(Engine engine)
    {
        await using var theirs = await Target.StartAsync();
        await using var everyones = await Target.StartAsync();
        var (host, admin) = await AdminAsync(engine);
        var manager = await admin.Tenant.PersonAsync(Role.Manager, "Mia Berg");
        Assert.Equal(200, (await Programs.SendAsync(admin.Program, "POST", "/api/v1/roles/Manager/kinds/account", new { see = "Own", change = "Own" })).Status);
        var (hook, _) = await AddAsync(admin, theirs.Url, "account.changed", manager.Id);
        await AddAsync(admin, everyones.Url, "account.changed");
        var (mine, other) = (await ProgramTests.AccountAsync(manager, "Halma"), await ProgramTests.AccountAsync(admin, "Zephyr"));
        foreach (var (person, id) in ((TestViewer, Guid)[])[(manager, mine), (admin, other)]) Assert.True((await person.Program.DeleteAsync($"/api/accounts/{id}")).IsSuccessStatusCode);
        await SendAsync(host, admin);
        Assert.Equal([$"{mine}"], theirs.Got.Select(g => (string?)JsonNode.Parse(g.Body)!["data"]!["id"]));
        Assert.Equal(new[] { $"{mine}", $"{other}" }.Order(), everyones.Got.Select(g => (string)JsonNode.Parse(g.Body)!["data"]!["id"]!).Order());
        Assert.All(everyones.Got, g => Assert.Null(JsonNode.Parse(g.Body)!["data"]!["record"]));
        Assert.Contains((await Programs.GetAsync(admin.Program, $"/api/v1/webhooks/{hook}"))["log"]!.AsArray(), l => (string?)l!["state"] == "LeftOut");
    }

    [Theory, OnBoth]
    public async Task A_field_that_its_owner_does_not_see_is_not_named_among_those_that_changed(Engine engine)
    {
        await using var target = await Target.StartAsync();
        var (host, admin) = await AdminAsync(engine);
        var manager = await admin.Tenant.PersonAsync(Role.Manager, "Mia Berg");
        await AddAsync(admin, target.Url, "account.changed", manager.Id);
        Assert.Equal(200, (await Programs.SendAsync(admin.Program, "POST", "/api/v1/roles/Manager/limits", new { field = "account/City", limit = "Hidden" })).Status);
        var account = await ProgramTests.AccountAsync(admin, "Halma");
        Assert.Equal(200, (await Programs.SendAsync(admin.Program, "PATCH", $"/api/v1/accounts/{account}", new { city = "Oslo", website = "halma.example" })).Status);
        await SendAsync(host, admin);
        Assert.Equal(["website"], JsonNode.Parse(Assert.Single(target.Got).Body)!["data"]!["fields"]!.AsArray().Select(f => (string?)f));
    }

    [Theory, OnBoth]
    public async Task What_was_told_of_a_record_is_told_again_as_the_record_stands_then(Engine engine)
    {
        await using var target = await Target.StartAsync();
        var (host, admin) = await AdminAsync(engine);
        var (hook, _) = await AddAsync(admin, target.Url, "account.created");
        var account = await ProgramTests.AccountAsync(admin, "Halma");
        await SendAsync(host, admin);
        Assert.Equal(200, (await Programs.SendAsync(admin.Program, "PATCH", $"/api/v1/accounts/{account}", new { city = "Oslo" })).Status);
        var line = (string)(await Programs.GetAsync(admin.Program, $"/api/v1/webhooks/{hook}"))["log"]![0]!["id"]!;
        await admin.PlainBrowser.PostFormAsync($"/settings/webhooks/sendings/{line}/replays");
        await SendAsync(host, admin);
        Assert.Equal([("account.created", $"{account}", null), ("account.created", $"{account}", "Oslo")], target.Got.Select(g => JsonNode.Parse(g.Body)!).Select(t => ((string?)t["type"], (string?)t["data"]!["id"], (string?)t["data"]!["record"]!["city"])));
    }

    [Theory, OnBoth]
    public async Task A_sending_can_be_sent_again_from_the_log(Engine engine)
    {
        await using var target = await Target.StartAsync();
        var (host, admin) = await AdminAsync(engine);
        var (hook, _) = await AddAsync(admin, target.Url, "account.*");
        await admin.PlainBrowser.PostFormAsync($"/settings/webhooks/{hook}/tests");
        await SendAsync(host, admin);
        var line = (string)(await Programs.GetAsync(admin.Program, $"/api/v1/webhooks/{hook}"))["log"]![0]!["id"]!;
        Assert.Contains("taken", await admin.PlainBrowser.GetStringAsync($"/webhooks/{hook}"));
        await admin.PlainBrowser.PostFormAsync($"/settings/webhooks/sendings/{line}/replays");
        await SendAsync(host, admin);
        Assert.Equal(2, target.Got.Count);
        Assert.All(target.Got, g => Assert.Contains("webhook.test", Encoding.UTF8.GetString(g.Body)));
    }

    [Theory, OnBoth]
    public async Task Without_webhooks_a_save_writes_nothing_for_them(Engine engine)
    {
        var (_, admin) = await AdminAsync(engine);
        await ProgramTests.AccountAsync(admin, "Halma");
        Assert.Equal(0, await admin.InDb(db => Task.FromResult(db.Rows<Coxswain.Platform.Events.Delivery>().Count())));
    }

    internal static async Task<(Host, TestViewer)> AdminAsync(Engine engine, Action<IServiceCollection>? services = null)
    {
        var host = await Host.ByHandAsync(TestDatabases.MadeAsync(engine, "hooks"), services);
        return (host, await (await host.TenantAsync()).PersonAsync(Role.Admin, "Ines Castro"));
    }

    internal static async Task<(Guid Id, string Secret)> AddAsync(TestViewer admin, string url, string kinds, Guid? owner = null)
    {
        var (status, body) = await Programs.SendAsync(admin.Program, "POST", "/api/v1/webhooks", new { name = "Warehouse", url, isInner = true, kinds = new[] { kinds }, ownerId = owner });
        Assert.Equal(201, status);
        return (Guid.Parse((string)body!["id"]!), (string)body["secret"]!);
    }

    internal static async Task SendAsync(Host host, TestViewer admin)
    {
        await admin.Tenant.DoDueAsync();
        var postman = host.Services.GetRequiredService<WebhookPostman>();
        while (await postman.BeginDueAsync(admin.Tenant.Id, default) > 0) await Task.WhenAll(postman.OnTheWay);
    }
}
