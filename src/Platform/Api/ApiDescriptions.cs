using Coxswain.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.AspNetCore.Routing;
namespace Coxswain.Platform.Api;

/// <summary>Tells the framework's OpenAPI writer what our acts take and answer; it knows only delegates of its own.</summary>
internal sealed class ApiDescriptions(EndpointDataSource endpoints, IModelMetadataProvider metadata) : IApiDescriptionProvider
{
    private static readonly int[] OfReading = [401, 403, 404, 422, 429, 503];
    private static readonly int[] OfChanging = [400, 401, 403, 404, 409, 412, 413, 422, 429, 503];

    public int Order => -500;

    public void OnProvidersExecuting(ApiDescriptionProviderContext context)
    {
        foreach (var endpoint in endpoints.Endpoints.OfType<RouteEndpoint>())
            if (endpoint.Metadata.GetMetadata<ActMetadata>() is { IsApi: true } act) context.Results.Add(Of(endpoint, act));
    }

    public void OnProvidersExecuted(ApiDescriptionProviderContext context) { }

    private ApiDescription Of(RouteEndpoint endpoint, ActMetadata act)
    {
        var verb = endpoint.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods[0];
        var api = new ApiDescription
        {
            HttpMethod = verb,
            RelativePath = PathOf(endpoint),
            GroupName = null,
            ActionDescriptor = new ActionDescriptor { EndpointMetadata = [.. endpoint.Metadata], RouteValues = { ["controller"] = Tag(endpoint) } },
        };
        foreach (var name in endpoint.RoutePattern.Parameters.Select(p => p.Name)) api.ParameterDescriptions.Add(Parameter(name, PropertyOf(act, name) ?? typeof(string), BindingSource.Path, isRequired: true));
        if (HttpMethods.IsGet(verb)) AddQuery(api, act);
        else if (act.InputType is { } body) AddBody(api, body);
        api.SupportedResponseTypes.Add(Response(act.DoneStatus, act.ViewType, "application/json"));
        foreach (var status in HttpMethods.IsGet(verb) ? OfReading : OfChanging) api.SupportedResponseTypes.Add(Response(status, typeof(ApiProblem), "application/problem+json"));
        return api;
    }

    private void AddQuery(ApiDescription api, ActMetadata act)
    {
        foreach (var property in act.InputType?.GetProperties().Where(p => p.CanWrite && p.PropertyType != typeof(Lists.QueryValues)) ?? [])
            if (!api.ParameterDescriptions.Any(p => p.Name.Equals(property.Name, StringComparison.OrdinalIgnoreCase))) api.ParameterDescriptions.Add(Parameter(Camel(property.Name), property.PropertyType, BindingSource.Query, isRequired: false));
    }

    private void AddBody(ApiDescription api, Type body)
    {
        api.ParameterDescriptions.Add(Parameter("body", body, BindingSource.Body, isRequired: true));
        api.SupportedRequestFormats.Add(new ApiRequestFormat { MediaType = body.IsAssignableTo(typeof(IUpload)) ? "multipart/form-data" : "application/json" });
    }

    private ApiParameterDescription Parameter(string name, Type type, BindingSource source, bool isRequired) => new()
    {
        Name = name,
        Type = type,
        Source = source,
        IsRequired = isRequired,
        ModelMetadata = metadata.GetMetadataForType(type),
        ParameterDescriptor = new ParameterDescriptor { Name = name, ParameterType = type },
    };

    private ApiResponseType Response(int status, Type type, string mediaType) => new()
    {
        StatusCode = status,
        Type = type,
        ModelMetadata = metadata.GetMetadataForType(type),
        ApiResponseFormats = [new ApiResponseFormat { MediaType = mediaType }],
    };

    /// <summary>The address without its constraints.</summary>
    internal static string PathOf(RouteEndpoint endpoint) => endpoint.RoutePattern.RawText!.TrimStart('/').Replace(":guid", "", StringComparison.Ordinal);

    private static Type? PropertyOf(ActMetadata act, string name) => act.InputType?.GetProperties().FirstOrDefault(p => p.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.PropertyType;

    private static string Tag(RouteEndpoint endpoint) => endpoint.RoutePattern.RawText!.Trim('/').Split('/').ElementAtOrDefault(2) ?? "api";

    private static string Camel(string name) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(name);
}

/// <summary>Metadata of plain types, without the framework's controllers.</summary>
internal sealed class PlainMetadata : EmptyModelMetadataProvider;
