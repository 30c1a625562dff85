using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Money;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
namespace Coxswain.Platform.Tests.Data;

public sealed class TenantTests
{
    [Theory, OnBoth]
    public async Task Asking_before_anyone_signed_in_is_an_error_and_never_an_empty_organisation(Engine engine)
    {
        var host = await Host.On(engine);
        await (await host.TenantAsync()).SaveAsync(Rate());
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.Rows<ExchangeRate>().ToListAsync());
    }

    [Theory, OnBoth]
    public async Task Rows_of_another_organisation_are_not_read_whatever_is_asked(Engine engine)
    {
        var host = await Host.On(engine);
        var (ours, theirs) = (await host.TenantAsync(), await host.TenantAsync("Other"));
        var rate = Rate();
        await theirs.SaveAsync(rate);
        Assert.Null(await ours.InDb(db => db.Rows<ExchangeRate>().SingleOrDefaultAsync(r => r.Id == rate.Id)));
        Assert.Equal(0, await ours.InDb(db => db.Rows<ExchangeRate>().CountAsync()));
        Assert.Equal(1, await theirs.InDb(db => db.Rows<ExchangeRate>().CountAsync()));
    }

    [Theory, OnBoth]
    public async Task A_row_of_another_organisation_cannot_be_saved_from_here(Engine engine)
    {
        var host = await Host.On(engine);
        var (ours, theirs) = (await host.TenantAsync(), await host.TenantAsync("Other"));
        var rate = Rate();
        await theirs.SaveAsync(rate);
        var stolen = await theirs.InDb(db => db.Rows<ExchangeRate>().AsNoTracking().SingleAsync(r => r.Id == rate.Id));
        await Assert.ThrowsAsync<InvalidOperationException>(() => ours.InDb(async db =>
        {
            db.Attach(stolen).Entity.Rate = 9;
            return await db.SaveChangesAsync();
        }));
        Assert.Equal(1.1, await theirs.InDb(db => db.Rows<ExchangeRate>().Select(r => r.Rate).SingleAsync()));
    }

    [Fact]
    public void A_scope_serves_one_viewer_only()
    {
        var viewer = new CurrentViewer();
        viewer.Become(Viewer.System(1));
        viewer.Become(Viewer.System(1));
        Assert.Throws<InvalidOperationException>(() => viewer.Become(Viewer.System(2)));
    }

    private static ExchangeRate Rate() => new() { Currency = "USD", On = new DateOnly(2026, 7, 1), Rate = 1.1 };
}
