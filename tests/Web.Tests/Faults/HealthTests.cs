using System.Net;
using Coxswain.Platform.Data;
using Coxswain.Platform.Files;
using Coxswain.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
namespace Coxswain.Web.Tests.Faults;

public sealed class HealthTests
{
    private static readonly (HttpStatusCode, string) Live = (HttpStatusCode.OK, "live"), Ready = (HttpStatusCode.OK, "ready"), NotReady = (HttpStatusCode.ServiceUnavailable, "not ready");

    [Theory, OnBoth]
    public async Task A_stranger_is_told_that_it_lives_and_is_ready_before_anyone_can_sign_in_and_after(Engine engine)
    {
        var host = await Host.StartAsync(TestDatabases.MadeAsync(engine, "health"), WithRoom(50L << 30));
        Assert.Equal((Live, Ready), (await AskAsync(host, "live"), await AskAsync(host, "ready")));
        await (await host.TenantAsync()).PersonAsync(Platform.Access.Role.Seller, "Ana Okafor");
        Assert.Equal((Live, Ready), (await AskAsync(host, "live"), await AskAsync(host, "ready")));
        await host.App.DisposeAsync();
    }

    [Theory, OnBoth]
    public async Task With_a_database_of_another_version_it_lives_and_is_not_ready(Engine engine)
    {
        var host = await Host.StartAsync(TestDatabases.MadeAsync(engine, "health"), WithRoom(50L << 30));
        await using (var scope = host.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<AppDb>().Database.ExecuteSqlRawAsync("""INSERT INTO "__EFMigrationsHistory" VALUES ('29990101000000_Later', '99.0.0')""");
        Assert.Equal((Live, NotReady), (await AskAsync(host, "live"), await AskAsync(host, "ready")));
        Assert.Contains(host.Logs.Lines, l => l.Contains("of another version", StringComparison.Ordinal));
        await host.App.DisposeAsync();
    }

    [Theory, OnBoth]
    public async Task On_a_full_disk_it_is_not_ready_and_says_why_to_the_log_alone(Engine engine)
    {
        var host = await Host.StartAsync(TestDatabases.MadeAsync(engine, "health"), WithRoom(1L << 20));
        Assert.Equal((Live, NotReady), (await AskAsync(host, "live"), await AskAsync(host, "ready")));
        Assert.Contains(host.Logs.Lines, l => l.Contains("the disk is full", StringComparison.Ordinal));
        await host.App.DisposeAsync();
    }

    [Fact]
    public async Task While_PostgreSQL_is_away_it_is_not_ready_and_it_is_again_when_that_is_back()
    {
        var (wire, host) = await Hosts.OnWireAsync(WithRoom(50L << 30));
        wire.Cut();
        Assert.Equal((Live, NotReady), (await AskAsync(host, "live"), await AskAsync(host, "ready")));
        wire.Mend();
        Assert.Equal(Ready, await AskAsync(host, "ready"));
        await host.App.DisposeAsync();
        await wire.DisposeAsync();
    }

    [Fact]
    public async Task While_the_file_is_gone_it_is_not_ready_and_it_is_again_when_that_is_back()
    {
        var host = await Host.ByHandAsync(TestDatabases.MadeAsync(Engine.Sqlite, "health"), WithRoom(50L << 30));
        var file = host.Database.File!;
        host.Database.LetGo();
        File.Move(file, file + ".away");
        Assert.Equal((Live, NotReady), (await AskAsync(host, "live"), await AskAsync(host, "ready")));
        File.Move(file + ".away", file, overwrite: true);
        Assert.Equal(Ready, await AskAsync(host, "ready"));
        await host.App.DisposeAsync();
    }

    private static Action<IServiceCollection> WithRoom(long bytes) => s => s.AddSingleton(new Disk(() => (bytes, 100L << 30)));

    private static async Task<(HttpStatusCode, string)> AskAsync(Host host, string what)
    {
        var answer = await host.Server.CreateClient().GetAsync($"/health/{what}");
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
