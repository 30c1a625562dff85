using Microsoft.AspNetCore.Mvc.ApiExplorer;
namespace Coxswain.Platform.Api;

/// <summary>All our API endpoints as one group; the framework's own reader needs its controllers.</summary>
internal sealed class OwnApiGroups(IEnumerable<IApiDescriptionProvider> providers) : IApiDescriptionGroupCollectionProvider
{
    private ApiDescriptionGroupCollection? _groups;

    public ApiDescriptionGroupCollection ApiDescriptionGroups => _groups ??= Read();

    private ApiDescriptionGroupCollection Read()
    {
        var context = new ApiDescriptionProviderContext([]);
        foreach (var provider in providers.OfType<ApiDescriptions>()) provider.OnProvidersExecuting(context);
        return new ApiDescriptionGroupCollection([new ApiDescriptionGroup(null, [.. context.Results])], 1);
    }
}
