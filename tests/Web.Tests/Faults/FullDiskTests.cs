using Coxswain.Customers;
using Coxswain.Funnel;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Files;
using Coxswain.Testing;
using Coxswain.Web.Tests.Import;
using Microsoft.EntityFrameworkCore;
using Npgsql;
namespace Coxswain.Web.Tests.Faults;

/// <summary>No room left. SQLite is given so many pages and no more; PostgreSQL would need a file system of its own, so of it only the translation is tested.</summary>
public sealed class FullDiskTests
{
    [Fact]
    public async Task An_import_stops_between_two_batches_and_goes_on_when_there_is_room()
    {
        var room = new Room();
        var tenant = await (await Hosts.WithRoomAsync(room)).TenantAsync();
        var path = Generated.File("deals.csv", Generated.Header + string.Concat(Enumerable.Range(1, 5_000).Select(i => $"{i},Deal {i},Ana,Won,2026-01-01,2026-03-15,{i}\n")));
        var run = await tenant.WithRunner(async r => await r.StartAsync("deals.csv", await r.LookAsync(path, default), ImportOptions.Yes, default));
        await tenant.InDb((db, _) => room.LeaveAsync(db, 400));
        var full = await Assert.ThrowsAnyAsync<Exception>(() => tenant.WithRunner(r => r.ResumeAsync(run, null, default)));
        Assert.Equal(OutageKind.Full, Outage.Of(full));
        var taken = await tenant.InDb(db => db.Deals().CountAsync());
        Assert.InRange(taken, 1, 4_999);

        room.Make();
        var result = await tenant.WithRunner(r => r.ResumeAsync(run, null, default));
        Assert.Equal((5_000, 5_000, true), (await tenant.InDb(db => db.Deals().CountAsync()), result.CreatedByKind["opportunity"], result.Agrees));
        await tenant.Host.App.DisposeAsync();
    }

    [Fact]
    public async Task A_save_is_told_plainly_and_works_when_there_is_room()
    {
        var room = new Room();
        var ana = await (await (await Hosts.WithRoomAsync(room)).TenantAsync()).PersonAsync(Role.Seller, "Ana Okafor");
        await ana.Tenant.InDb((db, _) => room.LeaveAsync(db, 0));
        var (saved, told) = (0, "");
        while (told.Length == 0 && saved < 200)
        {
            var answer = await ana.Browser.PostFormAsync("/accounts", ("Name", $"Hafen {saved}"), ("Description", new string('x', 1_900)));
            if ((int)answer.StatusCode < 400) saved++;
            else told = await DatabaseAwayTests.ToldAsync(answer);
        }
        Assert.Contains("no room left on its disk; tell an administrator. Nothing was saved; what you typed is still here.", told);
        Assert.Equal(saved, await ana.InDb(db => db.AccountRows().CountAsync()));
        room.Make();
        Assert.True((int)(await ana.Browser.PostFormAsync("/accounts", ("Name", "Hafen Nord"))).StatusCode < 400);
        await ana.Tenant.Host.App.DisposeAsync();
    }

    [Fact]
    public async Task A_file_that_does_not_fit_leaves_no_part_of_itself()
    {
        var folder = new DataFolder(Directory.CreateTempSubdirectory("coxswain-full-").FullName);
        await Assert.ThrowsAsync<IOException>(() => folder.KeepAsync(new Full(), default));
        Assert.Empty(Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public void PostgreSQL_without_room_and_a_file_without_room_are_told_the_same()
    {
        Assert.Equal(OutageKind.Full, Outage.Of(new DbUpdateException("", new PostgresException("could not extend file", "ERROR", "ERROR", "53100"))));
        Assert.Equal(OutageKind.Full, Outage.Of(new IOException("No space left on device", 28)));
    }

    /// <summary>Breaks in the middle, as a write does where there is no room.</summary>
    private sealed class Full : MemoryStream
    {
        private int _reads;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            ++_reads < 3 ? new(buffer.Length) : throw new IOException("No space left on device", 28);
    }
}
