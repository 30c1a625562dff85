using Microsoft.Extensions.DependencyInjection;
namespace Coxswain.Platform.Access;

/// <summary>Scopes in which the system itself works on one organisation, not a person.</summary>
public static class SystemScope
{
    /// <param name="scopes">Where scopes are made.</param>
    /// <param name="tenantId">The organisation.</param>
    public static AsyncServiceScope AsSystem(this IServiceScopeFactory scopes, int tenantId)
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentViewer>().Become(Viewer.System(tenantId));
        return scope;
    }

    /// <inheritdoc cref="AsSystem(IServiceScopeFactory, int)"/>
    public static AsyncServiceScope AsSystem(this IServiceProvider services, int tenantId) => services.GetRequiredService<IServiceScopeFactory>().AsSystem(tenantId);
}
