using System.Net.Http.Headers;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Coxswain.Web.Tests.Api;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using Role = Coxswain.Platform.Access.Role;
namespace Coxswain.Web.Tests.Assistants;

public sealed class AssistantTests
{
    [Theory, OnBoth]
    public async Task An_assistant_reads_and_adds_as_whoever_owns_its_key(Engine engine)
    {
        var (admin, ana) = await PeopleAsync(engine);
        await Programs.SendAsync(admin.Program, "POST", "/api/v1/api-settings", new { perMinute = 1000, offersTools = true });
        var account = await ProgramTests.AccountAsync(ana, "Halma Werke");
        await using var assistant = await ConnectAsync(await Programs.WithKeyAsync(ana));
        var tools = await assistant.ListToolsAsync();
        Assert.Equal(["create_task", "list_records", "log_interaction", "read_account", "read_contact", "read_opportunity", "search", "set_next_step", "timeline"], tools.Select(t => t.Name).Order(StringComparer.Ordinal));
        Assert.Contains($"{account}", await SaysAsync(assistant, "search", ("text", "halma")));
        Assert.Contains("Halma Werke", await SaysAsync(assistant, "read_account", ("id", account)));
        await SaysAsync(assistant, "log_interaction", ("kind", "Call"), ("text", "They decide in March"), ("accountId", account));
        await SaysAsync(assistant, "create_task", ("title", "Send the offer"), ("dueOn", "2026-08-01"), ("accountId", account));
        Assert.Contains("They decide in March", await SaysAsync(assistant, "timeline", ("kind", "account"), ("id", account)));
        Assert.Contains("Send the offer", await SaysAsync(assistant, "list_records", ("kind", "tasks")));
        Assert.Contains("They decide in March", await ana.PlainBrowser.GetStringAsync($"/accounts/{account}/timeline"));
    }

    [Theory, OnBoth]
    public async Task What_its_owner_or_its_key_may_not_do_it_may_not_either(Engine engine)
    {
        var (admin, ana) = await PeopleAsync(engine);
        await Programs.SendAsync(admin.Program, "POST", "/api/v1/api-settings", new { perMinute = 1000, offersTools = true });
        await using var reader = await ConnectAsync(await Programs.WithKeyAsync(ana, ("Scopes", "customers:read")));
        var refused = await reader.CallToolAsync("create_task", new Dictionary<string, object?> { ["title"] = "Call" });
        Assert.True(refused.IsError);
        Assert.Contains("customers:read", Text(refused));
        var sam = await admin.Tenant.PersonAsync(Role.Staff, "Sam Lee");
        await using var smallest = await ConnectAsync(await Programs.WithKeyAsync(sam));
        Assert.True((await smallest.CallToolAsync("list_records", new Dictionary<string, object?> { ["kind"] = "accounts" })).IsError);
    }

    [Theory, OnBoth]
    public async Task Nothing_is_offered_until_an_administrator_switches_it_on(Engine engine)
    {
        var (_, ana) = await PeopleAsync(engine);
        var program = await Programs.WithKeyAsync(ana);
        Assert.Equal(403, (int)(await program.PostAsync("/mcp", new StringContent("{}", new MediaTypeHeaderValue("application/json")))).StatusCode);
        Assert.Equal(401, (int)(await ana.Tenant.Host.Server.CreateClient().PostAsync("/mcp", new StringContent("{}", new MediaTypeHeaderValue("application/json")))).StatusCode);
    }

    private static async Task<(TestViewer Admin, TestViewer Ana)> PeopleAsync(Engine engine)
    {
        var tenant = await (await Host.On(engine)).TenantAsync();
        return (await tenant.PersonAsync(Role.Admin, "Ines Castro"), await tenant.PersonAsync(Role.Seller, "Ana Okafor"));
    }

    private static Task<McpClient> ConnectAsync(HttpClient program) =>
        McpClient.CreateAsync(new HttpClientTransport(new HttpClientTransportOptions { Endpoint = new Uri(program.BaseAddress!, "/mcp"), TransportMode = HttpTransportMode.StreamableHttp }, program));

    private static async Task<string> SaysAsync(McpClient assistant, string tool, params (string Name, object? Value)[] input)
    {
        var answer = await assistant.CallToolAsync(tool, input.ToDictionary(i => i.Name, i => i.Value));
        Assert.True(answer.IsError is not true, Text(answer));
        return Text(answer);
    }

    private static string Text(CallToolResult answer) => string.Concat(answer.Content.OfType<TextContentBlock>().Select(t => t.Text));
}
