using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
namespace Coxswain.Bench.Wide;

/// <summary>A leader who looks at pages and saves, timed. The processor time is of the process, which holds whoever asks as well.</summary>
internal sealed class Looking
{
    private const int Warm = 200, Times = 100, Patient = 5;
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(2);
    private static readonly string[] Indexed = ["Choice 1", "Number 1", "Date 1"];
    private readonly HttpClient _who;
    private readonly List<(Guid Id, string Label)> _fields = [];

    private Looking(HttpClient who) => _who = who;

    public static async Task<Looking> AsLeaderAsync(Uri url, string email, string password)
    {
        var who = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, AutomaticDecompression = System.Net.DecompressionMethods.None }) { BaseAddress = url, Timeout = TimeSpan.FromMinutes(10) };
        who.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        var answer = await who.PostAsync("/sign-in", new FormUrlEncodedContent([new("Email", email), new("Password", password)]));
        return (int)answer.StatusCode is 302 or 303 ? new Looking(who) : throw new InvalidOperationException($"The leader cannot enter: {answer.StatusCode}");
    }

    public async Task MakeFieldsAsync()
    {
        foreach (var (label, type, options) in Fields.All)
        {
            var answer = await _who.PostAsJsonAsync("/api/custom-fields", new { kind = "account", label, type = $"{type}", options });
            if (!answer.IsSuccessStatusCode) throw new InvalidOperationException(await answer.Content.ReadAsStringAsync());
            _fields.Add(((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid(), label));
        }
    }

    public async Task IndexAsync()
    {
        foreach (var (id, label) in _fields.Where(f => Indexed.Contains(f.Label)))
        {
            var watch = Stopwatch.StartNew();
            var answer = await _who.PostAsync($"/settings/fields/{id}/indexes", new FormUrlEncodedContent([]));
            if ((int)answer.StatusCode >= 400) throw new InvalidOperationException(await answer.Content.ReadAsStringAsync());
            Console.WriteLine($"an index on {label}: {watch.Elapsed.TotalSeconds:0.0} s");
        }
    }

    /// <summary>From here on pages come compressed.</summary>
    public void AsABrowser() => _who.DefaultRequestHeaders.Add("Accept-Encoding", "br, gzip");

    public Task<string> AtAsync(string url) => TimedAsync(async () =>
    {
        using var answer = await _who.GetAsync(url);
        return answer.IsSuccessStatusCode ? (await answer.Content.ReadAsByteArrayAsync()).LongLength : throw new InvalidOperationException($"{url}: {(int)answer.StatusCode}");
    });

    public Task<string> SavingAsync(Guid account)
    {
        var number = 0;
        return TimedAsync(async () =>
        {
            using var answer = await _who.PatchAsJsonAsync($"/api/accounts/{account}", new { custom = new { number_1 = ++number } });
            return answer.IsSuccessStatusCode ? (await answer.Content.ReadAsByteArrayAsync()).LongLength : throw new InvalidOperationException($"A save was answered with {(int)answer.StatusCode}.");
        });
    }

    // A first answer after a save sums anew what is kept after that: it is told apart.
    private static async Task<string> TimedAsync(Func<Task<long>> ask)
    {
        var first = Stopwatch.StartNew();
        var bytes = await ask();
        var cold = first.Elapsed;
        if (cold < Slow) for (var i = 0; i < Warm; i++) await ask();
        var (taken, before, times) = (new List<double>(), Process.GetCurrentProcess().TotalProcessorTime, cold < Slow ? Times : Patient);
        for (var i = 0; i < times; i++)
        {
            var watch = Stopwatch.StartNew();
            await ask();
            taken.Add(watch.Elapsed.TotalMilliseconds);
        }
        taken.Sort();
        var cpu = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds / times;
        return $"{taken[times / 2]:0.0} / {taken[times * 95 / 100]:0.0} ms, first {cold.TotalMilliseconds:0} ms, cpu {cpu:0.0} ms, {bytes / 1024.0:0.0} KB";
    }
}
