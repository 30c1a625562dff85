using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.Extensions.DependencyInjection;
namespace Coxswain.Demo.Writing;

/// <summary>What people of the invented company did by hand goes through the acts everybody uses, so that it is what these leave.</summary>
internal static class Acting
{
    public static async Task AsAsync(this IServiceProvider services, Viewer who, Func<IServiceProvider, AppDb, Task> act)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentViewer>().Become(who);
        await act(scope.ServiceProvider, scope.ServiceProvider.GetRequiredService<AppDb>());
    }

    /// <exception cref="InvalidOperationException">The act refused: the demo would lack something, silently.</exception>
    public static T Must<T>(this Outcome<T> outcome, string what) where T : class =>
        outcome is { IsDone: true, View: { } view } ? view : throw new InvalidOperationException($"The demo's people could not do this: {what}.");
}
