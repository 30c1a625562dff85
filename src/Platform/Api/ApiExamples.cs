using System.Text.Json.Nodes;
namespace Coxswain.Platform.Api;

/// <summary>Writes an example to each body, answer and parameter: shaped by its schema, with values a reader knows again from one operation to the next.</summary>
/// <param name="document">Where the schemas are.</param>
internal sealed class ApiExamples(JsonObject document)
{
    private const int Deepest = 10;

    // By the end of a field's name; the first that fits.
    private static readonly (string Name, JsonNode Value)[] Known =
    [
        ("email", "mara.vogel@halma.example"), ("phone", "+49 40 123456"), ("website", "https://halma.example"), ("currency", "EUR"), ("city", "Hamburg"), ("country", "DE"), ("industry", "Ports"), ("ownerName", "Nora Falk"), ("accountName", "Halma Werke"), ("account", "Halma Werke"),
        ("parent", "Halma Holding"), ("company", "Halma Werke"), ("personName", "Nora Falk"), ("contactName", "Mara Vogel"), ("title", "Head of purchasing"), ("name", "Halma Werke"), ("subject", "Second crane"), ("text", "They decide in March."), ("url", "/accounts"), ("path", "/accounts"), ("query", "?sort=name"), ("method", "GET"), ("kind", "account"), ("kinds", "account.*"),
        ("timeZone", "Europe/Berlin"), ("culture", "en-GB"), ("amount", 18_400_000), ("price", 1_250_00), ("version", 3),
        ("count", 1), ("sort", "-name"), ("after", "MDE5OWE…"), ("columns", "owner,city"), ("by", "person"), ("asOf", "2026-06-30"), ("from", "2026-01-01"), ("to", "2026-06-30"), ("year", 1998), ("id", "0199a2f0-7c1e-7b52-9d3a-5f60c1a2b3c4"),
    ];

    public void AddTo(JsonObject operation)
    {
        foreach (var parameter in operation["parameters"]?.AsArray() ?? [])
            if (Of(parameter!["schema"], parameter["name"]!.GetValue<string>(), 0) is { } value) parameter["example"] = value;
        foreach (var media in Media(operation)) media["example"] ??= Of(media["schema"], "", 0);
    }

    private static IEnumerable<JsonObject> Media(JsonObject operation)
    {
        if (operation["requestBody"]?["content"]?["application/json"] is JsonObject body) yield return body;
        foreach (var (status, answer) in operation["responses"]!.AsObject())
            if (status[0] == '2' && answer!["content"]?["application/json"] is JsonObject media) yield return media;
    }

    private JsonNode? Of(JsonNode? schema, string name, int depth)
    {
        if (Resolved(schema) is not { } shape || depth > Deepest) return null;
        if (shape["enum"] is JsonArray { Count: > 0 } names) return names.FirstOrDefault(n => n is not null)?.DeepClone();
        return (TypeOf(shape), shape["format"]?.GetValue<string>()) switch
        {
            ("object", _) => Fields(shape, depth),
            ("array", _) => Of(shape["items"], name, depth + 1) is { } item ? new JsonArray(item) : new JsonArray(),
            ("string", "uuid") => "0199a2f0-7c1e-7b52-9d3a-5f60c1a2b3c4",
            ("string", "date") => "2026-07-24",
            ("string", "date-time") => "2026-07-24T09:00:00Z",
            ("string", "binary") => null,
            ("boolean", _) => true,
            ("integer", _) => Whole(name),
            ("number", _) => 0.25,
            ("string", _) => Text(name),
            _ => null,
        };
    }

    private JsonObject Fields(JsonObject shape, int depth)
    {
        var made = new JsonObject();
        foreach (var (name, field) in shape["properties"]?.AsObject() ?? [])
        {
            var required = shape["required"] is JsonArray all && all.Any(r => r!.GetValue<string>() == name);
            if (Of(field, name, depth + 1) is { } value) made[name] = value;
            else if (required) made[name] = null;
        }
        return made;
    }

    /// <summary>The schema itself, behind references and the choice of null.</summary>
    public JsonObject? Resolved(JsonNode? schema)
    {
        for (var depth = 0; schema is JsonObject shape && depth < Deepest; depth++)
        {
            if (shape["$ref"]?.GetValue<string>() is { } to) schema = document["components"]!["schemas"]![to[(to.LastIndexOf('/') + 1)..]];
            else if ((shape["oneOf"] ?? shape["anyOf"]) is JsonArray either) schema = either.FirstOrDefault(e => e?["type"]?.ToString() is not "null");
            else return shape;
        }
        return schema as JsonObject;
    }

    /// <summary>The type beside null; of what may be a number or its text, the number.</summary>
    public static string? TypeOf(JsonObject shape) => shape["type"] switch
    {
        JsonArray several => several.Select(t => t!.GetValue<string>()).Where(t => t is not "null").OrderBy(t => t is "string").FirstOrDefault(),
        JsonValue one => one.GetValue<string>(),
        _ => shape["properties"] is null ? null : "object",
    };

    private static JsonNode Whole(string name) => Known.FirstOrDefault(k => k.Value is JsonValue v && v.GetValueKind() is System.Text.Json.JsonValueKind.Number && name.EndsWith(k.Name, StringComparison.OrdinalIgnoreCase)).Value?.DeepClone() ?? 12;

    private static JsonNode Text(string name) => Known.FirstOrDefault(k => k.Value is JsonValue v && v.GetValueKind() is System.Text.Json.JsonValueKind.String && name.EndsWith(k.Name, StringComparison.OrdinalIgnoreCase)).Value?.DeepClone() ?? "…";
}
