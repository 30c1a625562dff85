using System.Diagnostics;
using System.Net.Http.Json;
namespace Coxswain.Bench.Deals;

/// <summary>How long an answer took, and what of it was the processor's.</summary>
internal sealed record Answered(double Cpu, string Said);

/// <summary>A leader who looks and saves. The processor time is of the process, which holds whoever asks as well; a plain answer tells how much that is.</summary>
internal sealed class Asked
{
    private const int Warm = 150, Times = 100;
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

    public Task<Answered> AtAsync(string url, double plain) => TimedAsync(plain, async () =>
    {
        using var answer = await _who.GetAsync(url);
        return answer.IsSuccessStatusCode ? (await answer.Content.ReadAsByteArrayAsync()).LongLength : throw new InvalidOperationException($"{url}: {(int)answer.StatusCode}");
    });

    public Task<Answered> SavingAsync(Guid deal, double plain)
    {
        var number = 0;
        return TimedAsync(plain, async () =>
        {
            using var answer = await _who.PatchAsJsonAsync($"/api/opportunities/{deal}", new { description = $"Said {++number} times" });
            return answer.IsSuccessStatusCode ? (await answer.Content.ReadAsByteArrayAsync()).LongLength : throw new InvalidOperationException($"A save was answered with {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
        });
    }

    private static async Task<Answered> TimedAsync(double plain, Func<Task<long>> ask)
    {
        for (var i = 0; i < Warm; i++) await ask();
        var (taken, before, bytes) = (new List<double>(), Process.GetCurrentProcess().TotalProcessorTime, 0L);
        for (var i = 0; i < Times; i++)
        {
            var watch = Stopwatch.StartNew();
            bytes = await ask();
            taken.Add(watch.Elapsed.TotalMilliseconds);
        }
        taken.Sort();
        var cpu = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds / Times - plain;
        return new(cpu, $"{taken[Times / 2]:0.0} / {taken[Times * 95 / 100]:0.0} ms, cpu {cpu:0.0} ms, {bytes / 1024.0:0.0} KB");
    }
}
