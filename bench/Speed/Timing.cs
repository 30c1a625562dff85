using System.Diagnostics;
namespace Coxswain.Bench.Speed;

/// <summary>What a kind of request took.</summary>
/// <param name="Median">Milliseconds as the browser waits for it.</param>
/// <param name="P95">The same, of the slowest of twenty.</param>
/// <param name="Cpu">Milliseconds of processor time of the product for each.</param>
/// <param name="Kilobytes">As sent.</param>
internal readonly record struct Timing(double Median, double P95, double Cpu, double Kilobytes)
{
    private const int Warm = 10;

    public static async Task<Timing> OfAsync(Cox cox, int times, Func<int, Task<long>> request)
    {
        for (var i = 0; i < Warm; i++) await request(i);
        var (taken, bytes, before) = (new List<double>(times), 0L, cox.Used);
        for (var i = 0; i < times; i++)
        {
            var watch = Stopwatch.StartNew();
            bytes += await request(i + Warm);
            taken.Add(watch.Elapsed.TotalMilliseconds);
        }
        taken.Sort();
        return new(taken[times / 2], taken[times * 95 / 100], (cox.Used - before).TotalMilliseconds / times, bytes / 1024.0 / times);
    }

    public static Task<Timing> OfPageAsync(Cox cox, HttpClient who, int times, Func<int, string> url) => OfAsync(cox, times, async i =>
    {
        using var answer = await who.GetAsync(url(i));
        if (!answer.IsSuccessStatusCode) throw new InvalidOperationException($"{url(i)}: {(int)answer.StatusCode}");
        return (await answer.Content.ReadAsByteArrayAsync()).LongLength;
    });
}
