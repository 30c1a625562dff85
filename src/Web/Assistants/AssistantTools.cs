using System.ComponentModel;
using System.Text.Json.Nodes;
using Coxswain.Platform.Access;
using Coxswain.Platform.Api;
using ModelContextProtocol;
using ModelContextProtocol.Server;
namespace Coxswain.Web.Assistants;

/// <summary>What an assistant can do: it asks the API as whoever owns its key, so that no rule is written twice. Nothing here removes, closes or erases.</summary>
[McpServerToolType]
internal sealed class AssistantTools(ApiDispatch api, IHttpContextAccessor http)
{
    [McpServerTool(Name = "search", ReadOnly = true, OpenWorld = false), Description("Finds accounts, contacts, leads and opportunities by the beginnings of their words.")]
    public Task<string> SearchAsync([Description("Words to find")] string text, CancellationToken ct = default) => ReadAsync($"/search?q={Uri.EscapeDataString(text)}", ct);

    [McpServerTool(Name = "read_account", ReadOnly = true, OpenWorld = false), Description("Reads one account. Amounts are minor units with a currency; null is unknown.")]
    public Task<string> ReadAccountAsync([Description("Its id")] Guid id, CancellationToken ct = default) => ReadAsync($"/accounts/{id}", ct);

    [McpServerTool(Name = "read_contact", ReadOnly = true, OpenWorld = false), Description("Reads one contact.")]
    public Task<string> ReadContactAsync([Description("Its id")] Guid id, CancellationToken ct = default) => ReadAsync($"/contacts/{id}", ct);

    [McpServerTool(Name = "read_opportunity", ReadOnly = true, OpenWorld = false), Description("Reads one opportunity with its stage, amount, next step and lines.")]
    public Task<string> ReadOpportunityAsync([Description("Its id")] Guid id, CancellationToken ct = default) => ReadAsync($"/opportunities/{id}", ct);

    [McpServerTool(Name = "list_records", ReadOnly = true, OpenWorld = false), Description("Lists records page by page. A filter is a column with a value, none for unknown, or from..to for numbers and days; a wrong column is answered with those there are.")]
    public Task<string> ListAsync([Description("accounts, contacts, leads, opportunities, tasks, interactions or signals")] string kind, [Description("Filters by column, e.g. owner: mine")] IReadOnlyDictionary<string, string>? filters = null, [Description("A column, with a minus before it for the other way round")] string? sort = null, [Description("How many, 50 at most")] int? limit = null, [Description("Where to go on: next of the page before")] string? after = null, CancellationToken ct = default)
    {
        if (kind is not ("accounts" or "contacts" or "leads" or "opportunities" or "tasks" or "interactions" or "signals")) throw new McpException("kind is one of accounts, contacts, leads, opportunities, tasks, interactions, signals.");
        var query = new List<KeyValuePair<string, string?>>([.. (filters ?? new Dictionary<string, string>()).Select(f => KeyValuePair.Create<string, string?>(f.Key, f.Value)), new("limit", $"{Math.Clamp(limit ?? 20, 1, 50)}")]);
        if (sort is not null) query.Add(new("sort", sort));
        if (after is not null) query.Add(new("after", after));
        return ReadAsync($"/{kind}{QueryString.Create(query)}", ct);
    }

    [McpServerTool(Name = "timeline", ReadOnly = true, OpenWorld = false), Description("Reads what happened on an account or with a contact, the latest first.")]
    public Task<string> TimelineAsync([Description("account or contact")] string kind, [Description("Its id")] Guid id, [Description("Words that all have to stand in an entry")] string? text = null, CancellationToken ct = default) =>
        kind is "account" or "contact" ? ReadAsync($"/{kind}s/{id}/timeline{(text is null ? "" : "?q=" + Uri.EscapeDataString(text))}", ct) : throw new McpException("kind is account or contact.");

    [McpServerTool(Name = "log_interaction", Destructive = false, OpenWorld = false), Description("Writes down a call, a meeting, a mail or a note that took place.")]
    public Task<string> LogAsync([Description("Call, Meeting, Mail, Message or Note")] string kind, [Description("What was said")] string text, Guid? accountId = null, Guid? contactId = null, Guid? opportunityId = null, [Description("When, in UTC; now where it is left out")] DateTime? occurredAt = null, CancellationToken ct = default) =>
        DoAsync("/interactions", new JsonObject { ["kind"] = kind, ["text"] = text, ["accountId"] = accountId, ["contactId"] = contactId, ["aboutKind"] = opportunityId is null ? null : "opportunity", ["aboutId"] = opportunityId, ["occurredAt"] = occurredAt is { Kind: DateTimeKind.Unspecified } at ? DateTime.SpecifyKind(at, DateTimeKind.Utc) : occurredAt?.ToUniversalTime() }, ct);

    [McpServerTool(Name = "create_task", Destructive = false, OpenWorld = false), Description("Adds a task for whoever the key belongs to.")]
    public Task<string> CreateTaskAsync([Description("What is to be done")] string title, [Description("Until which day, yyyy-MM-dd")] string? dueOn = null, Guid? accountId = null, Guid? contactId = null, Guid? opportunityId = null, CancellationToken ct = default) =>
        DoAsync("/tasks", new JsonObject { ["title"] = title, ["dueOn"] = dueOn, ["accountId"] = accountId, ["contactId"] = contactId, ["aboutKind"] = opportunityId is null ? null : "opportunity", ["aboutId"] = opportunityId }, ct);

    [McpServerTool(Name = "set_next_step", Destructive = false, OpenWorld = false), Description("Adds the agreed next step of an opportunity.")]
    public Task<string> SetNextStepAsync(Guid opportunityId, [Description("What was agreed")] string title, [Description("Until which day, yyyy-MM-dd")] string? dueOn = null, CancellationToken ct = default) =>
        DoAsync($"/opportunities/{opportunityId}/next-steps", new JsonObject { ["title"] = title, ["dueOn"] = dueOn }, ct);

    private Task<string> ReadAsync(string path, CancellationToken ct) => AskAsync(new ApiRequest("GET", path), ct);

    private Task<string> DoAsync(string path, JsonObject body, CancellationToken ct)
    {
        foreach (var empty in body.Where(f => f.Value is null).Select(f => f.Key).ToList()) body.Remove(empty);
        return AskAsync(new ApiRequest("POST", path, body), ct);
    }

    private async Task<string> AskAsync(ApiRequest request, CancellationToken ct)
    {
        var viewer = http.HttpContext!.RequestServices.GetRequiredService<CurrentViewer>().Value;
        var answer = await api.AskAsync(viewer, request, ct);
        var text = answer.Body?.ToJsonString() ?? "";
        return answer.Status < 400 ? text : throw new McpException(text);
    }
}
