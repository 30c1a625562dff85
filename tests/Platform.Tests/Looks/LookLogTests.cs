using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Jobs;
using Coxswain.Platform.Looks;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
namespace Coxswain.Platform.Tests.Looks;

/// <summary>Who looked at figures about whom: folded, kept until written, gone after a year.</summary>
public sealed class LookLogTests
{
    [Theory, OnBoth]
    public async Task A_hundred_looks_on_one_day_are_one_row_that_says_how_often_and_from_when_to_when(Engine engine)
    {
        await using var own = await OwnAsync(engine);
        var (looks, tenant, viewer, ben) = await own.BeginAsync();
        for (var i = 0; i < 100; i++)
        {
            looks.Note(viewer, "brief", [ben]);
            if (i % 30 == 0) Assert.True(await looks.FlushAsync(default));
            own.Host.Clock.Advance(TimeSpan.FromMinutes(1));
        }
        Assert.True(await looks.FlushAsync(default));
        var row = Assert.Single(await tenant.InDb(db => db.Rows<Look>().ToListAsync()));
        Assert.Equal((viewer.PersonId, ben, "brief", 100), (row.ViewerId, row.SubjectId, row.What, row.Count));
        Assert.Equal(TimeSpan.FromMinutes(99), row.LastAt - row.FirstAt);
    }

    [Theory, OnBoth]
    public async Task Another_day_another_figure_and_another_viewer_are_rows_of_their_own(Engine engine)
    {
        await using var own = await OwnAsync(engine);
        var (looks, tenant, viewer, ben) = await own.BeginAsync();
        looks.Note(viewer, "brief", [ben]);
        looks.Note(viewer, "report.win_rate", [ben]);
        looks.Note(Viewer.System(tenant.Id), "brief", [ben]);
        own.Host.Clock.Advance(TimeSpan.FromDays(1));
        looks.Note(viewer, "brief", [ben]);
        Assert.True(await looks.FlushAsync(default));
        Assert.Equal(4, await tenant.InDb(db => db.Rows<Look>().CountAsync()));
    }

    [Theory, OnBoth]
    public async Task Looking_at_oneself_is_not_written_down(Engine engine)
    {
        await using var own = await OwnAsync(engine);
        var (looks, tenant, viewer, _) = await own.BeginAsync();
        looks.Note(viewer, "brief", [viewer.PersonId]);
        Assert.True(await looks.FlushAsync(default));
        Assert.Empty(await tenant.InDb(db => db.Rows<Look>().ToListAsync()));
    }

    [Theory, OnBoth]
    public async Task What_cannot_be_written_is_kept_and_written_later(Engine engine)
    {
        await using var own = await OwnAsync(engine);
        var (looks, tenant, viewer, ben) = await own.BeginAsync();
        var later = new Viewer(tenant.Id + 1, viewer.PersonId, Role.Leader);
        looks.Note(later, "brief", [ben]);
        looks.Note(viewer, "brief", [ben]);
        Assert.False(await looks.FlushAsync(default));
        Assert.Contains(own.Host.Logs.Lines, l => l.Contains("access log could not be written", StringComparison.Ordinal));
        Assert.Single(await tenant.InDb(db => db.Rows<Look>().ToListAsync()));

        var next = await own.Host.TenantAsync();
        Assert.Equal(later.TenantId, next.Id);
        Assert.True(await looks.FlushAsync(default));
        Assert.Single(await next.InDb(db => db.Rows<Look>().ToListAsync()));
    }

    [Theory, OnBoth]
    public async Task The_end_of_the_application_writes_what_is_left(Engine engine)
    {
        await using var own = await OwnAsync(engine);
        var (looks, tenant, viewer, ben) = await own.BeginAsync();
        looks.Note(viewer, "brief", [ben]);
        await own.Host.App.StopAsync();
        Assert.Single(await tenant.InDb(db => db.Rows<Look>().ToListAsync()));
    }

    [Theory, OnBoth]
    public async Task After_twelve_months_a_look_is_forgotten(Engine engine)
    {
        await using var own = await OwnAsync(engine);
        var (looks, tenant, viewer, ben) = await own.BeginAsync();
        looks.Note(viewer, "brief", [ben]);
        own.Host.Clock.Advance(TimeSpan.FromDays(300));
        looks.Note(viewer, "brief", [ben]);
        await looks.FlushAsync(default);
        own.Host.Clock.Advance(TimeSpan.FromDays(100));
        var upkeep = own.Host.Services.GetServices<IUpkeep>().OfType<Privacy.RetentionUpkeep>().Single();
        await tenant.InDb((db, _) => upkeep.TidyAsync(db, own.Host.Clock.GetUtcNow().UtcDateTime, default));
        Assert.Equal(new DateOnly(2026, 7, 24).AddDays(300), Assert.Single(await tenant.InDb(db => db.Rows<Look>().ToListAsync())).Day);
    }

    private static async Task<Own> OwnAsync(Engine engine) => new(await Host.StartAsync(TestDatabases.MadeAsync(engine, "looks")));

    private sealed record Own(Host Host) : IAsyncDisposable
    {
        public async Task<(LookLog, TestTenant, Viewer, Guid Ben)> BeginAsync()
        {
            var tenant = await Host.TenantAsync();
            return (Host.Services.GetRequiredService<LookLog>(), tenant, new Viewer(tenant.Id, Guid.CreateVersion7(), Role.Leader), Guid.CreateVersion7());
        }

        public ValueTask DisposeAsync() => Host.App.DisposeAsync();
    }
}
