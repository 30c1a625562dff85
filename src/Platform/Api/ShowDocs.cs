using System.Text.Json;
using System.Text.Json.Nodes;
using Coxswain.Platform.Http;
namespace Coxswain.Platform.Api;

/// <summary>The description to read: its groups, and one group's operations with what they take and an example of what they answer.</summary>
internal static class ShowDocs
{
    public sealed record Input { public string? Group { get; init; } }

    public static async Task<Outcome<DocsView>> Do(Input input, ApiBook book)
    {
        var operations = ApiBook.Operations(await book.DocumentAsync()).ToList();
        var groups = operations.Select(GroupOf).Distinct().Order(StringComparer.Ordinal).ToList();
        if (input.Group is not null && !groups.Contains(input.Group)) return Outcome.Missing;
        var document = await book.DocumentAsync();
        return new DocsView(groups, input.Group, [.. operations.Where(o => input.Group is not null && GroupOf(o) == input.Group).OrderBy(o => o.Path.Length).ThenBy(o => o.Path, StringComparer.Ordinal).Select(o => Of(o, document))]);
    }

    /// <summary>What an operation belongs to.</summary>
    public static string GroupOf((string Path, string Verb, JsonObject Operation) operation) => operation.Operation["tags"]?[0]?.GetValue<string>() ?? operation.Path.Split('/')[3];

    private static DocsOperation Of((string Path, string Verb, JsonObject Operation) o, JsonObject document)
    {
        var examples = new ApiExamples(document);
        var body = o.Operation["requestBody"]?["content"]?["application/json"]?.AsObject();
        var answer = o.Operation["responses"]!.AsObject().First(r => r.Key[0] == '2');
        var fields = (o.Operation["parameters"]?.AsArray() ?? []).Select(p => new DocsField(p!["name"]!.GetValue<string>(), p["in"]!.GetValue<string>(), TypeOf(examples, p["schema"]), p["example"]?.ToString()))
            .Concat((examples.Resolved(body?["schema"])?["properties"]?.AsObject() ?? []).Where(f => f.Key is not "sent").Select(f => new DocsField(f.Key, "body", TypeOf(examples, f.Value), null)));
        return new DocsOperation(o.Verb, o.Path, o.Operation["summary"]?.GetValue<string>() ?? "", o.Operation["description"]?.GetValue<string>(), string.Join(", ", (o.Operation["x-permissions"]?.AsArray() ?? []).Select(p => p!.GetValue<string>())),
            [.. fields], Pretty(body?["example"]), answer.Key, Pretty(answer.Value?["content"]?["application/json"]?["example"]), [.. o.Operation["responses"]!.AsObject().Select(r => r.Key).Where(r => r[0] != '2')]);
    }

    private static string TypeOf(ApiExamples examples, JsonNode? schema)
    {
        if (examples.Resolved(schema) is not { } shape) return "";
        if (shape["enum"] is JsonArray names) return string.Join(" | ", names.Where(n => n is not null).Select(n => n!.GetValue<string>()));
        var type = ApiExamples.TypeOf(shape) ?? "";
        return type == "array" ? $"{TypeOf(examples, shape["items"])}[]" : shape["format"]?.GetValue<string>() is { } format ? $"{type} ({format})" : type;
    }

    private static string? Pretty(JsonNode? example) => example?.ToJsonString(Indented);

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}

/// <param name="Groups">All groups there are.</param>
/// <param name="Group">The one shown; null for none.</param>
/// <param name="Operations">Its operations.</param>
public sealed record DocsView(IReadOnlyList<string> Groups, string? Group, IReadOnlyList<DocsOperation> Operations);

/// <summary>One operation, to be read.</summary>
public sealed record DocsOperation(string Verb, string Path, string Summary, string? Description, string Permissions, IReadOnlyList<DocsField> Fields, string? Body, string Status, string? Answer, IReadOnlyList<string> Refusals)
{
    /// <summary>It can be tried in a browser: it only reads, and no record has to be named.</summary>
    public bool IsTried => Verb == "GET" && !Path.Contains('{', StringComparison.Ordinal);
}

/// <param name="Name">As it is sent.</param>
/// <param name="In">In the path, the query or the body.</param>
/// <param name="Type">What it is.</param>
/// <param name="Example">Of a parameter.</param>
public sealed record DocsField(string Name, string In, string Type, string? Example);
