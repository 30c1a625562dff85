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

    /// <summary>Two pages of two programs, asked by turns after both are warm.</summary>
    public static async Task<(Timing One, Timing Other)> OfTwoAsync((Cox Cox, HttpClient Who, string Url) one, (Cox Cox, HttpClient Who, string Url) other, int times)
    {
        const int turns = 10;
        // The second is compiled while it runs, the first was before: both are asked until the runtime is long done with them.
        for (var i = 0; i < MostRounds * Round; i++)
            foreach (var (_, who, url) in ((Cox, HttpClient, string)[])[one, other]) await GetAsync(who, url);
        var seen = new List<(Timing One, Timing Other)>();
        for (var turn = 0; turn < turns; turn++)
            seen.Add((await TakeAsync(one.Cox, times / 2, _ => GetAsync(one.Who, one.Url)), await TakeAsync(other.Cox, times / 2, _ => GetAsync(other.Who, other.Url))));
        return (Middle(seen.Select(s => s.One)), Middle(seen.Select(s => s.Other)));

        static Timing Middle(IEnumerable<Timing> of) => of.OrderBy(t => t.Cpu).ElementAt(turns / 2);
    }

    public static async Task<Timing> OfAsync(Cox cox, int times, Func<int, Task<long>> request)
    {
        await WarmAsync(cox, request);
        return await TakeAsync(cox, times, request);
    }

    private static async Task<Timing> TakeAsync(Cox cox, int times, Func<int, Task<long>> request)
    {
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

    public static Task<Timing> OfPageAsync(Cox cox, HttpClient who, int times, Func<int, string> url) => OfAsync(cox, times, i => GetAsync(who, url(i)));

    private static async Task<long> GetAsync(HttpClient who, string url)
    {
        using var answer = await who.GetAsync(url);
        if (!answer.IsSuccessStatusCode) throw new InvalidOperationException($"{url}: {(int)answer.StatusCode}");
        return (await answer.Content.ReadAsByteArrayAsync()).LongLength;
    }
}
