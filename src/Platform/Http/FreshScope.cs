using Coxswain.Platform.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
namespace Coxswain.Platform.Http;

/// <summary>A second scope inside one request, for the same viewer: nothing half-changed of the first is left in it.</summary>
internal sealed class FreshScope : IAsyncDisposable
{
    private readonly HttpContext _http;
    private readonly IServiceProvider _before;
    private readonly AsyncServiceScope _scope;

    private FreshScope(HttpContext http)
    {
        (_http, _before) = (http, http.RequestServices);
        _scope = _before.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
        var viewer = _before.GetRequiredService<CurrentViewer>();
        if (viewer.IsKnown) _scope.ServiceProvider.GetRequiredService<CurrentViewer>().Become(viewer.Value);
        http.RequestServices = _scope.ServiceProvider;
    }

    public static FreshScope Of(HttpContext http) => new(http);

    public async ValueTask DisposeAsync()
    {
        _http.RequestServices = _before;
        await _scope.DisposeAsync();
    }
}
