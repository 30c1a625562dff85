using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Platform.Http;

/// <summary>Reads an act's input from the URL and a JSON body. The URL wins, so that a body cannot name another row than the address does.</summary>
internal static class ApiInput
{
    public static async Task<(object? Input, Problems? Problems)> ReadAsync(HttpContext http, Type? type, JsonSerializerOptions json)
    {
        if (type is null) return (null, null);
        if (HttpMethods.IsGet(http.Request.Method)) return FromUrl(await Submission.ReadAsync(http, type));
        try
        {
            var body = http.Request.ContentLength is 0 || HttpMethods.IsDelete(http.Request.Method) && http.Request.ContentLength is null ? [] : await JsonNode.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted) as JsonObject ?? throw new JsonException();
            foreach (var (name, value) in http.Request.RouteValues) body[json.PropertyNamingPolicy!.ConvertName(name)] = value?.ToString();
            var sent = body.Select(field => field.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
            if (type.IsAssignableTo(typeof(IPartial))) body.Remove("sent");
            var input = body.Deserialize(type, json)!;
            if (input is IPartial partial) partial.Sent = sent;
            return (input, Checks.Of(input));
        }
        catch (JsonException e) { return (null, new Problems().Add(e.Path?.TrimStart('$', '.') ?? "", T("This is not the JSON expected here: see the description at {0}.", "/api/openapi.json"))); }
    }

    private static (object?, Problems?) FromUrl(Submission read) => (read.Input, read.State.Problems);
}
