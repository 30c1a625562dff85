using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
namespace Coxswain.Platform.Tests.Events;

public sealed class SealTests
{
    [Theory, OnBoth]
    public async Task A_sealed_value_opens_until_the_persons_key_is_erased_and_never_after(Engine engine)
    {
        var tenant = await (await Host.On(engine)).TenantAsync();
        var (petra, okan) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var (first, second) = ("", "");
        await tenant.InDb(async (db, services) =>
        {
            var seal = services.GetRequiredService<Seal>();
            (first, second) = (seal.Close(db, petra, "Petra Brandt"), seal.Close(db, okan, "Okan Yıldız"));
            db.AddRange(seal.TakeNewKeys());
            await db.SaveChangesAsync();
        });
        Assert.DoesNotContain("Petra", first, StringComparison.Ordinal);
        Assert.Equal("Petra Brandt", await OpenAsync(tenant, petra, first));

        await tenant.InDb((db, services) => services.GetRequiredService<Seal>().EraseAsync(db, petra, default));
        Assert.Null(await OpenAsync(tenant, petra, first));
        Assert.Equal("Okan Yıldız", await OpenAsync(tenant, okan, second));
    }

    [Theory, OnBoth]
    public async Task Keys_are_kept_wrapped_and_belong_to_one_organisation(Engine engine)
    {
        var host = await Host.On(engine);
        var (ours, theirs) = (await host.TenantAsync(), await host.TenantAsync("Other"));
        var petra = Guid.CreateVersion7();
        var closed = "";
        await ours.InDb(async (db, services) =>
        {
            closed = services.GetRequiredService<Seal>().Close(db, petra, "Petra Brandt");
            db.AddRange(services.GetRequiredService<Seal>().TakeNewKeys());
            await db.SaveChangesAsync();
        });
        Assert.True((await ours.InDb(db => db.Rows<SubjectKey>().Select(k => k.Wrapped).SingleAsync())).Length > 32);
        Assert.Null(await OpenAsync(theirs, petra, closed));
    }

    private static async Task<string?> OpenAsync(TestTenant tenant, Guid subject, string closed)
    {
        string? open = null;
        await tenant.InDb((db, services) => { open = services.GetRequiredService<Seal>().Open(db, subject, closed); return Task.CompletedTask; });
        return open;
    }
}
