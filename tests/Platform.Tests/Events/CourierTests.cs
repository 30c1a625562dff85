using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Testing;
using Microsoft.Extensions.DependencyInjection;
namespace Coxswain.Platform.Tests.Events;

public sealed class CourierTests
{
    [Theory, OnBoth]
    public async Task A_clock_set_back_lets_no_news_wait_until_it_has_caught_up(Engine engine)
    {
        var heard = new Hears();
        var host = await Host.ByHandAsync(TestDatabases.MadeAsync(engine, "courier"), s => s.AddSingleton<IReaction>(heard));
        var tenant = await host.TenantAsync();
        host.Clock.AdjustTime(host.Clock.GetUtcNow().AddDays(2));
        await tenant.PersonAsync(Role.Manager, "Ana Okafor");
        host.Clock.AdjustTime(host.Clock.GetUtcNow().AddDays(-2));
        await tenant.DoDueAsync();
        Assert.Equal(1, heard.Times);
    }

    private sealed class Hears : IReaction
    {
        public string Name => "test.hears";
        public IReadOnlyList<string> Kinds => ["person.created"];
        public int Times { get; private set; }

        public Task ReactAsync(AppDb db, Event happened, CancellationToken ct)
        {
            Times++;
            return Task.CompletedTask;
        }
    }
}
