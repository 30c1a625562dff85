using System.Text.Json;
using System.Text.Json.Nodes;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Extensions.DependencyInjection;
namespace Coxswain.Platform.Api;

/// <summary>A request to the API from inside: an item of a batch, a tool of an assistant, what a webhook tells of.</summary>
public sealed record ApiRequest(string Verb, string Path, JsonObject? Body = null)
{
    public string? IdempotencyKey { get; init; }
    public string? IfMatch { get; init; }
}

/// <summary>What the API answered.</summary>
public sealed record ApiResponse(int Status, JsonNode? Body);

/// <summary>Asks the API without a network: through the same door, with the same permissions, scopes and acts as from outside.</summary>
public sealed class ApiDispatch(EndpointDataSource endpoints, IServiceScopeFactory scopes)
{
    private readonly Lazy<ILookup<string, Way>> _ways = new(() => endpoints.Endpoints.OfType<RouteEndpoint>()
        .Where(e => e.Metadata.GetMetadata<ActMetadata>() is { IsApi: true } act && act.InputType?.IsAssignableTo(typeof(IUpload)) is not true)
        .Select(e => new Way(e)).OrderBy(w => w.Endpoint.RoutePattern.Parameters.Count).ToLookup(w => w.Key, StringComparer.OrdinalIgnoreCase));

    /// <summary>Asks in a scope of its own.</summary>
    public async Task<ApiResponse> AskAsync(Viewer viewer, ApiRequest request, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentViewer>().Become(viewer);
        return await AskAsync(scope.ServiceProvider, request, ct);
    }

    /// <summary>Asks in a scope that has its viewer.</summary>
    public async Task<ApiResponse> AskAsync(IServiceProvider services, ApiRequest request, CancellationToken ct)
    {
        var http = new DefaultHttpContext { RequestServices = services, RequestAborted = ct };
        var parts = request.Path.Split('?', 2);
        var address = parts[0].StartsWith(ApiAddress.Root + "/", StringComparison.Ordinal) ? parts[0] : parts[0].StartsWith("/api/", StringComparison.Ordinal) ? ApiAddress.Root + parts[0][4..] : ApiAddress.Root + parts[0];
        (http.Request.Method, http.Request.Path) = (request.Verb.ToUpperInvariant(), new PathString(Uri.UnescapeDataString(address)));
        if (parts.Length > 1) http.Request.QueryString = new QueryString("?" + parts[1]);
        if (request.IdempotencyKey is { } key) http.Request.Headers["Idempotency-Key"] = key;
        if (request.IfMatch is { } tag) http.Request.Headers.IfMatch = tag;
        var body = request.Body is null ? [] : JsonSerializer.SerializeToUtf8Bytes(request.Body);
        (http.Request.Body, http.Request.ContentLength, http.Request.ContentType) = (new MemoryStream(body), body.Length, "application/json");
        using var answer = new MemoryStream();
        http.Response.Body = answer;
        await RunAsync(http);
        // What was merged into another is read there.
        if (http.Response.StatusCode is StatusCodes.Status307TemporaryRedirect) return await AskAsync(services, request with { Path = http.Response.Headers.Location.ToString() }, ct);
        return new ApiResponse(http.Response.StatusCode, answer.Length == 0 ? null : JsonNode.Parse(answer.GetBuffer().AsSpan(0, (int)answer.Length)));
    }

    private async Task RunAsync(HttpContext http)
    {
        if (Find(http) is not { } endpoint)
        {
            await Refused.NoSuchAddress().ExecuteAsync(http);
            return;
        }
        http.SetEndpoint(endpoint);
        if (Gatekeeper.Refuses(http) is { } refusal)
        {
            await refusal.ExecuteAsync(http);
            return;
        }
        await http.RequestServices.GetRequiredService<AppDb>().KnowReachesAsync(http.RequestAborted);
        await endpoint.RequestDelegate!(http);
    }

    private RouteEndpoint? Find(HttpContext http)
    {
        foreach (var way in _ways.Value[Way.KeyOf(http.Request.Method, http.Request.Path)])
        {
            var values = new RouteValueDictionary();
            if (!way.Fits(http.Request.Path, values)) continue;
            http.Request.RouteValues = values;
            return way.Endpoint;
        }
        return null;
    }

    private sealed class Way(RouteEndpoint endpoint)
    {
        private readonly TemplateMatcher _matcher = new(TemplateParser.Parse(endpoint.RoutePattern.RawText!.TrimStart('/')), []);
        private readonly string[] _guids = [.. endpoint.RoutePattern.Parameters.Where(p => p.ParameterPolicies.Any(c => c.Content == "guid")).Select(p => p.Name)];

        public RouteEndpoint Endpoint => endpoint;

        public string Key => KeyOf(endpoint.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods[0], "/" + endpoint.RoutePattern.RawText!.TrimStart('/'));

        public bool Fits(PathString path, RouteValueDictionary values) => _matcher.TryMatch(path, values) && _guids.All(g => Guid.TryParse(values[g]?.ToString(), out _));

        // The verb and the first word behind the version.
        public static string KeyOf(string verb, string path) => $"{verb} {path.Split('/').ElementAtOrDefault(3)}";
    }
}
