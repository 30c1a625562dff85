using System.Diagnostics;
namespace Coxswain.Bench.Speed;

/// <summary>What a kind of request took.</summary>
/// <param name="Median">Milliseconds as the browser waits for it.</param>
/// <param name="P95">The same, of the slowest of twenty.</param>
/// <param name="Cpu">Milliseconds of processor time of the product for each.</param>
/// <param name="Kilobytes">As sent.</param>
internal readonly record struct Timing(double Median, double P95, double Cpu, double Kilobytes)
{
    private const int Round = 100, MostRounds = 20;
    private const double Same = 0.93;

    public static async Task<Timing> OfAsync(Cox cox, int times, Func<int, Task<long>> request)
    {
        await WarmAsync(cox, request);
        var (taken, bytes, before) = (new List<double>(times), 0L, cox.Used);
        for (var i = 0; i < times; i++)
        {
            var watch = Stopwatch.StartNew();
            bytes += await request(i);
            taken.Add(watch.Elapsed.TotalMilliseconds);
        }
        taken.Sort();
        return new(taken[times / 2], taken[times * 95 / 100], (cox.Used - before).TotalMilliseconds / times, bytes / 1024.0 / times);
    }

    // A program that runs for days is measured as it runs then: the runtime compiles what is asked often two and three times over, beside the
    // answers, and until it is done with that its processor time is counted with theirs.
    private static async Task WarmAsync(Cox cox, Func<int, Task<long>> request)
    {
        var (least, steady) = (double.MaxValue, 0);
        for (var round = 0; round < MostRounds && steady < 3; round++)
        {
            var before = cox.Used;
            for (var i = 0; i < Round; i++) await request(i);
            var took = (cox.Used - before).TotalMilliseconds;
            steady = took > least * Same ? steady + 1 : 0;
            least = Math.Min(least, took);
        }
    }

    public static Task<Timing> OfPageAsync(Cox cox, HttpClient who, int times, Func<int, string> url) => OfAsync(cox, times, async i =>
    {
        using var answer = await who.GetAsync(url(i));
        if (!answer.IsSuccessStatusCode) throw new InvalidOperationException($"{url(i)}: {(int)answer.StatusCode}");
        return (await answer.Content.ReadAsByteArrayAsync()).LongLength;
    });
}
