using System.Text.Json.Nodes;
using Coxswain.Testing;
namespace Coxswain.Web.Tests.Api;

/// <summary>Values to send: such as the description asks for, and such as nobody should.</summary>
internal sealed class Sample(Described described, Floor floor)
{
    private static readonly string Deep = string.Concat(Enumerable.Repeat("{\"a\":", 200)) + "1" + new string('}', 200);
    private static readonly string[] Texts = ["\"\"", "\" \"", "\"a\\u0000b\"", "\"\\ud800\"", "\"👩🏽‍🚀 עברית\"", $"\"{new string('x', 100_000)}\"", "\"../../etc\"", "\"0001-01-01\"", "\"9999-12-31\"", "\"2026-02-30\"", "\"0001-01-01T00:00:00Z\"", "\"9999-12-31T23:59:59.9999999Z\"", "\"00000000-0000-0000-0000-000000000000\"", "\"0199a2f0-7c1e-7b52-9d3a-5f60c1a2b3c4\""];
    private static readonly string[] Numbers = ["-1", "0", "2147483647", "-2147483648", "2147483648", "9223372036854775807", "-9223372036854775808", "1e400", "-1e400", "79228162514264337593543950335", "0.5", "1e30"];
    private static readonly string[] Anything = ["null", "[]", "{}", "true", "[null]", Deep];

    /// <summary>Query texts nobody should send.</summary>
    public static IReadOnlyList<string> Hostile { get; } = ["", "%00", "a%00b", "%F0%9F%9A%80", "%ED%A0%80", "-1", "1e400", "99999999999999999999", "0001-01-01", "9999-12-31", "9999-12-31T23:59:59Z", "none", "..", "0001-01-01..9999-12-31", "MDE5OWE", "'%22;--", new string('x', 3_000)];

    /// <summary>Bodies that are not what any act asks for.</summary>
    public static IReadOnlyList<string> Broken { get; } = ["", "null", "[]", "[1,2]", "\"text\"", "5", "1e400", "{", "{\"a\":1,\"a\":2}", "{\"\\ud800\":1}", "{\"nobodyAsked\":1}", Deep, "\uFEFF{}", "{\"a\\u0000\":1}"];

    /// <summary>The address with a record that is there, where one of its kind is known.</summary>
    public string Url(Operation operation, string? id = null) =>
        operation.Parameters.Where(p => p.In == "path").Aggregate(operation.Path, (path, p) => path.Replace("{" + p.Name + "}", id ?? (p.Schema?["format"]?.GetValue<string>() is "uuid" ? $"{IdFor(operation.Path.Split('/')[3] + p.Name)}" : "won"), StringComparison.Ordinal));

    /// <summary>A body such as the description asks for.</summary>
    public JsonObject Body(Operation operation)
    {
        var body = new JsonObject();
        foreach (var (name, schema) in Fields(operation))
            if (Of(schema, name, 0) is { } value) body[name] = value;
        return body;
    }

