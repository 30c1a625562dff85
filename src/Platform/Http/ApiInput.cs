using System.Text.Json;
using System.Text.Json.Nodes;
using Coxswain.Platform.Api;
using Microsoft.AspNetCore.Http;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Platform.Http;

/// <summary>Reads an act's input from the URL and a JSON body. The URL wins, so that a body cannot name another row than the address does.</summary>
internal static class ApiInput
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    public static async Task<(object? Input, Problems? Problems)> ReadAsync(HttpContext http, Type? type)
    {
        if (HttpMethods.IsGet(http.Request.Method)) return await FromUrlAsync(http, type);
        if (type is null) return (null, null);
        if (type.IsAssignableTo(typeof(IUpload))) return Read(await Submission.ReadAsync(http, type));
        try
        {
            var body = await BodyAsync(http);
            PutRoute(body, http.Request.RouteValues);
            var sent = body.Select(field => field.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
            if (type.IsAssignableTo(typeof(IPartial))) body.Remove("sent");
            if (ApiFields.Unknown(body, type) is { Any: true } unknown) return (null, unknown);
            var input = body.Deserialize(type, ApiJson.In)!;
            if (input is IPartial partial) partial.Sent = sent;
            return (input, Checks.Of(input));
        }
        catch (JsonException wrong) { return (null, NotReadable(wrong.Path?.TrimStart('$', '.') ?? "")); }
        // A name that is no text, or half a character: the reader finds out only where it is asked for it.
        catch (InvalidOperationException wrong) when (wrong.Source is "System.Text.Json" || wrong.TargetSite?.DeclaringType?.Namespace?.StartsWith("System.Text.Json", StringComparison.Ordinal) is true) { return (null, NotReadable("")); }
    }

    private static Problems NotReadable(string field) => new Problems().Add(field, T("This is not the JSON expected here: see the description at {0}.", ApiAddress.Description));

    private static async Task<JsonObject> BodyAsync(HttpContext http)
    {
        if (http.Request.ContentLength is 0 || HttpMethods.IsDelete(http.Request.Method) && http.Request.ContentLength is null) return [];
        return await JsonNode.ParseAsync(http.Request.Body, null, Strict, http.RequestAborted) as JsonObject ?? throw new JsonException();
    }

    private static void PutRoute(JsonObject body, Microsoft.AspNetCore.Routing.RouteValueDictionary route)
    {
        foreach (var (name, value) in route)
        {
            foreach (var same in body.Select(f => f.Key).Where(k => k.Equals(name, StringComparison.OrdinalIgnoreCase)).ToList()) body.Remove(same);
            body[JsonNamingPolicy.CamelCase.ConvertName(name)] = value?.ToString();
        }
    }

    private static async Task<(object?, Problems?)> FromUrlAsync(HttpContext http, Type? type)
    {
        if (ApiFields.UnknownQuery(http, type) is { Any: true } unknown) return (null, unknown);
        return type is null ? (null, null) : Read(await Submission.ReadAsync(http, type));
    }

    private static (object?, Problems?) Read(Submission read) => (read.Input, read.State.Problems);
}
