using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
namespace Coxswain.Bench.Faults;

/// <summary>The clock of the machine jumps forward and back while people save, a deal changes its stage and imports run.</summary>
internal sealed partial class Clock(Asked asked, Place place, Cox cox) : IDisposable
{
    private const int Rows = 1_500, Hour = 3_600;

    // Seconds from the true time: ahead, back behind it, days ahead, and true again.
    private static readonly int[] Jumps = [Hour, -Hour, 48 * Hour, 0, -24 * Hour, 0];

    private static readonly string[] Libraries = ["/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1", "/usr/lib/aarch64-linux-gnu/faketime/libfaketimeMT.so.1"];
    private readonly Hands _hands = new();

    public static async Task<string> RunAsync(Asked asked, string engine)
    {
        var library = Libraries.FirstOrDefault(File.Exists) ?? throw new NotTriedException("libfaketime is missing (Debian: apt-get install faketime)");
        var place = await Place.NewAsync(asked, engine, "clock");
        await SetAsync(asked, 0);
        // Only the time of day jumps: how long something took is counted by another clock, which no machine sets.
        var environment = new Dictionary<string, string> { ["LD_PRELOAD"] = library, ["FAKETIME_TIMESTAMP_FILE"] = TimeFile(asked), ["FAKETIME_CACHE_DURATION"] = "1", ["FAKETIME_DONT_FAKE_MONOTONIC"] = "1", ["FAKETIME_FORCE_MONOTONIC_FIX"] = "0" };
        await using var cox = await Cox.ServeAsync(place, environment: environment);
        using var run = new Clock(asked, place, cox);
        return await run.AllAsync();
    }

    public void Dispose() => _hands.Dispose();

    private async Task<string> AllAsync()
    {
        await _hands.BeginAsync(cox);
        var deal = await _hands.GoesToAsync(cox, "/opportunities", ("Name", "Moved about"));
        using var end = new CancellationTokenSource();
        var working = Enumerable.Range(0, 4).Select(_ => _hands.InsistAsync(cox, end.Token)).ToList();
        var slowest = TimeSpan.Zero;
        for (var i = 0; i < Jumps.Length; i++)
        {
            var page = await _hands.UploadAsync(cox, await DealsAsync(i));
            await _hands.PostAsync(cox, $"{page}/plan", ("Then", "start"), ("CreatePeople", "true"), ("CreateStages", "true"));
            await SetAsync(asked, Jumps[i]);
            await SeenAsync(Jumps[i]);
            await MoveAsync(deal, i);
            if (await DoneAsync(page) is var took && took > slowest) slowest = took;
        }
        await end.CancelAsync();
        await Task.WhenAll(working);
        await _hands.AgainAsync(cox);
        await _hands.CheckAsync(place);
        await cox.KillAsync();
        await WholeAsync();
        return $"{Jumps.Length} jumps ({string.Join(", ", Jumps.Select(j => string.Create(CultureInfo.InvariantCulture, $"{j / Hour:+0;-0;0} h")))}); {_hands.Acknowledged} saves acknowledged, each there once; {Jumps.Length} imports each done once, at most {slowest.TotalSeconds:0.0} s after the jump; no stay in a stage ends before it began";
    }

    private async Task WholeAsync()
    {
        for (var i = 0; i < Jumps.Length; i++)
            if (await place.CountAsync($"opportunities WHERE name LIKE 'Deal {i}-%'") is var rows and not Rows) throw new FaultException($"An import of {Rows} deals left {rows}");
        if (await place.CountAsync("opportunity_states WHERE \"to\" < \"from\"") is var turned and > 0) throw new FaultException($"{turned} stays in a stage end before they began");
        if (await place.CountAsync("(SELECT opportunity_id FROM opportunity_states WHERE superseded_at IS NULL AND \"to\" IS NULL GROUP BY tenant_id, opportunity_id HAVING count(*) > 1) AS double") is var twice and > 0) throw new FaultException($"{twice} deals are in two stages at once");
        await place.SoundAsync();
        await Cox.DoAsync(place, "doctor");
    }

    // Until the program tells the new time itself: a jump it does not see proves nothing.
    private async Task SeenAsync(int jump)
    {
        using var client = new HttpClient();
        for (var since = Stopwatch.StartNew(); ; await Task.Delay(100))
        {
            using var answer = await client.GetAsync(new Uri(cox.Url, "/health/live"));
            if (answer.Headers.Date is { } told && Math.Abs((told - TimeProvider.System.GetUtcNow()).TotalSeconds - jump) < 10) return;
            if (since.Elapsed > TimeSpan.FromSeconds(30)) throw new FaultException($"It did not see the clock jump: it tells {answer.Headers.Date}");
        }
    }

    private async Task MoveAsync(string deal, int number)
    {
        var page = await _hands.PageAsync(cox, deal);
        var (stages, version) = (Stages().Matches(page).Select(m => m.Groups[1].Value).Distinct().ToList(), Version().Match(page).Groups[1].Value);
        if (stages.Count == 0) throw new FaultException("The deal offers no stage to go to");
        if (await _hands.GoesToAsync(cox, $"{deal}/moves", ("Stage", stages[number % stages.Count]), ("Version", version)) is not { Length: > 0 }) throw new FaultException("The deal was not moved");
    }

    private async Task<TimeSpan> DoneAsync(string page)
    {
        var since = Stopwatch.StartNew();
        for (; !(await _hands.PageAsync(cox, page)).Contains("no difference in any count or sum", StringComparison.Ordinal); await Task.Delay(50))
            if (since.Elapsed > TimeSpan.FromMinutes(1)) throw new FaultException("An import does not go on after the clock jumped");
        return since.Elapsed;
    }

    private async Task<string> DealsAsync(int number)
    {
        var file = Path.Combine(asked.Folder, "deals.csv");
        await File.WriteAllLinesAsync(file, ["opportunity_id,name,sales_agent,deal_stage,created,close_date,amount", .. Enumerable.Range(1, Rows).Select(i => $"C{number}-{i},Deal {number}-{i},Ana,Won,2026-01-01,2026-03-15,{i}")]);
        return file;
    }

    private static string TimeFile(Asked asked) => Path.Combine(asked.Folder, "clock");

    private static Task SetAsync(Asked asked, int seconds) => File.WriteAllTextAsync(TimeFile(asked), string.Create(CultureInfo.InvariantCulture, $"{seconds:+0;-0;+0}\n"));

    [GeneratedRegex("name=\"Stage\" value=\"([0-9a-f-]{36})\"")]
    private static partial Regex Stages();

    [GeneratedRegex("name=\"Version\" value=\"(\\d+)\"")]
    private static partial Regex Version();
}