    /// <summary>The body with one field after the other as it should not be.</summary>
    /// <param name="operation">The act.</param>
    /// <param name="body">What it takes.</param>
    /// <param name="withUnreadable">And what is of no kind that the field could be, which is refused before any database is asked.</param>
    public IEnumerable<string> Spoilt(Operation operation, JsonObject body, bool withUnreadable)
    {
        foreach (var (name, schema) in Fields(operation))
        {
            foreach (var wrong in (Described.TypesOf(described.Resolve(schema)).Any(t => t is "integer" or "number") ? Numbers : Texts).Concat(withUnreadable ? [.. Anything, "\"text\"", "12"] : ["null"]))
            {
                var rest = body.DeepClone().AsObject();
                rest.Remove(name);
                yield return $"{{\"{name}\":{wrong}{string.Concat(rest.Select(f => $",\"{f.Key}\":{f.Value?.ToJsonString() ?? "null"}"))}}}";
            }
            var without = body.DeepClone().AsObject();
            without.Remove(name);
            yield return without.ToJsonString();
        }
    }

    /// <summary>Forms with files, such as an upload asks for and such as nobody should send.</summary>
    public IEnumerable<(string Said, HttpContent Form)> Forms()
    {
        yield return ("no part", new MultipartFormDataContent());
        yield return ("no boundary", new ByteArrayContent("--x"u8.ToArray()) { Headers = { { "Content-Type", "multipart/form-data" } } });
        yield return ("cut off", new ByteArrayContent("--x\r\nContent-Disposition: form-data; name=Files; filename=a.txt\r\n\r\nhalf"u8.ToArray()) { Headers = { { "Content-Type", "multipart/form-data; boundary=x" } } });
        foreach (var name in (string[])["offer.txt", "..\\..\\boot.ini", "a\u0000b", new string('x', 300), "👩🏽‍🚀.exe"])
            foreach (var account in (string?[])[$"{floor.Account}", null, "", "x", $"{Guid.Empty}"]) yield return ($"{name} on {account}", FormOf(name, account));
    }

    /// <summary>A file on an account.</summary>
    public static MultipartFormDataContent FormOf(string name, string? account)
    {
        var form = new MultipartFormDataContent();
        if (account is not null) form.Add(new StringContent(account), "AccountId");
        var file = new ByteArrayContent("The offer itself"u8.ToArray());
        file.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=Files; filename*=UTF-8''{Uri.EscapeDataString(name)}");
        form.Add(file);
        return form;
    }

    private IEnumerable<(string Name, JsonNode Schema)> Fields(Operation operation) =>
        operation.Body is { } schema ? (described.Resolve(schema)["properties"]?.AsObject() ?? []).Where(f => f.Key is not ("sent" or "id" or "line" or "step")).Select(f => (f.Key, f.Value!)) : [];

    private JsonNode? Of(JsonNode schema, string name, int depth)
    {
        var shape = described.Resolve(schema);
        if ((shape["oneOf"] ?? shape["anyOf"]) is JsonArray either) shape = described.Resolve(either.First(e => e!["type"]?.ToString() != "null")!);
        if (depth > 5) return null;
        if (shape["enum"] is JsonArray names) return names.First(n => n is not null)!.DeepClone();
        var type = Described.TypesOf(shape).FirstOrDefault(t => t != "null");
        return (type, shape["format"]?.GetValue<string>()) switch
        {
            ("string", "uuid") => $"{IdFor(name)}",
            ("string", "date") => "2026-07-20",
            ("string", "date-time") => "2026-07-20T09:00:00Z",
            ("string", _) => name.Contains("mail", StringComparison.OrdinalIgnoreCase) ? "mara@halma.example" : name.Contains("urrency", StringComparison.Ordinal) ? "EUR" : name is "country" ? "DE" : name is "website" or "url" ? "https://halma.example" : $"Sample {name}",
            ("integer", _) => name is "version" ? 0 : name.Contains("ear", StringComparison.Ordinal) ? 1998 : 1,
            ("number", _) => 0.5,
            ("boolean", _) => true,
            ("array", _) => Of(shape["items"]!, name, depth + 1) is { } item ? new JsonArray(item) : null,
            ("object", _) => new JsonObject((shape["properties"]?.AsObject() ?? []).Select(f => KeyValuePair.Create(f.Key, Of(f.Value!, f.Key, depth + 1))).Where(f => f.Value is not null)),
            _ => null,
        };
    }

    private Guid IdFor(string name) => name switch
    {
        _ when name.Contains("account", StringComparison.OrdinalIgnoreCase) => floor.Account,
        _ when name.Contains("contact", StringComparison.OrdinalIgnoreCase) => floor.Contact,
        _ when name.Contains("opportunit", StringComparison.OrdinalIgnoreCase) || name is "dealId" or "aboutId" => floor.Deal,
        _ when name.Contains("task", StringComparison.OrdinalIgnoreCase) => floor.Task,
        _ when name.Contains("signal", StringComparison.OrdinalIgnoreCase) => floor.Signal,
        _ when name.Contains("lead", StringComparison.OrdinalIgnoreCase) => floor.Lead,
        _ when name.Contains("map", StringComparison.OrdinalIgnoreCase) => floor.MapPerson,
        _ when name.Contains("item", StringComparison.OrdinalIgnoreCase) => floor.PlanItem,
        _ when name.Contains("price", StringComparison.OrdinalIgnoreCase) => floor.PriceList,
        _ when name.Contains("person", StringComparison.OrdinalIgnoreCase) || name.Contains("owner", StringComparison.OrdinalIgnoreCase) => floor.Manager.Id,
        _ => Guid.Parse("0199a2f0-7c1e-7b52-9d3a-5f60c1a2b3c4"),
    };
}
