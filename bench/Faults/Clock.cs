using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
namespace Coxswain.Bench.Faults;

/// <summary>The clock of the machine jumps ahead and back while people save, a deal changes its stage and imports run and wait.</summary>
internal sealed partial class Clock(Asked asked, Place place, Cox cox) : IDisposable
{
    // Of three imports two run at once and one waits: each jump meets both kinds.
    private const int Rows = 500, Imports = 3, Pressed = 5, Hour = 3_600;
    private const string Moved = "event e JOIN opportunities o ON o.tenant_id = e.tenant_id AND o.id = e.subject_id WHERE o.name = 'Moved about'";

    // Seconds from the true time: ahead, behind, days ahead, true, beyond the life of a session, true.
    private static readonly int[] Jumps = [Hour, -Hour, 48 * Hour, 0, 480 * Hour, 0];

    private static readonly string[] Libraries = ["/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1", "/usr/lib/aarch64-linux-gnu/faketime/libfaketimeMT.so.1"];
    private readonly Hands _hands = new();
    private TimeSpan _slowest;
    private long _met;

    public static async Task<string> RunAsync(Asked asked, string engine)
    {
        var library = Libraries.FirstOrDefault(File.Exists) ?? throw new NotTriedException("libfaketime is missing (Debian: apt-get install faketime)");
        var place = await Place.NewAsync(asked, engine, "clock");
        await SetAsync(asked, 0);
        // Only the time of day jumps: how long something took is counted by another clock, which nobody sets.
        var environment = new Dictionary<string, string> { ["LD_PRELOAD"] = library, ["FAKETIME_TIMESTAMP_FILE"] = TimeFile(asked), ["FAKETIME_NO_CACHE"] = "1", ["FAKETIME_DONT_FAKE_MONOTONIC"] = "1", ["DONT_FAKE_MONOTONIC"] = "1", ["FAKETIME_FORCE_MONOTONIC_FIX"] = "0" };
        await using var cox = await Cox.ServeAsync(place, environment: environment);
        using var run = new Clock(asked, place, cox);
        return await run.AllAsync();
    }

    public void Dispose() => _hands.Dispose();

    private async Task<string> AllAsync()
    {
        await _hands.BeginAsync(cox);
        var deal = await _hands.GoesToAsync(cox, "/opportunities", ("Name", "Moved about"));
        // By itself, so that whose deals they are is known: of imports at once, each would make that person.
        var first = await _hands.UploadAsync(cox, await DealsAsync("first"));
        await StartAsync(first);
        await DoneAsync(first, Stopwatch.StartNew());
        using var end = new CancellationTokenSource();
        var working = Enumerable.Range(0, 4).Select(_ => _hands.InsistAsync(cox, end.Token)).ToList();
        for (var i = 0; i < Jumps.Length; i++) await JumpAsync(i, deal);
        await end.CancelAsync();
        await Task.WhenAll(working);
        if (_hands.Refused > 0) throw new FaultException($"{_hands.Refused} saves were refused with {string.Join(", ", _hands.Refusals)}");
        if (_hands.SignedIn == 0) throw new FaultException("A session outlived its time");
        await _hands.CheckAsync(place);
        await cox.KillAsync();
        await WholeAsync();
        var jumps = string.Join(", ", Jumps.Select(j => string.Create(CultureInfo.InvariantCulture, $"{j / Hour:+0;-0;0} h")));
        return $"{Jumps.Length} jumps ({jumps} from the true time) while four people saved; {_hands.Acknowledged} saves acknowledged, each there once; {Jumps.Length * Imports} imports, {_met} of them met by a jump, each done once and at most {_slowest.TotalSeconds:0.0} s after it; {_hands.SignedIn} times signed in again; no stay in a stage ends before it began";
    }

    private async Task JumpAsync(int number, string deal)
    {
        var pages = new List<string>();
        for (var i = 0; i < Imports; i++) pages.Add(await _hands.UploadAsync(cox, await DealsAsync($"{number}-{i}")));
        foreach (var page in pages) await StartAsync(page);
        await SetAsync(asked, Jumps[number]);
        var since = Stopwatch.StartNew();
        _met += await place.CountAsync("jobs WHERE kind LIKE 'import%' AND ended_at IS NULL");
        await _hands.RepeatAsync(cox, Pressed);
        await MoveAsync(deal, number);
        await SeenAsync(Jumps[number]);
        foreach (var page in pages) await DoneAsync(page, since);
        if (since.Elapsed > _slowest) _slowest = since.Elapsed;
    }

    private Task StartAsync(string page) => _hands.PostAsync(cox, $"{page}/plan", ("Then", "start"), ("CreatePeople", "true"), ("CreateStages", "true"));

