using System.Text.Json;
using System.Text.Json.Nodes;
using Coxswain.Platform.Api;
using Microsoft.Extensions.DependencyInjection;
using Coxswain.Testing;
namespace Coxswain.Web.Tests.Api;

/// <summary>The API as its description tells it, and whether an answer keeps to it.</summary>
internal sealed class Described(JsonObject document)
{
    public static async Task<Described> OfAsync(Host host) => new(await host.Services.GetRequiredService<ApiBook>().DocumentAsync());

    public IReadOnlyList<Operation> Operations { get; } = [.. ApiBook.Operations(document).Select(o => new Operation(o.Path, o.Verb, o.Operation))];

    /// <summary>What is wrong with an answer; null where it is as described.</summary>
    public string? Wrong(Operation operation, int status, string? mediaType, string body)
    {
        // Every act describes that the database may be away. Here it is not.
        if (status is 503) return $"503 although nothing is away: {body}";
        if (operation.Json["responses"]![$"{status}"] is not JsonObject response) return $"{status} is not described: {body}";
        if (status is 304 or 204) return null;
        if (mediaType is null || response["content"]?[mediaType] is not JsonObject media) return $"{mediaType} is not described for {status}";
        if (!mediaType.EndsWith("json", StringComparison.Ordinal)) return null;
        try { return Misfit(JsonNode.Parse(body), media["schema"], "$", 0); }
        catch (JsonException) { return "no JSON: " + body; }
    }

    public JsonObject Resolve(JsonNode schema)
    {
        while (schema["$ref"]?.GetValue<string>() is { } to) schema = document["components"]!["schemas"]![to[(to.LastIndexOf('/') + 1)..]]!;
        return schema.AsObject();
    }

    /// <summary>The first place where a value is not what its schema says.</summary>
    public string? Misfit(JsonNode? value, JsonNode? schema, string at, int depth)
    {
        if (schema is not JsonObject || depth > 40) return null;
        var shape = Resolve(schema);
        if ((shape["oneOf"] ?? shape["anyOf"]) is JsonArray either) return either.Any(e => Misfit(value, e, at, depth + 1) is null) ? null : $"{at}: fits none of the kinds it may be";
        var kind = KindOf(value);
        if (TypesOf(shape) is { Count: > 0 } types && !types.Any(t => t == kind || t is "number" && kind is "integer")) return $"{at}: {kind} where {string.Join(" or ", types)} is described";
        if (shape["enum"] is JsonArray names && value is not null && !names.Any(n => JsonNode.DeepEquals(n, value))) return $"{at}: {value} is none of the names described";
        return value switch
        {
            JsonObject fields => MisfitIn(fields, shape, at, depth),
            JsonArray items => items.Select((item, i) => Misfit(item, shape["items"], $"{at}[{i}]", depth + 1)).FirstOrDefault(m => m is not null),
            _ => null,
        };
    }

    private string? MisfitIn(JsonObject fields, JsonObject shape, string at, int depth)
    {
        foreach (var required in shape["required"]?.AsArray() ?? [])
            if (!fields.ContainsKey(required!.GetValue<string>())) return $"{at}.{required}: missing";
        if (shape["properties"] is not JsonObject known) return null;
        foreach (var (name, value) in fields)
        {
            if (known[name] is null && shape["additionalProperties"] is null) return $"{at}.{name}: not described";
            if (Misfit(value, known[name], $"{at}.{name}", depth + 1) is { } misfit) return misfit;
        }
        return null;
    }

    public static IReadOnlyList<string> TypesOf(JsonObject shape) => shape["type"] switch
    {
        JsonArray several => [.. several.Select(t => t!.GetValue<string>())],
        JsonValue one => [one.GetValue<string>()],
        _ => [],
    };

    private static string KindOf(JsonNode? value) => value?.GetValueKind() switch
    {
        null or JsonValueKind.Null => "null",
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        _ => value!.ToJsonString().AsSpan().IndexOfAny('.', 'e', 'E') < 0 ? "integer" : "number",
    };
}

/// <summary>One act of the API.</summary>
internal sealed record Operation(string Path, string Verb, JsonObject Json)
{
    public JsonObject? Body => Json["requestBody"]?["content"]?["application/json"]?["schema"] as JsonObject;

    public bool IsUpload => Json["requestBody"]?["content"]?["multipart/form-data"] is not null;

    public IEnumerable<(string Name, string In, JsonNode? Schema)> Parameters => (Json["parameters"]?.AsArray() ?? []).Select(p => (p!["name"]!.GetValue<string>(), p["in"]!.GetValue<string>(), p["schema"]));

    public override string ToString() => $"{Verb} {Path}";
}
