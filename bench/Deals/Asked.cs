using System.Diagnostics;
using System.Net.Http.Json;
namespace Coxswain.Bench.Deals;

/// <summary>How long an answer took, and what of it was the processor's.</summary>
internal sealed record Answered(double Cpu, string Said);

/// <summary>A leader who looks and saves. The processor time is of the process, which holds whoever asks as well; a plain answer tells how much that is.</summary>
internal sealed class Asked
{
    private const int Warm = 500, Times = 300;
    private readonly HttpClient _who;

    private Asked(HttpClient who) => _who = who;

    public static async Task<Asked> AsLeaderAsync(Uri url, string email, string password)
    {
        var who = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, AutomaticDecompression = System.Net.DecompressionMethods.None }) { BaseAddress = url, Timeout = TimeSpan.FromMinutes(10) };
        who.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        who.DefaultRequestHeaders.Add("Accept-Encoding", "br, gzip");
        var answer = await who.PostAsync("/sign-in", new FormUrlEncodedContent([new("Email", email), new("Password", password)]));
        return (int)answer.StatusCode is 302 or 303 ? new Asked(who) : throw new InvalidOperationException($"The leader cannot enter: {answer.StatusCode}");
    }

    /// <summary>Pages asked by turns, since a machine is not as fast at one time as at another.</summary>
    public async Task<IReadOnlyList<Answered>> ByTurnsAsync(IReadOnlyList<string> urls, double plain)
    {
        for (var i = 0; i < Warm; i++) foreach (var url in urls) await SizeAsync(url);
        var taken = urls.Select(_ => (Cpu: TimeSpan.Zero, Times: new List<double>(), Bytes: 0L)).ToArray();
        for (var i = 0; i < Times; i++)
            for (var at = 0; at < urls.Count; at++)
            {
                var (watch, before) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
                taken[at].Bytes = await SizeAsync(urls[at]);
                taken[at].Times.Add(watch.Elapsed.TotalMilliseconds);
                taken[at].Cpu += Environment.CpuUsage.TotalTime - before;
            }
        return [.. taken.Select(t => Of(t.Times, t.Cpu.TotalMilliseconds / Times - plain, t.Bytes))];
    }

    private async Task<long> SizeAsync(string url)
    {
        using var answer = await _who.GetAsync(url);
        return answer.IsSuccessStatusCode ? (await answer.Content.ReadAsByteArrayAsync()).LongLength : throw new InvalidOperationException($"{url}: {(int)answer.StatusCode}");
    }

    public Task<Answered> SavingAsync(Guid deal, double plain)
    {
        var number = 0;
        return TimedAsync(plain, async () =>
        {
            using var changed = new HttpRequestMessage(HttpMethod.Patch, $"/api/opportunities/{deal}") { Content = JsonContent.Create(new { name = $"Said {++number} times" }) };
            changed.Headers.AcceptEncoding.ParseAdd("identity");
            using var answer = await _who.SendAsync(changed);
            return answer.IsSuccessStatusCode ? (await answer.Content.ReadAsByteArrayAsync()).LongLength : throw new InvalidOperationException($"A save was answered with {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
        });
    }

    private static async Task<Answered> TimedAsync(double plain, Func<Task<long>> ask)
    {
        for (var i = 0; i < Warm; i++) await ask();
        var (taken, before, bytes) = (new List<double>(), Environment.CpuUsage.TotalTime, 0L);
        for (var i = 0; i < Times; i++)
        {
            var watch = Stopwatch.StartNew();
            bytes = await ask();
            taken.Add(watch.Elapsed.TotalMilliseconds);
        }
        return Of(taken, (Environment.CpuUsage.TotalTime - before).TotalMilliseconds / Times - plain, bytes);
    }

    private static Answered Of(List<double> taken, double cpu, long bytes)
    {
        taken.Sort();
        return new(cpu, $"{taken[Times / 2]:0.0} / {taken[Times * 95 / 100]:0.0} ms, cpu {cpu:0.0} ms, {bytes / 1024.0:0.0} KB");
    }
}