    // A jump the program does not see proves nothing: what it has just written down says what time it took it to be.
    private async Task SeenAsync(int jump)
    {
        var written = (await place.AskAsync($"SELECT e.recorded_at FROM {Moved} AND e.kind = 'opportunity.moved' ORDER BY e.subject_version DESC LIMIT 1")).Single();
        var at = DateTimeOffset.Parse(written, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        if (Math.Abs((at - TimeProvider.System.GetUtcNow()).TotalSeconds - jump) > 30) throw new FaultException($"It did not see the clock jump by {jump} s: it wrote {written}");
    }

    private async Task MoveAsync(string deal, int number)
    {
        var page = await _hands.PageAsync(cox, deal);
        var (stages, version) = (Stages().Matches(page).Select(m => m.Groups[1].Value).Distinct().ToList(), Version().Match(page).Groups[1].Value);
        if (stages.Count == 0) throw new FaultException("The deal offers no stage to go to");
        await _hands.GoesToAsync(cox, $"{deal}/moves", ("Stage", stages[number % stages.Count]), ("Version", version));
    }

    private async Task DoneAsync(string page, Stopwatch since)
    {
        for (; !(await _hands.PageAsync(cox, page)).Contains("no difference in any count or sum", StringComparison.Ordinal); await Task.Delay(50))
            if (since.Elapsed > TimeSpan.FromMinutes(1)) throw new FaultException($"A minute after the clock jumped an import is not done; {await place.CountAsync("jobs WHERE ended_at IS NULL")} jobs have not ended");
    }

    private async Task WholeAsync()
    {
        for (var i = 0; i < Jumps.Length * Imports; i++)
            if (await place.CountAsync($"opportunities WHERE name LIKE 'Deal {i / Imports}-{i % Imports}-%'") is var rows and not Rows) throw new FaultException($"An import of {Rows} deals left {rows}");
        if (await place.CountAsync("jobs WHERE attempts > 1") is var again and > 0) throw new FaultException($"{again} jobs were begun more than once");
        if (await place.CountAsync("opportunity_states WHERE \"to\" < \"from\"") is var turned and > 0) throw new FaultException($"{turned} stays in a stage end before they began");
        if (await place.CountAsync("(SELECT opportunity_id FROM opportunity_states WHERE superseded_at IS NULL AND \"to\" IS NULL GROUP BY tenant_id, opportunity_id HAVING count(*) > 1) AS deals") is var twice and > 0) throw new FaultException($"{twice} deals are in two stages at once");
        await InOrderAsync();
        await place.SoundAsync();
        await Cox.DoAsync(place, "doctor");
    }

    /// <summary>By their versions the moves of the deal lead from one to the next, wherever the clock stood.</summary>
    private async Task InOrderAsync()
    {
        var moves = (await place.AskAsync($"SELECT e.data FROM {Moved} AND e.kind = 'opportunity.moved' ORDER BY e.subject_version")).Select(d => JsonDocument.Parse(d).RootElement.GetProperty("StageId")).ToList();
        if (moves.Count != Jumps.Length) throw new FaultException($"{Jumps.Length} moves of a deal left {moves.Count} events");
        if (moves.Zip(moves.Skip(1)).Any(m => m.First[1].GetString() != m.Second[0].GetString())) throw new FaultException("The moves of a deal are not in the order they were made");
    }

    private async Task<string> DealsAsync(string number)
    {
        var file = Path.Combine(asked.Folder, "deals.csv");
        await File.WriteAllLinesAsync(file, ["opportunity_id,name,sales_agent,deal_stage,created,close_date,amount", .. Enumerable.Range(1, Rows).Select(i => $"C{number}-{i},Deal {number}-{i},Ana,Won,2026-01-01,2026-03-15,{i}")]);
        return file;
    }

    private static string TimeFile(Asked asked) => Path.Combine(asked.Folder, "clock");

    // Moved into place: the program reads it at every look at the clock, and half a file would stop it.
    private static async Task SetAsync(Asked asked, int seconds)
    {
        await File.WriteAllTextAsync(TimeFile(asked) + ".next", string.Create(CultureInfo.InvariantCulture, $"{seconds:+0;-0;+0}\n"));
        File.Move(TimeFile(asked) + ".next", TimeFile(asked), overwrite: true);
    }

    [GeneratedRegex("name=\"Stage\" value=\"([0-9a-f-]{36})\"")]
    private static partial Regex Stages();

    [GeneratedRegex("name=\"Version\" value=\"(\\d+)\"")]
    private static partial Regex Version();
}
