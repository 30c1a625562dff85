using System.Text;
using Coxswain.Customers;
using Coxswain.Platform.Data;
using Coxswain.Testing;
namespace Coxswain.Web.Tests.Import;

/// <summary>Measures the memory of the whole process, so nothing else may run beside it.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;

[Collection(nameof(Alone))]
public sealed class LargeFileTests
{
    [Fact]
    public async Task A_file_of_100_MB_is_looked_through_in_bounded_memory()
    {
        var tenant = await Generated.TenantAsync(Engine.Sqlite);
        var path = Generated.File("deals.csv", Generated.Header);
        await using (var to = new StreamWriter(path, append: true, Encoding.UTF8))
            for (var i = 0; to.BaseStream.Length < 100_000_000; i++) await to.WriteAsync($"K{i},Deal number {i} of a long list of deals,Seller {i % 40},Won,2026-01-01,2026-03-15,{i % 9_000}\n");
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var most = 0L;
        var plan = await tenant.WithRunner(async r =>
        {
            using var ended = new CancellationTokenSource();
            var watched = Task.Run(async () =>
            {
                // One look at a time: a whole collection takes longer than a short interval where much is alive.
                using var looks = new PeriodicTimer(TimeSpan.FromSeconds(1));
                do
                {
                    GC.Collect();
                    most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: false) - before);
                } while (!ended.IsCancellationRequested && await looks.WaitForNextTickAsync());
            });
            try { return await r.LookAsync(path, default); }
            finally { await ended.CancelAsync(); await watched; }
        });
        var kept = GC.GetTotalMemory(forceFullCollection: true) - before;
        Assert.True(plan.Files[0].Rows > 1_000_000);
        Assert.InRange(most, 1, 20_000_000);
        Assert.True(kept < 20_000_000, $"{kept:N0} bytes stay after looking through the file");
        File.Delete(path);
    }

    // Of a row nothing may stay: what is made of 16,000 rows would be seen.
    [Fact]
    public async Task An_import_takes_no_more_memory_for_its_last_rows_than_for_its_first()
    {
        var tenant = await Generated.TenantAsync(Engine.Sqlite);
        var rows = new StringBuilder("contact_id,name,account name,email\n");
        for (var i = 0; i < 30_000; i++) rows.Append($"C{i},Person {i},Werft {i % 5_000},person.{i}@werft.example\n");
        var alive = new Alive();
        var result = await tenant.ImportAsync(Generated.File("contacts.csv", rows.ToString()), progress: alive);
        Assert.Equal(0, result.Refused);
        Assert.InRange(alive.Grown, -20_000_000, 1_000_000);
    }

    /// <summary>How much more is alive at least near the end of an import than at most near its beginning: how many rows are under way differs.</summary>
    private sealed class Alive : IProgress<ImportProgress>
    {
        private long _first, _last = long.MaxValue;

        public long Grown => _last - _first;

        public void Report(ImportProgress value)
        {
            if (value.Done is > 3_000 and < 8_000) _first = Math.Max(_first, GC.GetTotalMemory(forceFullCollection: true));
            if (value.Done > 24_000) _last = Math.Min(_last, GC.GetTotalMemory(forceFullCollection: true));
        }
    }
}
