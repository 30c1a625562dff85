using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
namespace Coxswain.Platform.Tests.Data;

public sealed class KeptTests
{
    [Theory, OnBoth]
    public async Task A_clock_set_back_keeps_no_figure_until_it_has_caught_up(Engine engine)
    {
        // A host of its own: its clock goes back.
        var host = await Host.StartAsync(TestDatabases.MadeAsync(engine, "kept"));
        var ana = await (await host.TenantAsync()).PersonAsync(Role.Manager, "Ana Okafor");
        var worked = 0;
        Task<int> ReadAsync() => ana.InDb(db => db.Kept.ReadAsync(db, "figure", () => Task.FromResult(++worked)));
        await ReadAsync();
        Assert.Equal(1, await ReadAsync());
        host.Clock.AdjustTime(host.Clock.GetUtcNow().AddDays(-2));
        Assert.Equal(2, await ReadAsync());
    }
}
