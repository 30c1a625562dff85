using System.Collections.Concurrent;
using Coxswain.Demo;
using Coxswain.Platform.Data;
using Coxswain.Testing;
namespace Coxswain.Funnel.Tests;

/// <summary>A small demo company on each engine, made once for all that only read it.</summary>
internal static class Invented
{
    public static readonly DateOnly Until = new(2026, 7, 24);

    private static readonly ConcurrentDictionary<Engine, Lazy<Task<(Host, MadeCompany)>>> _made = new();

    public static Task<(Host Host, MadeCompany Made)> OnAsync(Engine engine) => _made.GetOrAdd(engine, on => new(() => MakeAsync(on))).Value;

    private static async Task<(Host, MadeCompany)> MakeAsync(Engine engine)
    {
        var host = await Host.On(engine);
        return (host, await DemoCompany.CreateAsync(host.Services, new() { Until = Until, Sellers = 12, WeakOfEach = 1, Decoys = 1, Seed = 3 }, default));
    }
}
