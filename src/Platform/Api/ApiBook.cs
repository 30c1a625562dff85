using System.Text.Json.Nodes;
using Coxswain.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
namespace Coxswain.Platform.Api;

/// <summary>The description of the API as it is given out: what the framework writes of our acts, with names, scopes and examples. Made once.</summary>
public sealed class ApiBook
{
    private readonly Lazy<Task<(JsonObject Document, byte[] Bytes)>> _made;

    public ApiBook([FromKeyedServices(ApiBook.Name)] IOpenApiDocumentProvider writer, EndpointDataSource endpoints) => _made = new(() => MakeAsync(writer, endpoints));

    /// <summary>What the framework knows the document by.</summary>
    public const string Name = "v1";

    /// <summary>The whole of it. Nobody changes it.</summary>
    public async Task<JsonObject> DocumentAsync() => (await _made.Value).Document;

    /// <summary>Answers with it.</summary>
    public async Task<IResult> AnswerAsync() => Results.Bytes((await _made.Value).Bytes, "application/json");

    private static async Task<(JsonObject, byte[])> MakeAsync(IOpenApiDocumentProvider writer, EndpointDataSource endpoints)
    {
        var written = await writer.GetOpenApiDocumentAsync(CancellationToken.None);
        var document = JsonNode.Parse(await written.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, CancellationToken.None))!.AsObject();
        document["info"] = new JsonObject { ["title"] = "Coxswain", ["version"] = Name, ["description"] = ApiWords.About };
        document.Remove("servers");
        document["security"] = new JsonArray(new JsonObject { ["key"] = new JsonArray() });
        document["components"]!["securitySchemes"] = new JsonObject { ["key"] = new JsonObject { ["type"] = "http", ["scheme"] = "bearer", ["description"] = ApiWords.Key } };
        foreach (var own in (string[])["JsonObject", "CustomInput"]) document["components"]!["schemas"]![own] = new JsonObject { ["type"] = new JsonArray("object", "null"), ["additionalProperties"] = true, ["description"] = ApiWords.Own };
        AllowUnknown(document);
        var acts = Acts(endpoints);
        var (examples, names) = (new ApiExamples(document), new HashSet<string>());
        foreach (var (path, verb, operation) in Operations(document))
        {
            if (acts.GetValueOrDefault($"{verb} {path}") is { } act) ApiWords.Describe(operation, path, verb, act.Metadata.GetRequiredMetadata<ActMetadata>(), act.Metadata.GetOrderedMetadata<Requirement>());
            if (operation["operationId"]?.GetValue<string>() is { } name && !names.Add(name)) operation["operationId"] = $"{name}.{path.Split('/')[3]}";
            examples.AddTo(operation);
        }
        return (document, System.Text.Encoding.UTF8.GetBytes(document.ToJsonString(ApiJson.Out)));
    }

    // Of what a view works out itself the framework does not see that it may be null.
    private static void AllowUnknown(JsonObject document)
    {
        foreach (var (_, schema) in document["components"]!["schemas"]!.AsObject())
        {
            var required = (schema!["required"]?.AsArray() ?? []).Select(r => r!.GetValue<string>()).ToList();
            foreach (var (name, field) in (schema["properties"]?.AsObject() ?? []).ToList())
                if (!required.Contains(name) && field!["$ref"] is { } to) schema["properties"]![name] = new JsonObject { ["oneOf"] = new JsonArray(new JsonObject { ["type"] = "null" }, new JsonObject { ["$ref"] = to.DeepClone() }) };
        }
    }

    /// <summary>Each operation of a document with its address and verb.</summary>
    public static IEnumerable<(string Path, string Verb, JsonObject Operation)> Operations(JsonObject document) =>
        from path in document["paths"]!.AsObject()
        from verb in path.Value!.AsObject()
        where verb.Key is "get" or "post" or "patch" or "delete"
        select (path.Key, verb.Key.ToUpperInvariant(), verb.Value!.AsObject());

    private static Dictionary<string, Endpoint> Acts(EndpointDataSource endpoints) => endpoints.Endpoints.OfType<RouteEndpoint>().Where(e => e.Metadata.GetMetadata<ActMetadata>() is { IsApi: true })
        .ToDictionary(e => $"{e.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods[0]} /{ApiDescriptions.PathOf(e).TrimStart('/')}", e => (Endpoint)e);
}
